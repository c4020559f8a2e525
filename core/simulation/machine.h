// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "simulation/cache.h"
#include "simulation/demand.h"
#include "simulation/disk.h"
#include "simulation/profile.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mimesys::simulation {

// Something that runs on a CPU: one of the machine's demands, for a share of the time.
struct Tenant {
    int cpu = 0;
    std::size_t demand = 0;
    double share = 0.0;    // in [0, 1]
    double ceiling = 1.0;  // most CPU time it can take per time, of work that is fixed or waits for the disk
};

// What counters of a machine would have counted since it was made.
struct Totals {
    std::vector<double> busySeconds;  // per CPU
    double instructions = 0.0;
    double cycles = 0.0;  // unhalted
    double llcReferences = 0.0;
    double llcMisses = 0.0;
    double memoryRead = 0.0;  // bytes
    double memoryWritten = 0.0;
    double diskRead = 0.0;
    double diskWritten = 0.0;
    double occupancySeconds = 0.0;  // bytes of last-level cache times seconds
};

// A machine that is computed: CPUs, last-level caches shared by a socket's CPUs, memory bandwidth that saturates, turbo
// that sustained load takes away, and a disk behind a page cache. What runs competes for all of it; caches, dirty pages
// and temperature carry over to what runs next. Tenants of one CPU take turns too quickly to be told apart.
class Machine {
public:
    Machine(Profile profile, std::vector<Demand> demands, std::uint64_t seed);
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    // What runs from now on, next to the operating system.
    void run(std::span<const Tenant> tenants);
    // A step of at most about a tenth of a second; its parts of the machine change together.
    void advance(double seconds);

    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] const Totals& totals() const { return m_totals; }
    [[nodiscard]] double occupancy(int socket) const;  // bytes
    [[nodiscard]] const Disk& disk() const { return m_disk; }

private:
    // What follows from a demand and the profile.
    struct Traits {
        std::size_t data = 0;
        double llcPerInstruction = 0.0;  // accesses to the last-level cache
        double aloneCycles = 0.0;        // per instruction, with the socket to itself, at the base frequency
        double llcWait = 0.0;            // ns per instruction
    };
    // A tenant during a step.
    struct Active {
        Tenant tenant;
        const Demand* demand = nullptr;
        const Traits* traits = nullptr;
        Region* region = nullptr;
        double ceiling = 1.0;    // most CPU time per time that others on its CPU leave it
        double missShare = 1.0;  // of its accesses to the last-level cache
        double ownCycles = 0.0;  // per instruction, without waiting for its socket's memory
        double waits = 0.0;      // cycles per instruction, waiting for that memory when it is idle
        double bytes = 0.0;      // of memory traffic per instruction
        double busy = 0.0;       // CPU time per time
        double rate = 0.0;       // instructions/s
    };
    struct Socket {
        SocketCache cache;
        std::vector<std::size_t> active;  // indices into m_active
        std::vector<Region*> regions;     // that have lines in the cache or ask for them
        double latency = 1.0;             // of memory, relative to that of an idle one
        double otherLatency = 1.0;        // of the memory of the socket that its remote accesses go to
        double utilization = 0.0;         // of what memory can give
        double writeShare = 0.0;          // of memory traffic
        double remoteBytes = 0.0;         // per second, that other sockets ask for here
        double heat = 0.0;                // in [0, 1]
        double hertz = 0.0;
        double uncore = 1.0;          // clock of cache and memory controllers, relative to their fastest
        double diskReadBytes = 0.0;   // memory reads per second on the disk's behalf
        double diskWriteBytes = 0.0;  // and writes
    };

    // Bytes/s that a socket's memory moves, and how that changes with its latency.
    struct Traffic {
        double bytes = 0.0;
        double slope = 0.0;
    };

    [[nodiscard]] Traits traitsOf(const Demand& demand) const;
    [[nodiscard]] Region* regionOf(const Tenant& tenant);
    void draw(double seconds);
    void stepDisk(double seconds);
    void stepBusy(double seconds);
    void shareCpus();
    void stepSocket(Socket& socket, double seconds, bool changed);
    void takeMisses(Socket& socket);
    void takeWaits(Socket& socket);
    Traffic trafficAt(Socket& socket, double slowdown);
    void solveMemory(Socket& socket);
    void settle(Socket& socket);
    void askCache(Socket& socket);
    void exchangeRemote();
    void count(Socket& socket, double seconds);
    void warm(Socket& socket, double seconds);

    Profile m_profile;
    std::vector<Demand> m_demands;  // the last one is the operating system's
    std::vector<Traits> m_traits;
    std::vector<Region> m_regions;
    std::vector<Active> m_active;
    std::vector<Socket> m_sockets;
    std::vector<DiskRequest> m_requests;
    std::vector<std::size_t> m_requesters;  // index into m_active of each request
    std::vector<double> m_busy;             // per CPU, of the running step
    std::vector<double> m_waiting;          // per CPU, CPU time per time that tenants of fixed work ask for
    Disk m_disk;
    Random m_random;
    double m_diskSpeed = 1.0;
    double m_untilDraw = 0.0;           // seconds
    std::vector<double> m_systemShare;  // per CPU, of the operating system
    double m_streamed = 0.0;  // bytes/s of lines that are never used again, of the socket that is being solved
    bool m_changed = true;    // something else runs than in the step before
    Totals m_totals;
};

}  // namespace mimesys::simulation
