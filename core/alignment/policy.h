// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/description.h"
#include "model/schedule.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace mimesys::alignment {

// The denoiser as a policy: S steps of ancestral sampling are S − 1 normal distributions, each around what the step
// before led to, and a last step without chance (Black et al. 2024). Never with dropout: a sampling and its
// probabilities belong to the same function.
struct Policy {
    model::Denoiser& denoiser;
    const model::Description& description;
    const model::CosineSchedule& schedule;
    int steps;
};

// B samplings, on the CPU.
struct Trajectories {
    model::Condition condition;         // B
    std::vector<torch::Tensor> states;  // S + 1 times (B, K, M): from noise to the clean estimate
    torch::Tensor logProbability;       // (B, S − 1), up to a constant: of every transition when it was sampled

    [[nodiscard]] std::int64_t size() const { return logProbability.size(0); }
    [[nodiscard]] Trajectories at(const torch::Tensor& indices) const;
    [[nodiscard]] Trajectories to(const torch::Device& device) const;
    [[nodiscard]] static Trajectories concatenate(const std::vector<Trajectories>& parts);
};

// Samples B compositions on the denoiser's device. The same seed and weights give the same.
[[nodiscard]] Trajectories sampleTrajectories(const Policy& policy, const model::Condition& condition,
                                              std::uint64_t seed, const torch::Device& device);

struct PolicyLoss {
    double ratioClip = 0.2;
    double divergence = 0.05;
};

// What an update did, as means.
struct PolicyStep {
    double loss = 0.0;
    double divergence = 0.0;  // KL from the reference per transition, summed over a composition's entries
    double clipped = 0.0;     // share of the transitions whose ratio was cut
};

// Adds the gradient of the clipped surrogate objective (Schulman et al. 2017) for trajectories with these advantages
// (B), plus that of the KL divergence from a reference policy, to the denoiser's, all of it times the weight.
// Everything on the denoiser's device.
PolicyStep addPolicyGradient(const Policy& policy, model::Denoiser& reference, const Trajectories& trajectories,
                             const torch::Tensor& advantages, const PolicyLoss& options, double weight);

}  // namespace mimesys::alignment
