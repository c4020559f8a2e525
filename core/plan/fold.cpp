// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/fold.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mimesys::plan {

ExecutionPlan foldTo(const ExecutionPlan& plan, std::size_t cpus) {
    ExecutionPlan folded(plan.windowCount(), cpus, plan.stressors(), plan.windowSeconds());
    folded.memoryUsed = plan.memoryUsed;
    folded.seed = plan.seed;
    folded.generator = plan.generator;
    folded.source = plan.source;
    const double width = static_cast<double>(plan.cpuCount()) / static_cast<double>(cpus);
    std::vector<double> sums(plan.stressorCount());
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            std::ranges::fill(sums, 0.0);
            const double first = width * static_cast<double>(cpu);
            const double last = first + width;
            for (auto row = static_cast<std::size_t>(first); row < plan.cpuCount(); ++row) {
                const auto place = static_cast<double>(row);
                if (place >= last) {
                    break;
                }
                const double overlap = std::max(0.0, std::min(last, place + 1.0) - std::max(first, place));
                const std::span<const float> fractions = plan.row(window, row);
                for (std::size_t m = 0; m < sums.size(); ++m) {
                    sums[m] += overlap / width * static_cast<double>(fractions[m]);
                }
            }
            std::ranges::transform(sums, folded.row(window, cpu).begin(),
                                   [](double sum) { return static_cast<float>(std::min(1.0, sum)); });
        }
    }
    return folded;
}

}  // namespace mimesys::plan
