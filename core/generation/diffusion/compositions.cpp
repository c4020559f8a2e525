// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/compositions.h"

#include "model/scaling.h"
#include "stressor/stressor.h"

#include <algorithm>
#include <span>

namespace mimesys::generation {

using Index = std::int64_t;

torch::Tensor fractionsOf(const torch::Tensor& clean) {
    torch::Tensor compositions = ((clean.to(torch::kFloat32) + 1.0) / 2.0).to(torch::kCPU).contiguous();
    projectRows(compositions);
    return compositions;
}

void projectRows(const torch::Tensor& compositions) {
    const Index stressors = compositions.size(2);
    float* values = compositions.data_ptr<float>();
    for (Index row = 0; row < compositions.size(0) * compositions.size(1); ++row) {
        model::projectRow({values + row * stressors, static_cast<std::size_t>(stressors)});
    }
}

plan::ExecutionPlan toPlan(const torch::Tensor& compositions, const model::Description& description,
                           double windowSeconds) {
    std::vector<std::string> names;
    std::vector<Index> columns;
    for (std::size_t m = 0; m < description.stressors.size(); ++m) {
        if (stressor::findCard(description.stressors[m]) != nullptr) {
            names.push_back(description.stressors[m]);
            columns.push_back(static_cast<Index>(m));
        }
    }
    plan::ExecutionPlan plan(static_cast<std::size_t>(compositions.size(0)), description.cpus(), names, windowSeconds);
    const torch::Tensor chosen = compositions.index_select(2, torch::tensor(columns)).contiguous();
    std::copy_n(chosen.data_ptr<float>(), chosen.numel(), plan.fractions().begin());
    return plan;
}

torch::Tensor fromPlan(const plan::ExecutionPlan& plan, const model::Description& description) {
    const auto windows = static_cast<Index>(plan.windowCount());
    const auto cpus = static_cast<Index>(plan.cpuCount());
    const auto stressors = static_cast<Index>(plan.stressors().size());
    const torch::Tensor fractions =
        torch::from_blob(const_cast<float*>(plan.fractions().data()), {windows, cpus, stressors});
    torch::Tensor compositions = torch::zeros({windows, cpus, static_cast<Index>(description.stressors.size())});
    for (Index m = 0; m < stressors; ++m) {
        const auto found = std::ranges::find(description.stressors, plan.stressors()[static_cast<std::size_t>(m)]);
        if (found != description.stressors.end()) {
            compositions.select(2, found - description.stressors.begin()).copy_(fractions.select(2, m));
        }
    }
    return compositions;
}

}  // namespace mimesys::generation
