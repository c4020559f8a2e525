// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generation/generator.h"
#include "model/denoiser.h"

namespace mimesys::generation {

// The machine a model is for.
[[nodiscard]] Destination destinationOf(const model::Description& description);

// What a fitted target says to the network in T windows: scaled values and masks. The previous compositions are zero
// and unknown.
[[nodiscard]] model::Condition conditionsOf(const trace::WindowedTrace& target, const model::Description& description);

// How much a difference in each of the machine metrics counts, (n): the model's range over what the target itself spans
// from 0, which is what a score without a data set's ranges is in units of. At most kMostWeight, which also holds for
// what is 0 throughout; at least 1.
inline constexpr double kMostWeight = 10.0;
[[nodiscard]] torch::Tensor weightsOf(const trace::WindowedTrace& target, const model::Description& description);

}  // namespace mimesys::generation
