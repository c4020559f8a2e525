// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"
#include "telemetry/sampler.h"
#include "telemetry/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace mimesys::telemetry {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProcfsOnly = "this version records from procfs only";

// What the machine has of hardware counters, as the kernel shows them.
struct Counters {
    bool cpu = false;             // instructions, cycles, cache events
    bool memoryChannels = false;  // traffic of the memory controllers
    bool cacheMonitoring = false;
    bool bandwidthMonitoring = false;
    bool virtualMachine = false;
};

bool hasPrefix(std::string_view name, std::initializer_list<std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

Counters lookForCounters(const Roots& roots) {
    Counters counters;
    std::error_code error;
    for (fs::directory_iterator entry(roots.sys / "bus/event_source/devices", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        // "cpu" on x86, "cpu_core" and "cpu_atom" on hybrid ones, the rest on Arm, POWER and z.
        counters.cpu = counters.cpu || name == "cpu" ||
                       hasPrefix(name, {"cpu_core", "cpu_atom", "armv8_", "armv9_", "arm_cortex", "apple_", "cpum_cf"});
        counters.memoryChannels = counters.memoryChannels || hasPrefix(name, {"uncore_imc", "amd_umc", "amd_df",
                                                                              "arm_cmn", "hisi_sccl", "nvidia_"});
    }
    if (const auto machine = machine::discover({roots.proc, roots.sys})) {
        counters.cacheMonitoring = machine->hasFeature("cqm_occup_llc");
        counters.bandwidthMonitoring = machine->hasFeature("cqm_mbm_total");
        counters.virtualMachine = machine->hasFeature("hypervisor");
    }
    return counters;
}

std::string absent(const Counters& counters, std::string_view what) {
    return fmt::format("The kernel offers no {} here{}.", what,
                       counters.virtualMachine ? ", as is usual in a virtual machine" : "");
}

std::string coreCounterReason(const Counters& counters) {
    return counters.cpu ? fmt::format("The kernel offers the CPU's counters, but {}.", kProcfsOnly)
                        : absent(counters, "hardware counters of the CPU");
}

std::string bandwidthReason(const Counters& counters) {
    return counters.memoryChannels || counters.bandwidthMonitoring
               ? fmt::format("The kernel offers counters of the memory traffic, but {}.", kProcfsOnly)
               : absent(counters, "counters of the memory controllers");
}

std::string occupancyReason(const Counters& counters) {
    return counters.cacheMonitoring ? fmt::format("The CPU can monitor its cache, but {}.", kProcfsOnly)
                                    : absent(counters, "monitoring of the cache's occupancy");
}

void addUnavailable(std::vector<Offer>& offers, std::string_view id, Provenance provenance, std::string reason) {
    offers.push_back({metricFor(id), provenance, std::move(reason)});
}

}  // namespace

std::vector<Offer> describeMetrics(const Roots& roots) {
    std::vector<Offer> offers;
    FileSet files(monotonicNs);
    for (const SourceCard& card : sourceCards()) {
        const auto source = card.open(files, roots);
        if (!source) {
            for (const std::string_view id : card.metricIds) {
                addUnavailable(offers, id, Provenance::Procfs, source.error().message);
            }
            continue;
        }
        for (const Metric& metric : (*source)->metrics()) {
            offers.push_back({metric, Provenance::Procfs, {}});
        }
    }
    const Counters counters = lookForCounters(roots);
    for (const std::string_view id : {"cpu.ipc", "llc.references", "llc.misses"}) {
        addUnavailable(offers, id, Provenance::HardwareCounter, coreCounterReason(counters));
    }
    for (const std::string_view id : {"memory.read_bandwidth", "memory.write_bandwidth"}) {
        addUnavailable(offers, id, Provenance::HardwareCounter, bandwidthReason(counters));
    }
    addUnavailable(offers, "llc.occupancy", Provenance::HardwareCounter, occupancyReason(counters));
    std::ranges::sort(offers, [](const Offer& a, const Offer& b) { return metricOrder(a.metric.id, b.metric.id); });
    return offers;
}

}  // namespace mimesys::telemetry
