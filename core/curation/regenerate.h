// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "curation/edit.h"
#include "generation/generator.h"
#include "plan/plan.h"
#include "trace/windowed.h"

#include <cstdint>
#include <stop_token>

namespace mimesys::curation {

// Which windows of a plan a stretch of time reaches into, at least one. BadInput when it lies outside of the plan.
[[nodiscard]] Expected<IndexRange> windowsOf(const Span& range, const plan::ExecutionPlan& plan);

// Composes the windows of a range anew, to follow on the plan's window before it; everything outside is the same to the
// bit, and so are locked cells within, to whose rows fitRow() fits what is new. The plan and `target` begin together
// and have windows of the same length. The plan's `source` tells what was done, and whether that rests on simulation.
// Same inputs and seed, same plan. BadInput when plan, target and generator do not go together, and when everything
// within the range is locked.
[[nodiscard]] Cancellable<plan::ExecutionPlan> regenerate(const plan::ExecutionPlan& plan,
                                                          const trace::WindowedTrace& target,
                                                          const generation::Generator& generator,
                                                          const IndexRange& windows, std::uint64_t seed,
                                                          std::stop_token stop, const ProgressCallback& progress);

}  // namespace mimesys::curation
