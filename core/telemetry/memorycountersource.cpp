// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/memorycountersource.h"

#include "machine/sysfile.h"
#include "telemetry/counterbank.h"
#include "telemetry/cpuinfo.h"
#include "telemetry/pmu.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace mimesys::telemetry {
namespace {

constexpr double kBytesPerBurst = 64.0;  // one CAS command moves a cache line
constexpr double kGigabytesPerByte = 1e-9;
constexpr std::string_view kWhat = "the memory controllers' traffic";

// Bytes that one count stands for; empty for a unit not known here.
std::optional<double> bytesPerCount(const PmuEvent& event) {
    if (event.unit.empty()) {
        return event.scale * kBytesPerBurst;
    }
    constexpr double kKibi = 1024.0;
    constexpr std::array<std::pair<std::string_view, double>, 8> kUnits{{{"Bytes", 1.0},
                                                                         {"B", 1.0},
                                                                         {"KiB", kKibi},
                                                                         {"MiB", kKibi * kKibi},
                                                                         {"GiB", kKibi * kKibi * kKibi},
                                                                         {"KB", 1e3},
                                                                         {"MB", 1e6},
                                                                         {"GB", 1e9}}};
    const auto found = std::ranges::find(kUnits, event.unit, &std::pair<std::string_view, double>::first);
    return found == kUnits.end() ? std::nullopt : std::optional(event.scale * found->second);
}

// One kind of memory controller: how its units are called and which events count the bytes it reads (0) and writes (1).
struct Controller {
    std::string_view prefix;
    std::string_view butNot;
    // Events by name, as far as a unit has them; what is there adds up.
    std::array<std::span<const std::string_view>, 2> names;
    // Their terms where the kernel gives them no names.
    std::array<std::string_view, 2> terms;
};

// Server controllers from Sandy Bridge on (arch/x86/events/intel/uncore_snbep.c), Granite Rapids with one event per
// half of the channel, and the client's (uncore_snb.c).
constexpr std::array<std::string_view, 4> kImcReads{"cas_count_read", "cas_count_read_sch0", "cas_count_read_sch1",
                                                    "data_reads"};
constexpr std::array<std::string_view, 4> kImcWrites{"cas_count_write", "cas_count_write_sch0", "cas_count_write_sch1",
                                                     "data_writes"};
constexpr std::array<std::string_view, 2> kFreeReads{"data_read", "read"};
constexpr std::array<std::string_view, 2> kFreeWrites{"data_write", "write"};
constexpr std::array<std::string_view, 1> kUmcReads{"umc_cas_cmd.rd"};
constexpr std::array<std::string_view, 1> kUmcWrites{"umc_cas_cmd.wr"};

// In order of preference. The free-running counters of a controller count the same traffic once more, and are for
// machines whose others have no names. AMD's unified controllers (Zen 4 and newer) have no names in sysfs; the event is
// "umc_cas_cmd" of the kernel's tools/perf/pmu-events/arch/x86/amdzen4/memory-controller.json.
constexpr std::array kControllers{
    Controller{"uncore_imc", "uncore_imc_free_running", {kImcReads, kImcWrites}, {}},
    Controller{"uncore_imc_free_running", {}, {kFreeReads, kFreeWrites}, {}},
    Controller{"amd_umc", {}, {kUmcReads, kUmcWrites}, {"event=0x0a,rdwrmask=0x1", "event=0x0a,rdwrmask=0x2"}}};

bool isOf(const Controller& controller, std::string_view name) {
    return name.starts_with(controller.prefix) && (controller.butNot.empty() || !name.starts_with(controller.butNot));
}

// Adds the counters of one unit to the places; whether it has both directions. Every event is a group of its own:
// nothing needs reads and writes to be counted at the very same time, and free-running counters cannot be grouped.
Expected<bool> addUnit(const Controller& controller, const Pmu& pmu, std::vector<CounterBank::Place>& places) {
    std::array<std::vector<PmuEvent>, 2> events;
    for (std::size_t direction = 0; direction < events.size(); ++direction) {
        for (const std::string_view name : controller.names[direction]) {
            if (!pmu.hasEvent(name)) {
                continue;
            }
            const auto event = pmu.event(name);
            if (!event) {
                return tl::unexpected(event.error());
            }
            events[direction].push_back(*event);
        }
        if (events[direction].empty() && !controller.terms[direction].empty()) {
            const auto event = pmu.encode(controller.terms[direction]);
            if (!event) {
                return tl::unexpected(event.error());
            }
            events[direction].push_back({*event, 1.0, {}});
        }
        for (const PmuEvent& event : events[direction]) {
            const auto bytes = bytesPerCount(event);
            if (!bytes) {
                return unavailable(
                    fmt::format("{} counts memory traffic in a unit not known here (\"{}\").", pmu.name(), event.unit));
            }
            for (const int cpu : pmu.cpus()) {
                places.push_back({{{event.event, direction, *bytes * kGigabytesPerByte}}, cpu});
            }
        }
    }
    return !pmu.cpus().empty() && !events[0].empty() && !events[1].empty();
}

// The counters of all units of one kind; empty when the machine has none with the events.
Expected<std::vector<CounterBank::Place>> placesOf(const Controller& controller, const Roots& roots,
                                                   const std::vector<std::string>& names) {
    std::vector<CounterBank::Place> places;
    for (const std::string& name : names) {
        if (!isOf(controller, name)) {
            continue;
        }
        const auto pmu = Pmu::open(roots, name);
        if (!pmu) {
            return tl::unexpected(pmu.error());
        }
        const auto whole = addUnit(controller, *pmu, places);
        if (!whole) {
            return tl::unexpected(whole.error());
        }
        if (!*whole) {
            return std::vector<CounterBank::Place>();  // a part of the controllers would pass for all of them
        }
    }
    return places;
}

std::unique_ptr<Source> makeSource(CounterBank&& bank, std::vector<CounterSource::Output> outputs) {
    std::vector<CounterBank> banks;
    banks.push_back(std::move(bank));
    return std::make_unique<CounterSource>(std::move(banks), std::move(outputs));
}

Expected<std::unique_ptr<Source>> openControllers(FileSet& files, const Roots& roots) {
    const std::vector<std::string> names = pmuNames(roots);
    std::optional<Error> refused;
    for (const Controller& controller : kControllers) {
        const auto places = placesOf(controller, roots, names);
        if (!places || places->empty()) {
            refused = places ? refused : places.error();
            continue;
        }
        auto bank = CounterBank::open(*places, kWhat, roots, files.clock(), CounterBank::Offline::Unknown);
        if (bank) {
            return makeSource(std::move(*bank), {{"memory.read_bandwidth", 0}, {"memory.write_bandwidth", 1}});
        }
        refused = bank.error();
    }
    if (refused) {
        return tl::unexpected(*refused);
    }
    std::vector<std::string> strangers;
    for (const std::string& name : names) {
        constexpr std::array<std::string_view, 8> kMemoryUnits{"uncore_imc", "amd_umc",   "amd_df",     "arm_cmn",
                                                               "arm_dmc",    "hisi_sccl", "nvidia_scf", "uncore_mcf"};
        if (std::ranges::any_of(kMemoryUnits, [&](std::string_view prefix) { return name.starts_with(prefix); })) {
            strangers.push_back(name);
        }
    }
    if (strangers.empty()) {
        return unavailable(notOffered(roots, "counters of the memory controllers"));
    }
    return unavailable(fmt::format("The kernel names no events of reads and writes for {}{}; a newer kernel may.",
                                   strangers.front(),
                                   strangers.size() > 1 ? fmt::format(" and {} more", strangers.size() - 1) : ""));
}

// Zen 1 to 3, as the kernel tells them apart in tools/perf/pmu-events/arch/x86/mapfile.csv.
bool hasDramChannelEvents(const Roots& roots) {
    constexpr std::int64_t kFamily17 = 0x17;
    constexpr std::int64_t kFamily19 = 0x19;
    const auto family = machine::toInteger(cpuInfo(roots, "cpu family"));
    const auto model = machine::toInteger(cpuInfo(roots, "model"));
    if (!family || !model || cpuInfo(roots, "vendor_id") != "AuthenticAMD") {
        return false;
    }
    const std::int64_t group = *model / 16;
    return *family == kFamily17 || (*family == kFamily19 && (group == 0 || group == 2 || group == 4 || group == 5));
}

}  // namespace

Expected<std::unique_ptr<Source>> openDataFabric(FileSet& files, const Roots& roots) {
    const auto pmu = Pmu::open(roots, "amd_df");
    if (!pmu || pmu->cpus().empty()) {
        return unavailable(notOffered(roots, "counters of the whole memory traffic"));
    }
    if (!hasDramChannelEvents(roots)) {
        return unavailable("How this CPU's data fabric (amd_df) counts memory traffic is not known here.");
    }
    // "dram_channel_data_controller_0" to "_7", 64 bytes each: the kernel's
    // tools/perf/pmu-events/arch/x86/amdzen3/data-fabric.json. The fabric has four registers, so that the kernel lets
    // the channels take turns and the sum is a scaled one.
    std::vector<CounterBank::Place> places;
    for (const int code : {0x07, 0x47, 0x87, 0xc7, 0x107, 0x147, 0x187, 0x1c7}) {
        const auto event = pmu->encode(fmt::format("event={:#x},umask=0x38", code));
        if (!event) {
            return tl::unexpected(event.error());
        }
        for (const int cpu : pmu->cpus()) {
            places.push_back({{{*event, 0, kBytesPerBurst * kGigabytesPerByte}}, cpu});
        }
    }
    return CounterBank::open(places, kWhat, roots, files.clock(), CounterBank::Offline::Unknown)
        .map([](CounterBank&& bank) {
            return makeSource(std::move(bank), {{"memory.bandwidth", 0}});
        });
}

const SourceCard kMemoryTrafficCard{
    {"memory.read_bandwidth", "memory.write_bandwidth"}, openControllers, Provenance::HardwareCounter};

}  // namespace mimesys::telemetry
