// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/collector.h"

namespace mimesys {

// When the recordings of stand-ins for a machine start.
inline constexpr std::int64_t kStartNs = 1'700'000'000'000'000'000;

// A machine of four CPUs, of which 1 and 3 may be used, where `fake`, which has to outlive it, executes.
template <typename Fake>
collection::Laboratory exampleLaboratory(Fake& fake) {
    collection::Laboratory laboratory;
    laboratory.machine.cpuModel = "Example";
    for (int cpu = 0; cpu < 4; ++cpu) {
        laboratory.machine.cpus.push_back({.id = cpu, .core = cpu});
    }
    laboratory.machine.usableCpus = {1, 3};
    laboratory.machine.memoryBytes = std::int64_t{8} << 30;
    laboratory.execute = [&fake](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds, std::stop_token,
                                 const ProgressCallback& progress) {
        return fake.execute(*plan, periodSeconds, progress);
    };
    return laboratory;
}

}  // namespace mimesys
