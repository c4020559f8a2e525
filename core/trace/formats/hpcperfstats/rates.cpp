// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/hpcperfstats/rates.h"

#include "trace/formats/common/devicenames.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace mimesys::trace::hpcperfstats {
namespace {

constexpr double kBytesPerCas = 64.0;  // one burst moves a cache line
constexpr double kGiga = 1e9;
constexpr double kMega = 1e6;

struct QuantityName {
    std::string_view id;
    Provenance provenance;
};
// In the order of Rates::Quantity.
constexpr std::array<QuantityName, 10> kQuantityNames{{{"memory.read_bandwidth", Provenance::HardwareCounter},
                                                       {"memory.write_bandwidth", Provenance::HardwareCounter},
                                                       {"llc.references", Provenance::HardwareCounter},
                                                       {"disk.read", Provenance::Procfs},
                                                       {"disk.write", Provenance::Procfs},
                                                       {"network.receive", Provenance::Procfs},
                                                       {"network.transmit", Provenance::Procfs},
                                                       {"kernel.context_switches", Provenance::Procfs},
                                                       {"kernel.page_faults", Provenance::Procfs},
                                                       {"memory.used", Provenance::Procfs}}};

std::string deviceText(const Device& device) {
    return device.name == "-" ? device.type->name : fmt::format("{} {}", device.type->name, device.name);
}

}  // namespace

void Rates::rebase(std::int64_t sample) {
    for (const auto& type : m_devices.types()) {
        for (const auto& device : type->devices) {
            if (device->now.sample == sample) {
                device->base = device->now;
            }
        }
    }
}

void Rates::decideDisks(DeviceType& type) {
    for (const auto& device : type.devices) {
        const BlockDevice kind = classifyBlockDevice(device->name);
        const std::string parent = parentOfBlockDevice(device->name);
        // A partition or path whose disk is not in the file is all that is known of that disk.
        const bool isPart = kind == BlockDevice::Partition || kind == BlockDevice::PathOfNvme;
        device->counted = kind == BlockDevice::Disk || (isPart && !type.byName.contains(parent));
        if (device->counted || !m_explained.insert("block " + device->name).second) {
            continue;
        }
        switch (kind) {
            case BlockDevice::PathOfNvme:
                m_diagnostics.note("multipath-device",
                                   fmt::format("{} is a path to {}, which counts the same transfers; it is left out.",
                                               device->name, parent),
                                   device->line);
                break;
            case BlockDevice::Partition:
                m_diagnostics.note("partition",
                                   fmt::format("{} is a part of {}, which counts the same transfers; it is left out.",
                                               device->name, parent),
                                   device->line);
                break;
            default:
                m_diagnostics.note("no-disk", fmt::format("{} is no disk; it is left out.", device->name),
                                   device->line);
        }
    }
}

void Rates::decideWhatCounts(DeviceType& type) {
    type.devicesChanged = false;
    if (type.role == Role::Block) {
        decideDisks(type);
    }
    if (type.role != Role::Network) {
        return;
    }
    for (const auto& device : type.devices) {
        device->counted = isPhysicalInterface(device->name);
        if (!device->counted && m_explained.insert("net " + device->name).second) {
            m_diagnostics.note("virtual-interface",
                               fmt::format("{} is no physical interface; its traffic is left out so that none is "
                                           "counted twice.",
                                           device->name),
                               device->line);
        }
    }
}

void Rates::compareDevices(const DeviceType& type, const Row& row) {
    for (const auto& device : type.devices) {
        const bool before = device->base.sample == row.baseSample;
        const bool now = device->now.sample == row.sample;
        // Gauges need no sample before.
        if (before == now || !device->counted || (now && type.role == Role::Memory)) {
            continue;
        }
        const std::string name = deviceText(*device);
        if (now) {
            m_diagnostics.warn("device-appeared", fmt::format("{} appears; it counts from the next sample on.", name),
                               device->line);
        } else {
            m_diagnostics.warn("device-gone", fmt::format("{} is missing in this sample.", name), row.line);
        }
    }
}

double Rates::difference(const Device& device, std::size_t slot, bool& known) {
    if (!device.base.has(slot) || !device.now.has(slot)) {
        known = false;
        return 0.0;
    }
    const auto step =
        counterDifference(device.base.values[slot], device.now.values[slot], device.type->slots[slot].width);
    const auto name = [&] {
        return fmt::format("{} {}", deviceText(device), slotName(device.type->role, slot));
    };
    if (step.step == Step::Reset) {
        known = false;
        m_diagnostics.warn("counter-reset",
                           fmt::format("{} falls from {} to {}; its rate is missing in this sample.", name(),
                                       device.base.values[slot], device.now.values[slot]),
                           device.line);
    } else if (step.step == Step::Wrapped) {
        m_diagnostics.note("counter-wrap",
                           fmt::format("{} starts again from zero after {} bits; the way over the top is counted.",
                                       name(), device.type->slots[slot].width),
                           device.line);
    }
    return static_cast<double>(step.value);
}

void Rates::addCounter(const Device& device, std::size_t slot, Quantity quantity, double scale) {
    bool known = true;
    const double steps = difference(device, slot, known);
    Sum& sum = m_sums[quantity];
    sum.value += steps * device.type->slots[slot].bytes * scale;
    sum.any = true;
    sum.spoiled |= !known;
}

double Rates::idleTicks(const Device& device, bool& known) {
    using namespace slot;
    // The kernel moves time between idle and iowait, so that one of them may fall; only their sum counts.
    std::uint64_t before = 0;
    std::uint64_t now = 0;
    for (const std::size_t part : {kIdle, kIowait}) {
        if (device.type->slots[part].position >= 0) {
            known = known && device.base.has(part) && device.now.has(part);
            before += device.base.values[part];
            now += device.now.values[part];
        }
    }
    if (known && now < before) {
        known = false;
        m_diagnostics.warn("counter-reset",
                           fmt::format("{} idle time falls from {} to {}; its utilization is missing in this sample.",
                                       deviceText(device), before, now),
                           device.line);
    }
    return static_cast<double>(now - before);
}

void Rates::appendCpu(const Device& device, const Row& row) {
    if (device.cpu < 0) {
        return;
    }
    const auto cpu = static_cast<std::size_t>(device.cpu);
    if (cpu >= m_cpuOutputs.size()) {
        m_cpuOutputs.resize(cpu + 1);
    }
    if (m_cpuOutputs[cpu] == nullptr) {
        m_cpuOutputs[cpu] = &m_outputs[cpuUtilizationId(device.cpu)];
    }
    if (!row.ratesKnown || device.base.sample != row.baseSample) {
        return;
    }
    using namespace slot;
    const auto isThere = [&](std::size_t part) {
        return device.type->slots[part].position >= 0;
    };
    bool known = isThere(kUser) && isThere(kSystem) && isThere(kIdle);
    double busy = 0.0;
    for (const std::size_t part : {kUser, kNice, kSystem, kIrq, kSoftirq}) {
        busy += known && isThere(part) ? difference(device, part, known) : 0.0;
    }
    const double stolen = known && isThere(kSteal) ? difference(device, kSteal, known) : 0.0;
    const double total = busy + stolen + (known ? idleTicks(device, known) : 0.0);
    if (!known) {
        return;
    }
    if (total <= 0.0) {
        m_diagnostics.warn(
            "no-ticks",
            fmt::format("{} counted no time at all; its utilization is missing in this sample.", deviceText(device)),
            device.line);
        return;
    }
    Chunks<float>& values = m_cpuOutputs[cpu]->values;
    values.padTo(row.row, kMissing);
    values.push(static_cast<float>(100.0 * busy / total));
}

void Rates::explainEvents(const Device& device) {
    if (!m_explained.insert(device.type->name).second) {
        return;
    }
    std::string events;
    for (std::size_t i = 0; i < slot::kCounters && device.now.has(i); ++i) {
        events += fmt::format("{}{:02x}/{:02x}", i > 0 ? ", " : "", device.now.values[i] & 0xffU,
                              (device.now.values[i] >> 8U) & 0xffU);
    }
    const bool cache = device.type->role == Role::LastLevelCache;
    m_diagnostics.note(
        cache ? "cache-events" : "memory-events",
        fmt::format("The {} counters were set to the events (code/mask) {}; {}", device.type->name,
                    events.empty() ? "of which the file says nothing" : events,
                    cache ? "llc.references sums those that count cache lookups (34), or all when none does."
                          : "bandwidth is 64 bytes per read (04/03) and write (04/0c) burst, summed over channels."),
        device.line);
}

void Rates::addUncore(const Device& device) {
    const Role role = device.type->role;
    explainEvents(device);
    std::array<Event, slot::kCounters> events{};
    bool anyKnown = false;
    bool anyLookup = false;
    for (std::size_t i = 0; i < slot::kCounters; ++i) {
        events[i] = device.now.has(i) ? eventOf(role, device.now.values[i]) : Event::Other;
        anyKnown |= events[i] != Event::Other;
        anyLookup |= events[i] == Event::AnyCacheLookup;
        if (device.now.has(i) && device.base.has(i) && device.now.values[i] != device.base.values[i]) {
            m_diagnostics.warn("reprogrammed",
                               fmt::format("{} {} changes; what it counted is missing in this sample.",
                                           deviceText(device), slotName(role, i)),
                               device.line);
            for (const Quantity quantity :
                 role == Role::LastLevelCache ? std::vector{CacheLookups} : std::vector{MemoryRead, MemoryWrite}) {
                m_sums[quantity].any = m_sums[quantity].spoiled = true;
            }
            return;
        }
    }
    if (!anyKnown && m_explained.insert("events of " + device.name + device.type->name).second) {
        m_diagnostics.warn("unknown-events",
                           role == Role::LastLevelCache
                               ? fmt::format("{}: no counter is known to count cache lookups; all are summed into "
                                             "llc.references, which then is a rate of events only.",
                                             deviceText(device))
                               : fmt::format("{}: no counter is known to count memory bursts; CTR0 is taken for reads "
                                             "and CTR1 for writes.",
                                             deviceText(device)),
                           device.line);
    }
    for (std::size_t i = 0; i < slot::kCounters; ++i) {
        const std::size_t counter = slot::kCounters + i;
        if (device.type->slots[counter].position < 0) {
            continue;
        }
        if (role == Role::LastLevelCache) {
            const Event wanted = anyLookup ? Event::AnyCacheLookup : Event::CacheLookup;
            if (events[i] == wanted || !anyKnown) {
                addCounter(device, counter, CacheLookups, 1.0);
            }
        } else if (events[i] == Event::ReadCas || (!anyKnown && i == 0)) {
            addCounter(device, counter, MemoryRead, kBytesPerCas / kGiga);
        } else if (events[i] == Event::WriteCas || (!anyKnown && i == 1)) {
            addCounter(device, counter, MemoryWrite, kBytesPerCas / kGiga);
        }
    }
}

void Rates::addMemory(const Device& device) {
    using namespace slot;
    const Reading& now = device.now;
    Sum& sum = m_sums[Used];
    sum.any = true;
    const auto isThere = [&](std::size_t slot) {
        return device.type->slots[slot].position >= 0;
    };
    const bool direct = isThere(kMemUsed);
    const bool known = direct ? now.has(kMemUsed) : now.has(kMemTotal) && now.has(kMemFree);
    if (!known || (isThere(kFilePages) && !now.has(kFilePages))) {
        sum.spoiled = true;
        return;
    }
    const auto bytes = [&](std::size_t slot) {
        return static_cast<double>(now.values[slot]) * device.type->slots[slot].bytes;
    };
    const double used = direct ? bytes(kMemUsed) : bytes(kMemTotal) - bytes(kMemFree);
    const double cached = isThere(kFilePages) ? bytes(kFilePages) : 0.0;
    sum.spoiled |= used < cached;
    sum.value += used - cached;
}

void Rates::set(const std::string& id, Provenance provenance, std::size_t row, double value) {
    Output& output = m_outputs[id];
    output.provenance = provenance;
    output.values.padTo(row, kMissing);
    output.values.push(static_cast<float>(value));
}

void Rates::addDevice(const Device& device, const Row& row) {
    const Role role = device.type->role;
    const bool now = device.now.sample == row.sample;
    const bool both = now && device.base.sample == row.baseSample && row.ratesKnown;
    if (role == Role::Memory) {
        // A node that is missing leaves its part of the memory unknown.
        m_sums[Used].spoiled |= !now;
        if (now) {
            addMemory(device);
        }
        return;
    }
    if (role == Role::Cpu && now) {
        appendCpu(device, row);
    }
    if (!both || !device.counted) {
        return;
    }
    const auto addBoth = [&](Quantity first, Quantity second) {
        addCounter(device, slot::kFirst, first, 1.0 / kMega);
        addCounter(device, slot::kSecond, second, 1.0 / kMega);
    };
    switch (role) {
        case Role::MemoryController:
        case Role::LastLevelCache:
            addUncore(device);
            break;
        case Role::Block:
            addBoth(DiskRead, DiskWrite);
            break;
        case Role::Network:
            addBoth(Receive, Transmit);
            break;
        case Role::Scheduler:
            addCounter(device, slot::kFirst, Switches, 1.0);
            break;
        case Role::VirtualMemory:
            addCounter(device, slot::kFirst, Faults, 1.0);
            break;
        default:
            break;
    }
}

void Rates::append(const Row& row) {
    m_sums = {};
    for (const auto& type : m_devices.types()) {
        if (type->role == Role::Ignored) {
            continue;
        }
        if (type->devicesChanged) {
            decideWhatCounts(*type);
        }
        compareDevices(*type, row);
        for (const auto& device : type->devices) {
            addDevice(*device, row);
        }
    }
    for (std::size_t i = 0; i < kQuantities; ++i) {
        if (m_sums[i].any && !m_sums[i].spoiled) {
            const auto& [id, provenance] = kQuantityNames[i];
            set(std::string(id), provenance, row.row, m_sums[i].value / (i == Used ? 1.0 : row.seconds));
        }
    }
}

std::vector<Column> Rates::takeColumns(std::size_t rows) {
    std::vector<Column> columns;
    for (auto& [id, output] : m_outputs) {
        output.values.padTo(rows, kMissing);
        columns.push_back({metricFor(id), output.provenance, output.values.take()});
    }
    const auto hasRole = [&](Role role) {
        return std::ranges::any_of(m_devices.types(),
                                   [&](const auto& type) { return type->role == role && !type->devices.empty(); });
    };
    if (!hasRole(Role::MemoryController)) {
        m_diagnostics.note("no-memory-counters",
                           "There are no memory-controller counters (intel_*_imc): memory bandwidth is not known.");
    }
    if (!hasRole(Role::LastLevelCache)) {
        m_diagnostics.note("no-cache-counters",
                           "There are no last-level cache counters (intel_*_cbo, intel_*_cha): cache traffic is not "
                           "known.");
    }
    if (hasRole(Role::Memory)) {
        m_diagnostics.note("memory-used", "memory.used is MemUsed less FilePages: the page cache is not counted.");
    }
    return columns;
}

}  // namespace mimesys::trace::hpcperfstats
