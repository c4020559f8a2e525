// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/forwardmodel.h"

namespace mimesys::generation {

// Whether a window starts from what the one before left, or is its own predecessor (generation without the state).
enum class State { Followed, Steady };

// Corrects chosen compositions (T, K, M) of successive windows by what the forward model expects of them: `steps` steps
// of Adam (Kingma and Ba 2015) down the expected distance of all windows together, a window counting in its own outcome
// and as the predecessor of the next. Only fractions that are not 0 move, so that the sampler's choice of stressors
// stays; rows stay valid. `before` (K, M) ran before the first window. Windows marked in `fixed` (T) stay as they are.
[[nodiscard]] torch::Tensor polished(model::ForwardModel& forward, const model::Description& description,
                                     const torch::Tensor& compositions, const torch::Tensor& before,
                                     const model::Condition& condition, const torch::Tensor& weights,
                                     const torch::Tensor& fixed, int steps, State state);

}  // namespace mimesys::generation
