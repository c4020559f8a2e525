// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dataset/dataset.h"
#include "plan/plan.h"
#include "trace/trace.h"

#include <memory>
#include <string_view>
#include <vector>

namespace mimesys::collection {

// A stretch of the sequence of compositions that is executed as one plan: an idle window to settle, then one window per
// sample, so that time goes into windows and not into starting up.
struct Round {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    std::vector<std::string_view> kinds;  // per sample
};

// Samples [first, first + count) of the sequence that belongs to the data set's seed, CPUs and stressors.
[[nodiscard]] Round planRound(const dataset::Dataset& dataset, std::size_t first, std::size_t count);

// Appends the samples of a round that was executed and recorded. The first round settles which metrics the data set
// has: all that were recorded, but of the cores only those the compositions ran on. Failed when the recording is
// shorter than the plan.
[[nodiscard]] Expected<void> appendRound(dataset::Dataset& dataset, const Round& round, const trace::Trace& recording,
                                         const std::vector<int>& cpus);

}  // namespace mimesys::collection
