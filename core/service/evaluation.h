// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "evaluation/score.h"
#include "generation/generator.h"
#include "service/executors.h"
#include "service/view.h"
#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::service {

struct NamedTrace {
    std::string name;
    trace::TracePtr trace;
};

// A generator that takes part, and what tells its results from those of another one of the same name: a hash of the
// data set or model behind it.
struct Contestant {
    generation::Generator generator;
    std::string inputs;
    std::vector<std::string> seen{};  // trace::contentHash() of traces its model was aligned on: they do not judge it
};

struct EvaluationOptions {
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;                           // of plans and of what is dropped
    std::map<std::string, evaluation::Range> ranges;  // as ScoreOptions::ranges
    std::vector<View> views{View{}};                  // what each generator gets to see, one after the other
    // Results are written here after every trial and continued from here; empty = nowhere.
    std::filesystem::path result;
};

// One generator's attempt at one trace: generated, executed, recorded, scored against the whole trace.
struct Trial {
    std::string trace;
    std::string method;
    View view;
    std::string inputs;  // hash of everything the outcome depends on
    std::string load;    // loadLevel() of the trace
    std::size_t windows = 0;
    double generationSeconds = 0.0;         // elapsed
    std::vector<std::string> fit;           // FitReport::steps
    std::map<Family, double> families;      // DTW, as in evaluation::Score
    std::map<std::string, double> metrics;  // DTW by metric id
    double mean = 0.0;
    bool simulated = false;  // the executor, or values of either side
    std::string failure;     // the sentence that says why there are no scores; empty when there are
    bool operator==(const Trial&) const = default;
};

struct Evaluation {
    std::string executor;
    bool simulated = false;  // the executor, or at least one trial
    std::string machine;     // JSON of machine::Machine
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    std::string inputs;         // hash of the settings all trials share
    std::vector<Trial> trials;  // in order of views, contestants and traces; then others the result file had
    std::size_t expected = 0;   // trials of a complete evaluation
    bool operator==(const Evaluation&) const = default;
};

// "low": up to 30 % of the cores allocated, "mid": up to 60 %, "high", as in the paper's Figure 9. What the trace's
// attribute "load" says, else by its mean CPU utilisation; "unknown" without either.
inline constexpr std::array<std::string_view, 4> kLoadLevels{"low", "mid", "high", "unknown"};
[[nodiscard]] std::string loadLevel(const trace::Trace& trace);

// Tries every contestant on every trace in every view. A trial that fails is kept with its reason, and the others go
// on; those that failed are tried again when an evaluation is continued. BadInput when nothing is to be tried, names
// repeat, a model was aligned on one of the traces, or the result file holds something else. When stopped, finished
// trials stay in the result file.
[[nodiscard]] Cancellable<Evaluation> evaluate(const std::vector<NamedTrace>& traces,
                                               const std::vector<Contestant>& contestants, const Executor& executor,
                                               const EvaluationOptions& options, const std::stop_token& stop,
                                               const ProgressCallback& progress);

}  // namespace mimesys::service
