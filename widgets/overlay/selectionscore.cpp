// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/selectionscore.h"

#include "evaluation/score.h"
#include "models/document.h"
#include "overlay/tracepart.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "viewstate/viewstate.h"

namespace mimesys::widgets {
namespace {

using ScorePtr = std::shared_ptr<const evaluation::Score>;

struct Answer {
    ScorePtr score;
    QString problem;
};

Answer scorePart(const trace::TracePtr& real, const trace::TracePtr& emulated, TimeRange range,
                 const evaluation::ScoreOptions& options, const std::stop_token& stop) {
    const auto realPart = partOf(*real, range);
    const auto emulatedPart = realPart ? partOf(*emulated, range) : realPart;
    if (!emulatedPart) {
        return {nullptr, toQString(emulatedPart.error().message)};
    }
    auto score = evaluation::score(evaluation::Real(*realPart), evaluation::Emulated(*emulatedPart), options, stop);
    if (!score) {
        return {nullptr, toQString(score.error().message)};
    }
    return {*score ? std::make_shared<const evaluation::Score>(std::move(**score)) : nullptr, {}};
}

}  // namespace

SelectionScore::SelectionScore(const ViewState* state, const Document* document, QObject* parent)
    : QObject(parent), m_state(state), m_document(document) {
    connect(state, &ViewState::selectionChanged, this, &SelectionScore::refresh);
    connect(document, &Document::scoreChanged, this, &SelectionScore::refresh);
}

void SelectionScore::refresh() {
    const auto selection = m_state->selection();
    const ScorePtr whole = m_document->score();
    m_work.cancel();
    if (!selection || !whole || !m_document->real() || !m_document->emulated()) {
        if (m_score || !m_problem.isEmpty()) {
            m_score.reset();
            m_problem.clear();
            Q_EMIT changed();
        }
        return;
    }
    evaluation::ScoreOptions options;
    options.windowSeconds = whole->windowSeconds;
    options.ranges = evaluation::rangesOf(*whole);
    m_work.start<Answer>([real = m_document->real().trace->tracePtr(),
                          emulated = m_document->emulated().trace->tracePtr(), range = *selection, options](
                             const std::stop_token& stop) { return scorePart(real, emulated, range, options, stop); },
                         [this](const Answer& answer) {
                             m_score = answer.score;
                             m_problem = answer.problem;
                             Q_EMIT changed();
                         });
}

}  // namespace mimesys::widgets
