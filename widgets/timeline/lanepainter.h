// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparison.h"
#include "theme/colours.h"
#include "timeline/geometry.h"
#include "timeline/lanes.h"
#include "viewstate/viewstate.h"

#include <QRect>

class QPainter;

namespace mimesys::widgets {

class ColumnCanvas;

// Everything the lanes of one frame share: the scale and, per side, which samples fall into which pixel column.
class LanePainter {
public:
    // `pixelRatio` device pixels per unit: one bar per device pixel. What has no difference is drawn as an overlay.
    LanePainter(const Comparison& comparison, CompareMode mode, const TimeScale& scale, double pixelRatio,
                const Colours& colours);

    // The axis a metric has over the whole of all traces, so that zooming in time does not rescale it. Of a difference,
    // zero lies in the middle.
    [[nodiscard]] static ValueRange axisOf(const Comparison& comparison, const Metric& metric, CompareMode mode);
    // Whether a metric is shown as a difference.
    [[nodiscard]] static bool isDifference(const Comparison& comparison, const Metric& metric, CompareMode mode);

    // Lines of one metric into the plot area, which lies under the scale.
    void paintLines(QPainter& painter, const QRect& plot, const Metric& metric) const;

private:
    struct Side {
        IndexedTracePtr trace;
        std::vector<SampleSpan> bins;
    };
    // A part of a lane, in device pixels from the lane's top.
    struct Band {
        double top = 0.0;
        double height = 0.0;
        [[nodiscard]] double bottom() const { return top + height; }
    };
    struct Dash {
        double length = 0.0;  // 0 = solid
        double gap = 0.0;
    };
    [[nodiscard]] Side cut(const IndexedTracePtr& trace) const;
    [[nodiscard]] std::vector<trace::MinMax> extremesOf(const Side& side, const Metric& metric) const;
    void paintSides(QPainter& painter, const Band& real, const Band& emulated, const Metric& metric,
                    ValueRange axis) const;
    void paintDifference(QPainter& painter, const Band& band, const Metric& metric, ValueRange axis) const;
    void paintPath(QPainter& painter, const Band& real, const Band& emulated, const Metric& metric,
                   ValueRange axis) const;
    void paintMissing(QPainter& painter, const Band& band, const Side& side,
                      const std::vector<trace::MinMax>& extremes) const;
    void drawDashed(ColumnCanvas& canvas, const Side& side, const Band& band, const Metric& metric, ValueRange axis,
                    Dash dash, const QColor& colour) const;
    [[nodiscard]] double halfLine() const;

    const Comparison& m_comparison;
    CompareMode m_mode;
    TimeScale m_scale;
    double m_pixelRatio;
    int m_columns;
    Side m_real;
    Side m_emulated;
    Side m_difference;
    std::vector<Side> m_others;
    std::int64_t m_phase;
    Colours m_colours;
};

}  // namespace mimesys::widgets
