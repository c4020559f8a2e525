// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/alignjob.h"

#include "alignment/alignlog.h"
#include "jobs/growing.h"
#include "jobs/trainjob.h"
#include "model/model.h"
#include "models/paths.h"
#include "service/aligning.h"
#include "service/executors.h"
#include "timeline/format.h"
#include "trace/files.h"
#include "trace/read.h"
#include "training/describe.h"

namespace mimesys::widgets {
namespace {

using AlignPoints = std::vector<model::AlignPoint>;

// Empty when stopped.
Cancellable<std::vector<service::NamedTrace>> readTraces(const std::filesystem::path& named,
                                                         const JobRunner::Context& context) {
    const auto files = trace::traceFiles({named});
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::vector<service::NamedTrace> traces;
    for (const std::filesystem::path& file : *files) {
        auto read = trace::readTrace(file, context.stop, {});
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (!*read) {
            return std::optional<std::vector<service::NamedTrace>>();
        }
        traces.push_back({file.filename().string(), (*read)->trace});
    }
    return std::optional(std::move(traces));
}

// The data set that the model learnt from, if it is that one.
std::optional<dataset::Dataset> replayOf(const Installed& files) {
    const auto description = model::readDescription(files.model);
    auto dataset = dataset::readDataset(files.dataset);
    if (!description || !dataset || training::hashOf(*dataset) != description->datasetHash) {
        return std::nullopt;
    }
    return std::move(*dataset);
}

using GrowingAlignment = Growing<model::AlignPoint, &model::AlignPoint::iteration, &LoadedTraining::alignment>;

// What was logged of an unfinished alignment.
AlignPoints pointsBefore(const std::filesystem::path& output) {
    std::error_code ignored;
    return std::filesystem::exists(alignment::checkpointPath(output), ignored)
               ? alignment::readAlignLog(alignment::logPath(output)).value_or(alignment::AlignLog()).points
               : AlignPoints();
}

}  // namespace

Cancellable<LoadedTraining> alignModel(const AlignRequest& request, const JobRunner::Context& context) {
    const AlignChoice& choice = request.choice;
    const auto files = findInstalled(choice.files);
    if (!files) {
        return tl::unexpected(files.error());
    }
    const auto traces = readTraces(choice.traces, context);
    if (!traces || !*traces) {
        return traces ? Cancellable<LoadedTraining>(std::optional<LoadedTraining>()) : tl::unexpected(traces.error());
    }
    execution::ExecutorOptions execution;
    execution.scratchDirectory = request.scratchDirectory;
    auto executor = service::openExecutor(choice.executor, execution);
    if (!executor) {
        return tl::unexpected(executor.error());
    }
    const std::optional<dataset::Dataset> replay = replayOf(*files);
    if (choice.restart) {
        std::error_code ignored;
        std::filesystem::remove(alignment::checkpointPath(choice.output), ignored);
    }
    alignment::AlignOptions options = service::alignOptionsWithin(choice.budgetSeconds, executor->simulated);
    options.sampling.fit = true;  // traces come from other machines as well
    LoadedTraining shown;
    shown.points = std::make_shared<const std::vector<model::TrainPoint>>();
    shown.name = toQString(choice.output.filename().string());
    shown.path = toName(choice.output);
    shown.simulated = executor->simulated;
    GrowingAlignment growing(std::move(shown), pointsBefore(choice.output), request.onPoint);
    const alignment::Site site{executor->name, executor->simulated, std::move(executor->run)};
    const auto description = request.learning.align(
        files->model, **traces, site, replay ? &*replay : nullptr, choice.output, options, context.stop,
        [&growing](const model::AlignPoint& point) { growing.add(point); }, context.progress);
    if (!description) {
        return tl::unexpected(description.error());
    }
    if (!*description) {
        return std::optional<LoadedTraining>();
    }
    return loadTraining(choice.output).map([](LoadedTraining loaded) { return std::optional(std::move(loaded)); });
}

}  // namespace mimesys::widgets
