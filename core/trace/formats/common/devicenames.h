// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace mimesys::trace {

// Which lines of per-device counters add up to a machine's traffic without counting a byte twice, by name alone: a
// trace of another machine comes without its /sys. (machine::isWholeDisk() decides the same for this machine.)

enum class BlockDevice {
    Disk,       // a whole disk: counted
    Partition,  // its traffic is in its disk's counters
    Stacked,    // device mapper, RAID, loop and the like: its traffic is in the disks below it
    Memory,     // RAM disks and compressed swap
    Removable,  // optical and floppy drives
    PathOfNvme  // nvme3c3n1: one path of the multipath disk nvme3n1
};

// By name alone. "sda1" and "nvme0n1p2" are partitions; a name that only looks like one ("xvda1" without "xvda") is for
// the caller to find out by parentOfBlockDevice().
[[nodiscard]] BlockDevice classifyBlockDevice(std::string_view name);

// "sda" for "sda1", "nvme0n1" for "nvme0n1p2", "nvme3n1" for the path "nvme3c3n1"; empty for anything else.
[[nodiscard]] std::string parentOfBlockDevice(std::string_view name);

// False for the loopback interface and for bridges, tunnels, bonds and the other virtual interfaces whose traffic
// passes through a physical interface, or through none.
[[nodiscard]] bool isPhysicalInterface(std::string_view name);

}  // namespace mimesys::trace
