// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

// Header-only, so that the runtime needs no further library.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys::machine {

int Machine::socketCount() const {
    std::set<int> sockets;
    for (const Cpu& cpu : cpus) {
        sockets.insert(cpu.socket);
    }
    return static_cast<int>(sockets.size());
}

int Machine::nodeCount() const {
    std::set<int> nodes;
    for (const Cpu& cpu : cpus) {
        nodes.insert(cpu.node);
    }
    return static_cast<int>(nodes.size());
}

bool Machine::hasFeature(std::string_view feature) const {
    return std::ranges::find(features, feature) != features.end();
}

const Cache* Machine::dataCache(int level) const {
    const auto found = std::ranges::find_if(
        caches, [&](const Cache& cache) { return cache.level == level && cache.type != "Instruction"; });
    return found == caches.end() ? nullptr : &*found;
}

const Cache* Machine::lastLevelCache() const {
    const Cache* last = nullptr;
    for (const Cache& cache : caches) {
        if (cache.type != "Instruction" && (last == nullptr || cache.level > last->level)) {
            last = &cache;
        }
    }
    return last;
}

std::string fingerprint(const Machine& machine) {
    std::set<std::pair<int, int>> cores;
    for (const Cpu& cpu : machine.cpus) {
        cores.emplace(cpu.socket, cpu.core);
    }
    std::string identity = fmt::format("{}|{} cpus|{} cores|{} sockets|", machine.cpuModel, machine.cpus.size(),
                                       cores.size(), machine.socketCount());
    for (const Cache& cache : machine.caches) {
        identity += fmt::format("L{} {} {} x{}|", cache.level, cache.type, cache.sizeBytes, cache.sharedCpus.size());
    }
    identity += fmt::format("{:.0f} GiB", std::round(static_cast<double>(machine.memoryBytes) / (1 << 30)));
    return fmt::format("{:016x}", static_cast<std::uint64_t>(XXH3_64bits(identity.data(), identity.size())));
}

}  // namespace mimesys::machine
