// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"
#include "plan/plan.h"

#include <torch/torch.h>

namespace mimesys::generation {

// What the denoiser puts out, (B, K, M) in about [−1, 1], as valid fractions on the CPU: every row projected to the
// nearest one with a sum of at most 1.
[[nodiscard]] torch::Tensor fractionsOf(const torch::Tensor& clean);
// Rows of (B, K, M) fractions on the CPU, in place.
void projectRows(const torch::Tensor& compositions);

// A plan of T windows from compositions (T, K, M) on the CPU, with the columns of those stressors that this build has.
[[nodiscard]] plan::ExecutionPlan toPlan(const torch::Tensor& compositions, const model::Description& description,
                                         double windowSeconds);
// The other way: (T, K, M), with columns of zeros for stressors that the plan does not have.
[[nodiscard]] torch::Tensor fromPlan(const plan::ExecutionPlan& plan, const model::Description& description);

}  // namespace mimesys::generation
