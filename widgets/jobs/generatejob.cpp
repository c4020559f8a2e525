// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/generatejob.h"

#include "curation/regenerate.h"
#include "curation/traceedit.h"
#include "dataset/dataset.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "model/model.h"
#include "models/paths.h"
#include "timeline/format.h"
#include "trace/windowed.h"

#include <QCoreApplication>

namespace mimesys::widgets {
namespace {

constexpr double kWindowSeconds = 1.0;

std::optional<generation::Method> datasetMethod(PlanMethod method) {
    switch (method) {
        case PlanMethod::Search:
            return generation::Method::Search;
        case PlanMethod::Interpolation:
            return generation::Method::Interpolation;
        case PlanMethod::SingleStressor:
            return generation::Method::SingleStressor;
        case PlanMethod::Diffusion:
            break;
    }
    return std::nullopt;
}

// Fills in why nothing can be generated, or gives the generator.
Expected<std::optional<generation::Generator>> prepare(const GenerateRequest& request,
                                                       const trace::WindowedTrace& windows, GenerateOutcome& outcome) {
    const auto installed = findInstalled(request.choice.source);
    if (!installed) {
        return tl::unexpected(installed.error());
    }
    const auto method = datasetMethod(request.choice.method);
    if (!(method ? installed->hasDataset() : installed->hasModel())) {
        outcome.sourceMissing = true;
        return std::optional<generation::Generator>();
    }
    if (method) {
        return dataset::readDataset(installed->dataset).map([&](dataset::Dataset dataset) {
            return std::optional(
                generation::bind(*method, std::make_shared<const dataset::Dataset>(std::move(dataset))));
        });
    }
    const auto description = model::readDescription(installed->model);
    if (!description) {
        return tl::unexpected(description.error());
    }
    const generation::Misfit misfit = generation::misfitOf(windows, *description);
    if (misfit.any() && !request.choice.diffusion.fit) {
        outcome.misfit = misfit;
        outcome.modelCpus = static_cast<int>(description->cpus());
        return std::optional<generation::Generator>();
    }
    return request.learning.open(installed->model, request.choice.diffusion).map([](generation::Generator generator) {
        return std::optional(std::move(generator));
    });
}

// A plan for all windows, or the given one with a part of it made anew.
Cancellable<generation::Generated> make(const generation::Generator& generator, const GenerateRequest& request,
                                        const trace::WindowedTrace& windows, const JobRunner::Context& context) {
    if (!request.part) {
        return generator.generate(windows, request.choice.seed, context.stop, context.progress);
    }
    const plan::ExecutionPlan& plan = request.part->plan.composition->plan();
    const auto range = curation::windowsOf(request.part->range, plan);
    if (!range) {
        return tl::unexpected(range.error());
    }
    auto made =
        curation::regenerate(plan, windows, generator, *range, request.choice.seed, context.stop, context.progress);
    if (!made || !*made) {
        return !made ? Cancellable<generation::Generated>(tl::unexpected(made.error())) : std::nullopt;
    }
    return generation::Generated{std::move(**made), {}};
}

// Which file the plan imitates, and what was changed in it. A file that has gone since it was opened only costs the
// plan its note of origin.
void nameOrigin(const LoadedTrace& real, plan::ExecutionPlan& plan, LoadedPlan& loaded) {
    const auto edited = real.trace->trace().attributes.find(curation::kEditedAttribute);
    const std::string edits = edited == real.trace->trace().attributes.end() ? std::string() : edited->second;
    const auto named = generation::nameTrace(plan, toPath(real.path), edits);
    if (!named) {
        loaded.notes += toQString(named.error().text());
    }
}

void describe(const generation::FitReport& report, LoadedPlan& plan) {
    for (const std::string& step : report.steps) {
        plan.notes += toQString(step);
    }
}

}  // namespace

QString methodTitle(PlanMethod method) {
    switch (method) {
        case PlanMethod::Diffusion:
            return QCoreApplication::translate("Method", "Diffusion");
        case PlanMethod::Search:
            return QCoreApplication::translate("Method", "Search");
        case PlanMethod::Interpolation:
            return QCoreApplication::translate("Method", "Interpolation");
        case PlanMethod::SingleStressor:
            break;
    }
    return QCoreApplication::translate("Method", "Single stressor");
}

Cancellable<GenerateOutcome> generatePlan(const GenerateRequest& request, const JobRunner::Context& context) {
    const double windowSeconds = request.part ? request.part->plan.composition->plan().windowSeconds() : kWindowSeconds;
    const auto windows = trace::windowTrace(request.real.trace->trace(), windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    GenerateOutcome outcome;
    const auto generator = prepare(request, *windows, outcome);
    if (!generator) {
        return tl::unexpected(generator.error());
    }
    if (!*generator) {
        return std::optional(std::move(outcome));
    }
    auto generated = make(**generator, request, *windows, context);
    if (!generated) {
        return tl::unexpected(generated.error());
    }
    if (!*generated) {
        return std::optional<GenerateOutcome>();
    }
    describe((*generated)->report, outcome.plan);
    if (request.part) {
        outcome.plan = request.part->plan;
        outcome.plan.path.clear();
    }
    if (!request.real.path.isEmpty()) {
        nameOrigin(request.real, (*generated)->plan, outcome.plan);
    }
    outcome.plan.simulated = outcome.plan.simulated || generation::restsOnSimulation((*generated)->plan);
    outcome.plan.composition =
        makeDisposable<Composition>(std::make_shared<const plan::ExecutionPlan>(std::move((*generated)->plan)));
    if (!request.part) {
        outcome.plan.name = QCoreApplication::translate("Method", "%1 plan").arg(methodTitle(request.choice.method));
    }
    return std::optional(std::move(outcome));
}

}  // namespace mimesys::widgets
