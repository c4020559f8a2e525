// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"
#include "trace/trace.h"
#include "trace/windowed.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace mimesys::alignment {

// Compositions executed one after the other in one plan, so that time goes into windows and not into starting up: an
// idle window to settle, all of them in order, and the same again for every repeat.
struct Chain {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    std::size_t compositions = 0;
    std::size_t repeats = 1;

    // Window of the plan in which a composition runs for the n-th time.
    [[nodiscard]] std::size_t windowOf(std::size_t composition, std::size_t repeat) const {
        return repeat * (compositions + 1) + 1 + composition;
    }
};

// Compositions are the windows of `once`.
[[nodiscard]] Chain chain(const plan::ExecutionPlan& once, std::size_t repeats);

// What a chain's recording says of its compositions, (C, N) for every repeat. Matched by the windows the compositions
// ran in: one that the recording lacks is missing (NaN), whatever comes after it. BadInput for a recording that cannot
// be cut into windows.
[[nodiscard]] Expected<std::vector<trace::WindowedTrace>> measurements(const Chain& chain,
                                                                       const trace::Trace& recording);

}  // namespace mimesys::alignment
