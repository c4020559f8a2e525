// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/devicenames.h"

#include <algorithm>
#include <array>

namespace mimesys::trace {
namespace {

constexpr std::array<std::string_view, 6> kStacked{"md", "loop", "drbd", "bcache", "zd", "nbd"};
constexpr std::array<std::string_view, 2> kMemory{"ram", "zram"};
constexpr std::array<std::string_view, 3> kRemovable{"sr", "scd", "fd"};
// Partitions of these carry a "p" before their number, because the disk's own name ends in one.
constexpr std::array<std::string_view, 2> kNumberedDisks{"nvme", "mmcblk"};

constexpr std::array<std::string_view, 21> kVirtualInterfaces{
    "virbr", "vnet", "veth", "docker",  "br-",  "bridge", "bond", "team", "tap",   "tun", "wg",
    "dummy", "ifb",  "cni",  "flannel", "cali", "ovs",    "lxc",  "lxd",  "vxlan", "kube"};

bool isDigitCharacter(char c) {
    return c >= '0' && c <= '9';
}

// `prefix` followed by a digit, so that "sr0" matches "sr" and "srv" does not.
bool isNumbered(std::string_view name, std::string_view prefix) {
    return name.starts_with(prefix) && name.size() > prefix.size() && isDigitCharacter(name[prefix.size()]);
}

template <std::size_t N>
bool isAnyNumbered(std::string_view name, const std::array<std::string_view, N>& prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return isNumbered(name, prefix); });
}

std::string_view withoutDigits(std::string_view name) {
    while (!name.empty() && isDigitCharacter(name.back())) {
        name.remove_suffix(1);
    }
    return name;
}

// "nvme3n1" for "nvme3c3n1".
std::string headOfNvmePath(std::string_view name) {
    if (!isNumbered(name, "nvme")) {
        return {};
    }
    const std::size_t controller = name.find('c');
    const std::size_t space = name.find('n', 4);
    if (controller == std::string_view::npos || space == std::string_view::npos || space < controller) {
        return {};
    }
    return std::string(name.substr(0, controller)) + std::string(name.substr(space));
}

}  // namespace

std::string parentOfBlockDevice(std::string_view name) {
    const std::string_view stem = withoutDigits(name);
    if (stem.size() == name.size() || stem.empty()) {
        return {};
    }
    if (isAnyNumbered(name, kNumberedDisks)) {
        if (stem.size() > 1 && stem.back() == 'p' && isDigitCharacter(stem[stem.size() - 2])) {
            return std::string(stem.substr(0, stem.size() - 1));
        }
        return headOfNvmePath(name);
    }
    return std::string(stem);
}

BlockDevice classifyBlockDevice(std::string_view name) {
    if (isAnyNumbered(name, kStacked) || name.starts_with("dm-")) {
        return BlockDevice::Stacked;
    }
    if (isAnyNumbered(name, kMemory)) {
        return BlockDevice::Memory;
    }
    if (isAnyNumbered(name, kRemovable)) {
        return BlockDevice::Removable;
    }
    const std::string parent = parentOfBlockDevice(name);
    if (parent.empty()) {
        return BlockDevice::Disk;
    }
    return name.starts_with("nvme") && !headOfNvmePath(name).empty() && parent == headOfNvmePath(name)
               ? BlockDevice::PathOfNvme
               : BlockDevice::Partition;
}

bool isPhysicalInterface(std::string_view name) {
    // A dot or an @ names a VLAN on top of another interface.
    if (name.empty() || name == "lo" || name.find_first_of(".@") != std::string_view::npos) {
        return false;
    }
    const bool bridge = isNumbered(name, "br");
    return !bridge &&
           std::ranges::none_of(kVirtualInterfaces, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace mimesys::trace
