// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::machine {

struct Cpu {
    int id = 0;      // as the kernel numbers it
    int socket = 0;  // physical package
    int core = 0;    // core within the package; siblings share it
    int node = 0;    // NUMA node
    bool operator==(const Cpu&) const = default;
};

struct Cache {
    int level = 0;
    std::string type;             // "Data", "Instruction", "Unified"
    std::int64_t sizeBytes = 0;   // of one instance
    std::vector<int> sharedCpus;  // CPUs of the first instance
    bool operator==(const Cache&) const = default;
};

struct Disk {
    std::string name;  // as /proc/diskstats names it: "sda", "nvme0n1"; whole disks only, see isWholeDisk()
    std::int64_t sizeBytes = 0;
    bool rotational = false;
    bool operator==(const Disk&) const = default;
};

// What the rest of the program needs to know about a machine; everything is discovered, nothing is assumed.
struct Machine {
    std::string cpuModel;
    std::string kernel;           // release
    std::vector<Cpu> cpus;        // online CPUs, by id
    std::vector<int> usableCpus;  // those this process may run on (affinity, cpuset), by id
    double cpuQuota = 0.0;        // CPUs a cgroup grants to this process, 0 = no limit
    std::vector<Cache> caches;    // one entry per distinct level and type
    std::int64_t memoryBytes = 0;
    std::int64_t memoryLimitBytes = 0;  // what a cgroup grants to this process when that is less, 0 = no limit
    std::vector<Disk> disks;
    std::vector<std::string> features;  // CPU flags that stressors choose by: "avx2", "avx512f", …

    [[nodiscard]] int socketCount() const;
    [[nodiscard]] int nodeCount() const;
    [[nodiscard]] bool hasFeature(std::string_view feature) const;
    // Data or unified cache of a level, nullptr when there is none.
    [[nodiscard]] const Cache* dataCache(int level) const;
    [[nodiscard]] const Cache* lastLevelCache() const;
    bool operator==(const Machine&) const = default;
};

// Reads procfs and sysfs below the given roots (other than "/proc" and "/sys" in tests). A file that is missing leaves
// its field empty; only a machine without any CPU is an error.
struct DiscoveryRoots {
    std::filesystem::path proc = "/proc";
    std::filesystem::path sys = "/sys";
};
[[nodiscard]] Expected<Machine> discover(const DiscoveryRoots& roots = {});

// Whether a name of /proc/diskstats stands for a disk whose traffic is counted nowhere else: it has a device behind it
// (/sys/block/NAME/device) and is no partition, no layer over other disks (loop, ram, zram, dm, md), no optical or
// floppy drive and no single path of an NVMe multipath disk (nvme0c1n1). Without /sys/block the name decides.
[[nodiscard]] bool isWholeDisk(std::string_view name, const std::filesystem::path& sysRoot = "/sys");

// Hardware identity that decides whether data collected on one machine holds on another: CPU model, CPUs, sockets,
// caches and memory rounded to GiB; not kernel, names or affinity. 16 hexadecimal digits.
[[nodiscard]] std::string fingerprint(const Machine& machine);

// JSON text both ways; fromJson() gives BadInput on anything that is not a machine description.
[[nodiscard]] std::string toJson(const Machine& machine);
[[nodiscard]] Expected<Machine> fromJson(const std::string& text);

}  // namespace mimesys::machine
