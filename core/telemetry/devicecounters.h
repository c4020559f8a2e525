// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// Sums two counters (read and written, received and sent) over devices that come and go. Each round: begin(), add() for
// every line of the file, finish(). A device that appears counts from the following round on.
class DeviceCounters {
public:
    // Whether a device counts at all; asked once when its name is first seen.
    using Filter = std::function<bool(std::string_view)>;

    explicit DeviceCounters(Filter filter) : m_filter(std::move(filter)) {}

    struct Pair {
        std::uint64_t in = 0;
        std::uint64_t out = 0;
        bool operator==(const Pair&) const = default;
    };

    void begin();
    void add(std::string_view name, Pair counters);
    // Increase of all devices since the previous round. Empty when there is no telling: no device has a base line, or
    // one has gone or was reset, and took what it had counted in this round with it.
    [[nodiscard]] std::optional<Pair> finish();
    // Forgets all base lines, after a round that could not be read.
    void reset() { m_devices.clear(); }

    [[nodiscard]] bool empty() const;  // no device counts

private:
    struct Device {
        std::string name;
        bool counts = false;
        bool seen = false;
        Pair last;
    };
    Device* find(std::string_view name);

    Filter m_filter;
    std::vector<Device> m_devices;
    std::size_t m_cursor = 0;  // where the next name is expected: files keep their order
    Pair m_sum;
    bool m_known = false;    // a device with a base line was there
    bool m_unknown = false;  // a part of the sum cannot be told
};

}  // namespace mimesys::telemetry
