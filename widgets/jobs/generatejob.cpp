// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/generatejob.h"

#include "collection/collector.h"
#include "dataset/dataset.h"
#include "heatmap/composition.h"
#include "machine/machine.h"
#include "timeline/format.h"
#include "trace/windowed.h"

#include <QCoreApplication>

namespace mimesys::widgets {

QString methodTitle(generation::Method method) {
    switch (method) {
        case generation::Method::Search:
            return QCoreApplication::translate("Method", "Search");
        case generation::Method::Interpolation:
            return QCoreApplication::translate("Method", "Interpolation");
        case generation::Method::SingleStressor:
            break;
    }
    return QCoreApplication::translate("Method", "Single stressor");
}

Expected<std::filesystem::path> datasetPathFor(const std::filesystem::path& named) {
    if (!named.empty()) {
        return named;
    }
    return machine::discover().map(
        [](const machine::Machine& machine) { return dataset::installedDatasetPath(machine::fingerprint(machine)); });
}

Cancellable<GenerateOutcome> generatePlan(const GenerateRequest& request, const JobRunner::Context& context) {
    const auto path = datasetPathFor(request.dataset);
    if (!path) {
        return tl::unexpected(path.error());
    }
    std::error_code ignored;
    if (!std::filesystem::exists(*path, ignored)) {
        return std::optional(GenerateOutcome{true, {}});
    }
    const auto dataset = dataset::readDataset(*path);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    const auto windows = trace::windowTrace(request.real->trace(), dataset->windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    auto generated =
        generation::generate(*windows, *dataset, request.method, request.seed, context.stop, context.progress);
    if (!generated) {
        return tl::unexpected(generated.error());
    }
    if (!*generated) {
        return std::optional<GenerateOutcome>();
    }
    GenerateOutcome outcome;
    for (const std::string& step : (*generated)->report.steps) {
        outcome.plan.notes += toQString(step);
    }
    outcome.plan.composition =
        std::make_shared<const Composition>(std::make_shared<const plan::ExecutionPlan>(std::move((*generated)->plan)));
    outcome.plan.name = QCoreApplication::translate("Method", "%1 plan").arg(methodTitle(request.method));
    return std::optional(std::move(outcome));
}

Cancellable<std::size_t> collectDataset(const CollectRequest& request, const JobRunner::Context& context) {
    const auto path = datasetPathFor(request.dataset);
    if (!path) {
        return tl::unexpected(path.error());
    }
    collection::CollectOptions options;
    options.durationSeconds = request.durationSeconds;
    const auto dataset = collection::collect(*path, options, context.stop, context.progress);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    return *dataset ? std::optional((*dataset)->sampleCount()) : std::optional<std::size_t>();
}

}  // namespace mimesys::widgets
