// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/plan.h"

#include <cstddef>

namespace mimesys::plan {

// The plan on fewer CPUs: row j of the result is the mean of the rows whose place, seen as an interval of [0, K), falls
// into [j·K/cpus, (j+1)·K/cpus), each weighted by its overlap. Every composition keeps its mean over CPUs, so the
// machine is as busy in per cent as the one the plan was made for, and neighbouring rows (a socket's) stay together.
// The result no longer says which machine it was made for: its rows are no CPUs of that one. 0 < cpus ≤ K.
[[nodiscard]] ExecutionPlan foldTo(const ExecutionPlan& plan, std::size_t cpus);

}  // namespace mimesys::plan
