// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/sysfile.h"
#include "telemetry/counterbank.h"
#include "telemetry/cpuinfo.h"
#include "telemetry/pmu.h"

#include <linux/perf_event.h>

#include <algorithm>
#include <array>

namespace mimesys::telemetry {
namespace {

// "cpu" on x86, "cpu_core" and "cpu_atom" on hybrid ones, the rest on Arm, POWER and z.
bool isCpuPmu(std::string_view name) {
    constexpr std::array<std::string_view, 7> kPrefixes{"cpu_core",   "cpu_atom", "armv8_", "armv9_",
                                                        "arm_cortex", "apple_",   "cpum_cf"};
    return name == "cpu" ||
           std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// CPUs that are there, on- or offline: one that is switched on while recording shall count.
std::vector<int> presentCpus(const Roots& roots) {
    for (const char* file : {"present", "online"}) {
        const auto text = machine::readSmallFile(roots.sys / "devices/system/cpu" / file);
        const auto cpus = text ? machine::parseCpuList(*text) : std::nullopt;
        if (cpus && !cpus->empty()) {
            return *cpus;
        }
    }
    return {};
}

// Two of the kernel's generic events on every CPU, which become the sums 0 and 1. They are a group of their own, apart
// from the other pair: a group counts only while all of it fits into the registers, and a small one fits more often.
Expected<CounterBank> openPair(const FileSet& files, const Roots& roots, std::array<std::uint64_t, 2> events,
                               std::string_view what) {
    std::vector<Pmu> pmus;
    for (const std::string& name : pmuNames(roots)) {
        if (!isCpuPmu(name)) {
            continue;
        }
        auto pmu = Pmu::open(roots, name);
        if (!pmu) {
            return tl::unexpected(pmu.error());
        }
        pmus.push_back(std::move(*pmu));
    }
    if (pmus.empty()) {
        return unavailable(notOffered(roots, "hardware counters of the CPU"));
    }
    std::vector<CounterBank::Place> places;
    for (const Pmu& pmu : pmus) {
        // With several kinds of CPU the upper half names the kind (perf_event_open(2), PERF_PMU_TYPE_SHIFT).
        constexpr unsigned kTypeShift = 32;
        const std::uint64_t kind = pmus.size() > 1 ? std::uint64_t{pmu.type()} << kTypeShift : 0;
        for (const int cpu : pmu.cpus().empty() || pmus.size() == 1 ? presentCpus(roots) : pmu.cpus()) {
            CounterBank::Place place{{}, cpu};
            for (std::size_t i = 0; i < events.size(); ++i) {
                place.members.push_back({{PERF_TYPE_HARDWARE, kind | events[i]}, i, 1.0});
            }
            places.push_back(std::move(place));
        }
    }
    return CounterBank::open(places, what, roots, files.clock());
}

}  // namespace

// Instructions per cycle of all CPUs together: a CPU that runs more cycles weighs more.
const SourceCard kIpcCard{{"cpu.ipc"},
                          [](FileSet& files, const Roots& roots) {
                              return openPair(files, roots, {PERF_COUNT_HW_CPU_CYCLES, PERF_COUNT_HW_INSTRUCTIONS},
                                              "cycles and instructions on all CPUs")
                                  .map([](CounterBank&& bank) -> std::unique_ptr<Source> {
                                      return std::make_unique<CounterSource>(std::move(bank),
                                                                             CounterSource::Form::Ratio,
                                                                             std::vector<std::string_view>{"cpu.ipc"});
                                  });
                          },
                          Provenance::HardwareCounter};

// The kernel's generic cache events. On Intel they are the architectural events of the last-level cache; on AMD Zen,
// whose cores cannot count their L3, the kernel lets them stand for the level above it.
const SourceCard kCacheTrafficCard{
    {"llc.references", "llc.misses"},
    [](FileSet& files, const Roots& roots) {
        return openPair(files, roots, {PERF_COUNT_HW_CACHE_REFERENCES, PERF_COUNT_HW_CACHE_MISSES},
                        "cache references and misses on all CPUs")
            .map([](CounterBank&& bank) -> std::unique_ptr<Source> {
                return std::make_unique<CounterSource>(std::move(bank), CounterSource::Form::Sums,
                                                       std::vector<std::string_view>{"llc.references", "llc.misses"});
            });
    },
    Provenance::HardwareCounter};

}  // namespace mimesys::telemetry
