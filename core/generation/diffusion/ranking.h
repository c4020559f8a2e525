// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/forwardmodel.h"

namespace mimesys::generation {

// How far what B windows measured or are expected to measure, `cores` (B, K, 2) and `metrics` (B, G, 2) as scaled
// values and masks, is from what the condition asks for: |difference| in units of the ranges, times the weights (G) of
// the machine's metrics, averaged within each family of metrics and then over families, as scores are. Values that
// either side lacks do not count. (B); 0 where they share none.
[[nodiscard]] torch::Tensor distanceBetween(const torch::Tensor& cores, const torch::Tensor& metrics,
                                            const model::Description& description, const model::Condition& condition,
                                            const torch::Tensor& weights);

// How far the forward model expects compositions (B, K, M) after `previous` (B, K, M) to be from what the condition
// asks for, as distanceBetween(): (B).
[[nodiscard]] torch::Tensor expectedDistance(model::ForwardModel& forward, const model::Description& description,
                                             const torch::Tensor& composition, const torch::Tensor& previous,
                                             const model::Condition& condition, const torch::Tensor& weights);

}  // namespace mimesys::generation
