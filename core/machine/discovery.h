// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "machine/machine.h"

#include <vector>

// The parts discover() is made of; each reads one corner of procfs and sysfs.
namespace mimesys::machine {

// Numbers of the online CPUs from the best file that is there; empty when none says.
[[nodiscard]] std::vector<int> onlineCpus(const DiscoveryRoots& roots);
// Those of the online CPUs the process may run on; all of them when nobody says.
[[nodiscard]] std::vector<int> usableCpus(const DiscoveryRoots& roots, const std::vector<int>& online);
[[nodiscard]] std::vector<Cpu> describeCpus(const DiscoveryRoots& roots, const std::vector<int>& online);
[[nodiscard]] std::vector<Cache> describeCaches(const DiscoveryRoots& roots, const std::vector<int>& online);
[[nodiscard]] std::vector<Disk> describeDisks(const DiscoveryRoots& roots);

// The tightest limits of the process's cgroup and the groups around it, of version 1 or 2; 0 = no limit.
struct CgroupLimits {
    double cpus = 0.0;
    std::int64_t memoryBytes = 0;
};
[[nodiscard]] CgroupLimits cgroupLimits(const DiscoveryRoots& roots);

}  // namespace mimesys::machine
