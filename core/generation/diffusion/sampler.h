// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generation/diffusion/diffusion.h"
#include "model/denoiser.h"
#include "model/schedule.h"

#include <torch/torch.h>

#include <functional>

namespace mimesys::generation {

struct SamplerOptions {
    Sampler sampler = Sampler::DpmSolver;
    int steps = 25;
    double guidance = 1.0;
};

// Standard normal noise (B, K, M) for a step, step 0 being the start. The same step gives the same noise.
using NoiseForStep = std::function<torch::Tensor(int step)>;

// Compositions (B, K, M) scaled to [−1, 1], as the denoiser's last estimate gave them: not yet projected. Conditional
// and unconditional estimates of guidance are made in one batch.
[[nodiscard]] torch::Tensor sample(model::Denoiser& denoiser, model::Prediction prediction,
                                   const model::CosineSchedule& schedule, const model::Condition& condition,
                                   const SamplerOptions& options, const NoiseForStep& noise);

}  // namespace mimesys::generation
