// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/trainjob.h"

#include "alignment/alignlog.h"
#include "jobs/growing.h"
#include "model/model.h"
#include "models/paths.h"
#include "timeline/format.h"
#include "training/trainlog.h"

namespace mimesys::widgets {
namespace {

using Points = std::vector<model::TrainPoint>;
using AlignPoints = std::vector<model::AlignPoint>;

bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

LoadedTraining describedBy(model::Description description, const std::filesystem::path& path) {
    LoadedTraining loaded;
    loaded.points = std::make_shared<const Points>(description.history);
    loaded.simulated = description.simulated();
    if (!description.alignment.history.empty()) {
        loaded.alignment = std::make_shared<const AlignPoints>(description.alignment.history);
    }
    loaded.model = std::make_shared<const model::Description>(std::move(description));
    loaded.name = toQString(path.filename().string());
    loaded.path = toName(path);
    return loaded;
}

LoadedTraining logOf(const std::filesystem::path& path, bool simulated) {
    LoadedTraining loaded;
    loaded.points = std::make_shared<const Points>();
    loaded.simulated = simulated;
    loaded.name = toQString(path.filename().string());
    loaded.path = toName(path);
    loaded.isLog = true;
    return loaded;
}

Expected<LoadedTraining> loadLog(const std::filesystem::path& path) {
    if (alignment::looksLikeAlignLog(path)) {
        return alignment::readAlignLog(path).map([&](alignment::AlignLog log) {
            LoadedTraining loaded = logOf(path, log.simulated);
            loaded.alignment = std::make_shared<const AlignPoints>(std::move(log.points));
            return loaded;
        });
    }
    return training::readTrainLog(path).map([&](training::TrainLog log) {
        LoadedTraining loaded = logOf(path, log.simulated);
        loaded.points = std::make_shared<const Points>(std::move(log.points));
        return loaded;
    });
}

using GrowingTraining = Growing<model::TrainPoint, &model::TrainPoint::step, &LoadedTraining::points>;

// What was logged of an unfinished training.
Points pointsBefore(const std::filesystem::path& model) {
    return isThere(training::checkpointPath(model))
               ? training::readTrainLog(training::logPath(model)).value_or(training::TrainLog()).points
               : Points();
}

}  // namespace

bool looksLikeTraining(const std::filesystem::path& path) {
    return path.extension() == ".safetensors" || training::looksLikeTrainLog(path) ||
           alignment::looksLikeAlignLog(path);
}

Expected<LoadedTraining> loadTraining(const std::filesystem::path& path) {
    if (path.extension() != ".safetensors") {
        return loadLog(path);
    }
    return model::readDescription(path).map(
        [&](model::Description description) { return describedBy(std::move(description), path); });
}

Cancellable<LoadedTraining> openInstalledTraining(const Installed& named) {
    const auto installed = findInstalled(named);
    if (!installed) {
        return tl::unexpected(installed.error());
    }
    const std::filesystem::path log = training::logPath(installed->model);
    const bool unfinished = isThere(training::checkpointPath(installed->model)) && isThere(log);
    if (!unfinished && !installed->hasModel()) {
        return std::optional(LoadedTraining());
    }
    return loadTraining(unfinished ? log : installed->model).map([](LoadedTraining loaded) {
        return std::optional(std::move(loaded));
    });
}

Cancellable<LoadedTraining> trainModel(const TrainRequest& request, const JobRunner::Context& context) {
    const auto files = findInstalled(request.choice.files);
    if (!files) {
        return tl::unexpected(files.error());
    }
    const auto dataset = dataset::readDataset(files->dataset);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    std::error_code ignored;
    if (request.choice.files.model.empty()) {
        std::filesystem::create_directories(files->model.parent_path(), ignored);
    }
    if (request.choice.restart) {
        std::filesystem::remove(training::checkpointPath(files->model), ignored);
    }
    LoadedTraining shown;
    shown.name = toQString(files->model.filename().string());
    shown.path = toName(files->model);
    shown.simulated = dataset->simulated();
    GrowingTraining growing(std::move(shown), pointsBefore(files->model), request.onPoint);
    auto description = request.learning.train(
        *dataset, files->model, request.choice.options, context.stop,
        [&growing](const model::TrainPoint& point) { growing.add(point); }, context.progress);
    if (!description) {
        return tl::unexpected(description.error());
    }
    if (!*description) {
        return std::optional<LoadedTraining>();
    }
    return std::optional(describedBy(std::move(**description), files->model));
}

}  // namespace mimesys::widgets
