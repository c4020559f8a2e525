// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys {

// Groups of metrics that are scored together (DESIGN: Scoring).
enum class Family { Cpu, Memory, Cache, Disk, Network, Other };
inline constexpr std::array kFamilies{Family::Cpu,  Family::Memory,  Family::Cache,
                                      Family::Disk, Family::Network, Family::Other};

// "cpu", "memory", …; stable, used in files and JSON.
[[nodiscard]] std::string_view familyName(Family family);

// Where the numbers of a column were taken from. A simulated number never passes for a measured one. Scaled: the
// counter shared its register with others and was extrapolated from the part of the time in which it counted.
enum class Provenance { Unknown, HardwareCounter, Procfs, Model, Simulation, ScaledHardwareCounter };
inline constexpr std::array kProvenances{Provenance::Unknown,    Provenance::HardwareCounter,
                                         Provenance::Procfs,     Provenance::Model,
                                         Provenance::Simulation, Provenance::ScaledHardwareCounter};
[[nodiscard]] std::string_view provenanceName(Provenance provenance);  // "hardware counter", "procfs", …
[[nodiscard]] std::optional<Provenance> provenanceFromName(std::string_view name);

// What a column of numbers means. Ids are those of the catalogue below or, for columns
// of foreign files that have no counterpart, the file's own name.
struct Metric {
    std::string id;    // "cpu.utilization[3]", "disk.read"
    std::string unit;  // "%", "MB/s" (1e6), "GB/s" (1e9), "1/s", "bytes", "" = unknown
    Family family = Family::Other;

    bool operator==(const Metric&) const = default;
};

// Metric with the catalogue's unit and family for a known id; family Other and no unit for an unknown one.
[[nodiscard]] Metric metricFor(std::string_view id);
[[nodiscard]] bool isKnownMetric(std::string_view id);

inline constexpr std::string_view kMemoryUsedId = "memory.used";           // the one no stressor is chosen for
[[nodiscard]] std::string cpuUtilizationId(int cpu);                       // "cpu.utilization[3]"
[[nodiscard]] std::optional<int> cpuOfUtilizationId(std::string_view id);  // 3; empty for any other id

// Catalogue order: families in kFamilies order, CPUs by number, then by catalogue position, unknown ids last by name.
[[nodiscard]] bool metricOrder(std::string_view left, std::string_view right);

}  // namespace mimesys
