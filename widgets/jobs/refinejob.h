// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "execution/recordedrun.h"
#include "jobs/installed.h"
#include "jobs/job.h"
#include "jobs/learning.h"
#include "models/document.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>

namespace mimesys::widgets {

// A round that was just executed.
struct RefinedRound {
    LoadedRound round;
    std::size_t number = 0;
    bool best = false;  // of all so far
    double floor = 0.0;
};

struct RefineRequest {
    LoadedPlan plan;
    LoadedTrace real;
    Installed source;  // empty = what is installed for this machine: its data set, else its model
    Learning learning;
    std::size_t rounds = 5;
    std::filesystem::path scratchDirectory;  // empty = default
    execution::Execute execute;              // empty = this machine
    // Called from the job's thread.
    std::function<void(const RefinedRound&)> onRound;
};

struct RefineOutcome {
    bool sourceMissing = false;  // there is neither a data set nor a model of this machine yet
    std::size_t best = 0;
    LoadedPlan plan;  // that round's, telling how it came about
    double floor = 0.0;
    bool floorMeasured = false;
    double confirmed = 0.0;
    refinement::Ending ending = refinement::Ending::RoundsOver;
    bool simulated = false;
};

// Refines a plan as `mimesys refine --ranges trace` does, so that its distances are those of the score.
[[nodiscard]] Cancellable<RefineOutcome> refinePlan(const RefineRequest& request, const JobRunner::Context& context);

}  // namespace mimesys::widgets
