// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lanepainter.h"

#include "overlay/linestyle.h"
#include "timeline/warpinglines.h"

#include <QImage>
#include <QLineF>
#include <QPaintEngine>
#include <QPainter>
#include <QVector>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

// Room above the highest and below the lowest value, so that lines on the axis' ends are seen whole.
constexpr int kLanePadding = 4;
constexpr double kBetweenSides = 4.0;
constexpr double kPathSpacing = 6.0;  // pixels between two lines of a warping path

// What lies below the bars, one pixel per column.
QImage fillImage(const std::vector<ColumnBar>& bars, int height, const QColor& colour) {
    QImage image(static_cast<int>(bars.size()), std::max(height, 0), QImage::Format_ARGB32_Premultiplied);
    std::vector<int> tops(bars.size());
    std::ranges::transform(bars, tops.begin(), [&](const ColumnBar& bar) {
        return bar.present ? static_cast<int>(std::lround(bar.top)) : height;
    });
    const QRgb pixel = qPremultiply(colour.rgba());
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (std::size_t x = 0; x < tops.size(); ++x) {
            line[x] = y >= tops[x] ? pixel : 0U;
        }
    }
    return image;
}

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
        paintReal(painter, upper, metric, axis);
        paintEmulated(painter, lower, metric, axis);
        paintPath(painter, upper, lower, metric, axis);
    } else {
        paintReal(painter, whole, metric, axis);
        paintEmulated(painter, whole, metric, axis);
        paintPath(painter, whole, whole, metric, axis);
    }
    painter.restore();
}

void LanePainter::paintReal(QPainter& painter, const Band& band, const Metric& metric, ValueRange axis) const {
    painter.save();
    painter.translate(0.0, band.top);
    const auto extremes = extremesOf(m_real, metric);
    paintMissing(painter, band.height, m_real, extremes);
    const auto bars = columnBars(extremes, axis, band.height);
    paintFill(painter, bars, band.height);
    paintBars(painter, bars, m_colours.real);
    painter.restore();
}

void LanePainter::paintEmulated(QPainter& painter, const Band& band, const Metric& metric, ValueRange axis) const {
    painter.save();
    painter.translate(0.0, band.top);
    for (std::size_t i = 0; i < m_others.size(); ++i) {
        const LineStyle style = otherStyle(m_comparison.others[i].style, m_colours.dark);
        paintBars(painter,
                  dashedBars(columnBars(extremesOf(m_others[i], metric), axis, band.height), {style.dash, style.gap}),
                  style.colour);
    }
    paintBars(painter,
              dashedBars(columnBars(extremesOf(m_emulated, metric), axis, band.height),
                         {static_cast<double>(kDashPixels), static_cast<double>(kDashGapPixels)}),
              m_colours.emulated);
    painter.restore();
}

void LanePainter::paintFill(QPainter& painter, const std::vector<ColumnBar>& bars, double height) const {
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        // Lines that blend are drawn pixel by pixel; an image is blended row by row.
        painter.drawImage(QPointF(0.0, 0.0),
                          fillImage(bars, static_cast<int>(std::lround(height)), m_colours.realFill));
        return;
    }
    QVector<QLineF> fill;
    fill.reserve(static_cast<qsizetype>(bars.size()));
    for (std::size_t x = 0; x < bars.size(); ++x) {
        if (bars[x].present) {
            const double centre = static_cast<double>(x) + 0.5;
            fill.append(QLineF(centre, static_cast<double>(bars[x].top), centre, height));
        }
    }
    painter.setPen(QPen(m_colours.realFill, 1.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(fill);
}

// From the zero line up, in the emulation's colour, where it has more, and down, in the real one's, where it has less.
void LanePainter::paintDifference(QPainter& painter, const Band& band, const Metric& metric, ValueRange axis) const {
    const auto extremes = extremesOf(m_difference, metric);
    paintMissing(painter, band.height, m_difference, extremes);
    const double zero = band.height / 2.0;
    QVector<QLineF> above;
    QVector<QLineF> below;
    for (std::size_t x = 0; x < extremes.size(); ++x) {
        const double centre = static_cast<double>(x) + 0.5;
        const auto yOf = [&](float value) {
            return zero * (1.0 - static_cast<double>(value) / axis.high);
        };
        if (extremes[x].maximum > 0.0F) {
            above.append(QLineF(centre, zero, centre, yOf(extremes[x].maximum)));
        }
        if (extremes[x].minimum < 0.0F) {
            below.append(QLineF(centre, zero, centre, yOf(extremes[x].minimum)));
        }
    }
    painter.setPen(QPen(m_colours.emulated, 1.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(above);
    painter.setPen(QPen(m_colours.real, 1.0, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(below);
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

void LanePainter::paintMissing(QPainter& painter, double height, const Side& side,
                               const std::vector<trace::MinMax>& extremes) const {
    for (const ColumnRun& run : missingRuns(extremes, side.bins)) {
        painter.fillRect(QRectF(run.begin, 0.0, run.end - run.begin, height),
                         QBrush(m_colours.missing, Qt::BDiagPattern));
    }
}

std::vector<ColumnBar> LanePainter::dashedBars(std::vector<ColumnBar> bars, Dash dash) const {
    return dashed(std::move(bars), m_phase, static_cast<int>(dash.length * m_pixelRatio),
                  static_cast<int>(dash.gap * m_pixelRatio));
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
