// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lanepainter.h"

#include "overlay/linestyle.h"

#include <QLineF>
#include <QPainter>
#include <QVector>
#include <cmath>

namespace mimesys::widgets {
namespace {

// Room above the highest and below the lowest value, so that lines on the axis' ends are seen whole.
constexpr int kLanePadding = 4;

}  // namespace

LanePainter::LanePainter(const Comparison& comparison, const TimeScale& scale, double pixelRatio,
                         const Colours& colours)
    : m_comparison(comparison), m_pixelRatio(pixelRatio), m_colours(colours) {
    const int columns = static_cast<int>(std::lround(scale.width * pixelRatio));
    for (auto [side, trace] : {std::pair{&m_real, *comparison.real}, std::pair{&m_emulated, *comparison.emulated}}) {
        side->trace = trace;
        if (trace) {
            side->bins = binSamples(trace->trace(), scale.range, columns);
        }
    }
    // Dashes stick to the data while the view moves.
    m_phase =
        std::llround(static_cast<double>(scale.range.beginNs) / static_cast<double>(scale.range.lengthNs()) * columns);
}

ValueRange LanePainter::axisOf(const Comparison& comparison, const Metric& metric) {
    std::vector<trace::MinMax> totals;
    for (const IndexedTracePtr& side : {*comparison.real, *comparison.emulated}) {
        const int column = side ? side->columnOf(metric.id) : -1;
        if (column >= 0) {
            totals.push_back(side->total(static_cast<std::size_t>(column)));
        }
    }
    return axisFor(totals, metric.unit);
}

std::vector<trace::MinMax> LanePainter::extremesOf(const Side& side, const Metric& metric) const {
    const int column = side.trace ? side.trace->columnOf(metric.id) : -1;
    return column < 0 ? std::vector<trace::MinMax>()
                      : columnExtremes(side.trace->pyramid(static_cast<std::size_t>(column)), side.bins);
}

void LanePainter::paintLines(QPainter& painter, const QRect& plot, const Metric& metric) const {
    painter.save();
    painter.setClipRect(plot, Qt::IntersectClip);
    painter.translate(plot.left(), plot.top() + kLanePadding);
    painter.scale(1.0 / m_pixelRatio, 1.0 / m_pixelRatio);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double height = (plot.height() - 2 * kLanePadding) * m_pixelRatio;
    const ValueRange axis = axisOf(m_comparison, metric);

    const auto real = extremesOf(m_real, metric);
    paintMissing(painter, height, m_real, real);
    const auto realBars = columnBars(real, axis, height);
    QVector<QLineF> fill;
    for (std::size_t x = 0; x < realBars.size(); ++x) {
        if (realBars[x].present) {
            const double centre = static_cast<double>(x) + 0.5;
            fill.append(QLineF(centre, static_cast<double>(realBars[x].top), centre, height));
        }
    }
    painter.setPen(QPen(m_colours.realFill, 1.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(fill);
    paintBars(painter, realBars, m_colours.real);

    const auto emulated = extremesOf(m_emulated, metric);
    const int dash = static_cast<int>(kDashPixels * m_pixelRatio);
    const int gap = static_cast<int>(kDashGapPixels * m_pixelRatio);
    paintBars(painter, dashed(columnBars(emulated, axis, height), m_phase, dash, gap), m_colours.emulated);
    painter.restore();
}

void LanePainter::paintMissing(QPainter& painter, double height, const Side& side,
                               const std::vector<trace::MinMax>& extremes) const {
    for (const ColumnRun& run : missingRuns(extremes, side.bins)) {
        painter.fillRect(QRectF(run.begin, 0.0, run.end - run.begin, height),
                         QBrush(m_colours.missing, Qt::BDiagPattern));
    }
}

void LanePainter::paintBars(QPainter& painter, const std::vector<ColumnBar>& bars, const QColor& colour) const {
    const double half = kLineWidth * m_pixelRatio / 2.0;
    QVector<QLineF> lines;
    lines.reserve(static_cast<qsizetype>(bars.size()));
    for (std::size_t x = 0; x < bars.size(); ++x) {
        if (bars[x].present) {
            const double centre = static_cast<double>(x) + 0.5;
            lines.append(QLineF(centre, static_cast<double>(bars[x].top) - half, centre,
                                static_cast<double>(bars[x].bottom) + half));
        }
    }
    painter.setPen(QPen(colour, 1.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

}  // namespace mimesys::widgets
