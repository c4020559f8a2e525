// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/discovery.h"
#include "machine/sysfile.h"

#include <charconv>
#include <string>
#include <string_view>

namespace mimesys::machine {
namespace {

// Kernels say "no limit" as a number near 2^63; no machine has as much.
constexpr std::int64_t kUnlimitedBytes = std::int64_t{1} << 60;

void lower(double& limit, double found) {
    limit = limit > 0.0 ? std::min(limit, found) : found;
}

void applyQuota(CgroupLimits& limits, std::optional<std::int64_t> quota, std::optional<std::int64_t> period) {
    if (quota && period && *quota > 0 && *period > 0) {
        lower(limits.cpus, static_cast<double>(*quota) / static_cast<double>(*period));
    }
}

void applyMemory(CgroupLimits& limits, std::optional<std::int64_t> bytes) {
    if (bytes && *bytes > 0 && *bytes < kUnlimitedBytes && (limits.memoryBytes == 0 || *bytes < limits.memoryBytes)) {
        limits.memoryBytes = *bytes;
    }
}

// Both versions' files; a folder has those of one only.
void applyFolder(CgroupLimits& limits, const std::filesystem::path& folder) {
    if (const auto text = readSmallFile(folder / "cpu.max")) {  // "max 100000" or "50000 100000"
        const std::string_view line = *text;
        const std::size_t blank = std::min(line.find(' '), line.size());
        applyQuota(limits, toInteger(line.substr(0, blank)), toInteger(line.substr(blank)));
    }
    applyQuota(limits, readInteger(folder / "cpu.cfs_quota_us"), readInteger(folder / "cpu.cfs_period_us"));
    applyMemory(limits, readInteger(folder / "memory.max"));
    applyMemory(limits, readInteger(folder / "memory.limit_in_bytes"));
}

// The group itself and every group around it up to the mount point. A container may see the path its host uses, which
// does not exist below its own mount point; then the mount point is its group.
void applyHierarchy(CgroupLimits& limits, const std::filesystem::path& mount, std::string_view path) {
    applyFolder(limits, mount);
    std::filesystem::path folder = mount;
    for (const auto& part : std::filesystem::path(path).relative_path()) {
        if (part == ".." || part.empty()) {
            return;
        }
        folder /= part;
        applyFolder(limits, folder);
    }
}

bool listContains(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (list.substr(0, comma) == word) {
            return true;
        }
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return false;
}

}  // namespace

CgroupLimits cgroupLimits(const DiscoveryRoots& roots) {
    CgroupLimits limits;
    const std::filesystem::path base = roots.sys / "fs/cgroup";
    const auto groups = readSmallFile(roots.proc / "self/cgroup");
    forEachLine(groups ? *groups : std::string(), [&](std::string_view line) {  // "4:cpu,cpuacct:/path"
        const std::size_t first = line.find(':');
        const std::size_t second = first == std::string_view::npos ? first : line.find(':', first + 1);
        if (second == std::string_view::npos) {
            return;
        }
        const std::string_view controllers = line.substr(first + 1, second - first - 1);
        const std::string_view path = line.substr(second + 1);
        if (controllers.empty()) {
            applyHierarchy(limits, base, path);
            applyHierarchy(limits, base / "unified", path);
            return;
        }
        for (const std::string_view controller : {"cpu", "memory"}) {
            if (listContains(controllers, controller)) {
                applyHierarchy(limits, base / controllers, path);
                applyHierarchy(limits, base / controller, path);
            }
        }
    });
    return limits;
}

}  // namespace mimesys::machine
