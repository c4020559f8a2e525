// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/metric.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace mimesys {
namespace {

struct CatalogueEntry {
    std::string_view id;
    std::string_view unit;
    Family family;
};

constexpr std::string_view kCpuPrefix = "cpu.utilization[";

// Ids without a CPU number, in the order tables list them.
constexpr std::array kCatalogue{
    CatalogueEntry{"cpu.utilization", "%", Family::Cpu},
    CatalogueEntry{"cpu.ipc", "1", Family::Cache},
    CatalogueEntry{"memory.read_bandwidth", "GB/s", Family::Memory},
    CatalogueEntry{"memory.write_bandwidth", "GB/s", Family::Memory},
    CatalogueEntry{"memory.bandwidth", "GB/s", Family::Memory},        // reads and writes, where nothing splits them
    CatalogueEntry{"memory.local_bandwidth", "GB/s", Family::Memory},  // the part of it to the CPU's own node
    CatalogueEntry{"memory.used", "bytes", Family::Memory},
    CatalogueEntry{"llc.references", "1/s", Family::Cache},
    CatalogueEntry{"llc.misses", "1/s", Family::Cache},
    CatalogueEntry{"llc.occupancy", "bytes", Family::Cache},
    CatalogueEntry{"disk.read", "MB/s", Family::Disk},
    CatalogueEntry{"disk.write", "MB/s", Family::Disk},
    CatalogueEntry{"network.receive", "MB/s", Family::Network},
    CatalogueEntry{"network.transmit", "MB/s", Family::Network},
    CatalogueEntry{"pressure.cpu", "%", Family::Other},
    CatalogueEntry{"pressure.memory", "%", Family::Other},
    CatalogueEntry{"pressure.io", "%", Family::Other},
    CatalogueEntry{"kernel.context_switches", "1/s", Family::Other},
    CatalogueEntry{"kernel.page_faults", "1/s", Family::Other},
};

const CatalogueEntry* find(std::string_view id) {
    const auto entry = std::ranges::find(kCatalogue, id, &CatalogueEntry::id);
    return entry == kCatalogue.end() ? nullptr : &*entry;
}

// Sort key: (family, position in the catalogue, CPU number, id).
std::tuple<int, int, int, std::string_view> sortKey(std::string_view id) {
    if (const auto cpu = cpuOfUtilizationId(id)) {
        return {static_cast<int>(Family::Cpu), 1, *cpu, {}};
    }
    if (const CatalogueEntry* entry = find(id)) {
        return {static_cast<int>(entry->family), static_cast<int>(entry - kCatalogue.data()) * 2, 0, {}};
    }
    return {static_cast<int>(Family::Other), static_cast<int>(kCatalogue.size()) * 2, 0, id};
}

}  // namespace

std::string_view familyName(Family family) {
    switch (family) {
        case Family::Cpu:
            return "cpu";
        case Family::Memory:
            return "memory";
        case Family::Cache:
            return "cache";
        case Family::Disk:
            return "disk";
        case Family::Network:
            return "network";
        case Family::Other:
            return "other";
    }
    return "other";
}

std::string_view provenanceName(Provenance provenance) {
    switch (provenance) {
        case Provenance::Unknown:
            return "unknown";
        case Provenance::HardwareCounter:
            return "hardware counter";
        case Provenance::Procfs:
            return "procfs";
        case Provenance::Model:
            return "model";
        case Provenance::Simulation:
            return "simulation";
        case Provenance::ScaledHardwareCounter:
            return "hardware counter, scaled";
    }
    return "unknown";
}

std::optional<Provenance> provenanceFromName(std::string_view name) {
    for (const Provenance candidate : kProvenances) {
        if (provenanceName(candidate) == name) {
            return candidate;
        }
    }
    return std::nullopt;
}

Metric metricFor(std::string_view id) {
    if (cpuOfUtilizationId(id)) {
        return {std::string(id), "%", Family::Cpu};
    }
    if (const CatalogueEntry* entry = find(id)) {
        return {std::string(id), std::string(entry->unit), entry->family};
    }
    return {std::string(id), "", Family::Other};
}

bool isKnownMetric(std::string_view id) {
    return cpuOfUtilizationId(id) || find(id) != nullptr;
}

std::string cpuUtilizationId(int cpu) {
    return std::string(kCpuPrefix) + std::to_string(cpu) + "]";
}

std::optional<int> cpuOfUtilizationId(std::string_view id) {
    if (!id.starts_with(kCpuPrefix) || !id.ends_with(']')) {
        return std::nullopt;
    }
    const std::string_view digits = id.substr(kCpuPrefix.size(), id.size() - kCpuPrefix.size() - 1);
    int cpu = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cpu);
    if (error != std::errc{} || end != digits.data() + digits.size() || cpu < 0) {
        return std::nullopt;
    }
    return cpu;
}

bool metricOrder(std::string_view left, std::string_view right) {
    return sortKey(left) < sortKey(right);
}

}  // namespace mimesys
