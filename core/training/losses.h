// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"
#include "model/networks.h"
#include "model/schedule.h"
#include "training/samples.h"

#include <torch/torch.h>

namespace mimesys::training {

// What one step of training adds to a batch of B samples.
struct Corruption {
    torch::Tensor time;   // (B) in (0, 1], one in each B-th of it
    torch::Tensor noise;  // (B, K, M) standard normal

    // From a generator of its own, on the CPU: the same numbers on every device.
    [[nodiscard]] static Corruption draw(const torch::IntArrayRef& shape, std::uint64_t seed);
    [[nodiscard]] Corruption to(const torch::Device& device) const;
};

// Mean squared error of what the denoiser puts out (noise or velocity), plus that of the sums of the rows it implies:
// a row's sum is the utilisation of its CPU, and small errors of many stressors add up in it.
[[nodiscard]] torch::Tensor denoisingLoss(model::Denoiser& denoiser, const model::Description& description,
                                          const model::CosineSchedule& schedule, const Batch& batch,
                                          const Corruption& corruption);

// Mean squared error of the forward model over the values that were measured, cores and machine metrics weighted alike.
[[nodiscard]] torch::Tensor forwardLoss(model::ForwardModel& forward, const Batch& batch);

// Mean |error| of the forward model in units of the metrics' ranges: the core's mean and every machine metric weigh 1.
[[nodiscard]] double forwardError(model::ForwardModel& forward, const Batch& batch);

}  // namespace mimesys::training
