// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document.h"

#include "heatmap/composition.h"
#include "timeline/indexedtrace.h"

#include <algorithm>

namespace mimesys::widgets {

Document::Document(QObject* parent) : QObject(parent) {}

TimeRange Document::extent() const {
    std::int64_t end = 0;
    for (const LoadedTrace* side : {&m_real, &m_emulated}) {
        if (*side) {
            end = std::max(end, side->trace->extent().endNs);
        }
    }
    if (m_plan) {
        end = std::max(end, m_plan.composition->extent().endNs);
    }
    return {0, end};
}

QString Version::displayName() const {
    if (!name.isEmpty()) {
        return name;
    }
    return plan && !plan.name.isEmpty() ? plan.name : emulated.name;
}

const Version* Document::findVersion(int id) const {
    const auto found = std::ranges::find(m_versions, id, &Version::id);
    return found == m_versions.end() ? nullptr : &*found;
}

Version& Document::current() {
    const auto found = std::ranges::find(m_versions, m_current, &Version::id);
    if (found != m_versions.end()) {
        return *found;
    }
    m_current = ++m_lastId;
    return m_versions.emplace_back(Version{m_current, {}, {}, {}, {}, 0});
}

void Document::setReal(const LoadedTrace& real) {
    m_real = real;
    setRefinement({});
    m_versions.clear();
    m_current = 0;
    show({});
    Q_EMIT realChanged();
    Q_EMIT versionsChanged();
}

void Document::restore(const LoadedTrace& real, std::vector<Version> versions, std::optional<std::size_t> shown,
                       const LoadedRefinement& refinement) {
    m_real = real;
    setRefinement(refinement);
    m_versions = std::move(versions);
    for (Version& version : m_versions) {
        version.id = ++m_lastId;
    }
    const Version current = shown && *shown < m_versions.size() ? m_versions[*shown] : Version();
    m_current = current.id;
    show(current);
    Q_EMIT realChanged();
    Q_EMIT versionsChanged();
}

void Document::replaceReal(const LoadedTrace& real) {
    m_real = real;
    setRefinement({});
    for (Version& version : m_versions) {
        version.score = nullptr;
    }
    setScore(nullptr);
    Q_EMIT realChanged();
}

void Document::show(const Version& version) {
    const bool otherPlan = version.plan.composition != m_plan.composition;
    const bool otherEmulated = version.emulated.trace != m_emulated.trace;
    m_plan = version.plan;
    m_emulated = version.emulated;
    if (otherPlan) {
        Q_EMIT planChanged();
    }
    if (otherEmulated) {
        Q_EMIT emulatedChanged();
    }
    setScore(version.score);
}

void Document::setPlan(const LoadedPlan& plan) {
    if (!plan && !m_plan) {
        return;
    }
    if (plan && m_plan) {
        addVersion(plan);
        return;
    }
    current().plan = plan;
    m_plan = plan;
    Q_EMIT planChanged();
    Q_EMIT versionsChanged();
    if (!m_refinement.rounds.empty() && !shownRound()) {
        setRefinement({});
    }
}

void Document::addVersion(const LoadedPlan& plan) {
    m_current = ++m_lastId;
    const Version version = m_versions.emplace_back(Version{m_current, {}, plan, {}, {}, 0});
    show(version);
    Q_EMIT versionsChanged();
    if (!m_refinement.rounds.empty() && !shownRound()) {
        setRefinement({});
    }
}

void Document::replacePlan(const LoadedPlan& plan) {
    if (!m_plan || m_emulated) {
        setPlan(plan);
        return;
    }
    current().plan = plan;
    m_plan = plan;
    Q_EMIT planChanged();
    Q_EMIT versionsChanged();
}

void Document::setEmulated(const LoadedTrace& emulated) {
    if (!emulated && !m_emulated) {
        setScore(nullptr);
        return;
    }
    if (emulated && m_emulated) {
        const LoadedPlan plan = m_plan;
        m_current = ++m_lastId;
        m_versions.push_back(Version{m_current, {}, plan, {}, {}, 0});
    }
    setScore(nullptr);
    current().emulated = emulated;
    m_emulated = emulated;
    Q_EMIT emulatedChanged();
    Q_EMIT versionsChanged();
}

int Document::setRecording(int id, const LoadedTrace& recording) {
    auto version = std::ranges::find(m_versions, id, &Version::id);
    if (version == m_versions.end()) {
        return 0;
    }
    if (version->emulated && !version->emulated.growing) {
        const LoadedPlan plan = version->plan;
        version = m_versions.insert(std::next(version), Version{++m_lastId, {}, plan, {}, {}, 0});
    }
    const int taken = version->id;
    version->emulated = recording;
    version->score = nullptr;
    if (taken == m_current) {
        m_emulated = recording;
        setScore(nullptr);
        Q_EMIT emulatedChanged();
    }
    Q_EMIT versionsChanged();
    return taken;
}

void Document::openVersion(int id) {
    const Version* found = findVersion(id);
    if (found == nullptr || id == m_current) {
        return;
    }
    m_current = id;
    show(Version(*found));
    Q_EMIT versionsChanged();
}

void Document::removeVersion(int id) {
    const auto found = std::ranges::find(m_versions, id, &Version::id);
    if (found == m_versions.end()) {
        return;
    }
    const auto next = m_versions.erase(found);
    if (id == m_current) {
        const auto neighbour = next != m_versions.begin() ? std::prev(next) : next;
        const Version shown = m_versions.empty() ? Version() : *neighbour;
        m_current = shown.id;
        show(shown);
    }
    Q_EMIT versionsChanged();
}

void Document::renameVersion(int id, const QString& name) {
    const auto found = std::ranges::find(m_versions, id, &Version::id);
    if (found != m_versions.end() && found->name != name) {
        found->name = name;
        Q_EMIT versionsChanged();
    }
}

void Document::setScore(std::shared_ptr<const evaluation::Score> score) {
    if (score != m_score) {
        m_score = std::move(score);
        if (const auto found = std::ranges::find(m_versions, m_current, &Version::id); found != m_versions.end()) {
            found->score = m_score;
        }
        Q_EMIT scoreChanged();
        Q_EMIT versionsChanged();
    }
}

void Document::setScoreOf(int id, std::shared_ptr<const evaluation::Score> score) {
    if (id == m_current) {
        setScore(std::move(score));
        return;
    }
    const auto found = std::ranges::find(m_versions, id, &Version::id);
    if (found != m_versions.end() && found->score != score) {
        found->score = std::move(score);
        Q_EMIT versionsChanged();
    }
}

void Document::setCalibration(const LoadedCalibration& calibration) {
    m_calibration = calibration;
    Q_EMIT calibrationChanged();
}

void Document::setRefinement(const LoadedRefinement& refinement) {
    if (refinement || m_refinement) {
        m_refinement = refinement;
        Q_EMIT refinementChanged();
    }
}

std::optional<std::size_t> Document::shownRound() const {
    const auto found = std::ranges::find(m_refinement.rounds, m_plan.composition,
                                         [](const LoadedRound& round) { return round.plan.composition; });
    return found == m_refinement.rounds.end() || !m_plan
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_refinement.rounds.begin()));
}

void Document::openRound(std::size_t round) {
    if (round >= m_refinement.rounds.size()) {
        return;
    }
    const LoadedRound chosen = m_refinement.rounds[round];
    if (!chosen.plan && !chosen.emulated) {
        return;  // its files were gone when the session was opened
    }
    // The rounds of a refinement share one version; the plan it began with keeps its own.
    auto found = std::ranges::find(m_versions, m_refinement.id, &Version::refinement);
    if (found == m_versions.end()) {
        m_versions.push_back(Version{++m_lastId, {}, {}, {}, {}, m_refinement.id});
        found = std::prev(m_versions.end());
    }
    found->plan = chosen.plan;
    found->emulated = chosen.emulated;
    found->score = chosen.score;
    m_current = found->id;
    show(Version(*found));
    Q_EMIT versionsChanged();
}

void Document::setTraining(const LoadedTraining& training) {
    m_training = training;
    Q_EMIT trainingChanged();
}

void Document::setCollection(const LoadedCollection& collection) {
    m_collection = collection;
    Q_EMIT collectionChanged();
}

void Document::setTestRun(const LoadedTestRun& testRun) {
    m_testRun = testRun;
    Q_EMIT testRunChanged();
}

}  // namespace mimesys::widgets
