// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "telemetry/perfsystem.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// An event by the name the kernel gives it, and what one count is worth: count · scale in `unit` ("MiB"). Without
// them the scale is 1 and the unit empty.
struct PmuEvent {
    PerfEvent event;
    double scale = 1.0;
    std::string unit;
};

// A unit that counts, as /sys/bus/event_source/devices/NAME describes it: the files type, cpumask (or cpus), format/*
// and events/* (Documentation/ABI/testing/sysfs-bus-event_source-devices-*).
class Pmu {
public:
    // Unavailable when the type is not there to be read.
    [[nodiscard]] static Expected<Pmu> open(const Roots& roots, std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::uint32_t type() const { return m_type; }
    // The CPUs to count on: one per socket for a unit that sockets share; empty when every CPU has one of its own.
    [[nodiscard]] const std::vector<int>& cpus() const { return m_cpus; }

    [[nodiscard]] bool hasEvent(std::string_view event) const;
    [[nodiscard]] Expected<PmuEvent> event(std::string_view event) const;
    // Terms such as "event=0x04,umask=0x03", put into the bits that the files under format/ name. Unavailable with a
    // sentence when a term has no place or does not fit into it.
    [[nodiscard]] Expected<PerfEvent> encode(std::string_view terms) const;

private:
    std::string m_name;
    std::filesystem::path m_folder;
    std::uint32_t m_type = 0;
    std::vector<int> m_cpus;
};

// Names of all units the kernel shows, sorted.
[[nodiscard]] std::vector<std::string> pmuNames(const Roots& roots);

}  // namespace mimesys::telemetry
