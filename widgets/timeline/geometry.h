// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/indexedtrace.h"
#include "trace/pyramid.h"
#include "viewstate/timerange.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// From values to plain numbers on the screen, without a painter: (column, range, width, height) -> bars.
namespace mimesys::widgets {

// Samples [first, last) whose intervals share time with one pixel column; empty where the trace has none.
struct SampleSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const SampleSpan&) const = default;
};

// Where pixel column x of `columns` begins; column x covers [edge(x), edge(x + 1)).
[[nodiscard]] std::int64_t columnEdge(TimeRange range, int columns, int x);

// One span per pixel column, shared by all metrics of a trace; O(columns · log n).
[[nodiscard]] std::vector<SampleSpan> binSamples(const trace::Trace& trace, TimeRange range, int columns);

// Minimum and maximum of a metric per pixel column; {NaN, NaN} without a value.
[[nodiscard]] std::vector<trace::MinMax> columnExtremes(const trace::MinMaxPyramid& pyramid,
                                                        std::span<const SampleSpan> bins);

struct ValueRange {
    double low = 0.0;
    double high = 1.0;
    bool operator==(const ValueRange&) const = default;
};

// The axis for values of this unit: 0–100 for percentages, else from zero to a round number above the maximum; a
// gauge whose values all lie far from zero gets round numbers around them.
[[nodiscard]] ValueRange axisFor(std::span<const trace::MinMax> totals, std::string_view unit);
// The axis for differences: zero in the middle, and as far up as down.
[[nodiscard]] ValueRange differenceAxis(trace::MinMax total);
// Smallest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 · 10^n that is not below the value (> 0).
[[nodiscard]] double roundedUp(double value);

// What is drawn in one pixel column: a vertical bar from top to bottom (top <= bottom, in pixels from the lane's top),
// joined to its neighbour where both have values. `present` is false where there is no value.
struct ColumnBar {
    float top = 0.0F;
    float bottom = 0.0F;
    bool present = false;
    bool operator==(const ColumnBar&) const = default;
};
[[nodiscard]] std::vector<ColumnBar> columnBars(std::span<const trace::MinMax> extremes, ValueRange axis,
                                                double height);

// Leaves out pieces of the flat parts so that the line looks dashed. Bars higher than a few pixels always stay: a burst
// must not fall between two dashes. `phase` shifts the pattern (the first column's position on an endless axis).
[[nodiscard]] std::vector<ColumnBar> dashed(std::vector<ColumnBar> bars, std::int64_t phase, int dash, int gap);

// Runs of pixel columns [begin, end) without a value although the trace covers them: what is missing.
struct ColumnRun {
    int begin = 0;
    int end = 0;
    bool operator==(const ColumnRun&) const = default;
};
[[nodiscard]] std::vector<ColumnRun> missingRuns(std::span<const trace::MinMax> extremes,
                                                 std::span<const SampleSpan> bins);

// The value that holds at a time: of the sample whose interval contains it. Empty outside the trace or when missing.
[[nodiscard]] std::optional<float> valueAt(const trace::Trace& trace, std::size_t column, std::int64_t timeNs);
// The beginning of the sample before or behind a time (that of the one it lies in, when going back from its middle).
// Empty at the ends of the trace.
[[nodiscard]] std::optional<std::int64_t> neighbourSample(const trace::Trace& trace, std::int64_t timeNs, bool forward);
// Index of that sample; empty outside the trace.
[[nodiscard]] std::optional<std::size_t> sampleAt(const trace::Trace& trace, std::int64_t timeNs);

}  // namespace mimesys::widgets
