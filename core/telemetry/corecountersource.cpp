// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/sysfile.h"
#include "telemetry/counterbank.h"
#include "telemetry/cpuinfo.h"
#include "telemetry/pmu.h"

#include <fmt/format.h>
#include <linux/perf_event.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace mimesys::telemetry {
namespace {

// "cpu" on x86, "cpu_core", "cpu_atom", "cpu_lowpower" on hybrid ones, the rest on Arm, POWER and z.
bool isCpuPmu(std::string_view name) {
    constexpr std::array<std::string_view, 6> kPrefixes{"cpu_", "armv8_", "armv9_", "arm_cortex", "apple_", "cpum_cf"};
    return name == "cpu" ||
           std::ranges::any_of(kPrefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// The first of these lists of CPUs that is there.
std::vector<int> cpusIn(const Roots& roots, std::initializer_list<const char*> files) {
    for (const char* file : files) {
        const auto text = machine::readSmallFile(roots.sys / "devices/system/cpu" / file);
        const auto cpus = text ? machine::parseCpuList(*text) : std::nullopt;
        if (cpus && !cpus->empty()) {
            return *cpus;
        }
    }
    return {};
}

// The kernel's generic events, in the order of their sums.
enum Sum { Cycles, Instructions, References, Misses };
constexpr std::array<std::uint64_t, 4> kEvents{PERF_COUNT_HW_CPU_CYCLES, PERF_COUNT_HW_INSTRUCTIONS,
                                               PERF_COUNT_HW_CACHE_REFERENCES, PERF_COUNT_HW_CACHE_MISSES};

// The generic cache events are the architectural ones of the last-level cache on Intel's CPUs only. On AMD Zen, whose
// cores cannot count their L3, the kernel lets them stand for the L2; on Arm for the first level's data cache.
bool countsLastLevel(const Roots& roots) {
    return cpuInfo(roots, "vendor_id") == "GenuineIntel";
}

struct Kind {
    std::uint64_t prefix;  // of the event codes
    std::vector<int> cpus;
};

// An online CPU that none of the units counts on; -1 when there is none. One that names no CPUs counts on all.
int firstWithoutKind(const std::vector<Pmu>& pmus, const Roots& roots) {
    for (const int cpu : cpusIn(roots, {"online", "present"})) {
        if (std::ranges::none_of(pmus, [&](const Pmu& pmu) {
                return pmu.cpus().empty() || std::ranges::find(pmu.cpus(), cpu) != pmu.cpus().end();
            })) {
            return cpu;
        }
    }
    return -1;
}

// The kinds of CPU this machine has; one on most.
Expected<std::vector<Kind>> cpuKinds(const Roots& roots) {
    std::vector<Pmu> pmus;
    for (const std::string& name : pmuNames(roots)) {
        if (!isCpuPmu(name)) {
            continue;
        }
        auto pmu = Pmu::open(roots, name);
        if (!pmu) {
            return tl::unexpected(pmu.error());
        }
        if (!name.starts_with("cpu_") || !pmu->cpus().empty()) {  // others of that name are no kind of CPU
            pmus.push_back(std::move(*pmu));
        }
    }
    if (pmus.empty()) {
        return unavailable(notOffered(roots, "hardware counters of the CPU"));
    }
    if (const int cpu = firstWithoutKind(pmus, roots); cpu >= 0) {
        return unavailable(fmt::format(
            "The kernel offers counters of some kinds of CPU here, but none for CPU {}; the others would pass for all.",
            cpu));
    }
    if (pmus.size() == 1) {
        // Present ones, on- or offline: one that is switched on while recording shall count.
        return std::vector<Kind>{{0, cpusIn(roots, {"present", "online"})}};
    }
    std::vector<Kind> kinds;
    for (const Pmu& pmu : pmus) {
        // The upper half of the code names the kind (perf_event_open(2), PERF_PMU_TYPE_SHIFT).
        constexpr unsigned kTypeShift = 32;
        kinds.push_back({std::uint64_t{pmu.type()} << kTypeShift, pmu.cpus()});
    }
    return kinds;
}

// Some of the events on every CPU, in one group.
Expected<CounterBank> openEvents(const std::vector<Kind>& kinds, std::initializer_list<Sum> sums, std::string_view what,
                                 const FileSet& files, const Roots& roots) {
    std::vector<CounterBank::Place> places;
    for (const Kind& kind : kinds) {
        for (const int cpu : kind.cpus) {
            CounterBank::Place place{{}, cpu};
            for (const Sum sum : sums) {
                place.members.push_back({{PERF_TYPE_HARDWARE, kind.prefix | kEvents[sum]}, sum, 1.0});
            }
            places.push_back(std::move(place));
        }
    }
    auto bank = CounterBank::open(places, what, roots, files.clock(), CounterBank::Offline::Nothing);
    if (bank && !bank->allRun()) {
        return unavailable(perfStarvation(what, roots));
    }
    return bank;
}

// All four events in one group per CPU where that is possible: asking another CPU for its counters costs an interrupt
// there, 2 to 20 µs, once per group. Where a CPU has only some of the events, or too few registers for all (the
// kernel's own watchdog may hold one), the pairs stand for themselves.
Expected<std::unique_ptr<Source>> openCoreCounters(FileSet& files, const Roots& roots) {
    const auto kinds = cpuKinds(roots);
    if (!kinds) {
        return tl::unexpected(kinds.error());
    }
    const CounterSource::Output ipc{"cpu.ipc", Instructions, Cycles};  // a CPU that runs more cycles weighs more
    const CounterSource::Output references{"llc.references", References};
    const CounterSource::Output misses{"llc.misses", Misses};
    const bool lastLevel = countsLastLevel(roots);
    std::vector<CounterBank> banks;
    if (lastLevel) {
        if (auto all = openEvents(*kinds, {Cycles, Instructions, References, Misses}, "events", files, roots)) {
            banks.push_back(std::move(*all));
            return std::make_unique<CounterSource>(std::move(banks), std::vector{ipc, references, misses});
        }
    }
    auto core = openEvents(*kinds, {Cycles, Instructions}, "cycles and instructions on all CPUs", files, roots);
    auto cache = lastLevel
                     ? openEvents(*kinds, {References, Misses}, "cache references and misses on all CPUs", files, roots)
                     : Expected<CounterBank>(unavailable(
                           "The kernel's cache events count the last-level cache on Intel's CPUs only; on this "
                           "one a cache above it would pass for it."));
    if (!core && !cache) {
        return tl::unexpected(core.error());
    }
    std::vector<CounterSource::Output> outputs;
    if (core) {
        banks.push_back(std::move(*core));
        outputs.push_back(ipc);
    }
    if (cache) {
        banks.push_back(std::move(*cache));
        outputs.insert(outputs.end(), {references, misses});
    }
    auto source = std::make_unique<CounterSource>(std::move(banks), std::move(outputs));
    if (!core) {
        source->explain(ipc.metricId, core.error().message);
    }
    if (!cache) {
        source->explain(references.metricId, cache.error().message);
        source->explain(misses.metricId, cache.error().message);
    }
    return source;
}

}  // namespace

const SourceCard kCoreCounterCard{
    {"cpu.ipc", "llc.references", "llc.misses"}, openCoreCounters, Provenance::HardwareCounter};

}  // namespace mimesys::telemetry
