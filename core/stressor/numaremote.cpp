// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/streaminplace.h"
#include "stressor/workingset.h"

#include <algorithm>

namespace mimesys::stressor {
namespace {

constexpr std::string_view kOneNode = "This machine has one memory node, so that no memory is remote.";

// The next node after a CPU's own, so that the CPUs of each node load one other and together all links.
int remoteNode(const machine::Machine& machine, int cpu) {
    const auto own = std::ranges::find(machine.cpus, cpu, &machine::Cpu::id);
    const int home = own == machine.cpus.end() ? 0 : own->node;
    int next = -1;
    int first = -1;
    for (const machine::Cpu& other : machine.cpus) {
        if (other.node == home) {
            continue;
        }
        if (first < 0 || other.node < first) {
            first = other.node;
        }
        if (other.node > home && (next < 0 || other.node < next)) {
            next = other.node;
        }
    }
    return next >= 0 ? next : first;
}

Demand demand(const machine::Machine& machine) {
    return {.memoryBytes = beyondCachesBytes(machine), .workingSetBytes = beyondCachesBytes(machine)};
}

std::string whyNoRemoteMemory(const machine::Machine& machine, const std::filesystem::path& /*scratch*/) {
    if (machine.nodeCount() < 2) {
        return std::string(kOneNode);
    }
    // A container may forbid to choose nodes, and a node may have no memory.
    for (const int cpu : machine.usableCpus) {
        if (const auto probe = Buffer::allocateOnNode(4096, remoteNode(machine, cpu)); !probe) {
            return probe.error().message;
        }
    }
    return {};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    const int node = remoteNode(preparation.machine, preparation.cpu);
    if (node < 0) {
        return unavailable(std::string(kOneNode));
    }
    Expected<Buffer> memory =
        Buffer::allocateOnNode(static_cast<std::size_t>(beyondCachesBytes(preparation.machine)), node);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<StreamInPlace>(std::move(*memory));
}

}  // namespace

Card numaRemoteCard() {
    return {
        .name = "numa-remote",
        .stressorClass = Class::Memory,
        .accounting = Accounting::CpuTime,
        .loads = "Links between sockets: x = a·x + b in place over memory of another node than the CPU's.",
        .response = "Remote bandwidth flattens when several CPUs run it: a few saturate the link between the nodes.",
        .demand = demand,
        .unavailable = whyNoRemoteMemory,
        .prepare = prepare};
}

}  // namespace mimesys::stressor
