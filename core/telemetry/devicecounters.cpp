// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/devicecounters.h"

#include <algorithm>

namespace mimesys::telemetry {

void DeviceCounters::begin() {
    for (Device& device : m_devices) {
        device.seen = false;
    }
    m_cursor = 0;
    m_sum = {};
    m_known = false;
    m_unknown = false;
}

DeviceCounters::Device* DeviceCounters::find(std::string_view name) {
    if (m_cursor >= m_devices.size() || m_devices[m_cursor].name != name) {
        const auto found = std::ranges::find(m_devices, name, &Device::name);
        if (found == m_devices.end()) {
            return nullptr;
        }
        m_cursor = static_cast<std::size_t>(found - m_devices.begin());
    }
    return &m_devices[m_cursor++];
}

void DeviceCounters::add(std::string_view name, Pair counters) {
    Device* device = find(name);
    if (device == nullptr) {
        m_devices.push_back({std::string(name), m_filter(name), true, counters});
        return;
    }
    if (device->seen) {
        return;  // a name twice in one file: the first stands
    }
    device->seen = true;
    if (device->counts) {
        if (counters.in < device->last.in || counters.out < device->last.out) {
            m_unknown = true;
        } else {
            m_known = true;
            m_sum.in += counters.in - device->last.in;
            m_sum.out += counters.out - device->last.out;
        }
    }
    device->last = counters;
}

std::optional<DeviceCounters::Pair> DeviceCounters::finish() {
    std::erase_if(m_devices, [this](const Device& device) {
        m_unknown = m_unknown || (!device.seen && device.counts);
        return !device.seen;
    });
    return m_known && !m_unknown ? std::optional(m_sum) : std::nullopt;
}

bool DeviceCounters::empty() const {
    return std::ranges::none_of(m_devices, &Device::counts);
}

}  // namespace mimesys::telemetry
