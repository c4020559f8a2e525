// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mimesys::execution {

// A stretch in which one stressor runs, relative to its window's begin.
struct PlannedSlice {
    std::uint32_t stressor = 0;  // column of the plan
    std::int64_t beginNs = 0;
    std::int64_t endNs = 0;
    bool operator==(const PlannedSlice&) const = default;
};

// What LocalExecutor runs in one window of one row when nobody else takes the CPU: round by round, in the order of the
// plan's seed. By time, without overlaps; what lies between them is sleep.
[[nodiscard]] std::vector<PlannedSlice> timetable(const plan::ExecutionPlan& plan, std::size_t window, std::size_t row);

}  // namespace mimesys::execution
