// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "execution/executor.h"
#include "plan/plan.h"

#include <cstddef>
#include <vector>

namespace mimesys::execution {

// How much CPU time the windows of a plan ask for (Card::cpuPerTime), to be held against what a control group grants. A
// group's quota is shared by all CPUs, so it is a whole composition that must fit it.
class CpuTimeNeeded {
public:
    CpuTimeNeeded(const plan::ExecutionPlan& plan, const Environment& environment);

    // CPUs that one window keeps busy.
    [[nodiscard]] double cpus(const plan::ExecutionPlan& plan, std::size_t window) const;
    // Scales the stressors that take CPU time down to `quota` CPUs in every window that needs more; the number of such
    // windows.
    [[nodiscard]] std::size_t limit(plan::ExecutionPlan& plan, double quota) const;

private:
    std::vector<double> m_cpuPerTime;  // per column
};

}  // namespace mimesys::execution
