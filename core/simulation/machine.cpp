// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/machine.h"

#include "simulation/variate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace mimesys::simulation {
namespace {

// Of a working set that a second-level cache could hold, this much is found there: others' lines and conflicts take the
// rest.
constexpr double kL2Usable = 0.85;
constexpr double kL2Hits = 0.98;
// CPU time of writing back a byte relative to that of copying it.
constexpr double kWriteBackCost = 0.3;
// What happens by chance (the device's speed, the operating system's work) is drawn anew after so many seconds,
// whatever the steps are, and the speed drifts with this correlation from draw to draw.
constexpr double kDrawSeconds = 0.05;
constexpr double kSpeedMemory = 0.8;
constexpr double kRounding = 1e-6;
// Accesses to the last-level cache per second and core that bring its clock to its highest.
constexpr double kBusyAccessesPerCore = 5e7;
// A region with less is as good as gone.
constexpr double kForgottenBytes = 4096.0;

std::vector<Demand> withBackground(std::vector<Demand> demands, const Profile& profile) {
    demands.push_back(profile.background);
    return demands;
}

}  // namespace

Machine::Machine(Profile profile, std::vector<Demand> demands, std::uint64_t seed)
    : m_profile(std::move(profile)),
      m_demands(withBackground(std::move(demands), m_profile)),
      m_busy(static_cast<std::size_t>(m_profile.cpuCount()), 0.0),
      m_waiting(m_busy.size(), 0.0),
      m_disk(m_profile.disk, m_demands, m_demands.size() * static_cast<std::size_t>(m_profile.cpuCount())),
      m_random(Random(seed).next()),
      m_systemShare(m_busy.size(), 0.0) {
    std::map<std::string, std::size_t> data;
    for (const Demand& demand : m_demands) {
        m_traits.push_back(traitsOf(demand));
        m_traits.back().data = demand.data.empty()
                                   ? data.emplace(fmt::format("\n{}", m_traits.size()), data.size()).first->second
                                   : data.emplace(demand.data, data.size()).first->second;
    }
    const auto places = static_cast<std::size_t>(m_profile.cpuCount() + m_profile.sockets);
    m_regions.resize(data.size() * places);
    for (int socket = 0; socket < m_profile.sockets; ++socket) {
        m_sockets.emplace_back(SocketCache(m_profile.llcBytes));
        m_sockets.back().hertz = m_profile.turboGhz * 1e9;
        m_sockets.back().uncore = m_profile.uncoreSlowest;
    }
    m_totals.busySeconds.resize(m_busy.size(), 0.0);
    run({});
}

Machine::Traits Machine::traitsOf(const Demand& demand) const {
    Traits traits;
    double reused = 0.0;
    double alone = 1.0;
    if (demand.workingSetBytes > 0.0) {
        const double l2 = std::min(1.0, kL2Usable * m_profile.l2Bytes / demand.workingSetBytes);
        reused = 1.0 - kL2Hits * std::pow(l2, demand.order);
        alone = std::pow(std::min(1.0, m_profile.llcBytes / demand.workingSetBytes), demand.order);
    }
    traits.llcPerInstruction = demand.linesPerInstruction * (demand.streaming + (1.0 - demand.streaming) * reused);
    traits.llcWait = traits.llcPerInstruction * m_profile.llcNanoseconds / demand.overlap;
    const double missed = demand.streaming + (1.0 - demand.streaming) * (1.0 - alone);
    const double waits = traits.llcWait + (traits.llcPerInstruction * missed + demand.aroundCache / 64.0) *
                                              m_profile.memoryNanoseconds / demand.overlap;
    traits.aloneCycles = 1.0 / demand.instructionsPerCycle + waits * m_profile.baseGhz;
    return traits;
}

Region* Machine::regionOf(const Tenant& tenant) {
    const Demand& demand = m_demands[tenant.demand];
    const auto places = static_cast<std::size_t>(m_profile.cpuCount() + m_profile.sockets);
    const int place = demand.shared ? m_profile.cpuCount() + m_profile.socketOf(tenant.cpu) : tenant.cpu;
    Region& region = m_regions[m_traits[tenant.demand].data * places + static_cast<std::size_t>(place)];
    region.workingSet = std::max(demand.workingSetBytes, 1.0);
    region.occupancy = std::min(region.occupancy, region.workingSet);
    return &region;
}

void Machine::run(std::span<const Tenant> tenants) {
    m_active.clear();
    m_requests.clear();
    m_requesters.clear();
    for (Socket& socket : m_sockets) {
        socket.active.clear();
        std::erase_if(socket.regions, [](const Region* region) { return region->occupancy < kForgottenBytes; });
    }
    const auto add = [this](const Tenant& tenant) {
        const Demand& demand = m_demands[tenant.demand];
        Socket& socket = m_sockets[static_cast<std::size_t>(m_profile.socketOf(tenant.cpu))];
        Active active{.tenant = tenant, .demand = &demand, .traits = &m_traits[tenant.demand]};
        active.region = regionOf(tenant);
        if (std::ranges::find(socket.regions, active.region) == socket.regions.end()) {
            socket.regions.push_back(active.region);
        }
        if (tenant.share > 0.0 && (demand.diskRead > 0.0 || demand.diskWrite > 0.0)) {
            const auto cpu = static_cast<std::size_t>(tenant.cpu);
            m_requests.push_back({cpu * m_demands.size() + tenant.demand, tenant.demand, tenant.share});
            m_requesters.push_back(m_active.size());
        }
        socket.active.push_back(m_active.size());
        m_active.push_back(active);
    };
    for (const Tenant& tenant : tenants) {
        if (tenant.share > 0.0) {
            add(tenant);
        }
    }
    for (int cpu = 0; cpu < m_profile.cpuCount(); ++cpu) {
        // Its share of CPU time is drawn anew in every step; what it writes, the first CPU writes for all.
        add({.cpu = cpu, .demand = m_demands.size() - 1, .share = cpu == 0 ? 1.0 : 0.0, .ceiling = 1.0});
    }
    m_changed = true;
}

void Machine::draw(double seconds) {
    for (; m_untilDraw <= kRounding; m_untilDraw += kDrawSeconds) {
        const double kept = std::sqrt(1.0 - kSpeedMemory * kSpeedMemory);
        const double drift = kept * m_profile.disk.jitter * normal(m_random);
        m_diskSpeed = std::clamp(1.0 + kSpeedMemory * (m_diskSpeed - 1.0) + drift, 0.2, 1.5);
        for (std::size_t cpu = 0; cpu < m_systemShare.size(); ++cpu) {
            const double usual = m_profile.backgroundShare + (cpu == 0 ? m_profile.firstCpuShare : 0.0);
            m_systemShare[cpu] = usual * exponential(m_random);
        }
    }
    m_untilDraw -= seconds;
}

void Machine::advance(double seconds) {
    draw(seconds);
    stepDisk(seconds);
    stepBusy(seconds);
    shareCpus();
    for (Socket& socket : m_sockets) {
        stepSocket(socket, seconds, m_changed);
    }
    exchangeRemote();
    std::ranges::fill(m_busy, 0.0);
    for (Socket& socket : m_sockets) {
        count(socket, seconds);
        warm(socket, seconds);
    }
    for (std::size_t cpu = 0; cpu < m_busy.size(); ++cpu) {
        m_totals.busySeconds[cpu] += std::min(1.0, m_busy[cpu]) * seconds;
    }
    m_changed = false;
}

// What the disk and the page cache move passes memory: a transfer by the device once, a copy by a thread once in each
// direction.
void Machine::stepDisk(double seconds) {
    m_disk.step(m_requests, seconds, m_diskSpeed);
    double copied = 0.0;
    for (const DiskRequest& request : m_requests) {
        copied += request.held + (m_demands[request.demand].pastCache ? 0.0 : request.written);
    }
    const double sockets = static_cast<double>(m_sockets.size());
    for (Socket& socket : m_sockets) {
        socket.diskReadBytes = (m_disk.deviceWritten() + copied) / seconds / sockets;
        socket.diskWriteBytes = (m_disk.deviceRead() + copied) / seconds / sockets;
    }
    m_totals.diskRead += m_disk.deviceRead();
    m_totals.diskWritten += m_disk.deviceWritten();
}

void Machine::stepBusy(double seconds) {
    for (Active& active : m_active) {
        active.busy = active.tenant.share * active.demand->cpuPerTime;
    }
    const double perByte = m_profile.disk.cpuSecondsPerByte;
    for (std::size_t i = 0; i < m_requests.size(); ++i) {
        const DiskRequest& request = m_requests[i];
        Active& active = m_active[m_requesters[i]];
        const double copying = (request.held + request.read + request.written) * perByte / seconds;
        active.busy = std::min(active.tenant.ceiling, active.busy + copying);
    }
    // The operating system's own tenants are the last ones, one per CPU.
    const std::size_t first = m_active.size() - m_busy.size();
    const double writeBack = m_disk.writtenBack() * perByte * kWriteBackCost / seconds;
    for (std::size_t cpu = 0; cpu < m_busy.size(); ++cpu) {
        m_active[first + cpu].busy = std::min(1.0, m_systemShare[cpu] + writeBack / static_cast<double>(m_busy.size()));
    }
}

// A CPU has one second per second. Tenants that ask for more get parts in proportion; those of fixed work, which take
// what they need, share what the others leave.
void Machine::shareCpus() {
    std::ranges::fill(m_busy, 0.0);
    std::ranges::fill(m_waiting, 0.0);
    for (const Active& active : m_active) {
        (active.demand->fixedWork ? m_waiting : m_busy)[static_cast<std::size_t>(active.tenant.cpu)] += active.busy;
    }
    for (Active& active : m_active) {
        const auto cpu = static_cast<std::size_t>(active.tenant.cpu);
        const double left = std::max(0.05, 1.0 - m_busy[cpu]);
        if (active.demand->fixedWork) {
            active.ceiling = std::min(active.tenant.ceiling, left * active.busy / std::max(m_waiting[cpu], 1e-9));
        } else if (m_busy[cpu] > 1.0) {
            active.busy /= m_busy[cpu];
        }
    }
}

void Machine::count(Socket& socket, double seconds) {
    double written = socket.diskWriteBytes * seconds;
    double read = socket.diskReadBytes * seconds;
    for (const std::size_t index : socket.active) {
        const Active& active = m_active[index];
        const double instructions = active.rate * seconds;
        const double accesses = instructions * active.traits->llcPerInstruction;
        const double missed = accesses * active.missShare;
        m_totals.instructions += instructions;
        m_totals.cycles += active.busy * socket.hertz * seconds;
        m_totals.llcReferences += accesses;
        m_totals.llcMisses += missed;
        read += 64.0 * missed;
        written += 64.0 * missed * active.demand->dirty + instructions * active.demand->aroundCache;
        m_busy[static_cast<std::size_t>(active.tenant.cpu)] += active.busy;
    }
    m_totals.memoryRead += read;
    m_totals.memoryWritten += written;
    double occupied = socket.cache.pool();
    for (const Region* region : socket.regions) {
        occupied += region->occupancy;
    }
    m_totals.occupancySeconds += occupied * seconds;
}

// Turbo falls from that of one core to that of all with the cores that are busy, and to the base frequency with what
// they have taken of the power over the last seconds; work at a high rate of instructions takes more of it. The clock
// of cache and memory follows their use within some tenths of a second (measured by Hackenberg et al. 2015 on Haswell),
// and power management empties the cache of a socket that idles.
void Machine::warm(Socket& socket, double seconds) {
    double busy = 0.0;
    double power = 0.0;
    double accesses = 0.0;
    for (const std::size_t index : socket.active) {
        const Active& active = m_active[index];
        busy += active.busy;
        power += active.busy * 0.5 + active.rate / socket.hertz * 0.25;
        accesses += active.rate * active.traits->llcPerInstruction;
    }
    const double cores = m_profile.coresPerSocket;
    busy = std::min(1.0, busy / cores);
    power = std::min(1.0, power / cores);
    socket.heat += (power - socket.heat) * (1.0 - std::exp(-seconds / m_profile.thermalSeconds));
    const double ghz = m_profile.turboGhz - (m_profile.turboGhz - m_profile.allCoreTurboGhz) * busy -
                       (m_profile.allCoreTurboGhz - m_profile.baseGhz) * std::min(1.0, socket.heat);
    socket.hertz = ghz * 1e9;
    const double use = std::min(1.0, 1.5 * socket.utilization + accesses / (cores * kBusyAccessesPerCore));
    const double fitting = m_profile.uncoreSlowest + (1.0 - m_profile.uncoreSlowest) * use;
    socket.uncore += (fitting - socket.uncore) * (1.0 - std::exp(-seconds / m_profile.uncoreSeconds));
    socket.cache.flush(socket.regions, std::exp(-seconds * (1.0 - busy) / m_profile.idleFlushSeconds));
}

double Machine::occupancy(int socket) const {
    const Socket& chosen = m_sockets[static_cast<std::size_t>(socket)];
    double occupied = chosen.cache.pool();
    for (const Region* region : chosen.regions) {
        occupied += region->occupancy;
    }
    return occupied;
}

}  // namespace mimesys::simulation
