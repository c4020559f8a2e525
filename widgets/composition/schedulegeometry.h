// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "execution/timetable.h"

#include <QRect>
#include <QRectF>
#include <QSize>
#include <cstddef>
#include <vector>

// One window of a plan as rectangles: per CPU what runs when. Without a painter: (plan, window, size) -> rectangles.
namespace mimesys::widgets {

// As run: slice by slice as the executor will run them. Totals: one piece per stressor, in the plan's order.
enum class ScheduleOrder { AsRun, Totals };

// Rounds of the executor that are narrower than a few pixels cannot be told apart; then there are totals only.
[[nodiscard]] bool canShowRounds(double windowSeconds, int width);

// What one CPU does in one window, by time.
[[nodiscard]] std::vector<execution::PlannedSlice> scheduleOf(const plan::ExecutionPlan& plan, std::size_t window,
                                                              std::size_t cpu, ScheduleOrder order);

// Where the parts of the view are. Rows too many for the height keep a height they can be seen at, and scroll.
struct ScheduleFrame {
    QRect plot;    // rows; on the screen, whatever is scrolled
    QRect legend;  // right of it; empty when there is no room
    int cpus = 0;
    double rowHeight = 0.0;
    int contentHeight = 0;  // of all rows
    int labelEvery = 1;     // CPUs from label to label
    int scrolled = 0;       // pixels that are above the plot

    [[nodiscard]] QRectF rowRect(int cpu) const;  // a gap to the next row included
    [[nodiscard]] int cpuAt(double y) const;      // -1 outside
    // CPUs [first, last) that are seen, in whole or in part.
    [[nodiscard]] std::pair<int, int> visibleCpus() const;
};
struct TextSize {
    int lineHeight = 1;
    int charWidth = 1;
};
[[nodiscard]] ScheduleFrame scheduleFrame(QSize size, int cpus, int scrolled, TextSize text);

// A slice on the screen: pixels [left, right) from the plot's left.
struct ScheduleSegment {
    int cpu = 0;
    int left = 0;
    int right = 0;
    execution::PlannedSlice slice;
    bool operator==(const ScheduleSegment&) const = default;
};
// Every slice has at least one pixel, and none covers another, as long as the row has room for that: a stressor with a
// share of a thousandth is seen.
[[nodiscard]] std::vector<ScheduleSegment> scheduleSegments(const plan::ExecutionPlan& plan, std::size_t window,
                                                            std::pair<int, int> cpus, ScheduleOrder order, int width);

}  // namespace mimesys::widgets
