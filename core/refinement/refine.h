// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "evaluation/score.h"
#include "execution/recordedrun.h"
#include "plan/plan.h"
#include "refinement/ending.h"
#include "refinement/response.h"
#include "trace/trace.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::refinement {

using PlanPtr = std::shared_ptr<const plan::ExecutionPlan>;

struct RefineOptions {
    std::size_t rounds = 5;  // corrections at most
    // How much of what is still wrong a round corrects at first, in (0, 1].
    double damping = 0.8;
    std::size_t patience = 3;                         // rounds in a row that may improve nothing
    std::map<std::string, evaluation::Range> ranges;  // as ScoreOptions::ranges
    // The mean distance at which there is nothing left to gain. Without one it is measured: the distance between two
    // executions of the plan as it came.
    std::optional<double> floor;
    // Where rounds are kept and continued from, see journal.h; empty = nowhere.
    std::filesystem::path journal;
    // What the outcome depends on besides plan, target and these options: machine and response.
    std::string inputs;
};

// One plan, executed and scored.
struct Round {
    std::size_t number = 0;  // 0 = the plan as it came
    PlanPtr plan;
    trace::TracePtr recorded;
    std::vector<int> onCpus;  // logical CPU of each row
    // Mean over the executions: round 0 has two unless the floor is given.
    double mean = 0.0;
    std::map<Family, double> families;
    evaluation::Score score;  // of `recorded`
    double damping = 0.0;     // of the correction that made the plan; 0 for round 0
    bool best = false;        // better than all before it
};

struct Refined {
    std::vector<Round> rounds;
    std::size_t best = 0;      // the round with the lowest mean
    plan::ExecutionPlan plan;  // that round's, its `source` telling how it came about
    double floor = 0.0;
    bool floorMeasured = false;
    // The lowest of several noisy scores flatters. This is of one more execution of the best plan, which had no part in
    // choosing it.
    evaluation::Score confirmed;
    trace::TracePtr confirmation;  // what was recorded meanwhile
    Ending ending = Ending::RoundsOver;
    bool simulated = false;          // nothing of it was measured
    std::vector<std::string> notes;  // what of the trace is not followed, and why
};

using RoundCallback = std::function<void(const Round& round, double floor)>;

// Iterative learning control (Arimoto, Kawamura and Miyazaki 1984): executes the plan, compares window by window,
// corrects the compositions where the trace is missed, and repeats from the best plan so far; a correction that made
// things worse is tried again from there with half the damping. What is corrected is the difference that was measured,
// through the slope of the response: the goal of a round is
//   expected(a) + damping · (target − expected(a) − offset),
// the offset being what executed rounds measured beyond what the response expects, per window, a round counting by how
// near its composition is. Only metrics that the response's stressors drive and that both sides have are followed; they
// count as in the score. Rounds that the journal holds are not executed again.
// BadInput when plan, target and response do not belong together. Empty when stopped; the journal keeps what was done.
[[nodiscard]] Cancellable<Refined> refine(const plan::ExecutionPlan& plan, const trace::TracePtr& target,
                                          const execution::Execute& execute, const Response& response,
                                          const RefineOptions& options, const std::stop_token& stop,
                                          const RoundCallback& onRound, const ProgressCallback& progress);

}  // namespace mimesys::refinement
