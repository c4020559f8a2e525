// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/collectjob.h"

#include "collection/collector.h"
#include "jobs/installed.h"
#include "models/paths.h"
#include "service/executors.h"
#include "timeline/format.h"

#include <fmt/ranges.h>

#include <QCoreApplication>

namespace mimesys::widgets {
namespace {

std::filesystem::file_time_type writtenAt(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::last_write_time(path, ignored);
}

LoadedCollection loadedOf(const collection::RoundNews& news, const std::filesystem::path& path, bool simulated) {
    return {std::make_shared<const collection::RoundNews>(news), toQString(path.filename().string()), toName(path),
            simulated, writtenAt(path)};
}

Expected<std::filesystem::path> targetOf(const CollectChoice& choice) {
    if (!choice.dataset.empty()) {
        return choice.dataset;
    }
    if (choice.executor != "local") {
        return badInput("A data set of another machine is not installed for this one; name its file.");
    }
    return findInstalled({}).map([](const Installed& installed) { return installed.dataset; });
}

// What was chosen, and what the data set there was begun with.
Expected<collection::CollectOptions> optionsFor(const CollectRequest& request, const std::filesystem::path& path) {
    const CollectChoice& choice = request.choice;
    collection::CollectOptions options;
    options.strategy = choice.strategy;
    options.durationSeconds = choice.durationSeconds;
    options.samples = choice.samples;
    options.untilSaturated = choice.untilSaturated;
    options.windowSeconds = choice.windowSeconds;
    options.stressors = choice.stressors;
    options.scratchDirectory = request.scratchDirectory;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return options;
    }
    return dataset::readDataset(path).map([&](const dataset::Dataset& found) {
        options.strategy.reset();
        options.windowSeconds = found.windowSeconds;
        options.seed = found.seed;
        options.stressors = fmt::format("{}", fmt::join(found.stressors, ","));
        return options;
    });
}

QString sentenceOf(collection::Ending ending) {
    switch (ending) {
        case collection::Ending::Samples:
            return QCoreApplication::translate("Collection", "it has the samples that were wanted");
        case collection::Ending::Duration:
            return QCoreApplication::translate("Collection", "the time it was given is over");
        case collection::Ending::Saturation:
            break;
    }
    return QCoreApplication::translate("Collection", "the last rounds brought next to nothing new");
}

}  // namespace

Cancellable<CollectOutcome> collectDataset(const CollectRequest& request, const JobRunner::Context& context) {
    const auto path = targetOf(request.choice);
    if (!path) {
        return tl::unexpected(path.error());
    }
    const auto options = optionsFor(request, *path);
    if (!options) {
        return tl::unexpected(options.error());
    }
    execution::ExecutorOptions executor;
    executor.scratchDirectory = request.scratchDirectory;
    const auto laboratory = service::openLaboratory(request.choice.executor, executor, options->stressors);
    if (!laboratory) {
        return tl::unexpected(laboratory.error());
    }
    if (const auto prepared = collection::prepareFolder(*path, laboratory->machine); !prepared) {
        return tl::unexpected(prepared.error());
    }
    LoadedCollection last;
    const auto onRound = [&](const collection::RoundNews& news) {
        last = loadedOf(news, *path, laboratory->simulated);
        if (request.onRound) {
            request.onRound(last);
        }
    };
    const auto collected =
        collection::collectOn({&*laboratory, 1}, *path, *options, context.stop, context.progress, onRound);
    if (!collected) {
        return tl::unexpected(collected.error());
    }
    if (!*collected) {
        return std::optional<CollectOutcome>();
    }
    CollectOutcome outcome{last, sentenceOf((*collected)->ending), (*collected)->dataset.sampleCount()};
    if (!laboratory->simulated) {
        outcome.backgroundPoints = collection::backgroundPoints((*collected)->dataset);
        outcome.disturbed = outcome.backgroundPoints >= collection::kBusyMachinePoints;
    }
    return std::optional(std::move(outcome));
}

Expected<LoadedCollection> loadCollection(const std::filesystem::path& path) {
    // Before it is read: what is written meanwhile is not in it.
    const std::filesystem::file_time_type written = writtenAt(path);
    return dataset::readDataset(path).map([&](const dataset::Dataset& dataset) {
        LoadedCollection loaded = loadedOf(collection::newsOf(dataset), path, dataset.simulated());
        loaded.written = written;
        return loaded;
    });
}

std::optional<LoadedCollection> reloadCollection(const LoadedCollection& shown) {
    const std::filesystem::path path(toPath(shown.path));
    std::error_code gone;
    const auto written = std::filesystem::last_write_time(path, gone);
    if (gone || written == shown.written) {
        return std::nullopt;
    }
    auto loaded = loadCollection(path);
    return loaded ? std::optional(std::move(*loaded)) : std::nullopt;
}

Cancellable<LoadedCollection> openInstalledCollection(const std::filesystem::path& named) {
    CollectChoice choice;
    choice.dataset = named;
    const auto path = targetOf(choice);
    if (!path) {
        return tl::unexpected(path.error());
    }
    std::error_code ignored;
    if (!std::filesystem::exists(*path, ignored)) {
        return std::optional(LoadedCollection());
    }
    return loadCollection(*path).map([](LoadedCollection loaded) { return std::optional(std::move(loaded)); });
}

}  // namespace mimesys::widgets
