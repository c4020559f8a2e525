// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
// The part of a machine's step that a socket's CPUs share: its last-level cache and its memory.
#include "simulation/machine.h"

#include <algorithm>
#include <cmath>

namespace mimesys::simulation {
namespace {

constexpr double kLine = 64.0;
constexpr double kUncorePart = 0.4;  // of the time of a memory access, and of the bandwidth; an estimate
constexpr double kFullest = 0.999;   // of what memory can give
constexpr int kMemorySteps = 12;
constexpr double kTolerance = 1e-4;
// Rates follow from misses, occupancies from rates, and misses from occupancies.
constexpr int kRounds = 2;
constexpr double kSmallestShare = 1e-3;  // of a working set, in powers of it

// How much longer memory takes when this part of its bandwidth is used. Measured curves are flat up to about two thirds
// and then rise like a queue's (Intel Memory Latency Checker on Haswell and Skylake servers; the constants are a fit by
// eye).
struct Slowdown {
    double factor = 1.0;
    double slope = 0.0;
};
Slowdown slowdownAt(double utilization) {
    const double free = 1.0 - utilization;
    const double cube = utilization * utilization * utilization;
    return {1.0 + 0.1 * utilization + 0.25 * cube * utilization / free,
            0.1 + 0.25 * (4.0 * cube / free + cube * utilization / (free * free))};
}

double residentShare(double bytes, double workingSet, double order) {
    const double share = std::min(1.0, bytes / workingSet);
    return order == 1.0 ? share : std::pow(share, order);
}

}  // namespace

void Machine::takeMisses(Socket& socket) {
    for (const std::size_t index : socket.active) {
        Active& active = m_active[index];
        const Region& region = *active.region;
        const double hits = residentShare(region.next, region.workingSet, active.demand->order);
        const double streaming = active.demand->streaming;
        active.missShare = streaming + (1.0 - streaming) * (1.0 - hits);
    }
}

// What each tenant does per instruction, at the present clocks and misses.
void Machine::takeWaits(Socket& socket) {
    const double ghz = socket.hertz * 1e-9;
    // Part of a memory access and all of one to the cache goes at the uncore's clock.
    const double slower = 1.0 / socket.uncore;
    const double idleLatency = m_profile.memoryNanoseconds * (1.0 - kUncorePart + kUncorePart * slower);
    const double otherLatency = idleLatency * socket.otherLatency + m_profile.remoteNanoseconds;
    for (const std::size_t index : socket.active) {
        Active& active = m_active[index];
        const Demand& demand = *active.demand;
        const double missed = active.traits->llcPerInstruction * active.missShare;
        const double waiting = (missed + demand.aroundCache / kLine) / demand.overlap * ghz;
        active.bytes = missed * kLine * (1.0 + demand.dirty) + demand.aroundCache;
        active.waits = waiting * (1.0 - demand.remote) * idleLatency;
        active.ownCycles = 1.0 / demand.instructionsPerCycle + active.traits->llcWait * slower * ghz +
                           waiting * demand.remote * otherLatency;
    }
}

// Sets the rates that follow from how much longer memory takes.
Machine::Traffic Machine::trafficAt(Socket& socket, double slowdown) {
    Traffic traffic{.bytes = socket.diskReadBytes + socket.diskWriteBytes + socket.remoteBytes, .slope = 0.0};
    for (const std::size_t index : socket.active) {
        Active& active = m_active[index];
        const Demand& demand = *active.demand;
        const double cycles = active.ownCycles + active.waits * slowdown;
        const double most = (demand.fixedWork ? active.ceiling : active.busy) * socket.hertz / cycles;
        const double wanted =
            active.tenant.share * demand.cpuPerTime * m_profile.baseGhz * 1e9 / active.traits->aloneCycles;
        active.rate = demand.fixedWork ? std::min(most, wanted) : most;
        const double local = active.rate * active.bytes * (1.0 - demand.remote);
        traffic.bytes += local;
        traffic.slope -= active.rate < most ? 0.0 : local * active.waits / cycles;
    }
    return traffic;
}

// Finds how busy memory is: the traffic that tenants cause at the latency that follows from the traffic. More traffic
// means a higher latency and that less traffic, so that there is one solution; Newton's method from that of the step
// before finds it, and halving where it would leave what is known to hold the solution.
void Machine::solveMemory(Socket& socket) {
    takeWaits(socket);
    const double capacity = m_profile.peakBytesPerSecond * (1.0 - kUncorePart + kUncorePart * socket.uncore) *
                            (m_profile.reachableShare - m_profile.writeLoss * socket.writeShare);
    double low = 0.0;
    double high = kFullest;
    double utilization = std::clamp(socket.utilization, low, high);
    for (int step = 0; step < kMemorySteps; ++step) {
        const Slowdown slow = slowdownAt(utilization);
        const Traffic traffic = trafficAt(socket, slow.factor);
        const double excess = traffic.bytes / capacity - utilization;
        (excess > 0.0 ? low : high) = utilization;
        double next = utilization - excess / (traffic.slope * slow.slope / capacity - 1.0);
        if (!(next > low && next < high)) {
            next = 0.5 * (low + high);
        }
        const bool found = std::abs(next - utilization) < kTolerance;
        utilization = next;
        if (found) {
            break;
        }
    }
    socket.utilization = utilization;
    socket.latency = slowdownAt(utilization).factor;
    settle(socket);
}

// What follows from the solution: the CPU time of fixed work, and how much of the traffic are writes.
void Machine::settle(Socket& socket) {
    double written = socket.diskWriteBytes;
    double all = socket.diskReadBytes + socket.diskWriteBytes;
    for (const std::size_t index : socket.active) {
        Active& active = m_active[index];
        if (active.demand->fixedWork) {
            active.busy = active.rate * (active.ownCycles + active.waits * socket.latency) / socket.hertz;
        }
        all += active.rate * active.bytes;
        written += active.rate * (active.bytes - active.traits->llcPerInstruction * active.missShare * kLine);
    }
    socket.writeShare = all > 0.0 ? written / all : 0.0;
}

void Machine::askCache(Socket& socket) {
    for (Region* region : socket.regions) {
        region->asked = 0.0;
    }
    m_streamed = 0.0;
    for (const std::size_t index : socket.active) {
        const Active& active = m_active[index];
        const double lines = active.rate * active.traits->llcPerInstruction * kLine;
        m_streamed += lines * active.demand->streaming;
        Region& region = *active.region;
        region.asked += lines * (1.0 - active.demand->streaming);
        const double share = std::clamp(region.next / region.workingSet, kSmallestShare, 1.0);
        region.hotness = active.demand->order == 1.0 ? 1.0 : std::pow(share, active.demand->order - 1.0);
    }
}

void Machine::stepSocket(Socket& socket, double seconds, bool changed) {
    if (changed) {
        for (Region* region : socket.regions) {
            region->next = region->occupancy;
        }
    }
    takeMisses(socket);
    for (int round = changed ? 0 : 1; round < kRounds; ++round) {
        solveMemory(socket);
        askCache(socket);
        socket.cache.solve(socket.regions, m_streamed, seconds);
        takeMisses(socket);
    }
    solveMemory(socket);
    socket.cache.commit(socket.regions);
}

// What each socket asks of the next one's memory, which serves it in the next step, and how slow that one is.
void Machine::exchangeRemote() {
    for (Socket& socket : m_sockets) {
        socket.remoteBytes = 0.0;
    }
    for (std::size_t s = 0; s < m_sockets.size(); ++s) {
        Socket& other = m_sockets[(s + 1) % m_sockets.size()];
        m_sockets[s].otherLatency = other.latency;
        for (const std::size_t index : m_sockets[s].active) {
            const Active& active = m_active[index];
            other.remoteBytes += active.rate * active.bytes * active.demand->remote;
        }
    }
}

}  // namespace mimesys::simulation
