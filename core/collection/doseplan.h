// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "collection/calibration.h"
#include "plan/plan.h"
#include "trace/trace.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mimesys::collection {

// Every dose is visited so often, in a new random order each time: what drifts while a stressor is measured (a disk's
// cache, the CPU's clock, other work) then looks like noise and not like a dose. The windows of one visit are
// neighbours in time and resemble each other; their mean is one measurement, and the visits are what is compared.
inline constexpr int kVisits = 6;

// One stressor's plan: it holds no other stressor, so that only its buffers are in memory.
struct DosePlan {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    // Per window the dose it measures; -1 where the machine settles: at the beginning, and at the beginning of a visit.
    std::vector<int> doseOf;
};

// Windows of one visit, the settling ones included, so that all visits of a dose take about `doseSeconds`; at least
// two.
[[nodiscard]] std::size_t windowsPerVisit(double doseSeconds, double windowSeconds);

// For the calibration's doses, CPUs, seed and times.
[[nodiscard]] DosePlan planDoses(const Calibration& calibration, const std::string& stressor);

// The curves, one measurement per visit, from a recording with one sample per window or more. Failed when it is shorter
// than the plan.
[[nodiscard]] Expected<std::vector<DoseCurve>> measureDoses(const Calibration& calibration, const DosePlan& doses,
                                                            const trace::Trace& recording);

}  // namespace mimesys::collection
