// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/refinejob.h"

#include "dataset/dataset.h"
#include "evaluation/score.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "refinement/datasetresponse.h"
#include "refinement/refine.h"
#include "timeline/indexedtrace.h"

#include <QCoreApplication>

namespace mimesys::widgets {
namespace {

// Null when there is nothing to know it from.
Expected<refinement::ResponsePtr> openResponse(const RefineRequest& request) {
    const auto installed = findInstalled(request.source);
    if (!installed) {
        return tl::unexpected(installed.error());
    }
    if (installed->hasDataset()) {
        return dataset::readDataset(installed->dataset).and_then([](dataset::Dataset&& dataset) {
            return refinement::datasetResponse(std::make_shared<const dataset::Dataset>(std::move(dataset)));
        });
    }
    return installed->hasModel() ? request.learning.respond(installed->model) : refinement::ResponsePtr();
}

execution::Execute executorOf(const RefineRequest& request) {
    if (request.execute) {
        return request.execute;
    }
    execution::ExecutorOptions options;
    options.scratchDirectory = request.scratchDirectory;
    return execution::executeHere(std::move(options));
}

LoadedPlan loaded(const PlanPtr& plan, const LoadedPlan& given, std::size_t number) {
    LoadedPlan result = given;
    if (number > 0) {
        result.composition = makeDisposable<Composition>(plan);
        result.path.clear();
        result.name = QCoreApplication::translate("Refine", "%1, round %2").arg(given.name).arg(number);
    }
    result.simulated = generation::restsOnSimulation(*plan);
    return result;
}

RefinedRound loaded(const refinement::Round& round, double floor, const LoadedPlan& given) {
    RefinedRound result;
    result.number = round.number;
    result.best = round.best;
    result.floor = floor;
    result.round.plan = loaded(round.plan, given, round.number);
    result.round.emulated.trace = makeDisposable<IndexedTrace>(round.recorded);
    result.round.emulated.name = QCoreApplication::translate("Refine", "round %1 on this machine").arg(round.number);
    result.round.score = std::make_shared<const evaluation::Score>(round.score);
    result.round.mean = round.mean;
    result.round.families = round.families;
    return result;
}

}  // namespace

Cancellable<RefineOutcome> refinePlan(const RefineRequest& request, const JobRunner::Context& context) {
    const auto response = openResponse(request);
    if (!response) {
        return tl::unexpected(response.error());
    }
    RefineOutcome outcome;
    if (!*response) {
        outcome.sourceMissing = true;
        return std::optional(std::move(outcome));
    }
    refinement::RefineOptions options;
    options.rounds = request.rounds;
    const auto onRound = [&](const refinement::Round& round, double floor) {
        if (request.onRound) {
            request.onRound(loaded(round, floor, request.plan));
        }
    };
    auto refined =
        refinement::refine(request.plan.composition->plan(), request.real.trace->tracePtr(), executorOf(request),
                           **response, options, context.stop, onRound, context.progress);
    if (!refined) {
        return tl::unexpected(refined.error());
    }
    if (!*refined) {
        return std::optional<RefineOutcome>();
    }
    outcome.best = (*refined)->best;
    outcome.floor = (*refined)->floor;
    outcome.floorMeasured = (*refined)->floorMeasured;
    outcome.confirmed = (*refined)->confirmed.mean;
    outcome.ending = (*refined)->ending;
    outcome.simulated = (*refined)->simulated;
    outcome.plan =
        loaded(std::make_shared<const plan::ExecutionPlan>(std::move((*refined)->plan)), request.plan, outcome.best);
    return std::optional(std::move(outcome));
}

}  // namespace mimesys::widgets
