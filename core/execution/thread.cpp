// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/thread.h"

#include "base/affinity.h"

#include <fmt/format.h>
#include <linux/mempolicy.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace mimesys::execution {

Expected<void> pinTo(int cpu) {
    const int error = bindToCpu(::pthread_self(), cpu);
    if (error == ENOMEM) {
        return failed("There is not enough memory to start the plan.");
    }
    if (error != 0) {
        return unavailable(fmt::format("No thread can be bound to CPU {} ({}).", cpu, std::strerror(error)));
    }
    return {};
}

bool returnTo(int cpu) {
    return pinTo(cpu).has_value();
}

void preferMemoryNear(int cpu, const machine::Machine& machine) {
    const auto place = std::ranges::find(machine.cpus, cpu, &machine::Cpu::id);
    if (machine.nodeCount() < 2 || place == machine.cpus.end() || place->node < 0) {
        return;
    }
    constexpr std::size_t kBits = 8 * sizeof(unsigned long);
    const auto node = static_cast<std::size_t>(place->node);
    std::vector<unsigned long> mask(node / kBits + 1, 0);
    mask[node / kBits] = 1UL << (node % kBits);
    // The kernel reads one bit less than it is told. A kernel without NUMA support refuses, which does no harm.
    (void)::syscall(SYS_set_mempolicy, MPOL_PREFERRED, mask.data(), mask.size() * kBits + 1);
}

}  // namespace mimesys::execution
