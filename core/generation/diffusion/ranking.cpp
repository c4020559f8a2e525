// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/ranking.h"

#include <map>

namespace mimesys::generation {
namespace {

// Mean over the present values of every row of (B, n); and (B) whether there is any.
std::pair<torch::Tensor, torch::Tensor> meanOfPresent(const torch::Tensor& values, const torch::Tensor& mask) {
    const torch::Tensor count = mask.sum(1);
    return {(values * mask).sum(1) / count.clamp_min(1.0), count.gt(0.0).to(torch::kFloat32)};
}

}  // namespace

torch::Tensor expectedDistance(model::ForwardModel& forward, const model::Description& description,
                               const torch::Tensor& composition, const torch::Tensor& previous,
                               const model::Condition& condition) {
    const model::Outcome outcome = forward.forward(composition, previous);
    const torch::Tensor cores = (outcome.cores - condition.cores.select(2, 0)).abs();
    auto [sum, families] = meanOfPresent(cores, condition.cores.select(2, 1));
    sum = sum * families;
    std::map<Family, std::vector<std::int64_t>> members;
    const std::vector<std::size_t> machine = description.machineMetrics();
    for (std::size_t i = 0; i < machine.size(); ++i) {
        members[description.metrics[machine[i]].family].push_back(static_cast<std::int64_t>(i));
    }
    for (const auto& [family, metrics] : members) {
        const torch::Tensor index = torch::tensor(metrics, composition.options().dtype(torch::kInt64));
        const torch::Tensor wanted = condition.metrics.index_select(1, index);
        const torch::Tensor distance = (outcome.metrics.index_select(1, index) - wanted.select(2, 0)).abs();
        const auto [mean, present] = meanOfPresent(distance, wanted.select(2, 1));
        sum = sum + mean * present;
        families = families + present;
    }
    return sum / families.clamp_min(1.0) / 2.0;  // scaled values span 2
}

}  // namespace mimesys::generation
