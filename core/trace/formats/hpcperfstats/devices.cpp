// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/hpcperfstats/devices.h"

#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace::hpcperfstats {
namespace {

const char* skipWord(const char* cursor, const char* end) {
    while (cursor != end && !isBlank(*cursor)) {
        ++cursor;
    }
    return cursor;
}

const char* skipBlanks(const char* cursor, const char* end) {
    while (cursor != end && isBlank(*cursor)) {
        ++cursor;
    }
    return cursor;
}

// Moves the cursor over a number of at most 20 digits; false, with the cursor anywhere in the word, for anything else.
bool takeUnsigned(const char*& cursor, const char* end, std::uint64_t& value) {
    const char* begin = cursor;
    std::uint64_t result = 0;
    while (cursor != end && isDigit(*cursor)) {
        result = result * 10 + static_cast<std::uint64_t>(*cursor - '0');
        ++cursor;
    }
    value = result;
    const auto digits = cursor - begin;
    const bool whole = cursor == end || isBlank(*cursor);
    constexpr int kCertain = 19;  // digits that cannot exceed 64 bits
    if (digits > 0 && digits <= kCertain && whole) {
        return true;
    }
    // 20 digits fit up to 2^64 - 1, which starts with a 1; an overflow has wrapped to something smaller.
    return digits == kCertain + 1 && whole && *begin == '1' && result >= 10'000'000'000'000'000'000ULL;
}

}  // namespace

void DeviceTable::define(Schema schema, std::int64_t line) {
    for (std::string& oddity : schema.oddities) {
        m_diagnostics.warn("schema-option", std::move(oddity), line);
    }
    schema.oddities.clear();
    if (schema.type.empty()) {
        m_diagnostics.warn("bad-schema", "A schema line names no type; it was skipped.", line);
        return;
    }
    const auto known = m_byName.find(schema.type);
    if (known != m_byName.end() && known->second->schema.fields == schema.fields) {
        return;
    }
    DeviceType* type = nullptr;
    if (known == m_byName.end()) {
        type = m_types.emplace_back(std::make_unique<DeviceType>()).get();
        type->name = schema.type;
        type->role = roleOf(type->name);
        m_byName.emplace(type->name, type);
    } else {
        type = known->second;
        m_diagnostics.warn("schema-changed",
                           fmt::format("The schema of {} changes; the interval across it has no values.", type->name),
                           line);
    }
    type->slots = slotsFor(type->role, schema);
    type->order.clear();
    type->all = 0;
    for (std::size_t i = 0; i < type->slots.size(); ++i) {
        if (type->slots[i].position >= 0) {
            type->order.push_back(i);
            type->all |= 1U << i;
        }
    }
    std::ranges::sort(type->order, {}, [&](std::size_t i) { return type->slots[i].position; });
    for (const auto& device : type->devices) {
        device->base = {};
    }
    if (type->role == Role::Ignored) {
        type->anyLine.type = type;
        type->anyLine.prefix = type->name + " ";
        m_diagnostics.note("type-not-used", fmt::format("Lines of type {} are not used.", type->name), line);
    }
    const auto widths = [](const Field& field) {
        return field.isEvent && field.width < 64;
    };
    if (const auto narrow = std::ranges::find_if(schema.fields, widths); narrow != schema.fields.end()) {
        m_diagnostics.note("counter-width",
                           fmt::format("Counters of {} are {} bits wide; where they start again from zero, the way "
                                       "over the top is counted.",
                                       type->name, narrow->width),
                           line);
    }
    type->schema = std::move(schema);
}

Device* DeviceTable::add(DeviceType& type, std::string_view name, std::int64_t lineNumber) {
    auto device = std::make_unique<Device>();
    device->prefix = fmt::format("{} {} ", type.name, name);
    device->name = name;
    device->type = &type;
    if (type.role == Role::Cpu) {
        const auto number = parseInteger(name);
        constexpr std::int64_t kMostCpus = 1 << 16;
        if (!number || *number < 0 || *number >= kMostCpus) {
            m_diagnostics.warn("bad-cpu", fmt::format("\"{}\" is no CPU number; its lines are skipped.", name),
                               lineNumber);
            device->counted = false;
        } else {
            device->cpu = static_cast<int>(*number);
        }
    }
    type.devicesChanged = true;
    Device* added = type.devices.emplace_back(std::move(device)).get();
    type.byName.emplace(added->name, added);
    return added;
}

Device* DeviceTable::find(std::string_view& line, std::int64_t lineNumber) {
    const std::string_view typeName = takeWord(line);
    const auto type = m_byName.find(typeName);
    if (type == m_byName.end()) {
        if (m_unknownTypes.emplace(typeName, true).second) {
            m_diagnostics.warn(
                "unknown-type",
                fmt::format("Lines of type \"{}\" have no schema; they are skipped.", typeName.substr(0, 40)),
                lineNumber);
        }
        return nullptr;
    }
    if (type->second->role == Role::Ignored) {
        return &type->second->anyLine;
    }
    const std::string_view name = takeWord(line);
    if (name.empty()) {
        m_diagnostics.warn("short-line", "The line names no device; it was skipped.", lineNumber);
        return nullptr;
    }
    const auto device = type->second->byName.find(std::string(name));
    return device != type->second->byName.end() ? device->second : add(*type->second, name, lineNumber);
}

void DeviceTable::take(std::string_view line, std::int64_t lineNumber, std::int64_t sample) {
    Device* device = m_last == nullptr ? nullptr : m_last->next;
    if (device != nullptr && line.starts_with(device->prefix)) {
        line.remove_prefix(device->prefix.size());
    } else {
        device = find(line, lineNumber);
        if (device == nullptr) {
            return;
        }
        if (m_last != nullptr) {
            m_last->next = device;
        }
    }
    m_last = device;
    if (device->type->role != Role::Ignored) {
        read(*device, line, lineNumber, sample);
    }
}

bool DeviceTable::isWhole(std::string_view line) const {
    const auto type = m_byName.find(takeWord(line));
    std::size_t words = 0;
    while (!takeWord(line).empty()) {
        ++words;
    }
    return type != m_byName.end() && words >= type->second->schema.fields.size() + 1;
}

const Device* DeviceTable::firstMissing(std::int64_t before, std::int64_t now) const {
    for (const auto& type : m_types) {
        for (const auto& device : type->devices) {
            if (device->counted && device->base.sample == before && device->now.sample != now) {
                return device.get();
            }
        }
    }
    return nullptr;
}

void DeviceTable::checkOrder(const Device& device, std::int64_t lineNumber, std::int64_t sample) {
    if (!m_toldOrder && m_lastCpuSample == sample && device.cpu >= 0 && device.cpu < m_lastCpu) {
        m_toldOrder = true;
        m_diagnostics.note("unsorted-cpus",
                           "The cpu lines are not in order of their numbers; they are told apart by "
                           "number.",
                           lineNumber);
    }
    m_lastCpu = device.cpu;
    m_lastCpuSample = sample;
}

void DeviceTable::read(Device& device, std::string_view values, std::int64_t lineNumber, std::int64_t sample) {
    if (device.now.sample == sample) {
        m_diagnostics.warn("duplicate-line",
                           fmt::format("{} stands twice in one sample; the first line counts.", device.prefix),
                           lineNumber);
        return;
    }
    const DeviceType& type = *device.type;
    if (type.role == Role::Cpu && !m_toldOrder) {
        checkOrder(device, lineNumber, sample);
    }
    const char* cursor = skipBlanks(values.data(), values.data() + values.size());
    const char* end = values.data() + values.size();
    std::uint32_t present = 0;
    int position = 0;
    for (const std::size_t slot : type.order) {
        for (; position < type.slots[slot].position; ++position) {
            cursor = skipBlanks(skipWord(cursor, end), end);
        }
        if (takeUnsigned(cursor, end, device.now.values[slot])) {
            present |= 1U << slot;
        }
    }
    device.now.present = present;
    device.now.sample = sample;
    device.line = lineNumber;
    if (present != type.all && device.counted) {
        const auto slot = static_cast<std::size_t>(__builtin_ctz(type.all & ~present));
        m_diagnostics.warn(
            "bad-value",
            fmt::format("{}has no usable {}; it is missing in this sample.", device.prefix, slotName(type.role, slot)),
            lineNumber);
    }
}

}  // namespace mimesys::trace::hpcperfstats
