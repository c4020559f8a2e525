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

}  // namespace mimesys::generation
