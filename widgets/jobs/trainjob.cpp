// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/trainjob.h"

#include "alignment/alignlog.h"
#include "model/model.h"
#include "timeline/format.h"
#include "training/trainlog.h"

#include <QFile>

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
    loaded.path = QFile::decodeName(path.c_str());
    return loaded;
}

LoadedTraining logOf(const std::filesystem::path& path, bool simulated) {
    LoadedTraining loaded;
    loaded.points = std::make_shared<const Points>();
    loaded.simulated = simulated;
    loaded.name = toQString(path.filename().string());
    loaded.path = QFile::decodeName(path.c_str());
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

// A training as it is seen while it goes on: what was logged before it was stopped, and every new point.
class Growing {
public:
    Growing(const TrainRequest& request, const std::filesystem::path& model, bool simulated) : m_request(request) {
        m_loaded.name = toQString(model.filename().string());
        m_loaded.path = QFile::decodeName(model.c_str());
        m_loaded.simulated = simulated;
        if (isThere(training::checkpointPath(model))) {
            m_points = training::readTrainLog(training::logPath(model)).value_or(training::TrainLog()).points;
        }
        report();
    }

    void add(const model::TrainPoint& point) {
        // A training that was killed goes on from a checkpoint older than its log.
        std::erase_if(m_points, [&](const model::TrainPoint& old) { return old.step >= point.step; });
        m_points.push_back(point);
        report();
    }

private:
    void report() {
        if (m_request.onPoint) {
            m_loaded.points = std::make_shared<const Points>(m_points);
            m_request.onPoint(m_loaded);
        }
    }

    const TrainRequest& m_request;
    LoadedTraining m_loaded;
    Points m_points;
};

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
    Growing growing(request, files->model, dataset->simulated());
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
