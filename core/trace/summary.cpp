// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/summary.h"

#include "base/clock.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::trace {
namespace {

constexpr std::size_t kMostForMedian = 1'000'000;

std::int64_t medianOf(std::vector<std::int64_t> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

ColumnSummary summarizeColumn(const Column& column) {
    ColumnSummary summary{HUGE_VAL, 0.0, -HUGE_VAL, 0};
    for (const float value : column.values) {
        if (std::isnan(value)) {
            ++summary.missing;
            continue;
        }
        summary.minimum = std::min(summary.minimum, static_cast<double>(value));
        summary.maximum = std::max(summary.maximum, static_cast<double>(value));
        summary.mean += static_cast<double>(value);
    }
    const std::size_t present = column.values.size() - summary.missing;
    if (present == 0) {
        const double nothing = std::nan("");
        return {nothing, nothing, nothing, summary.missing};
    }
    summary.mean /= static_cast<double>(present);
    return summary;
}

}  // namespace

Intervals intervalsOf(const Trace& trace) {
    if (trace.sampleCount() == 0) {
        return {};
    }
    const std::size_t stride = trace.sampleCount() / kMostForMedian + 1;
    std::vector<std::int64_t> some;
    some.reserve(trace.sampleCount() / stride + 1);
    Intervals result{0, std::numeric_limits<std::int64_t>::max(), 0};
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        const std::int64_t interval = trace.timesNs[i] - trace.intervalStartNs(i);
        result.shortestNs = std::min(result.shortestNs, interval);
        result.longestNs = std::max(result.longestNs, interval);
        if (i % stride == 0) {
            some.push_back(interval);
        }
    }
    result.medianNs = medianOf(std::move(some));
    return result;
}

bool isSimulated(const Trace& trace) {
    return std::ranges::any_of(trace.columns,
                               [](const Column& column) { return column.provenance == Provenance::Simulation; });
}

std::string timeText(std::int64_t timeNs) {
    const std::int64_t seconds = timeNs / kNanosecondsPerSecond - (timeNs % kNanosecondsPerSecond < 0 ? 1 : 0);
    return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

Summary summarize(const Trace& trace) {
    Summary summary;
    summary.intervals = intervalsOf(trace);
    for (const Column& column : trace.columns) {
        summary.columns.push_back(summarizeColumn(column));
    }
    return summary;
}

}  // namespace mimesys::trace
