// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/schedulegeometry.h"

#include "execution/schedule.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 6;
constexpr double kLeastRowHeight = 3.0;
constexpr int kLeastRoundWidth = 4;
constexpr int kNameChars = 10;    // "CPU 4095"
constexpr int kLegendChars = 26;  // most names of the catalogue
constexpr int kLeastPlotChars = 40;

std::int64_t windowNs(const plan::ExecutionPlan& plan) {
    return std::max<std::int64_t>(execution::windowStartNs(0, plan.windowSeconds(), 1), 1);
}

}  // namespace

bool canShowRounds(double windowSeconds, int width) {
    return static_cast<std::int64_t>(execution::roundCount(windowSeconds)) * kLeastRoundWidth <= width;
}

std::vector<execution::PlannedSlice> scheduleOf(const plan::ExecutionPlan& plan, std::size_t window, std::size_t cpu,
                                                ScheduleOrder order) {
    if (order == ScheduleOrder::AsRun) {
        return execution::timetable(plan, window, cpu);
    }
    std::vector<execution::PlannedSlice> pieces;
    std::int64_t time = 0;
    const std::span<const float> fractions = plan.row(window, cpu);
    for (std::uint32_t column = 0; column < fractions.size(); ++column) {
        const std::int64_t end = std::min(time + execution::shareNs(fractions[column], windowNs(plan)), windowNs(plan));
        if (end > time) {
            pieces.push_back({column, time, end});
            time = end;
        }
    }
    return pieces;
}

QRectF ScheduleFrame::rowRect(int cpu) const {
    return {static_cast<double>(plot.left()), plot.top() - scrolled + rowHeight * cpu,
            static_cast<double>(plot.width()), rowHeight};
}

int ScheduleFrame::cpuAt(double y) const {
    if (cpus == 0 || y < plot.top() || y >= plot.top() + plot.height()) {
        return -1;
    }
    const int cpu = static_cast<int>((y - plot.top() + scrolled) / rowHeight);
    return cpu < cpus ? cpu : -1;
}

std::pair<int, int> ScheduleFrame::visibleCpus() const {
    if (cpus == 0) {
        return {0, 0};
    }
    const int first = std::clamp(static_cast<int>(scrolled / rowHeight), 0, cpus);
    const int last = static_cast<int>(std::ceil((scrolled + plot.height()) / rowHeight));
    return {first, std::clamp(last, first, cpus)};
}

ScheduleFrame scheduleFrame(QSize size, int cpus, int scrolled, TextSize text) {
    ScheduleFrame frame;
    const int top = text.lineHeight + kMargin;
    const int left = text.charWidth * kNameChars + kMargin;
    const int axis = text.lineHeight + kMargin;
    int right = text.charWidth * kLegendChars + kMargin;
    if (size.width() - left - right < text.charWidth * kLeastPlotChars) {
        right = kMargin;
    }
    frame.plot = QRect(left, top, std::max(size.width() - left - right, 1), std::max(size.height() - top - axis, 1));
    if (right > kMargin) {
        frame.legend = QRect(frame.plot.right() + 1 + kMargin, top, right - 2 * kMargin, frame.plot.height());
    }
    frame.cpus = cpus;
    if (cpus > 0) {
        frame.rowHeight = std::max(static_cast<double>(frame.plot.height()) / cpus, kLeastRowHeight);
        frame.contentHeight = static_cast<int>(std::ceil(frame.rowHeight * cpus - 1e-6));
        while (frame.labelEvery * frame.rowHeight < text.lineHeight && frame.labelEvery < cpus) {
            frame.labelEvery *= 2;
        }
    }
    frame.scrolled = std::clamp(scrolled, 0, std::max(frame.contentHeight - frame.plot.height(), 0));
    return frame;
}

std::vector<ScheduleSegment> scheduleSegments(const plan::ExecutionPlan& plan, std::size_t window,
                                              std::pair<int, int> cpus, ScheduleOrder order, int width) {
    std::vector<ScheduleSegment> segments;
    const double perNs = width / static_cast<double>(windowNs(plan));
    for (int cpu = cpus.first; cpu < cpus.second; ++cpu) {
        int taken = 0;
        for (const execution::PlannedSlice& slice : scheduleOf(plan, window, static_cast<std::size_t>(cpu), order)) {
            const int left = std::max(taken, static_cast<int>(std::lround(static_cast<double>(slice.beginNs) * perNs)));
            const int right =
                std::max(left + 1, static_cast<int>(std::lround(static_cast<double>(slice.endNs) * perNs)));
            if (left >= width) {
                break;
            }
            segments.push_back({cpu, left, std::min(right, width), slice});
            taken = right;
        }
    }
    return segments;
}

}  // namespace mimesys::widgets
