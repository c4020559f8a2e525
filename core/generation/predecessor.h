// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <string>
#include <vector>

namespace mimesys::generation {

// The composition that runs in the window before the first one of a plan, of K CPUs and M stressors. What it left in
// caches and in the write-back queue is the state the first window begins in. Without stressors: an idle machine.
struct Predecessor {
    std::vector<std::string> stressors;  // M
    std::vector<float> fractions;        // (K, M), row-major
};
[[nodiscard]] Predecessor predecessorOf(const plan::ExecutionPlan& plan, std::size_t window);

// (K, M) row-major, for other stressors; those that are not among them are left out. BadInput when it has not K CPUs.
[[nodiscard]] Expected<std::vector<float>> fractionsOf(const Predecessor& before, std::size_t cpus,
                                                       const std::vector<std::string>& stressors);

}  // namespace mimesys::generation
