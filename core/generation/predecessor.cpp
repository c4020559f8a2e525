// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/predecessor.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::generation {

Predecessor predecessorOf(const plan::ExecutionPlan& plan, std::size_t window) {
    const auto composition = plan.composition(window);
    return {plan.stressors(), {composition.begin(), composition.end()}};
}

Expected<std::vector<float>> fractionsOf(const Predecessor& before, std::size_t cpus,
                                         const std::vector<std::string>& stressors) {
    std::vector<float> fractions(cpus * stressors.size(), 0.0F);
    if (before.stressors.empty()) {
        return fractions;
    }
    if (before.fractions.size() != cpus * before.stressors.size()) {
        return badInput(fmt::format("The plan is for {} CPUs and this makes plans for {}; use what made the plan.",
                                    before.fractions.size() / before.stressors.size(), cpus));
    }
    for (std::size_t from = 0; from < before.stressors.size(); ++from) {
        const auto to = std::ranges::find(stressors, before.stressors[from]);
        for (std::size_t cpu = 0; cpu < cpus && to != stressors.end(); ++cpu) {
            fractions[cpu * stressors.size() + static_cast<std::size_t>(to - stressors.begin())] =
                before.fractions[cpu * before.stressors.size() + from];
        }
    }
    return fractions;
}

}  // namespace mimesys::generation
