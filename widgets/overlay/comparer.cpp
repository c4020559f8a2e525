// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/comparer.h"

#include "evaluation/difference.h"
#include "models/document.h"
#include "overlay/tracepart.h"
#include "timeline/format.h"
#include "viewstate/viewstate.h"

#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr double kWindowSeconds = 1.0;

// What a worker hands back: a result, or why there is none.
template <typename T>
struct Answer {
    T value{};
    QString problem;
};

Answer<IndexedTracePtr> subtract(const evaluation::Real<trace::TracePtr>& real,
                                 const evaluation::Emulated<trace::TracePtr>& emulated) {
    auto difference = evaluation::difference(real, emulated, kWindowSeconds);
    if (!difference) {
        return {nullptr, toQString(difference.error().message)};
    }
    return {makeDisposable<IndexedTrace>(std::move(*difference)), {}};
}

struct PathRequest {
    trace::TracePtr real;
    trace::TracePtr emulated;
    std::string metricId;
    std::optional<TimeRange> part;
    evaluation::ScoreOptions options;
};

using PathAnswer = Answer<WarpingPath>;

PathAnswer findAlignment(PathRequest request, const std::stop_token& stop) {
    WarpingPath path{request.metricId, 0, 0, nullptr};
    for (auto [side, fromNs] :
         {std::pair{&request.real, &path.realFromNs}, std::pair{&request.emulated, &path.emulatedFromNs}}) {
        if (request.part) {
            auto part = partOf(**side, *request.part);
            if (!part) {
                return {path, toQString(part.error().message)};
            }
            *fromNs = (*part)->startNs - (*side)->startNs;
            *side = *part;
        }
    }
    auto alignment = evaluation::align(evaluation::Real(request.real), evaluation::Emulated(request.emulated),
                                       request.metricId, request.options, stop);
    if (!alignment) {
        return {path, toQString(alignment.error().message)};
    }
    if (*alignment) {
        path.alignment = std::make_shared<const evaluation::Alignment>(std::move(**alignment));
    }
    return {path, {}};
}

}  // namespace

Comparer::Comparer(ViewState* state, const Document* document, QObject* parent)
    : QObject(parent), m_state(state), m_document(document) {
    for (const auto signal : {&Document::realChanged, &Document::emulatedChanged}) {
        connect(document, signal, this, &Comparer::takeSides);
    }
    connect(document, &Document::scoreChanged, this, [this] {
        m_sides.score = m_document->score();
        findPath();
        Q_EMIT overlaysChanged();
    });
    connect(document, &Document::versionsChanged, this, &Comparer::takeOthers);
    connect(state, &ViewState::comparedChanged, this, &Comparer::takeOthers);
    connect(state, &ViewState::compareModeChanged, this, [this] {
        findDifference();
        Q_EMIT overlaysChanged();
    });
    connect(state, &ViewState::pathShownChanged, this, &Comparer::findPath);
    connect(state, &ViewState::metricSelected, this, &Comparer::findPath);
    connect(state, &ViewState::selectionChanged, this, &Comparer::findPath);
    takeSides();
}

QString Comparer::problem() const {
    return m_state->compareMode() == CompareMode::Difference && !m_differenceProblem.isEmpty() ? m_differenceProblem
                                                                                               : m_pathProblem;
}

void Comparer::takeSides() {
    m_sides.real = evaluation::Real<IndexedTracePtr>(m_document->real().trace);
    m_sides.emulated = evaluation::Emulated<IndexedTracePtr>(m_document->emulated().trace);
    m_sides.score = m_document->score();
    m_sides.difference = nullptr;
    findDifference();
    findPath();
    takeOthers();
    Q_EMIT sidesChanged();
}

void Comparer::takeOthers() {
    std::vector<OtherEmulation> others;
    for (const Version& version : m_document->versions()) {
        const auto compared = std::ranges::find(m_state->compared(), version.id);
        if (compared != m_state->compared().end() && version.id != m_document->currentVersion() && version.emulated) {
            others.push_back({evaluation::Emulated(version.emulated.trace),
                              static_cast<int>(compared - m_state->compared().begin())});
        }
    }
    const auto same = [](const OtherEmulation& a, const OtherEmulation& b) {
        return *a.trace == *b.trace && a.style == b.style;
    };
    if (!std::ranges::equal(others, m_sides.others, same)) {
        m_sides.others = std::move(others);
        Q_EMIT sidesChanged();
    }
}

void Comparer::findDifference() {
    m_difference.cancel();
    m_differenceProblem.clear();
    const IndexedTracePtr real = *m_sides.real;
    const IndexedTracePtr emulated = *m_sides.emulated;
    if (m_state->compareMode() != CompareMode::Difference || !real || !emulated || m_sides.difference) {
        return;
    }
    m_difference.start<Answer<IndexedTracePtr>>(
        [real, emulated](const std::stop_token&) {
            return subtract(evaluation::Real(real->tracePtr()), evaluation::Emulated(emulated->tracePtr()));
        },
        [this](const Answer<IndexedTracePtr>& answer) {
            m_sides.difference = answer.value;
            m_differenceProblem = answer.problem;
            Q_EMIT overlaysChanged();
        });
}

void Comparer::findPath() {
    m_path.cancel();
    m_pathProblem.clear();
    const bool hadOne = m_sides.path.alignment != nullptr;
    m_sides.path = {};
    const IndexedTracePtr real = *m_sides.real;
    const IndexedTracePtr emulated = *m_sides.emulated;
    if (!m_state->isPathShown() || !real || !emulated || m_state->selectedMetric().isEmpty()) {
        if (hadOne) {
            Q_EMIT overlaysChanged();
        }
        return;
    }
    PathRequest request{
        real->tracePtr(), emulated->tracePtr(), m_state->selectedMetric().toStdString(), m_state->selection(), {}};
    request.options.windowSeconds = kWindowSeconds;
    if (m_sides.score) {
        request.options.ranges = evaluation::rangesOf(*m_sides.score);
    }
    m_path.start<PathAnswer>([request](const std::stop_token& stop) { return findAlignment(request, stop); },
                             [this](const PathAnswer& answer) {
                                 m_sides.path = answer.value;
                                 m_pathProblem = answer.problem;
                                 Q_EMIT overlaysChanged();
                             });
}

}  // namespace mimesys::widgets
