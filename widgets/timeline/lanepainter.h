// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparison.h"
#include "theme/colours.h"
#include "timeline/geometry.h"
#include "timeline/lanes.h"

#include <QRect>

class QPainter;

namespace mimesys::widgets {

// Everything the lanes of one frame share: the scale and, per side, which samples fall into which pixel column.
class LanePainter {
public:
    // `pixelRatio` device pixels per unit: one bar per device pixel.
    LanePainter(const Comparison& comparison, const TimeScale& scale, double pixelRatio, const Colours& colours);

    // The axis a metric has over the whole of both traces, so that zooming in time does not rescale it.
    [[nodiscard]] static ValueRange axisOf(const Comparison& comparison, const Metric& metric);

    // Lines of one metric into the plot area, which lies under the scale.
    void paintLines(QPainter& painter, const QRect& plot, const Metric& metric) const;

private:
    struct Side {
        IndexedTracePtr trace;
        std::vector<SampleSpan> bins;
    };
    [[nodiscard]] std::vector<trace::MinMax> extremesOf(const Side& side, const Metric& metric) const;
    void paintMissing(QPainter& painter, double height, const Side& side,
                      const std::vector<trace::MinMax>& extremes) const;
    void paintBars(QPainter& painter, const std::vector<ColumnBar>& bars, const QColor& colour) const;

    const Comparison& m_comparison;
    Side m_real;
    Side m_emulated;
    double m_pixelRatio;
    std::int64_t m_phase;
    Colours m_colours;
};

}  // namespace mimesys::widgets
