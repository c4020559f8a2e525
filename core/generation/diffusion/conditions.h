// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "trace/windowed.h"

namespace mimesys::generation {

// What a fitted target says to the network in T windows: scaled values and masks. The previous compositions are zero
// and unknown.
[[nodiscard]] model::Condition conditionsOf(const trace::WindowedTrace& target, const model::Description& description);

// How much a difference in each of the machine metrics counts for Units::Trace, (n): the root of the model's range over
// the highest value of the target. The ratio itself would be what a score in units of the trace weighs by; but what the
// forward model gets wrong would then count as much as what it gets right. At least 1, and at most kMostWeight, also
// for what is 0 throughout.
inline constexpr double kMostWeight = 10.0;
[[nodiscard]] torch::Tensor weightsOf(const trace::WindowedTrace& target, const model::Description& description);

}  // namespace mimesys::generation
