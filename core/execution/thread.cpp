// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/thread.h"

#include <fmt/format.h>
#include <linux/mempolicy.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace mimesys::execution {

Expected<void> pinTo(int cpu) {
    const std::size_t count = static_cast<std::size_t>(cpu) + 1;
    const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(CPU_ALLOC(count), [](cpu_set_t* s) { CPU_FREE(s); });
    const std::size_t bytes = CPU_ALLOC_SIZE(count);
    if (!set) {
        return failed("There is not enough memory to start the plan.");
    }
    CPU_ZERO_S(bytes, set.get());
    CPU_SET_S(static_cast<std::size_t>(cpu), bytes, set.get());
    const int error = ::pthread_setaffinity_np(::pthread_self(), bytes, set.get());
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
