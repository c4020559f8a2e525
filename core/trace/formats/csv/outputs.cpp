// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/outputs.h"

#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace mimesys::trace::csv {
namespace {

struct Known {
    std::string_view name;  // lower case
    std::string_view id;
    double scale;
    std::string_view note;
};

// GWA-T-12 (Bitbrains): memory in the 1024-byte KB of the hypervisor (capacities are powers of two of them), rates in
// thousands of bytes.
constexpr std::array kBitbrains{
    Known{"cpu usage [%]", "cpu.utilization", 1.0, ""},
    Known{"memory usage [kb]", "memory.used", 1024.0, "KB of 1024 bytes"},
    Known{"disk read throughput [kb/s]", "disk.read", 1e-3, "KB of 1000 bytes"},
    Known{"disk write throughput [kb/s]", "disk.write", 1e-3, "KB of 1000 bytes"},
    Known{"network received throughput [kb/s]", "network.receive", 1e-3, "KB of 1000 bytes"},
    Known{"network transmitted throughput [kb/s]", "network.transmit", 1e-3, "KB of 1000 bytes"}};

// dstat: group and column as its two header rows name them. "minpf" is the kernel's pgfault, which contains the major
// faults.
constexpr std::array kDstat{Known{"total cpu usage/usr", "cpu.utilization", 1.0, "usr + sys + hiq + siq"},
                            Known{"total cpu usage/sys", "cpu.utilization", 1.0, ""},
                            Known{"total cpu usage/hiq", "cpu.utilization", 1.0, ""},
                            Known{"total cpu usage/siq", "cpu.utilization", 1.0, ""},
                            Known{"dsk/total/read", "disk.read", 1e-6, "bytes per second"},
                            Known{"dsk/total/writ", "disk.write", 1e-6, "bytes per second"},
                            Known{"net/total/recv", "network.receive", 1e-6, "bytes per second"},
                            Known{"net/total/send", "network.transmit", 1e-6, "bytes per second"},
                            Known{"memory usage/used", "memory.used", 1.0, "bytes"},
                            Known{"system/csw", "kernel.context_switches", 1.0, ""},
                            Known{"virtual memory/minpf", "kernel.page_faults", 1.0, "all page faults"}};

struct KnownCounter {
    std::string_view name;
    std::string_view id;  // empty: its own name, as a rate
    double scale;
    std::string_view unit;  // of that rate
};

// prmon: what the processes of one tree have used since they began; the memory columns are gauges.
constexpr std::array kPrmon{KnownCounter{"read_bytes", "disk.read", 1e-6, ""},
                            KnownCounter{"write_bytes", "disk.write", 1e-6, ""},
                            KnownCounter{"rx_bytes", "network.receive", 1e-6, ""},
                            KnownCounter{"tx_bytes", "network.transmit", 1e-6, ""},
                            KnownCounter{"rx_packets", "", 1.0, "1/s"},
                            KnownCounter{"tx_packets", "", 1.0, "1/s"},
                            KnownCounter{"rchar", "", 1.0, "bytes/s"},
                            KnownCounter{"wchar", "", 1.0, "bytes/s"},
                            KnownCounter{"utime", "", 1.0, "s/s"},
                            KnownCounter{"stime", "", 1.0, "s/s"},
                            KnownCounter{"wtime", "", 1.0, "s/s"}};
constexpr std::array<std::string_view, 4> kPrmonMemory{"pss", "rss", "swap", "vmem"};

bool isPrmon(const std::vector<std::string>& names) {
    return std::ranges::all_of(std::array{"wtime", "utime", "stime", "pss"},
                               [&](const char* name) { return std::ranges::find(names, name) != names.end(); });
}

// "%" for "CPU usage [%]"; empty when there are no brackets at the end.
std::string unitInBrackets(std::string_view name) {
    const char close = name.empty() ? '\0' : name.back();
    if (close != ']' && close != ')') {
        return {};
    }
    const std::size_t open = name.rfind(close == ']' ? '[' : '(');
    constexpr std::size_t kLongestUnit = 12;
    if (open == std::string_view::npos || open == 0 || name.size() - open - 2 > kLongestUnit ||
        name.find_first_of("0123456789", open) != std::string_view::npos) {
        return {};
    }
    return std::string(name.substr(open + 1, name.size() - open - 2));
}

// dstat's "cpu3 usage/usr" gives the CPU 3; -1 for anything else.
int cpuOfDstat(std::string_view name) {
    if (!name.starts_with("cpu")) {
        return -1;
    }
    const std::size_t end = name.find(" usage/");
    const auto cpu = end == std::string_view::npos ? std::nullopt : parseInteger(name.substr(3, end - 3));
    const std::string_view part = end == std::string_view::npos ? std::string_view() : name.substr(end + 7);
    const bool busy = part == "usr" || part == "sys" || part == "hiq" || part == "siq";
    constexpr std::int64_t kMostCpus = 1 << 16;
    return cpu && *cpu >= 0 && *cpu < kMostCpus && busy ? static_cast<int>(*cpu) : -1;
}

class Chooser {
public:
    explicit Chooser(const std::vector<std::string>& names) : m_names(names), m_prmon(isPrmon(names)) {
        for (const std::string& name : names) {
            if (isKnownMetric(name)) {
                m_taken.insert(name);
            }
        }
    }

    void choose(std::size_t column) {
        const std::string& name = m_names[column];
        if (!isKnownMetric(name) && (chooseKnown(column) || (m_prmon && choosePrmon(column)))) {
            return;
        }
        Output output{metricFor(name), {{column, 1.0}}, false, {}};
        if (!isKnownMetric(name)) {
            output.metric.unit = unitInBrackets(name);
        }
        m_outputs.push_back(std::move(output));
    }

    std::vector<Output> take() { return std::move(m_outputs); }

private:
    // False when the file has a column of that very id, which then has the better right to it.
    bool add(const std::string& id, std::size_t column, double scale, bool isCounter, std::string note) {
        if (m_taken.contains(id)) {
            return false;
        }
        const auto known = m_positions.find(id);
        if (known != m_positions.end()) {
            m_outputs[known->second].sources.push_back({column, scale});
            return true;
        }
        m_positions.emplace(id, m_outputs.size());
        m_outputs.push_back({metricFor(id), {{column, scale}}, isCounter, std::move(note)});
        return true;
    }

    bool chooseKnown(std::size_t column) {
        const std::string name = lowered(m_names[column]);
        const auto describe = [&](std::string_view id, std::string_view note) {
            return fmt::format("Column \"{}\" is taken for {}{}.", m_names[column], id,
                               note.empty() ? std::string() : fmt::format(" ({})", note));
        };
        if (const int cpu = cpuOfDstat(name); cpu >= 0) {
            const std::string id = cpuUtilizationId(cpu);
            return add(id, column, 1.0, false, describe(id, "usr + sys + hiq + siq"));
        }
        const auto search = [&](const auto& table) {
            const auto found = std::ranges::find(table, name, &Known::name);
            return found != table.end() &&
                   add(std::string(found->id), column, found->scale, false, describe(found->id, found->note));
        };
        return search(kBitbrains) || search(kDstat);
    }

    bool choosePrmon(std::size_t column) {
        const std::string& name = m_names[column];
        if (std::ranges::find(kPrmonMemory, name) != kPrmonMemory.end()) {
            Output output{metricFor(name), {{column, 1.0}}, false, {}};
            output.metric.unit = "KB";
            m_outputs.push_back(std::move(output));
            return true;
        }
        const auto found = std::ranges::find(kPrmon, name, &KnownCounter::name);
        if (found == kPrmon.end()) {
            return false;
        }
        const std::string id = found->id.empty() ? name : std::string(found->id);
        const std::string note =
            fmt::format("Column \"{}\" counts up from the start of the processes; its differences are {}.", name,
                        found->id.empty() ? std::string("taken as a rate") : id);
        if (!add(id, column, found->scale, true, note)) {
            return false;
        }
        if (found->id.empty()) {
            m_outputs.back().metric.unit = found->unit;
        }
        return true;
    }

    const std::vector<std::string>& m_names;
    bool m_prmon;
    std::set<std::string> m_taken;
    std::map<std::string, std::size_t> m_positions;
    std::vector<Output> m_outputs;
};

}  // namespace

std::vector<Output> chooseOutputs(const std::vector<std::string>& names, const std::vector<std::size_t>& skip) {
    Chooser chooser(names);
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (std::ranges::find(skip, column) == skip.end()) {
            chooser.choose(column);
        }
    }
    return chooser.take();
}

}  // namespace mimesys::trace::csv
