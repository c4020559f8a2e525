// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mimesys::widgets {

// A half-open stretch of time in nanoseconds since the start of the trace. Views use times relative to a trace's start,
// so that a real trace and an emulation recorded on another day lie on one axis.
struct TimeRange {
    std::int64_t beginNs = 0;
    std::int64_t endNs = 0;

    [[nodiscard]] std::int64_t lengthNs() const { return endNs - beginNs; }
    [[nodiscard]] bool isEmpty() const { return endNs <= beginNs; }
    [[nodiscard]] bool contains(std::int64_t timeNs) const { return timeNs >= beginNs && timeNs < endNs; }
    bool operator==(const TimeRange&) const = default;
};

// No view shows less than this.
inline constexpr std::int64_t kShortestViewNs = 1'000'000;

// Moved and, where it is longer, shortened to lie inside the extent.
[[nodiscard]] TimeRange clamped(TimeRange range, TimeRange extent);
// Length multiplied by `factor` (below 1 zooms in) while the anchor keeps its place on the screen.
[[nodiscard]] TimeRange zoomed(TimeRange range, std::int64_t anchorNs, double factor, TimeRange extent);
[[nodiscard]] TimeRange panned(TimeRange range, std::int64_t byNs, TimeRange extent);

// Maps times to horizontal positions and back.
struct TimeScale {
    TimeRange range;
    double left = 0.0;
    double width = 1.0;

    [[nodiscard]] double xOf(std::int64_t timeNs) const {
        return left + static_cast<double>(timeNs - range.beginNs) / static_cast<double>(range.lengthNs()) * width;
    }
    [[nodiscard]] std::int64_t timeAt(double x) const {
        return range.beginNs + static_cast<std::int64_t>((x - left) / width * static_cast<double>(range.lengthNs()));
    }
};

}  // namespace mimesys::widgets
