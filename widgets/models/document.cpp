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

void Document::setReal(const LoadedTrace& real) {
    m_real = real;
    setRefinement({});
    setPlan({});
    setEmulated({});
    Q_EMIT realChanged();
}

void Document::setPlan(const LoadedPlan& plan) {
    if (!plan && !m_plan) {
        return;
    }
    m_plan = plan;
    Q_EMIT planChanged();
    if (!m_refinement.rounds.empty() && !shownRound()) {
        setRefinement({});
    }
}

void Document::setEmulated(const LoadedTrace& emulated) {
    setScore(nullptr);
    if (!emulated && !m_emulated) {
        return;
    }
    m_emulated = emulated;
    Q_EMIT emulatedChanged();
}

void Document::setScore(std::shared_ptr<const evaluation::Score> score) {
    if (score != m_score) {
        m_score = std::move(score);
        Q_EMIT scoreChanged();
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
    if (round < m_refinement.rounds.size()) {
        const LoadedRound chosen = m_refinement.rounds[round];
        setPlan(chosen.plan);
        setEmulated(chosen.emulated);
        setScore(chosen.score);
    }
}

void Document::setTraining(const LoadedTraining& training) {
    m_training = training;
    Q_EMIT trainingChanged();
}

void Document::setCollection(const LoadedCollection& collection) {
    m_collection = collection;
    Q_EMIT collectionChanged();
}

}  // namespace mimesys::widgets
