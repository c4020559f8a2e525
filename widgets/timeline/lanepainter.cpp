// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lanepainter.h"

#include "overlay/linestyle.h"
#include "timeline/columncanvas.h"
#include "timeline/warpinglines.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

// Room above the highest and below the lowest value, so that lines on the axis' ends are seen whole.
constexpr int kLanePadding = 4;
constexpr double kBetweenSides = 4.0;
constexpr double kPathSpacing = 6.0;  // pixels between two lines of a warping path

}  // namespace

LanePainter::LanePainter(const Comparison& comparison, CompareMode mode, const TimeScale& scale, double pixelRatio,
                         const Colours& colours)
    : m_comparison(comparison),
      m_mode(mode),
      m_scale(scale),
      m_pixelRatio(pixelRatio),
      m_columns(static_cast<int>(std::lround(scale.width * pixelRatio))),
      m_colours(colours) {
    m_real = cut(*comparison.real);
    m_emulated = cut(*comparison.emulated);
    m_difference = cut(mode == CompareMode::Difference ? comparison.difference : nullptr);
    for (const OtherEmulation& other : comparison.others) {
        m_others.push_back(cut(*other.trace));
    }
    // Dashes stick to the data while the view moves.
    m_phase = std::llround(static_cast<double>(scale.range.beginNs) / static_cast<double>(scale.range.lengthNs()) *
                           m_columns);
}

LanePainter::Side LanePainter::cut(const IndexedTracePtr& trace) const {
    return {trace, trace ? binSamples(trace->trace(), m_scale.range, m_columns) : std::vector<SampleSpan>()};
}

bool LanePainter::isDifference(const Comparison& comparison, const Metric& metric, CompareMode mode) {
    return mode == CompareMode::Difference && comparison.difference && comparison.difference->columnOf(metric.id) >= 0;
}

ValueRange LanePainter::axisOf(const Comparison& comparison, const Metric& metric, CompareMode mode) {
    if (isDifference(comparison, metric, mode)) {
        const auto column = static_cast<std::size_t>(comparison.difference->columnOf(metric.id));
        return differenceAxis(comparison.difference->total(column));
    }
    std::vector<trace::MinMax> totals;
    const auto add = [&](const IndexedTracePtr& side) {
        const int column = side ? side->columnOf(metric.id) : -1;
        if (column >= 0) {
            totals.push_back(side->total(static_cast<std::size_t>(column)));
        }
    };
    add(*comparison.real);
    add(*comparison.emulated);
    for (const OtherEmulation& other : comparison.others) {
        add(*other.trace);
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
    const Band whole{0.0, (plot.height() - 2 * kLanePadding) * m_pixelRatio};
    const ValueRange axis = axisOf(m_comparison, metric, m_mode);
    if (isDifference(m_comparison, metric, m_mode)) {
        paintDifference(painter, whole, metric, axis);
    } else if (m_mode == CompareMode::SideBySide && m_real.trace && m_emulated.trace) {
        const double half = (whole.height - kBetweenSides * m_pixelRatio) / 2.0;
        const Band upper{0.0, half};
        const Band lower{whole.height - half, half};
        painter.setPen(m_colours.grid);
        painter.drawLine(QLineF(0.0, whole.height / 2.0, m_columns, whole.height / 2.0));
        paintSides(painter, upper, lower, metric, axis);
    } else {
        paintSides(painter, whole, whole, metric, axis);
    }
    painter.restore();
}

void LanePainter::paintSides(QPainter& painter, const Band& real, const Band& emulated, const Metric& metric,
                             ValueRange axis) const {
    const auto extremes = extremesOf(m_real, metric);
    paintMissing(painter, real, m_real, extremes);
    {
        const auto canvas = ColumnCanvas::on(painter, m_columns, std::max(real.bottom(), emulated.bottom()));
        const auto bars = columnBars(extremes, axis, real.height);
        canvas->fillBelow(bars, real.top, real.height, m_colours.realFill);
        canvas->drawBars(bars, real.top, halfLine(), m_colours.real);
        for (std::size_t i = 0; i < m_others.size(); ++i) {
            const LineStyle style = otherStyle(m_comparison.others[i].style, m_colours.dark);
            drawDashed(*canvas, m_others[i], emulated, metric, axis, {style.dash, style.gap}, style.colour);
        }
        drawDashed(*canvas, m_emulated, emulated, metric, axis,
                   {static_cast<double>(kDashPixels), static_cast<double>(kDashGapPixels)}, m_colours.emulated);
    }
    paintPath(painter, real, emulated, metric, axis);
}

void LanePainter::drawDashed(ColumnCanvas& canvas, const Side& side, const Band& band, const Metric& metric,
                             ValueRange axis, Dash dash, const QColor& colour) const {
    const auto bars = dashed(columnBars(extremesOf(side, metric), axis, band.height), m_phase,
                             static_cast<int>(dash.length * m_pixelRatio), static_cast<int>(dash.gap * m_pixelRatio));
    canvas.drawBars(bars, band.top, halfLine(), colour);
}

// From the zero line up, in the emulation's colour, where it has more, and down, in the real one's, where it has less.
void LanePainter::paintDifference(QPainter& painter, const Band& band, const Metric& metric, ValueRange axis) const {
    const auto extremes = extremesOf(m_difference, metric);
    paintMissing(painter, band, m_difference, extremes);
    const double zero = band.height / 2.0;
    const auto yOf = [&](float value) {
        return static_cast<float>(zero * (1.0 - static_cast<double>(value) / axis.high));
    };
    const auto middle = static_cast<float>(zero);
    std::vector<ColumnBar> above;
    std::vector<ColumnBar> below;
    for (const trace::MinMax& column : extremes) {
        above.push_back({yOf(column.maximum), middle, column.maximum > 0.0F});
        below.push_back({middle, yOf(column.minimum), column.minimum < 0.0F});
    }
    {
        const auto canvas = ColumnCanvas::on(painter, m_columns, band.height);
        canvas->drawBars(above, band.top, 0.0, m_colours.emulated);
        canvas->drawBars(below, band.top, 0.0, m_colours.real);
    }
    painter.setPen(m_colours.border);
    painter.drawLine(QLineF(0.0, zero, m_columns, zero));
}

void LanePainter::paintPath(QPainter& painter, const Band& real, const Band& emulated, const Metric& metric,
                            ValueRange axis) const {
    if (!m_comparison.path.alignment || m_comparison.path.metricId != metric.id) {
        return;
    }
    WarpingGeometry geometry;
    geometry.scale = {m_scale.range, 0.0, static_cast<double>(m_columns)};
    geometry.axis = axis;
    geometry.real = {real.top, real.height};
    geometry.emulated = {emulated.top, emulated.height};
    geometry.spacing = kPathSpacing * m_pixelRatio;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colours.path, m_pixelRatio, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(warpingLines(m_comparison.path, *m_real.trace, *m_emulated.trace, geometry));
    painter.restore();
}

void LanePainter::paintMissing(QPainter& painter, const Band& band, const Side& side,
                               const std::vector<trace::MinMax>& extremes) const {
    for (const ColumnRun& run : missingRuns(extremes, side.bins)) {
        painter.fillRect(QRectF(run.begin, band.top, run.end - run.begin, band.height),
                         QBrush(m_colours.missing, Qt::BDiagPattern));
    }
}

double LanePainter::halfLine() const {
    return kLineWidth * m_pixelRatio / 2.0;
}

}  // namespace mimesys::widgets
