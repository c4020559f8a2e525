// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/conditions.h"

#include "model/scaling.h"

#include <algorithm>
#include <cmath>

namespace mimesys::generation {
namespace {

// (T, count, 2): scaled values and masks of some of the description's metrics.
torch::Tensor scaledMetrics(const trace::WindowedTrace& target, const model::Description& description,
                            const std::vector<std::size_t>& metrics, std::size_t count) {
    const std::int64_t windows = target.windowCount();
    torch::Tensor values = torch::zeros({windows, static_cast<std::int64_t>(count), 2});
    auto access = values.accessor<float, 3>();
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const int column = target.indexOf(description.metrics[metrics[i]].id);
        for (std::int64_t window = 0; column >= 0 && window < windows; ++window) {
            const auto scaled = model::scaled(target.values(window, column), description.ranges[metrics[i]]);
            access[window][static_cast<std::int64_t>(i)][0] = scaled.value_or(0.0F);
            access[window][static_cast<std::int64_t>(i)][1] = scaled ? 1.0F : 0.0F;
        }
    }
    return values;
}

}  // namespace

model::Condition conditionsOf(const trace::WindowedTrace& target, const model::Description& description) {
    const std::vector<std::size_t> machine = description.machineMetrics();
    const auto cpus = static_cast<std::int64_t>(description.cpus());
    const auto stressors = static_cast<std::int64_t>(description.stressors.size());
    const std::int64_t windows = target.windowCount();
    return {scaledMetrics(target, description, description.coreMetrics(), description.cpus()),
            scaledMetrics(target, description, machine, machine.size()), torch::zeros({windows, cpus, stressors}),
            torch::zeros({windows, 1})};
}

torch::Tensor weightsOf(const trace::WindowedTrace& target, const model::Description& description) {
    std::vector<float> weights;
    for (const std::size_t metric : description.machineMetrics()) {
        const model::Range& range = description.ranges[metric];
        const int column = target.indexOf(description.metrics[metric].id);
        double highest = 0.0;
        for (Eigen::Index window = 0; column >= 0 && window < target.windowCount(); ++window) {
            const auto value = static_cast<double>(target.values(window, column));
            highest = std::isfinite(value) ? std::max(highest, value) : highest;
        }
        const double shares = (range.high - range.low) / std::max(highest, 1e-30);
        weights.push_back(static_cast<float>(std::clamp(std::sqrt(shares), 1.0, kMostWeight)));
    }
    return torch::tensor(weights);
}

}  // namespace mimesys::generation
