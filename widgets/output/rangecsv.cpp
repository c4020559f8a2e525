// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/rangecsv.h"

#include "base/atomicfile.h"
#include "base/csvfield.h"
#include "overlay/tracepart.h"
#include "trace/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;
constexpr std::size_t kBlockBytes = 1 << 20;

struct MetricOrder {
    bool operator()(const std::string& a, const std::string& b) const { return metricOrder(a, b); }
};

struct Side {
    const char* role;
    const RangeSide* side;
    trace::TracePtr part;  // null = nothing in the range
};

std::string seconds(std::int64_t ns) {
    return fmt::format("{}.{:09}", ns / kSecondNs, ns % kSecondNs);
}

std::string inOneLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::map<std::string, Metric, MetricOrder> metricsOf(const std::vector<Side>& sides) {
    std::map<std::string, Metric, MetricOrder> metrics;
    for (const Side& side : sides) {
        for (const trace::Column& column : side.part->columns) {
            metrics.try_emplace(column.metric.id, column.metric);
        }
    }
    return metrics;
}

std::string header(const std::vector<Side>& sides, const std::map<std::string, Metric, MetricOrder>& metrics,
                   TimeRange range) {
    std::string text = fmt::format("# range: {} s to {} s since the start of each side\n", seconds(range.beginNs),
                                   seconds(range.endNs));
    for (const Side& side : sides) {
        text += fmt::format("# {}: {}{}\n", side.role, inOneLine(side.side->name),
                            trace::isSimulated(*side.part) ? ", SIMULATED" : "");
    }
    for (const auto& [id, metric] : metrics) {
        text += fmt::format("# unit of {}: {}\n", inOneLine(id), metric.unit.empty() ? "unknown" : metric.unit);
    }
    text += "side,simulated,begin_s,end_s";
    for (const auto& [id, metric] : metrics) {
        text += ',' + csvField(id);
    }
    return text + '\n';
}

// Where the samples lie counts from the start of the whole side.
void appendRow(std::string& text, const Side& side, const std::vector<const trace::Column*>& columns,
               std::size_t sample, bool simulated) {
    const std::int64_t start = side.side->trace->startNs;
    text +=
        fmt::format("{},{},{},{}", side.role, simulated ? "yes" : "no",
                    seconds(side.part->intervalStartNs(sample) - start), seconds(side.part->timesNs[sample] - start));
    for (const trace::Column* column : columns) {
        text += ',';
        if (column != nullptr && !column->isMissing(sample)) {
            text += fmt::format("{}", column->values[sample]);
        }
    }
    text += '\n';
}

// False when it was stopped.
Expected<bool> writeRows(AtomicFile& file, const Side& side, const std::map<std::string, Metric, MetricOrder>& metrics,
                         const JobRunner::Context& context) {
    std::vector<const trace::Column*> columns;
    for (const auto& [id, metric] : metrics) {
        columns.push_back(side.part->find(id));
    }
    const bool simulated = trace::isSimulated(*side.part);
    std::string block;
    for (std::size_t sample = 0; sample < side.part->sampleCount(); ++sample) {
        appendRow(block, side, columns, sample, simulated);
        if (block.size() < kBlockBytes && sample + 1 < side.part->sampleCount()) {
            continue;
        }
        if (context.stop.stop_requested()) {
            return false;
        }
        if (const auto written = file.write(block); !written) {
            return tl::unexpected(written.error());
        }
        block.clear();
    }
    return true;
}

}  // namespace

Cancellable<std::filesystem::path> exportRange(const evaluation::Real<RangeSide>& real,
                                               const evaluation::Emulated<RangeSide>& emulated, TimeRange range,
                                               const std::filesystem::path& output, const JobRunner::Context& context) {
    auto file = AtomicFile::create(output);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::vector<Side> sides;
    for (const auto& [role, side] : {std::pair{"real", &*real}, std::pair{"emulated", &*emulated}}) {
        if (side->trace) {
            if (auto part = partOf(*side->trace, range)) {
                sides.push_back({role, side, std::move(*part)});
            }
        }
    }
    if (sides.empty()) {
        return badInput("No sample lies within what is visible or selected; show or select more.");
    }
    const auto metrics = metricsOf(sides);
    if (const auto written = file->write(header(sides, metrics, range)); !written) {
        return tl::unexpected(written.error());
    }
    for (const Side& side : sides) {
        const auto written = writeRows(*file, side, metrics, context);
        if (!written) {
            return tl::unexpected(written.error());
        }
        if (!*written) {
            return std::optional<std::filesystem::path>();
        }
    }
    return file->commit().map([&] { return std::optional(output); });
}

}  // namespace mimesys::widgets
