// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"
#include "simulation/demand.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace mimesys::simulation {

// Noise of a measured number: normal, with these standard deviations over half a second; less over longer.
struct Noise {
    double relative = 0.0;
    double absolute = 0.0;  // in the metric's unit
    bool operator==(const Noise&) const = default;
};

struct DiskProfile {
    double readBytesPerSecond = 0.0;
    double writeBytesPerSecond = 0.0;
    double latencySeconds = 0.0;        // of one operation that is waited for
    double mixingLoss = 0.0;            // of the device's time when half of it are reads and half writes
    double jitter = 0.0;                // relative standard deviation of its rate over a tenth of a second
    double pageCacheBytes = 0.0;        // for file contents
    double dirtyBackgroundBytes = 0.0;  // from here on dirty pages are written back
    double dirtyLimitBytes = 0.0;       // here writers have to wait for that
    double flushSeconds = 0.0;          // below, dirty pages are written back this often
    double cpuSecondsPerByte = 0.0;     // of the thread that reads or writes through the page cache
    bool operator==(const DiskProfile&) const = default;
};

// A machine that is not there, as far as the simulation knows machines. File format "mimesys-simulated-machine".
struct Profile {
    std::string name;         // "c220g2"
    std::string description;  // one sentence: which machine it follows, and where the numbers come from
    std::string cpuModel;     // "Intel(R) Xeon(R) CPU E5-2660 v3 @ 2.60GHz"
    int sockets = 1;
    int coresPerSocket = 1;
    double baseGhz = 1.0;
    double allCoreTurboGhz = 1.0;
    double turboGhz = 1.0;
    double thermalSeconds = 1.0;    // how slowly sustained load takes the turbo away
    double uncoreSlowest = 1.0;     // clock of caches and memory controllers when nobody uses them, of their fastest
    double uncoreSeconds = 1.0;     // how slowly it follows their use
    double idleFlushSeconds = 1.0;  // how slowly an idle socket empties its last-level cache
    double l1Bytes = 0.0;           // data, per core
    double l2Bytes = 0.0;           // per core
    double llcBytes = 0.0;          // per socket
    double llcNanoseconds = 0.0;    // of a hit there
    double memoryBytes = 0.0;
    double memoryNanoseconds = 0.0;   // of a miss when nothing else uses the memory
    double remoteNanoseconds = 0.0;   // on top of it for another socket's memory
    double peakBytesPerSecond = 0.0;  // memory bandwidth per socket
    double reachableShare = 0.0;      // of the peak by reads alone
    double writeLoss = 0.0;           // of it by writes alone
    DiskProfile disk;
    Demand background;                   // what the operating system does
    double backgroundShare = 0.0;        // of every CPU, on average
    double firstCpuShare = 0.0;          // on top of it on the first CPU, which serves interrupts
    std::map<std::string, Noise> noise;  // by metric id; "cpu.utilization" stands for all of them
    std::filesystem::path signatures;    // file of the stressors' demands

    [[nodiscard]] int cpuCount() const { return sockets * coresPerSocket; }
    [[nodiscard]] int socketOf(int cpu) const { return cpu / coresPerSocket; }
    bool operator==(const Profile&) const = default;
};

// BadInput with one sentence for a file that is missing, too large, cut off or holds something else. A relative path of
// the signatures is taken as beside the profile.
[[nodiscard]] Expected<Profile> readProfile(const std::filesystem::path& path);
[[nodiscard]] Expected<Profile> profileFromJson(const std::string& text);

// As the rest of the program knows machines. Its processor is called "Simulated …", so that neither its name nor its
// fingerprint is that of a real machine.
[[nodiscard]] machine::Machine describe(const Profile& profile);

}  // namespace mimesys::simulation
