// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/colours.h"
#include "timeline/indexedtrace.h"
#include "trace/read.h"
#include "viewstate/timerange.h"

#include <QRectF>
#include <QString>
#include <memory>
#include <vector>

class QPainter;

namespace mimesys::widgets {

// Something that was odd in a file, where it lies on the time axis.
struct AxisMark {
    std::int64_t timeNs = 0;  // since the start of its trace
    bool isWarning = false;
    QString text;
    bool operator==(const AxisMark&) const = default;
};

// What readers noticed about single samples, in order of time.
[[nodiscard]] std::vector<AxisMark> axisMarks(const IndexedTrace& trace,
                                              const std::vector<trace::Diagnostic>& diagnostics);

// The marks within reach of a position on the axis.
[[nodiscard]] std::vector<AxisMark> marksNear(const std::vector<AxisMark>& marks, const TimeScale& scale, double x);

// A triangle per mark at the lower end of the axis, filled for warnings and hollow for notes; marks that would lie on
// each other become one.
void paintAxisMarks(QPainter& painter, const QRectF& axis, const std::vector<AxisMark>& marks, const TimeScale& scale,
                    const Colours& colours);

}  // namespace mimesys::widgets
