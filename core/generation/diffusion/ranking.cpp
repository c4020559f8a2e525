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

// (n): 1 for those of the machine's metrics that are scaled by their root, 0 for the others.
torch::Tensor scaledByRoot(const model::Description& description) {
    std::vector<float> roots;
    for (const std::size_t metric : description.machineMetrics()) {
        roots.push_back(description.ranges[metric].scale == model::Scale::Root ? 1.0F : 0.0F);
    }
    return torch::tensor(roots);
}

// Where scaled values (B, n) lie in their ranges: 0 for low, 1 for high.
torch::Tensor positions(const torch::Tensor& scaled, const torch::Tensor& byRoot) {
    const torch::Tensor shares = (scaled + 1.0) / 2.0;
    return byRoot * shares * shares.abs() + (1.0 - byRoot) * shares;
}

}  // namespace

torch::Tensor distanceBetween(const torch::Tensor& cores, const torch::Tensor& metrics,
                              const model::Description& description, const model::Condition& condition,
                              const torch::Tensor& weights) {
    const auto inBoth = [](const torch::Tensor& left, const torch::Tensor& right) {
        return left.select(2, 1) * right.select(2, 1);
    };
    const torch::Tensor apart =
        (cores.select(2, 0) - condition.cores.select(2, 0)).abs() / 2.0;  // scaled values span 2
    auto [sum, families] = meanOfPresent(apart, inBoth(cores, condition.cores));
    sum = sum * families;
    std::map<Family, std::vector<std::int64_t>> members;
    const std::vector<std::size_t> machine = description.machineMetrics();
    for (std::size_t i = 0; i < machine.size(); ++i) {
        members[description.metrics[machine[i]].family].push_back(static_cast<std::int64_t>(i));
    }
    const torch::Tensor byRoot = scaledByRoot(description).to(metrics.device());
    const torch::Tensor distances =
        (positions(metrics.select(2, 0), byRoot) - positions(condition.metrics.select(2, 0), byRoot)).abs() * weights;
    const torch::Tensor mask = inBoth(metrics, condition.metrics);
    for (const auto& [family, indices] : members) {
        const torch::Tensor index = torch::tensor(indices, metrics.options().dtype(torch::kInt64));
        const auto [mean, present] = meanOfPresent(distances.index_select(1, index), mask.index_select(1, index));
        sum = sum + mean * present;
        families = families + present;
    }
    return sum / families.clamp_min(1.0);
}

torch::Tensor expectedDistance(model::ForwardModel& forward, const model::Description& description,
                               const torch::Tensor& composition, const torch::Tensor& previous,
                               const model::Condition& condition, const torch::Tensor& weights) {
    const model::Outcome outcome = forward.forward(composition, previous);
    const auto present = [](const torch::Tensor& values) {
        return torch::stack(std::vector<torch::Tensor>{values, torch::ones_like(values)}, 2);
    };
    return distanceBetween(present(outcome.cores), present(outcome.metrics), description, condition, weights);
}

}  // namespace mimesys::generation
