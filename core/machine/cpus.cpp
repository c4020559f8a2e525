// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/discovery.h"
#include "machine/sysfile.h"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace mimesys::machine {
namespace {

std::filesystem::path cpuFolder(const DiscoveryRoots& roots, int cpu) {
    return roots.sys / "devices/system/cpu" / fmt::format("cpu{}", cpu);
}

// "cpu12 …" of /proc/stat, "processor : 12" of /proc/cpuinfo; -1 for any other line.
int cpuOfLine(std::string_view line) {
    std::string_view digits;
    if (line.starts_with("cpu")) {
        digits = line.substr(3, line.find(' ') == std::string_view::npos ? line.npos : line.find(' ') - 3);
    } else if (line.starts_with("processor") && line.find(':') != std::string_view::npos) {
        digits = line.substr(line.find(':') + 1);
    }
    const auto number = digits.empty() ? std::nullopt : toInteger(digits);
    return number && *number >= 0 && *number <= kMaxCpuId ? static_cast<int>(*number) : -1;
}

std::vector<int> cpusOfLines(const std::filesystem::path& path) {
    std::set<int> cpus;
    const auto text = readSmallFile(path);
    forEachLine(text ? *text : std::string(), [&](std::string_view line) {
        if (const int cpu = cpuOfLine(line); cpu >= 0) {
            cpus.insert(cpu);
        }
    });
    return {cpus.begin(), cpus.end()};
}

// The kernel refuses a mask shorter than its own, which on large machines is longer than cpu_set_t.
std::vector<int> affinity() {
    for (int capacity = 1024; capacity <= kMaxCpuId + 1; capacity *= 4) {
        const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(CPU_ALLOC(capacity),
                                                                   [](cpu_set_t* raw) { CPU_FREE(raw); });
        const std::size_t bytes = CPU_ALLOC_SIZE(capacity);
        if (!set || ::sched_getaffinity(0, bytes, set.get()) != 0) {
            continue;
        }
        std::vector<int> cpus;
        for (int cpu = 0; cpu < capacity; ++cpu) {
            if (CPU_ISSET_S(cpu, bytes, set.get())) {
                cpus.push_back(cpu);
            }
        }
        return cpus;
    }
    return {};
}

// The process's mask as /proc/self/status prints it. Preferred to sched_getaffinity, which knows the calling thread
// only: a pinned worker that asks would take its own CPU for the whole machine.
std::vector<int> allowedCpus(const DiscoveryRoots& roots) {
    std::vector<int> cpus;
    constexpr std::string_view kKey = "Cpus_allowed_list:";
    const auto status = readSmallFile(roots.proc / "self/status");
    forEachLine(status ? *status : std::string(), [&](std::string_view line) {
        if (line.starts_with(kKey)) {
            cpus = parseCpuList(line.substr(kKey.size())).value_or(std::vector<int>());
        }
    });
    return cpus.empty() ? affinity() : cpus;
}

// NUMA node of each CPU; CPUs of machines without nodes are absent.
std::map<int, int> nodesOfCpus(const DiscoveryRoots& roots) {
    std::map<int, int> nodes;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(roots.sys / "devices/system/node", error), end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const auto node = name.starts_with("node") ? toInteger(std::string_view(name).substr(4)) : std::nullopt;
        const auto list = node ? readSmallFile(entry->path() / "cpulist") : std::nullopt;
        for (const int cpu : list ? parseCpuList(*list).value_or(std::vector<int>()) : std::vector<int>()) {
            nodes[cpu] = static_cast<int>(*node);
        }
    }
    return nodes;
}

// "48K", "2048K", "32M"; 0 when it is none of these.
std::int64_t cacheBytes(std::string_view text) {
    std::int64_t unit = 1;
    if (text.ends_with('K')) {
        unit = 1 << 10;
    } else if (text.ends_with('M')) {
        unit = 1 << 20;
    } else if (text.ends_with('G')) {
        unit = 1 << 30;
    }
    const auto number = toInteger(text.substr(0, text.size() - (unit > 1 ? 1 : 0)));
    return number && *number > 0 && *number < (std::int64_t{1} << 32) ? *number * unit : 0;
}

void addCachesOf(const std::filesystem::path& cacheFolder, std::map<std::pair<int, std::string>, Cache>& found) {
    constexpr int kMaxIndex = 16;
    for (int index = 0; index < kMaxIndex; ++index) {
        const std::filesystem::path folder = cacheFolder / fmt::format("index{}", index);
        const auto level = readInteger(folder / "level");
        if (!level || *level < 1 || *level > kMaxIndex) {
            return;
        }
        Cache cache;
        cache.level = static_cast<int>(*level);
        cache.type = readSmallFile(folder / "type").value_or("Unified");
        cache.sizeBytes = cacheBytes(readSmallFile(folder / "size").value_or(""));
        cache.sharedCpus =
            parseCpuList(readSmallFile(folder / "shared_cpu_list").value_or("")).value_or(std::vector<int>());
        if (cache.sizeBytes > 0) {
            found.try_emplace({cache.level, cache.type}, std::move(cache));
        }
    }
}

}  // namespace

std::vector<int> onlineCpus(const DiscoveryRoots& roots) {
    if (const auto text = readSmallFile(roots.sys / "devices/system/cpu/online")) {
        if (auto cpus = parseCpuList(*text); cpus && !cpus->empty()) {
            return std::move(*cpus);
        }
    }
    std::vector<int> cpus = cpusOfLines(roots.proc / "stat");
    return cpus.empty() ? cpusOfLines(roots.proc / "cpuinfo") : cpus;
}

std::vector<int> usableCpus(const DiscoveryRoots& roots, const std::vector<int>& online) {
    const std::vector<int> allowed = allowedCpus(roots);
    std::vector<int> usable;
    std::ranges::set_intersection(online, allowed, std::back_inserter(usable));
    return usable.empty() ? online : usable;
}

std::vector<Cpu> describeCpus(const DiscoveryRoots& roots, const std::vector<int>& online) {
    const std::map<int, int> nodes = nodesOfCpus(roots);
    std::vector<Cpu> cpus;
    for (const int id : online) {
        const std::filesystem::path topology = cpuFolder(roots, id) / "topology";
        // A kernel that does not know says -1.
        const std::int64_t socket = readInteger(topology / "physical_package_id").value_or(0);
        const std::int64_t core = readInteger(topology / "core_id").value_or(id);
        const auto node = nodes.find(id);
        cpus.push_back({id, static_cast<int>(std::max<std::int64_t>(socket, 0)), static_cast<int>(core < 0 ? id : core),
                        node == nodes.end() ? 0 : node->second});
    }
    return cpus;
}

std::vector<Cache> describeCaches(const DiscoveryRoots& roots, const std::vector<int>& online) {
    std::map<std::pair<int, std::string>, Cache> found;
    for (const int cpu : online) {
        addCachesOf(cpuFolder(roots, cpu) / "cache", found);
        if (!found.empty()) {
            break;  // The first CPU that tells stands for all.
        }
    }
    std::vector<Cache> caches;
    for (auto& [key, cache] : found) {
        caches.push_back(std::move(cache));
    }
    return caches;
}

}  // namespace mimesys::machine
