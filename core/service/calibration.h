// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "collection/collector.h"
#include "service/evaluation.h"
#include "service/executors.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::service {

// A machine's model in one go: collected, trained, aligned, evaluated and installed.
struct CalibrationOptions {
    double budgetSeconds = 1800.0;
    double windowSeconds = 1.0;  // of the traces; samples are collected in shorter ones
    std::uint64_t seed = 1;
    std::string stressors = "applications";  // see stressor::selectStressors()
    std::string executor = "local";          // see openExecutor()
    execution::ExecutorOptions execution;
    std::filesystem::path folder;  // where it works; empty = "calibration" beside what is installed for the machine
    int threads = 0;               // of training and alignment; 0 = one per usable CPU
};

// Shares of the budget. What is left is spent on starting up and generating.
inline constexpr double kCollectShare = 0.45;
inline constexpr double kTrainShare = 0.25;
inline constexpr double kAlignShare = 0.18;
inline constexpr double kEvaluateShare = 0.08;

struct CalibrationStage {
    std::string name;      // "collect", "train", "align", "evaluate"
    double seconds = 0.0;  // elapsed; 0 when it was done before
    std::string outcome;   // one sentence
};

struct Calibration {
    std::vector<CalibrationStage> stages;
    Evaluation evaluation;          // of the model before and after alignment, on the end of every trace
    std::filesystem::path dataset;  // installed
    std::filesystem::path model;
    std::string fingerprint;
    bool simulated = false;
};

// Collects a data set by novelty, trains a model, aligns it on the first two thirds of every trace, evaluates it on the
// rest, of which it has seen nothing, and installs data set and model for the machine's fingerprint, where generation
// finds them. What was installed before stays until then. Every stage continues where it was stopped, and is not
// repeated when it is done. BadInput when there is no trace, or one is too short; Unavailable without LibTorch.
[[nodiscard]] Cancellable<Calibration> calibrate(const std::vector<NamedTrace>& traces,
                                                 const CalibrationOptions& options, const std::stop_token& stop,
                                                 const ProgressCallback& progress);

}  // namespace mimesys::service
