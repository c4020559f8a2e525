// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/clock.h"
#include "trace/csvdialect.h"
#include "trace/formats/writers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace mimesys::trace {
namespace {

constexpr std::size_t kBlock = 1 << 20;
constexpr std::uint64_t kFirstReading = 1ULL << 32U;  // high enough for a reset in every sample
constexpr double kMostSteps = 1e18;

// One counter of the file: grows by value × stepsPerUnit per second.
class Counter {
public:
    Counter(const Column* column, double stepsPerUnit) : m_column(column), m_stepsPerUnit(stepsPerUnit) {}

    [[nodiscard]] bool exists() const { return m_column != nullptr; }
    [[nodiscard]] std::uint64_t reading() const { return m_reading; }

    void advance(std::size_t sample, double seconds) {
        if (m_column == nullptr) {
            return;
        }
        const double exact = static_cast<double>(m_column->values[sample]) * m_stepsPerUnit * seconds + m_carried;
        if (!(exact > -1.0 && exact < kMostSteps)) {
            --m_reading;
            return;
        }
        const double steps = std::max(0.0, std::round(exact));
        m_carried = exact - steps;
        m_reading += static_cast<std::uint64_t>(steps);
    }

private:
    const Column* m_column;
    double m_stepsPerUnit;
    double m_carried = 0.0;
    std::uint64_t m_reading = kFirstReading;
};

// A line "TYPE DEVICE v0 v1 …" in which some values are counters of ours and the others stay zero.
struct Line {
    std::string_view schema;  // what follows the "!"
    std::string_view start;   // type and device
    std::string_view before;  // constant values in front
    struct Value {
        std::string_view id;
        std::string_view field;
        double stepsPerUnit;
        std::string_view after;  // constant values behind
    };
    std::array<Value, 2> values;
};

constexpr double kBytes = 1e6;          // per MB
constexpr double kSectors = 1e6 / 512;  // per MB
constexpr double kBursts = 1e9 / 64;    // per GB

// The control values are those of CAS_COUNT.RD and .WR and of LLC_LOOKUP, so that readers know what is counted.
constexpr std::array kLines{
    Line{"intel_hsw_cbo CTL0,C CTL1,C CTL2,C CTL3,C CTR0,E CTR1,E CTR2,E CTR3,E",
         "intel_hsw_cbo 0/0",
         " 20975924 0 0 0",
         {{{"llc.references", "CTR0", 1.0, " 0 0 0"}, {}}}},
    Line{"intel_hsw_imc CTL0,C CTL1,C CTL2,C CTL3,C CTR0,E CTR1,E CTR2,E CTR3,E FIXED_CTR,E",
         "intel_hsw_imc 0/0",
         " 20972292 20974596 0 0",
         {{{"memory.read_bandwidth", "CTR0", kBursts, ""}, {"memory.write_bandwidth", "CTR1", kBursts, " 0 0 0"}}}},
    Line{"block rd_ios,E rd_merges,E rd_sectors,E,U=512B rd_ticks,E,U=ms wr_ios,E wr_merges,E wr_sectors,E,U=512B "
         "wr_ticks,E,U=ms in_flight io_ticks,E,U=ms time_in_queue,E,U=ms",
         "block sda",
         " 0 0",
         {{{"disk.read", "rd_sectors", kSectors, " 0 0 0"}, {"disk.write", "wr_sectors", kSectors, " 0 0 0 0"}}}},
    Line{"net collisions,E multicast,E rx_bytes,E,U=B rx_compressed,E rx_crc_errors,E rx_dropped,E rx_errors,E "
         "rx_fifo_errors,E rx_frame_errors,E rx_length_errors,E rx_missed_errors,E rx_over_errors,E rx_packets,E "
         "tx_aborted_errors,E tx_bytes,E,U=B",
         "net eth0",
         " 0 0",
         {{{"network.receive", "rx_bytes", kBytes, " 0 0 0 0 0 0 0 0 0 0 0"},
           {"network.transmit", "tx_bytes", kBytes, ""}}}},
    Line{"ps ctxt,E", "ps -", "", {{{"kernel.context_switches", "ctxt", 1.0, ""}, {}}}},
    Line{"vm pgfault,E", "vm -", "", {{{"kernel.page_faults", "pgfault", 1.0, ""}, {}}}}};

constexpr std::string_view kMemoryUsed = "memory.used";
constexpr double kKibibyte = 1024.0;

// The machine's memory as the trace's description of it tells; 0 when it does not.
std::uint64_t memoryKibibytes(const Trace& trace) {
    const auto machine = trace.attributes.find("machine");
    if (machine == trace.attributes.end()) {
        return 0;
    }
    const nlohmann::json json = nlohmann::json::parse(machine->second, nullptr, false);
    const auto bytes = json.is_object() ? json.find("memory_bytes") : json.end();
    return bytes != json.end() && bytes->is_number_unsigned() ? bytes->get<std::uint64_t>() / 1024 : 0;
}

struct OpenLine {
    const Line* line;
    std::array<Counter, 2> counters;
};

// The fields keep their places, but one the trace knows nothing about loses its name: it must not read as zero.
std::string schemaOf(const OpenLine& open) {
    std::string schema(open.line->schema);
    for (std::size_t i = 0; i < open.counters.size(); ++i) {
        const std::string_view field = open.line->values[i].field;
        if (!field.empty() && !open.counters[i].exists()) {
            schema.insert(schema.find(fmt::format(" {},", field)) + 1, "unknown_");
        }
    }
    return schema;
}

class Writer {
public:
    Writer(const Trace& trace, AtomicFile& file) : m_trace(trace), m_file(file) {}
    Expected<void> write();

private:
    void collect();
    void header();
    void sample(std::int64_t timeNs, std::size_t index, bool isBase);
    Expected<void> flush();

    const Trace& m_trace;
    AtomicFile& m_file;
    std::string m_text;
    std::string m_sampleTail;  // job and host
    struct Cpu {
        int number;
        const Column* column;
        Counter busy;
        std::uint64_t idle = kFirstReading;
    };
    std::vector<Cpu> m_cpus;
    std::vector<OpenLine> m_lines;
    const Column* m_memory = nullptr;
    std::uint64_t m_memoryKibibytes = 0;  // of the machine; 0 = unknown
};

void Writer::collect() {
    constexpr double kNanosecondsPerPercent = 1e7;
    for (const Column& column : m_trace.columns) {
        if (const auto cpu = cpuOfUtilizationId(column.metric.id)) {
            m_cpus.push_back({*cpu, &column, Counter(&column, kNanosecondsPerPercent)});
        }
    }
    for (const Line& line : kLines) {
        const auto counter = [&](const Line::Value& value) {
            return Counter(value.id.empty() ? nullptr : m_trace.find(value.id), value.stepsPerUnit);
        };
        const OpenLine open{&line, {counter(line.values[0]), counter(line.values[1])}};
        if (open.counters[0].exists() || open.counters[1].exists()) {
            m_lines.push_back(open);
        }
    }
    m_memory = m_trace.find(kMemoryUsed);
    m_memoryKibibytes = memoryKibibytes(m_trace);
}

void Writer::header() {
    const auto attribute = [&](const char* key) {
        const auto found = m_trace.attributes.find(key);
        return found == m_trace.attributes.end() ? std::string("-") : escapeLine(found->second, false);
    };
    std::string host = attribute("host");
    std::ranges::replace_if(
        host, [](char c) { return c == ' ' || c == '\t'; }, '_');
    m_sampleTail = fmt::format(" - {}\n", host.empty() ? "-" : host);
    m_text += fmt::format("$hpcperfstats 2.4\n$hostname {}\n", host);
    for (const Column& column : m_trace.columns) {
        if (fitsHpcPerfStats(column.metric.id)) {
            m_text += fmt::format("$mimesys_provenance {} {}\n", column.metric.id, provenanceName(column.provenance));
        }
    }
    for (const auto& [key, value] : m_trace.attributes) {
        m_text += fmt::format("$mimesys_attribute {}: {}\n", escapeLine(key, true), escapeLine(value, false));
    }
    if (!m_cpus.empty()) {
        m_text += "!cpu user,E,U=ns nice,E,U=ns system,E,U=ns idle,E,U=ns iowait,E,U=ns irq,E,U=ns softirq,E,U=ns\n";
    }
    for (const OpenLine& open : m_lines) {
        m_text += fmt::format("!{}\n", schemaOf(open));
    }
    if (m_memory != nullptr) {
        // At the places other readers look: total, free and used, then five of which nothing is known, the page cache,
        // which memory.used does not hold, among them.
        const std::string_view unknown = m_memoryKibibytes > 0 ? "" : "unknown_";
        m_text += fmt::format(
            "!mem {0}MemTotal,U=KB {0}MemFree,U=KB MemUsed,U=KB unknown_Active,U=KB unknown_Inactive,U=KB "
            "unknown_Dirty,U=KB unknown_Writeback,U=KB unknown_FilePages,U=KB\n",
            unknown);
    }
}

void Writer::sample(std::int64_t timeNs, std::size_t index, bool isBase) {
    const std::int64_t intervalNs = isBase ? 0 : timeNs - m_trace.intervalStartNs(index);
    const double seconds = secondsFromNs(intervalNs);
    m_text += fmt::format("\n{}{}", secondsText(timeNs), m_sampleTail);
    const auto out = std::back_inserter(m_text);
    for (Cpu& cpu : m_cpus) {
        if (!isBase) {
            const std::uint64_t before = cpu.busy.reading();
            cpu.busy.advance(index, seconds);
            const auto busy = static_cast<std::int64_t>(cpu.busy.reading() - before);
            cpu.idle += static_cast<std::uint64_t>(std::clamp<std::int64_t>(intervalNs - busy, 0, intervalNs));
        }
        fmt::format_to(out, "cpu {} {} 0 0 {} 0 0 0\n", cpu.number, cpu.busy.reading(), cpu.idle);
    }
    for (OpenLine& open : m_lines) {
        m_text += open.line->start;
        m_text += open.line->before;
        for (std::size_t i = 0; i < open.counters.size(); ++i) {
            if (open.line->values[i].id.empty()) {
                continue;
            }
            Counter& counter = open.counters[i];
            if (!isBase) {
                counter.advance(index, seconds);
            }
            fmt::format_to(out, " {}", counter.exists() ? counter.reading() : 0);
            m_text += open.line->values[i].after;
        }
        m_text += "\n";
    }
    if (m_memory != nullptr && !isBase && !m_memory->isMissing(index)) {
        const double used = std::max(0.0, static_cast<double>(m_memory->values[index]) / kKibibyte);
        const double free = std::max(0.0, static_cast<double>(m_memoryKibibytes) - used);
        fmt::format_to(out, "mem 0 {} {:.0f} {:.0f} 0 0 0 0 0\n", m_memoryKibibytes, free, used);
    }
}

Expected<void> Writer::flush() {
    auto written = m_file.write(m_text);
    m_text.clear();
    return written;
}

Expected<void> Writer::write() {
    collect();
    header();
    sample(m_trace.startNs, 0, true);
    for (std::size_t i = 0; i < m_trace.sampleCount(); ++i) {
        sample(m_trace.timesNs[i], i, false);
        if (m_text.size() >= kBlock) {
            if (auto flushed = flush(); !flushed) {
                return flushed;
            }
        }
    }
    return flush();
}

}  // namespace

bool fitsHpcPerfStats(const std::string& metricId) {
    return cpuOfUtilizationId(metricId).has_value() || metricId == kMemoryUsed ||
           std::ranges::any_of(kLines, [&](const Line& line) {
               return line.values[0].id == metricId || line.values[1].id == metricId;
           });
}

Expected<void> writeHpcPerfStats(const Trace& trace, const std::filesystem::path& path) {
    if (std::ranges::none_of(trace.columns, [](const Column& column) { return fitsHpcPerfStats(column.metric.id); })) {
        return badInput("HPCPerfStats text has no place for any metric of this trace; write .csv or .h5 instead.",
                        path.string());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (auto written = Writer(trace, *file).write(); !written) {
        return written;
    }
    return file->commit();
}

}  // namespace mimesys::trace
