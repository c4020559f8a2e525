// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "evaluation/score.h"
#include "execution/executor.h"
#include "generation/generator.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::service {

// From a trace to a scored, exported workload on this machine.
struct LoopOptions {
    std::filesystem::path trace;
    std::filesystem::path dataset;       // made when it does not exist; empty = the one installed for this machine
    std::filesystem::path outputFolder;  // created when needed
    double collectSeconds = 120.0;       // of execution, when the data set has to be made
    // Trained on the data set when it does not exist or was trained on another one; empty = the one installed for this
    // machine, or beside a data set that is named.
    std::filesystem::path model;
    double trainSeconds = 170.0;    // of training, when the model has to be made; 0 = without diffusion
    std::size_t pilotWindows = 20;  // run for every method to choose the best
    std::uint64_t seed = 1;
    std::filesystem::path scratchDirectory;  // empty = default
};

// One generator's attempt.
struct Attempt {
    std::string method;  // name of the generator
    generation::FitReport fit;
    evaluation::Score pilot;  // measured over the pilot's windows
};

struct LoopResult {
    std::size_t datasetSamples = 0;
    std::vector<std::string> notes;  // one sentence per method that could not take part
    std::size_t pilotFirstWindow = 0;
    std::size_t pilotWindows = 0;
    std::vector<Attempt> attempts;  // best first
    evaluation::Score score;        // of the best method, over the whole trace
    execution::RunReport report;    // of that run
    std::filesystem::path real;     // files written into the output folder
    std::filesystem::path plan;
    std::filesystem::path emulated;
    std::filesystem::path workload;
};

// Collects a data set and trains a model unless there are, generates a plan with every method, executes each over the
// same few windows of the trace (the liveliest), executes the best over all of it, records and scores that run, and
// exports the workload.
[[nodiscard]] Cancellable<LoopResult> closeLoop(const LoopOptions& options, const std::stop_token& stop,
                                                const ProgressCallback& progress);

}  // namespace mimesys::service
