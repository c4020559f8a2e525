// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mimesys::widgets {
namespace {

// A bar at least this high survives between dashes.
constexpr float kAlwaysDrawnHeight = 4.0F;

}  // namespace

std::int64_t columnEdge(TimeRange range, int columns, int x) {
    return range.beginNs + static_cast<std::int64_t>(static_cast<double>(range.lengthNs()) * x / columns);
}

std::vector<SampleSpan> binSamples(const trace::Trace& trace, TimeRange range, int columns) {
    std::vector<SampleSpan> spans(static_cast<std::size_t>(std::max(columns, 0)));
    const auto& times = trace.timesNs;
    // Sample i covers [times[i-1], times[i]): it shares time with [a, b) when times[i] > a and times[i-1] < b.
    auto first = times.begin();
    for (int x = 0; x < columns; ++x) {
        const std::int64_t from = trace.startNs + columnEdge(range, columns, x);
        const std::int64_t to = trace.startNs + columnEdge(range, columns, x + 1);
        first = std::upper_bound(first, times.end(), from);
        const auto begin = static_cast<std::size_t>(first - times.begin());
        if (to <= trace.startNs || to <= from) {
            spans[static_cast<std::size_t>(x)] = {begin, begin};
            continue;
        }
        const auto end = std::lower_bound(first, times.end(), to);
        const auto last = static_cast<std::size_t>(end - times.begin()) + (end == times.end() ? 0 : 1);
        spans[static_cast<std::size_t>(x)] = {begin, std::max(begin, last)};
    }
    return spans;
}

std::vector<trace::MinMax> columnExtremes(const trace::MinMaxPyramid& pyramid, std::span<const SampleSpan> bins) {
    std::vector<trace::MinMax> extremes;
    extremes.reserve(bins.size());
    for (std::size_t x = 0; x < bins.size(); ++x) {
        // Zoomed in, many neighbouring columns show the same sample.
        const bool same = x > 0 && bins[x] == bins[x - 1];
        extremes.push_back(same ? extremes.back() : pyramid.range(bins[x].first, bins[x].last));
    }
    return extremes;
}

double roundedUp(double value) {
    if (!(value > 0.0) || !std::isfinite(value)) {
        return 1.0;
    }
    const double magnitude = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : std::array{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * magnitude * (1.0 + 1e-9)) {
            return step * magnitude;
        }
    }
    return 10.0 * magnitude;
}

ValueRange axisFor(std::span<const trace::MinMax> totals, std::string_view unit) {
    double low = INFINITY;
    double high = -INFINITY;
    for (const trace::MinMax& total : totals) {
        if (std::isfinite(total.minimum) && std::isfinite(total.maximum)) {
            low = std::min(low, static_cast<double>(total.minimum));
            high = std::max(high, static_cast<double>(total.maximum));
        }
    }
    if (!(low <= high)) {
        return unit == "%" ? ValueRange{0.0, 100.0} : ValueRange{0.0, 1.0};
    }
    if (unit == "%" && low >= 0.0 && high <= 100.0) {
        return {0.0, 100.0};
    }
    const double spread = high - low;
    if (low >= 0.0 && (low < 0.5 * high || spread == 0.0)) {
        return {0.0, high > 0.0 ? roundedUp(high) : 1.0};
    }
    const double step = roundedUp(spread > 0.0 ? spread : std::abs(high)) / 4.0;
    return {std::floor(low / step) * step, std::max(std::ceil(high / step), std::floor(low / step) + 1.0) * step};
}

ValueRange differenceAxis(trace::MinMax total) {
    const auto farthest = static_cast<double>(std::max(std::abs(total.minimum), std::abs(total.maximum)));
    const double high = farthest > 0.0 ? roundedUp(farthest) : 1.0;
    return {-high, high};
}

std::vector<ColumnBar> columnBars(std::span<const trace::MinMax> extremes, ValueRange axis, double height) {
    std::vector<ColumnBar> bars(extremes.size());
    const double span = std::max(axis.high - axis.low, 1e-300);
    const auto position = [&](float value) {
        const double share = (static_cast<double>(value) - axis.low) / span;
        return static_cast<float>((1.0 - std::clamp(share, 0.0, 1.0)) * height);
    };
    for (std::size_t x = 0; x < extremes.size(); ++x) {
        if (std::isnan(extremes[x].minimum)) {
            continue;
        }
        float low = extremes[x].minimum;
        float high = extremes[x].maximum;
        if (x > 0 && !std::isnan(extremes[x - 1].minimum)) {
            low = std::min(low, extremes[x - 1].maximum);
            high = std::max(high, extremes[x - 1].minimum);
        }
        bars[x] = {position(high), position(low), true};
    }
    return bars;
}

std::vector<ColumnBar> dashed(std::vector<ColumnBar> bars, std::int64_t phase, int dash, int gap) {
    const std::int64_t period = dash + gap;
    for (std::size_t x = 0; x < bars.size(); ++x) {
        const std::int64_t along = ((phase + static_cast<std::int64_t>(x)) % period + period) % period;
        if (along >= dash && bars[x].bottom - bars[x].top < kAlwaysDrawnHeight) {
            bars[x].present = false;
        }
    }
    return bars;
}

std::vector<ColumnRun> missingRuns(std::span<const trace::MinMax> extremes, std::span<const SampleSpan> bins) {
    std::vector<ColumnRun> runs;
    for (std::size_t i = 0; i < extremes.size(); ++i) {
        if (!std::isnan(extremes[i].minimum) || bins[i].first == bins[i].last) {
            continue;
        }
        const int x = static_cast<int>(i);
        if (!runs.empty() && runs.back().end == x) {
            runs.back().end = x + 1;
        } else {
            runs.push_back({x, x + 1});
        }
    }
    return runs;
}

std::optional<std::size_t> sampleAt(const trace::Trace& trace, std::int64_t timeNs) {
    const std::int64_t time = trace.startNs + timeNs;
    if (time < trace.startNs || time >= trace.endNs()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::ranges::upper_bound(trace.timesNs, time) - trace.timesNs.begin());
}

std::optional<std::int64_t> neighbourSample(const trace::Trace& trace, std::int64_t timeNs, bool forward) {
    const std::int64_t time = trace.startNs + timeNs;
    // The sample i covers [start of i, times[i]), so that the next one begins at the first of times that is later.
    const auto next = std::ranges::upper_bound(trace.timesNs, time);
    if (forward) {
        if (time < trace.startNs) {
            return 0;
        }
        const bool isLast = next == trace.timesNs.end() || next + 1 == trace.timesNs.end();
        return isLast ? std::nullopt : std::optional(*next - trace.startNs);
    }
    const auto before = std::ranges::lower_bound(trace.timesNs, time);
    if (before != trace.timesNs.begin() && before != trace.timesNs.end()) {
        return *(before - 1) - trace.startNs;
    }
    if (before == trace.timesNs.end() && trace.timesNs.size() > 1) {
        return trace.timesNs[trace.timesNs.size() - 2] - trace.startNs;
    }
    return time > trace.startNs ? std::optional(std::int64_t{0}) : std::nullopt;
}

std::optional<float> valueAt(const trace::Trace& trace, std::size_t column, std::int64_t timeNs) {
    const auto sample = sampleAt(trace, timeNs);
    if (!sample || trace.columns[column].isMissing(*sample)) {
        return std::nullopt;
    }
    return trace.columns[column].values[*sample];
}

}  // namespace mimesys::widgets
