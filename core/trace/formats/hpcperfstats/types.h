// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/hpcperfstats/schema.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mimesys::trace::hpcperfstats {

// What the lines of a type tell about the machine.
enum class Role { Ignored, Cpu, MemoryController, LastLevelCache, Block, Network, Memory, Scheduler, VirtualMemory };

// By name: "cpu", "block", …; intel_*_imc are memory controllers, intel_*_cbo and intel_*_cha cache boxes.
[[nodiscard]] Role roleOf(std::string_view type);

// A value of a line that is read; the others are skipped without looking at them.
struct Slot {
    int position = 0;  // of the value in the line, 0 = the first after the device
    int width = 64;
    double bytes = 1.0;  // per step
};
inline constexpr std::size_t kMostSlots = 16;

// Fixed slots of the roles, in the order of their names; absent ones have the position -1.
namespace slot {
inline constexpr std::size_t kUser = 0, kNice = 1, kSystem = 2, kIdle = 3, kIowait = 4, kIrq = 5, kSoftirq = 6,
                             kSteal = 7;
inline constexpr std::size_t kFirst = 0, kSecond = 1;  // sectors, bytes, ctxt, pgfault
inline constexpr std::size_t kMemTotal = 0, kMemFree = 1, kMemUsed = 2, kFilePages = 3;
inline constexpr std::size_t kCounters = 8;  // of an uncore box: control n in slot n, counter n in slot n + 8
}  // namespace slot

[[nodiscard]] std::vector<Slot> slotsFor(Role role, const Schema& schema);
// Names of the slots, for messages.
[[nodiscard]] std::string_view slotName(Role role, std::size_t index);

// What an uncore counter counts, from its control register: event code in bits 0–7, unit mask in bits 8–15 (Intel Xeon
// E5 v3 and Scalable uncore performance monitoring reference manuals).
enum class Event { Other, ReadCas, WriteCas, CacheLookup, AnyCacheLookup };
[[nodiscard]] Event eventOf(Role role, std::uint64_t control);

}  // namespace mimesys::trace::hpcperfstats
