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

// How much a difference in each of the machine metrics counts, (n): the root of the model's range over the highest
// value of the target. Scores are in units of the one or of the other; the root is between them. At least 1, and at
// most kMostWeight, also for what is 0 throughout: what the forward model gets wrong would count as much as what it
// gets right.
inline constexpr double kMostWeight = 3.0;
[[nodiscard]] torch::Tensor weightsOf(const trace::WindowedTrace& target, const model::Description& description);

}  // namespace mimesys::generation
