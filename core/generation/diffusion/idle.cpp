// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/idle.h"

#include "model/scaling.h"
#include "stressor/stressor.h"

namespace mimesys::generation {
namespace {

// Whether a stressor fills caches by its computing alone. One that this build does not know leaves the plan anyway.
bool keepsBusy(const std::string& name) {
    const stressor::Card* card = stressor::findCard(name);
    return card != nullptr &&
           (card->stressorClass == stressor::Class::Compute || card->stressorClass == stressor::Class::Cache ||
            card->stressorClass == stressor::Class::Memory);
}

}  // namespace

torch::Tensor allowedOf(const model::Condition& condition, const model::Description& description, double percent) {
    std::vector<float> bounds(description.cpus(), 0.0F);
    const std::vector<std::size_t> utilizations = description.coreMetrics();
    for (std::size_t cpu = 0; cpu < utilizations.size(); ++cpu) {
        bounds[cpu] = model::scaled(static_cast<float>(percent), description.ranges[utilizations[cpu]]).value_or(0.0F);
    }
    std::vector<float> busy;
    for (const std::string& name : description.stressors) {
        busy.push_back(keepsBusy(name) ? 1.0F : 0.0F);
    }
    const torch::Tensor cores = condition.cores.to(torch::kCPU);
    const torch::Tensor idle = cores.select(2, 1).gt(0.0).logical_and(cores.select(2, 0).lt(torch::tensor(bounds)));
    return 1.0 - idle.to(torch::kFloat32).unsqueeze(2) * torch::tensor(busy);
}

}  // namespace mimesys::generation
