// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/host.h"

#include <sched.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <memory>
#include <vector>

namespace mimesys::execution {
namespace {

std::vector<int> cpusOfAffinity() {
    // Grown until the kernel's own mask fits.
    for (std::size_t count = 1024; count <= (std::size_t{1} << 16); count *= 2) {
        const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(CPU_ALLOC(count), [](cpu_set_t* s) { CPU_FREE(s); });
        const std::size_t bytes = CPU_ALLOC_SIZE(count);
        if (!set || ::sched_getaffinity(0, bytes, set.get()) != 0) {
            continue;
        }
        std::vector<int> cpus;
        for (std::size_t cpu = 0; cpu < count; ++cpu) {
            if (CPU_ISSET_S(cpu, bytes, set.get())) {
                cpus.push_back(static_cast<int>(cpu));
            }
        }
        return cpus;
    }
    return {};
}

}  // namespace

Expected<machine::Machine> thisMachine() {
    Expected<machine::Machine> machine = machine::discover();
    if (machine && !machine->usableCpus.empty()) {
        return machine;
    }
    machine::Machine bare = machine ? *machine : machine::Machine{};
    bare.usableCpus = cpusOfAffinity();
    if (bare.usableCpus.empty()) {
        return machine ? unavailable("The CPUs this process may run on cannot be found out.") : machine;
    }
    if (bare.cpus.empty()) {
        for (const int id : bare.usableCpus) {
            bare.cpus.push_back({.id = id, .socket = 0, .core = id, .node = 0});
        }
    }
    if (bare.memoryBytes == 0) {
        struct sysinfo information {};
        if (::sysinfo(&information) == 0) {
            bare.memoryBytes =
                static_cast<std::int64_t>(information.totalram) * static_cast<std::int64_t>(information.mem_unit);
        }
    }
    return bare;
}

}  // namespace mimesys::execution
