// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/discovery.h"
#include "machine/sysfile.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>

namespace mimesys::machine {
namespace {

constexpr std::int64_t kSectorBytes = 512;  // sysfs counts in these whatever the disk's own sector is

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

// Consumes one or more characters of a kind from the front.
template <typename Kind>
bool take(std::string_view& text, Kind kind) {
    const auto end = std::ranges::find_if_not(text, kind);
    const auto length = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(length);
    return length > 0;
}

// The rest of a name after a prefix is made of letters ("sda") or digits ("mmcblk0") only.
template <typename Kind>
bool isNamed(std::string_view name, std::string_view prefix, Kind kind) {
    if (!name.starts_with(prefix)) {
        return false;
    }
    name.remove_prefix(prefix.size());
    return take(name, kind) && name.empty();
}

// "nvme0n1", and "nvme0c1n1" when `path` asks for one path of a multipath disk.
bool isNvme(std::string_view name, bool path) {
    if (!name.starts_with("nvme")) {
        return false;
    }
    name.remove_prefix(4);
    if (!take(name, isDigit)) {
        return false;
    }
    if (path) {
        if (!name.starts_with('c')) {
            return false;
        }
        name.remove_prefix(1);
        if (!take(name, isDigit)) {
            return false;
        }
    }
    if (!name.starts_with('n')) {
        return false;
    }
    name.remove_prefix(1);
    return take(name, isDigit) && name.empty();
}

bool isLayerOrRemovable(std::string_view name) {
    constexpr std::array<std::string_view, 10> kPrefixes{"loop", "ram", "zram", "dm-", "md",
                                                         "sr",   "scd", "fd",   "nbd", "drbd"};
    const bool bootArea = name.starts_with("mmcblk") &&
                          (name.find("boot") != std::string_view::npos || name.find("rpmb") != std::string_view::npos);
    return bootArea || isNvme(name, true) || std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
               return name.starts_with(prefix) && name.size() > prefix.size() && isDigit(name[prefix.size()]);
           });
}

bool looksLikeWholeDisk(std::string_view name) {
    return isNvme(name, false) || isNamed(name, "sd", isLetter) || isNamed(name, "hd", isLetter) ||
           isNamed(name, "vd", isLetter) || isNamed(name, "xvd", isLetter) || isNamed(name, "dasd", isLetter) ||
           isNamed(name, "mmcblk", isDigit) || isNamed(name, "pmem", isDigit);
}

// "sda2" < "sda10"; and sda … sdz before sdaa, as the kernel counts.
bool diskOrder(const Disk& left, const Disk& right) {
    return std::tuple(left.name.size(), std::string_view(left.name)) <
           std::tuple(right.name.size(), std::string_view(right.name));
}

// Names and sizes by "major minor blocks name" lines, for containers without /sys.
std::vector<Disk> disksOfPartitionTable(const DiscoveryRoots& roots) {
    constexpr std::int64_t kBlockBytes = 1024;
    std::vector<Disk> disks;
    const auto text = readSmallFile(roots.proc / "partitions");
    forEachLine(text ? *text : std::string(), [&](std::string_view line) {
        line = trimmed(line);
        const std::size_t nameBegin = line.find_last_of(" \t");
        if (nameBegin == std::string_view::npos || !isWholeDisk(line.substr(nameBegin + 1), roots.sys)) {
            return;
        }
        const std::string_view front = trimmed(line.substr(0, nameBegin));
        const std::size_t sizeBegin = front.find_last_of(" \t");
        const auto blocks = sizeBegin == std::string_view::npos ? std::nullopt : toInteger(front.substr(sizeBegin));
        const bool plausible = blocks && *blocks > 0 && *blocks < (std::int64_t{1} << 50);
        disks.push_back({std::string(line.substr(nameBegin + 1)), plausible ? *blocks * kBlockBytes : 0, false});
    });
    return disks;
}

}  // namespace

bool isWholeDisk(std::string_view name, const std::filesystem::path& sysRoot) {
    if (name.empty() || name.starts_with('.') || isLayerOrRemovable(name)) {
        return false;
    }
    std::error_code error;
    if (!std::filesystem::is_directory(sysRoot / "block", error)) {
        return looksLikeWholeDisk(name);
    }
    std::string entry(name);
    std::ranges::replace(entry, '/', '!');  // sysfs writes "cciss/c0d0" so
    return std::filesystem::exists(sysRoot / "block" / entry / "device", error);
}

std::vector<Disk> describeDisks(const DiscoveryRoots& roots) {
    std::vector<Disk> disks;
    std::error_code error;
    std::filesystem::directory_iterator entry(roots.sys / "block", error);
    if (error) {
        disks = disksOfPartitionTable(roots);
    }
    for (const std::filesystem::directory_iterator end; !error && entry != end; entry.increment(error)) {
        std::string name = entry->path().filename().string();
        std::ranges::replace(name, '!', '/');
        const std::int64_t sectors = readInteger(entry->path() / "size").value_or(0);
        // An empty card reader has a device but no size.
        if (sectors > 0 && sectors < (std::int64_t{1} << 50) && isWholeDisk(name, roots.sys)) {
            disks.push_back({std::move(name), sectors * kSectorBytes,
                             readInteger(entry->path() / "queue/rotational").value_or(0) != 0});
        }
    }
    std::ranges::sort(disks, diskOrder);
    return disks;
}

}  // namespace mimesys::machine
