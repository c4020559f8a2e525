// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/clock.h"
#include "trace/csvdialect.h"
#include "trace/formats/pqos/layout.h"
#include "trace/formats/writers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace mimesys::trace {
namespace pqos {
namespace {

constexpr std::size_t kBlock = 1 << 20;

// The shortest decimal number without exponent that gives the value back; 0 for what a row has no way to say.
template <typename T>
std::string plainText(T value) {
    if (!(value > T{0}) || !std::isfinite(value)) {
        return "0";
    }
    std::array<char, 512> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return {digits.data(), end.ptr};
}

std::string cellText(std::size_t quantity, const Quantities& quantities, const Metrics& metrics) {
    switch (quantity) {
        case Ipc:
            return plainText(metrics[Ipc]);
        case OccupancyKb:  // a power of two apart from a float
            return plainText(static_cast<float>(quantities[OccupancyKb]));
        default:
            return plainText(quantities[quantity]);
    }
}

bool same(float a, float b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

class Writer {
public:
    Writer(const Trace& trace, AtomicFile& file) : m_trace(trace), m_file(file) {
        for (std::size_t i = 0; i < kQuantities; ++i) {
            m_columns[i] = fitsPqosLog(trace, kMetricIds[i]) ? trace.find(kMetricIds[i]) : nullptr;
        }
    }
    Expected<void> write();

private:
    void header();
    void poll(std::size_t sample);
    [[nodiscard]] std::string coresText() const;
    Expected<void> flush();

    const Trace& m_trace;
    AtomicFile& m_file;
    std::array<const Column*, kQuantities> m_columns{};
    std::string m_cores;
    std::string m_text;
};

// The CPUs of the machine as one group.
std::string Writer::coresText() const {
    int cpus = m_trace.cpuCount();
    if (const auto count = m_trace.attributes.find("cpu_count"); cpus == 0 && count != m_trace.attributes.end()) {
        const std::string& text = count->second;
        (void)std::from_chars(text.data(), text.data() + text.size(), cpus);
    }
    constexpr int kMostCpus = 65536;
    return cpus > 1 && cpus <= kMostCpus ? fmt::format("0-{}", cpus - 1) : "0";
}

void Writer::header() {
    std::string metrics;
    for (const Column* column : m_columns) {
        if (column != nullptr) {
            metrics += (metrics.empty() ? "" : ",") + column->metric.id;
        }
    }
    m_text += fmt::format("{0}version={1}\n{0}start={2}\n{0}metrics={3}\n", kOwn, kVersion,
                          secondsText(m_trace.startNs), metrics);
    for (const Column* column : m_columns) {
        if (column != nullptr) {
            m_text += fmt::format("{}provenance {} {}\n", kOwn, column->metric.id, provenanceName(column->provenance));
        }
    }
    for (const auto& [key, value] : m_trace.attributes) {
        m_text += fmt::format("{}attribute {}: {}\n", kOwn, escapeLine(key, true), escapeLine(value, false));
    }
}

void Writer::poll(std::size_t sample) {
    const std::int64_t time = m_trace.timesNs[sample];
    const double seconds = secondsFromNs(time - m_trace.intervalStartNs(sample));
    Metrics metrics{};
    for (std::size_t i = 0; i < kQuantities; ++i) {
        metrics[i] = m_columns[i] != nullptr ? m_columns[i]->values[sample] : 0.0F;
    }
    if (m_columns[LocalMb] != nullptr && m_columns[RemoteMb] == nullptr) {
        metrics[RemoteMb] = metrics[LocalMb];  // nothing is known of remote traffic, and none is filled in
    }
    const Quantities quantities = quantitiesOf(metrics, seconds);
    m_text += fmt::format("{}\n{:>9}", timeLine(time), "CORE");
    for (const std::string_view heading : kHeadings) {
        m_text += fmt::format(" {:>11}", heading);
    }
    m_text += fmt::format("\n{:>9}", m_cores);
    Quantities read{};
    for (std::size_t i = 0; i < kQuantities; ++i) {
        const std::string cell = cellText(i, quantities, metrics);
        read[i] = parseQuantity(cell).value_or(std::nan(""));
        m_text += fmt::format(" {:>11}", cell);
    }
    m_text += "\n";
    std::string exact = time % kNanosecondsPerSecond != 0 ? " time=" + secondsText(time) : "";
    const Metrics back = metricsOf(read, seconds);
    for (std::size_t i = 0; i < kQuantities; ++i) {
        if (m_columns[i] != nullptr && !same(back[i], metrics[i])) {
            exact += fmt::format(" {}={}", kMetricIds[i], metrics[i]);
        }
    }
    if (!exact.empty()) {
        m_text += fmt::format("{}{}\n", kOwn, exact.substr(1));
    }
}

Expected<void> Writer::flush() {
    auto written = m_file.write(m_text);
    m_text.clear();
    return written;
}

Expected<void> Writer::write() {
    m_cores = coresText();
    header();
    for (std::size_t i = 0; i < m_trace.sampleCount(); ++i) {
        poll(i);
        if (m_text.size() >= kBlock) {
            if (auto flushed = flush(); !flushed) {
                return flushed;
            }
        }
    }
    return flush();
}

}  // namespace
}  // namespace pqos

bool fitsPqosLog(const Trace& trace, std::string_view metricId) {
    if (metricId == "memory.bandwidth" && trace.find("memory.local_bandwidth") == nullptr) {
        return false;  // a row has the local and the remote part, not their sum
    }
    return std::ranges::find(pqos::kMetricIds, metricId) != pqos::kMetricIds.end();
}

Expected<void> writePqosLog(const Trace& trace, const std::filesystem::path& path) {
    if (std::ranges::none_of(trace.columns,
                             [&](const Column& column) { return fitsPqosLog(trace, column.metric.id); })) {
        return badInput("A pqos log has no place for any metric of this trace; write .csv or .h5 instead.",
                        path.string());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (auto written = pqos::Writer(trace, *file).write(); !written) {
        return written;
    }
    return file->commit();
}

}  // namespace mimesys::trace
