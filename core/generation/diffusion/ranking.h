// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/forwardmodel.h"

namespace mimesys::generation {

// How far the forward model expects compositions to be from what the condition asks for: |difference| in units of the
// ranges, times the weights (n) of the machine's metrics, averaged within each family of metrics and then over
// families, as scores are; values that are missing do not count. (B) for compositions (B, K, M) after `previous` (B, K,
// M).
[[nodiscard]] torch::Tensor expectedDistance(model::ForwardModel& forward, const model::Description& description,
                                             const torch::Tensor& composition, const torch::Tensor& previous,
                                             const model::Condition& condition, const torch::Tensor& weights);

}  // namespace mimesys::generation
