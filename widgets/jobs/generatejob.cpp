// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/generatejob.h"

#include "collection/collector.h"
#include "dataset/dataset.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "machine/machine.h"
#include "timeline/format.h"
#include "trace/windowed.h"

#include <QCoreApplication>
#include <QFile>

namespace mimesys::widgets {
namespace {

constexpr double kWindowSeconds = 1.0;

}  // namespace

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
    const auto windows = trace::windowTrace(request.real.trace->trace(), kWindowSeconds);
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
    if (!request.real.path.isEmpty()) {
        // A file that has gone since it was opened only costs the plan its note of origin.
        const auto named =
            generation::nameTrace((*generated)->plan, QFile::encodeName(request.real.path).toStdString());
        if (!named) {
            outcome.plan.notes += toQString(named.error().text());
        }
    }
    outcome.plan.composition =
        std::make_shared<const Composition>(std::make_shared<const plan::ExecutionPlan>(std::move((*generated)->plan)));
    outcome.plan.name = QCoreApplication::translate("Method", "%1 plan").arg(methodTitle(request.method));
    return std::optional(std::move(outcome));
}

Cancellable<CollectOutcome> collectDataset(const CollectRequest& request, const JobRunner::Context& context) {
    const auto path = datasetPathFor(request.dataset);
    if (!path) {
        return tl::unexpected(path.error());
    }
    collection::CollectOptions options;
    options.durationSeconds = request.durationSeconds;
    options.scratchDirectory = request.scratchDirectory;
    const auto dataset = collection::collect(*path, options, context.stop, context.progress);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    if (!*dataset) {
        return std::optional<CollectOutcome>();
    }
    const double background = collection::backgroundPoints(**dataset);
    return std::optional(
        CollectOutcome{(*dataset)->sampleCount(), background, background >= collection::kBusyMachinePoints});
}

}  // namespace mimesys::widgets
