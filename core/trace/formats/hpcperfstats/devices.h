// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/diagnostics.h"
#include "trace/formats/hpcperfstats/types.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mimesys::trace::hpcperfstats {

struct DeviceType;

// The values of one line; bit i of `present` says that slot i was read.
struct Reading {
    std::array<std::uint64_t, kMostSlots> values{};
    std::uint32_t present = 0;
    std::int64_t sample = -1;  // in which it stood; -1 = never

    [[nodiscard]] bool has(std::size_t slot) const { return ((present >> slot) & 1U) != 0; }
};

struct Device {
    std::string prefix;  // what its lines start with: "cpu 11 "
    std::string name;    // "11"
    DeviceType* type = nullptr;
    Device* next = nullptr;  // whose line followed this one's in the sample before
    Reading now;
    Reading base;           // of the last sample that counted
    std::int64_t line = 0;  // of `now`
    int cpu = -1;           // number of a CPU
    bool counted = true;    // false when another device's counters contain its own
};

struct DeviceType {
    std::string name;
    Role role = Role::Ignored;
    Schema schema;
    std::vector<Slot> slots;
    // The slots that exist, by their position in a line, and all of them as bits.
    std::vector<std::size_t> order;
    std::uint32_t all = 0;
    std::vector<std::unique_ptr<Device>> devices;
    std::unordered_map<std::string, Device*> byName;
    bool devicesChanged = false;  // since it was last decided which of them count
    Device anyLine;               // stands for every line of an ignored type, which has no devices
};

// All devices of a file. Lines nearly always come in the order they had in the sample before; take() follows that order
// and looks a device up by name only where it breaks.
class DeviceTable {
public:
    explicit DeviceTable(Diagnostics& diagnostics) : m_diagnostics(diagnostics) {}

    // Adds or replaces the schema of a type; a changed one makes the devices of the type start anew.
    void define(Schema schema, std::int64_t line);

    // Reads one line of a sample.
    void take(std::string_view line, std::int64_t lineNumber, std::int64_t sample);

    // Whether a line has all the values its schema names.
    [[nodiscard]] bool isWhole(std::string_view line) const;
    // The first device that counts and was read in sample `before` but not in sample `now`; null when all were.
    [[nodiscard]] const Device* firstMissing(std::int64_t before, std::int64_t now) const;

    // In the order their schemas came.
    [[nodiscard]] const std::vector<std::unique_ptr<DeviceType>>& types() const { return m_types; }

private:
    // The device of a line, added when it is new; leaves the line's values. Null for a line that is of no use.
    Device* find(std::string_view& line, std::int64_t lineNumber);
    Device* add(DeviceType& type, std::string_view name, std::int64_t lineNumber);
    void read(Device& device, std::string_view values, std::int64_t lineNumber, std::int64_t sample);
    void checkOrder(const Device& device, std::int64_t lineNumber, std::int64_t sample);

    Diagnostics& m_diagnostics;
    std::vector<std::unique_ptr<DeviceType>> m_types;
    std::map<std::string, DeviceType*, std::less<>> m_byName;
    std::map<std::string, bool, std::less<>> m_unknownTypes;
    Device* m_last = nullptr;
    int m_lastCpu = -1;
    std::int64_t m_lastCpuSample = -1;
    bool m_toldOrder = false;
};

}  // namespace mimesys::trace::hpcperfstats
