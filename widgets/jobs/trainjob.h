// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/installed.h"
#include "jobs/job.h"
#include "jobs/learning.h"
#include "models/document.h"

#include <filesystem>
#include <functional>

namespace mimesys::widgets {

// A model's file (.safetensors) or the log of a training or alignment.
[[nodiscard]] bool looksLikeTraining(const std::filesystem::path& path);
// The history in a model's file, whose tensors are not read, or in a log.
[[nodiscard]] Expected<LoadedTraining> loadTraining(const std::filesystem::path& path);
// What there is of this machine's model, or of the one that is named: its history, else the log of its unfinished
// training; a null one when there is neither.
[[nodiscard]] Cancellable<LoadedTraining> openInstalledTraining(const Installed& named);

// How a model is to be trained.
struct TrainChoice {
    Installed files;  // empty = those of this machine
    training::TrainOptions options;
    bool restart = false;  // forget an unfinished training
};

struct TrainRequest {
    TrainChoice choice;
    Learning learning;
    // Called from the job's thread with what is known so far; may be empty.
    std::function<void(const LoadedTraining&)> onPoint;
};
[[nodiscard]] Cancellable<LoadedTraining> trainModel(const TrainRequest& request, const JobRunner::Context& context);

}  // namespace mimesys::widgets
