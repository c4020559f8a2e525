// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/discovery.h"
#include "machine/machine.h"
#include "machine/sysfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace mimesys::machine {
namespace {

// What stressors choose their bodies by, and "hypervisor", which explains missing counters; the hundred other flags
// would only make every file longer that carries a machine description.
bool isRelevantFeature(std::string_view flag) {
    constexpr std::array<std::string_view, 12> kPrefixes{"sse",   "ssse", "avx",  "amx", "bmi", "sve",
                                                         "asimd", "neon", "vaes", "sha", "fma", "cqm"};
    constexpr std::array<std::string_view, 9> kWords{"popcnt", "aes",   "pclmulqdq", "pmull",     "vpclmulqdq",
                                                     "gfni",   "crc32", "rtm",       "hypervisor"};
    return std::ranges::find(kWords, flag) != kWords.end() ||
           std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return flag.starts_with(prefix); });
}

std::vector<std::string> relevantFeatures(std::string_view flags) {
    std::vector<std::string> features;
    while (!(flags = trimmed(flags)).empty()) {
        const std::size_t end = std::min(flags.find(' '), flags.size());
        if (isRelevantFeature(flags.substr(0, end))) {
            features.emplace_back(flags.substr(0, end));
        }
        flags.remove_prefix(end);
    }
    std::ranges::sort(features);
    const auto repeated = std::ranges::unique(features);
    features.erase(repeated.begin(), repeated.end());
    return features;
}

// Keys of the first CPU's paragraph; the others repeat it.
std::map<std::string, std::string, std::less<>> firstCpuInfo(const DiscoveryRoots& roots) {
    std::map<std::string, std::string, std::less<>> info;
    const auto text = readSmallFile(roots.proc / "cpuinfo");
    forEachLine(text ? *text : std::string(), [&](std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos) {
            info.try_emplace(std::string(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
        }
    });
    return info;
}

std::string modelName(const std::map<std::string, std::string, std::less<>>& info) {
    for (const std::string_view key : {"model name", "cpu model", "cpu", "Processor", "Hardware", "uarch"}) {
        if (const auto found = info.find(key); found != info.end() && !found->second.empty()) {
            return found->second;
        }
    }
    const auto implementer = info.find("CPU implementer");  // arm64 names numbers only
    const auto part = info.find("CPU part");
    if (implementer != info.end() && part != info.end()) {
        return fmt::format("ARM implementer {} part {}", implementer->second, part->second);
    }
    return {};
}

std::int64_t memoryTotal(const DiscoveryRoots& roots) {
    constexpr std::int64_t kKibi = 1024;
    constexpr std::string_view kKey = "MemTotal:";
    std::int64_t bytes = 0;
    const auto text = readSmallFile(roots.proc / "meminfo");
    forEachLine(text ? *text : std::string(), [&](std::string_view line) {
        if (line.starts_with(kKey)) {
            const std::string_view value = trimmed(line.substr(kKey.size()));
            const std::int64_t kibibytes = toInteger(value.substr(0, value.find(' '))).value_or(0);
            bytes = kibibytes > 0 && kibibytes < (std::int64_t{1} << 50) ? kibibytes * kKibi : 0;
        }
    });
    return bytes;
}

}  // namespace

Expected<Machine> discover(const DiscoveryRoots& roots) {
    const std::vector<int> online = onlineCpus(roots);
    if (online.empty()) {
        return unavailable("No CPU can be found; procfs has to be mounted for this.", (roots.proc / "stat").string());
    }
    const auto info = firstCpuInfo(roots);
    Machine machine;
    machine.cpuModel = modelName(info);
    machine.kernel = readSmallFile(roots.proc / "sys/kernel/osrelease").value_or("");
    machine.cpus = describeCpus(roots, online);
    machine.usableCpus = usableCpus(roots, online);
    machine.caches = describeCaches(roots, online);
    machine.memoryBytes = memoryTotal(roots);
    machine.disks = describeDisks(roots);
    const CgroupLimits limits = cgroupLimits(roots);
    machine.cpuQuota = limits.cpus;
    if (limits.memoryBytes > 0 && (machine.memoryBytes == 0 || limits.memoryBytes < machine.memoryBytes)) {
        machine.memoryLimitBytes = limits.memoryBytes;
    }
    for (const std::string_view key : {"flags", "Features", "features", "isa"}) {
        if (const auto flags = info.find(key); flags != info.end()) {
            machine.features = relevantFeatures(flags->second);
            break;
        }
    }
    return machine;
}

}  // namespace mimesys::machine
