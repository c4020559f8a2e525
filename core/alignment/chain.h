// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"
#include "trace/trace.h"
#include "trace/windowed.h"

#include <cstddef>
#include <memory>

namespace mimesys::alignment {

// Compositions executed one after the other in one plan, so that time goes into windows and not into starting up: an
// idle window to settle, then all of them in order.
struct Chain {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    std::size_t compositions = 0;

    // Window of the plan in which a composition runs.
    [[nodiscard]] static std::size_t windowOf(std::size_t composition) { return 1 + composition; }
};

// The windows of a plan as compositions.
[[nodiscard]] Chain chain(const plan::ExecutionPlan& compositions);

// What a chain's recording says of its compositions, (C, N). Matched by the windows the compositions
// ran in: one that the recording lacks is missing (NaN), whatever comes after it. BadInput for a recording that cannot
// be cut into windows.
[[nodiscard]] Expected<trace::WindowedTrace> measurements(const Chain& chain, const trace::Trace& recording);

}  // namespace mimesys::alignment
