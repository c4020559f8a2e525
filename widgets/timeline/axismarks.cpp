// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/axismarks.h"

#include "timeline/format.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kReach = 6.0;  // pixels
constexpr double kHalfWidth = 4.0;
constexpr double kHeight = 6.0;

}  // namespace

std::vector<AxisMark> axisMarks(const IndexedTrace& trace, const std::vector<trace::Diagnostic>& diagnostics) {
    std::vector<AxisMark> marks;
    for (const trace::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.timeNs) {
            // What comes before the first sample's interval is shown where the trace begins.
            const std::int64_t time = std::clamp(*diagnostic.timeNs - trace.trace().startNs, trace.extent().beginNs,
                                                 trace.extent().endNs - 1);
            marks.push_back(
                {time, diagnostic.severity == trace::Diagnostic::Severity::Warning, toQString(diagnostic.message)});
        }
    }
    std::ranges::stable_sort(marks, {}, &AxisMark::timeNs);
    return marks;
}

std::vector<AxisMark> marksNear(const std::vector<AxisMark>& marks, const TimeScale& scale, double x) {
    std::vector<AxisMark> near;
    const auto first = std::ranges::lower_bound(marks, scale.timeAt(x - kReach), {}, &AxisMark::timeNs);
    const auto last = std::ranges::upper_bound(marks, scale.timeAt(x + kReach), {}, &AxisMark::timeNs);
    std::copy(first, last, std::back_inserter(near));
    return near;
}

void paintAxisMarks(QPainter& painter, const QRectF& axis, const std::vector<AxisMark>& marks, const TimeScale& scale,
                    const Colours& colours) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    auto mark = std::ranges::lower_bound(marks, scale.range.beginNs, {}, &AxisMark::timeNs);
    while (mark != marks.end() && mark->timeNs < scale.range.endNs) {
        const double x = scale.xOf(mark->timeNs);
        bool isWarning = false;
        for (; mark != marks.end() && scale.xOf(mark->timeNs) < x + kReach; ++mark) {
            isWarning |= mark->isWarning;
        }
        const double bottom = axis.bottom() - 1.0;
        const QPolygonF triangle(
            {QPointF(x - kHalfWidth, bottom - kHeight), QPointF(x + kHalfWidth, bottom - kHeight), QPointF(x, bottom)});
        painter.setPen(QPen(isWarning ? colours.warning : colours.faintText, 1.0));
        painter.setBrush(isWarning ? QBrush(colours.warning) : QBrush(Qt::NoBrush));
        painter.drawPolygon(triangle);
    }
    painter.restore();
}

}  // namespace mimesys::widgets
