// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/score.h"
#include "jobs/workflow.h"

// Refining plans; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

void Workflow::refine(std::size_t rounds) {
    if (!canRefine()) {
        return;
    }
    const int id = ++m_refinements;
    RefineRequest request;
    request.plan = m_document->plan();
    request.real = m_document->real();
    request.source = withDefaults({});
    request.learning = m_options.learning;
    request.rounds = rounds;
    request.scratchDirectory = m_options.scratchDirectory;
    request.execute = m_options.execute;
    request.onRound = [this, id](const RefinedRound& round) {
        QMetaObject::invokeMethod(
            this, [this, id, round] { takeRound(id, round); }, Qt::QueuedConnection);
    };
    LoadedRefinement begun;
    begun.id = id;
    begun.wanted = rounds;
    begun.running = true;
    m_document->setRefinement(begun);
    const Job* job = m_runner.start<RefineOutcome>(
        JobKind::Refine, tr("Refining %1").arg(m_document->plan().name),
        [request](const JobRunner::Context& context) { return refinePlan(request, context); },
        [this, id](const RefineOutcome& outcome) { takeRefined(id, outcome); },
        withPlan(request.plan, [this, rounds] { refine(rounds); }));
    // However it ends.
    connect(job, &Job::ended, this, [this, id] {
        LoadedRefinement refinement = m_document->refinement();
        if (refinement.id == id && refinement.running) {
            refinement.running = false;
            m_document->setRefinement(refinement.rounds.empty() ? LoadedRefinement() : refinement);
        }
    });
}

void Workflow::takeRound(int id, const RefinedRound& round) {
    LoadedRefinement refinement = m_document->refinement();
    if (refinement.id != id) {
        return;  // another plan or trace was opened meanwhile
    }
    // A round that the user went back to stays in view.
    const bool follows = refinement.rounds.empty() || m_document->shownRound() == refinement.best;
    refinement.rounds.push_back(round.round);
    refinement.floor = round.floor;
    refinement.simulated = refinement.simulated || round.round.score->emulatedSimulated;
    refinement.best = round.best ? round.number : refinement.best;
    m_document->setRefinement(refinement);
    if (follows && round.best) {
        m_document->openRound(round.number);
    }
}

void Workflow::takeRefined(int id, const RefineOutcome& outcome) {
    LoadedRefinement refinement = m_document->refinement();
    if (outcome.sourceMissing) {
        if (refinement.id == id) {
            m_document->setRefinement({});
        }
        Q_EMIT responseMissing();
        return;
    }
    if (refinement.id != id || outcome.best >= refinement.rounds.size()) {
        return;
    }
    refinement.running = false;
    refinement.floor = outcome.floor;
    refinement.floorMeasured = outcome.floorMeasured;
    refinement.confirmed = outcome.confirmed;
    refinement.ending = outcome.ending;
    refinement.simulated = outcome.simulated;
    const bool bestIsOpen = m_document->shownRound() == outcome.best;
    if (outcome.best > 0) {
        refinement.rounds[outcome.best].plan = outcome.plan;  // which tells how it came about
    }
    m_document->setRefinement(refinement);
    if (bestIsOpen && outcome.best > 0) {
        m_document->openRound(outcome.best);
    }
}

}  // namespace mimesys::widgets
