// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/hpcperfstats/types.h"

#include <algorithm>
#include <array>

namespace mimesys::trace::hpcperfstats {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> kCpu{"user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal"};
constexpr std::array<std::string_view, 16> kUncore{"CTL0", "CTL1", "CTL2", "CTL3", "CTL4", "CTL5", "CTL6", "CTL7",
                                                   "CTR0", "CTR1", "CTR2", "CTR3", "CTR4", "CTR5", "CTR6", "CTR7"};
constexpr std::array<std::string_view, 2> kBlock{"rd_sectors", "wr_sectors"};
constexpr std::array<std::string_view, 2> kNetwork{"rx_bytes", "tx_bytes"};
constexpr std::array<std::string_view, 4> kMemory{"MemTotal", "MemFree", "MemUsed", "FilePages"};
constexpr std::array<std::string_view, 1> kScheduler{"ctxt"};
constexpr std::array<std::string_view, 1> kVirtualMemory{"pgfault"};

Names namesOf(Role role) {
    switch (role) {
        case Role::Cpu:
            return kCpu;
        case Role::MemoryController:
        case Role::LastLevelCache:
            return kUncore;
        case Role::Block:
            return kBlock;
        case Role::Network:
            return kNetwork;
        case Role::Memory:
            return kMemory;
        case Role::Scheduler:
            return kScheduler;
        case Role::VirtualMemory:
            return kVirtualMemory;
        case Role::Ignored:
            break;
    }
    return {};
}

// What a step is when the schema names no unit.
double usualBytes(Role role) {
    constexpr double kSector = 512.0;
    constexpr double kKibibyte = 1024.0;
    return role == Role::Block ? kSector : role == Role::Memory ? kKibibyte : 1.0;
}

}  // namespace

Role roleOf(std::string_view type) {
    if (type.starts_with("intel_")) {
        if (type.ends_with("_imc")) {
            return Role::MemoryController;
        }
        return type.ends_with("_cbo") || type.ends_with("_cha") ? Role::LastLevelCache : Role::Ignored;
    }
    constexpr std::array<std::pair<std::string_view, Role>, 6> kRoles{{{"cpu", Role::Cpu},
                                                                       {"block", Role::Block},
                                                                       {"net", Role::Network},
                                                                       {"mem", Role::Memory},
                                                                       {"ps", Role::Scheduler},
                                                                       {"vm", Role::VirtualMemory}}};
    const auto found = std::ranges::find(kRoles, type, &std::pair<std::string_view, Role>::first);
    return found == kRoles.end() ? Role::Ignored : found->second;
}

std::vector<Slot> slotsFor(Role role, const Schema& schema) {
    std::vector<Slot> slots;
    for (const std::string_view name : namesOf(role)) {
        Slot slot;
        slot.position = schema.find(name);
        if (slot.position >= 0) {
            const Field& field = schema.fields[static_cast<std::size_t>(slot.position)];
            slot.width = field.width;
            slot.bytes = bytesPerStep(field.unit, usualBytes(role));
        }
        slots.push_back(slot);
    }
    return slots;
}

std::string_view slotName(Role role, std::size_t index) {
    const Names names = namesOf(role);
    return index < names.size() ? names[index] : std::string_view();
}

Event eventOf(Role role, std::uint64_t control) {
    const auto event = static_cast<unsigned>(control & 0xffU);
    const auto mask = static_cast<unsigned>((control >> 8U) & 0xffU);
    if (role == Role::MemoryController) {
        // CAS_COUNT: Haswell to Cascade Lake 04/03 and 04/0c, Ice Lake 04/0f and 04/30, Sapphire Rapids 05 and 06 (one
        // per half of the channel) with cf and f0.
        if (event == 0x04) {
            return mask == 0x03 || mask == 0x0f   ? Event::ReadCas
                   : mask == 0x0c || mask == 0x30 ? Event::WriteCas
                                                  : Event::Other;
        }
        if (event == 0x05 || event == 0x06) {
            return mask == 0xcf ? Event::ReadCas : mask == 0xf0 ? Event::WriteCas : Event::Other;
        }
        return Event::Other;
    }
    // LLC_LOOKUP; the unit mask 11 counts every lookup, the others kinds of them.
    if (role == Role::LastLevelCache && event == 0x34) {
        return mask == 0x11 ? Event::AnyCacheLookup : Event::CacheLookup;
    }
    return Event::Other;
}

}  // namespace mimesys::trace::hpcperfstats
