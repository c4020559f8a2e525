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

// One step of ancestral sampling (DDPM) as a distribution: normal with this mean (B, K, M) and, in every element, this
// deviation, which is 0 in the last step. What a policy over whole samplings consists of.
struct Transition {
    torch::Tensor mean;
    double deviation = 0.0;
};

// The transition of step `step` of `steps` from `noisy`, without guidance. Differentiable in the denoiser's weights.
[[nodiscard]] Transition ancestralTransition(model::Denoiser& denoiser, model::Prediction prediction,
                                             const model::CosineSchedule& schedule, const model::Condition& condition,
                                             const torch::Tensor& noisy, int step, int steps);

}  // namespace mimesys::generation
