// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The painting half of TimelineView.
#include "heatmap/heatgrid.h"
#include "heatmap/heatimager.h"
#include "models/document.h"
#include "timeline/format.h"
#include "timeline/geometry.h"
#include "timeline/lanepainter.h"
#include "timeline/timelineview.h"
#include "timeline/timemarks.h"
#include "viewstate/viewstate.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace mimesys::widgets {
namespace {

constexpr int kTextMargin = 6;
constexpr int kTickSpacing = 80;
constexpr int kArrow = 4;
constexpr int kRampWidth = 12;

void drawElided(QPainter& painter, const QRect& area, int flags, const QString& text) {
    painter.drawText(area, flags | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

// The sign of a row that opens and closes.
void drawArrow(QPainter& painter, QPoint centre, bool open, const QColor& colour) {
    const QPolygon shape = open ? QPolygon({centre + QPoint(-kArrow, -kArrow / 2), centre + QPoint(kArrow, -kArrow / 2),
                                            centre + QPoint(0, kArrow)})
                                : QPolygon({centre + QPoint(-kArrow / 2, -kArrow), centre + QPoint(kArrow, 0),
                                            centre + QPoint(-kArrow / 2, kArrow)});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(shape);
    painter.restore();
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

}  // namespace

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    if (m_outputRatio > 0.0) {
        QPainter output(viewport());
        paintTo(output, viewport()->rect(), m_outputRatio);
        return;
    }
    const Colours colours = coloursFor(palette());
    const QPixmap& picture = m_picture.upToDate(*this, viewport()->size(), colours.plot,
                                                [&](QPainter& painter) { paintContents(painter, colours); });
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, picture);
    paintTimeMarks(painter, plotsRect(), scale(), *m_state, colours);
    paintCrosshair(painter, colours);
    paintMarkerLabels(painter, axisRect(), scale(), *m_state, colours);
}

void TimelineView::paintContents(QPainter& painter, const Colours& colours) {
    const TimeScale timeScale = scale();
    const double pixelRatio = m_outputRatio > 0.0 ? m_outputRatio : devicePixelRatioF();
    const LanePainter lines(m_comparer->sides(), m_state->compareMode(), timeScale, pixelRatio, colours);
    paintTimeAxis(painter, colours);
    const int axisBottom = laneRect({}).top() + verticalScrollBar()->value();
    painter.setClipRect(QRect(0, axisBottom, viewport()->width(), viewport()->height()));
    for (const PlacedLane& lane : m_lanes) {
        const QRect area = laneRect(lane);
        if (area.bottom() < axisBottom || area.top() > viewport()->height()) {
            continue;
        }
        if (lane.lane.kind == LaneKind::Family) {
            paintFamily(painter, lane, colours);
            continue;
        }
        if (lane.lane.kind == LaneKind::CpuStrip) {
            paintStrip(painter, lane, colours);
        } else {
            if (toQString(lane.lane.metric.id) == m_state->selectedMetric()) {
                painter.fillRect(area, colours.selection);
            }
            lines.paintLines(painter, plotRect(lane), lane.lane.metric);
            paintMetricGutter(painter, lane, colours);
            paintDistance(painter, lane, colours);
        }
        painter.setPen(colours.border);
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    }
}

void TimelineView::paintTimeAxis(QPainter& painter, const Colours& colours) const {
    const TimeScale timeScale = scale();
    const int bottom = laneRect({}).top() + verticalScrollBar()->value();
    const int lanesBottom =
        m_lanes.empty() ? bottom : std::min(laneRect(m_lanes.back()).bottom(), viewport()->height());
    painter.fillRect(0, 0, viewport()->width(), bottom, colours.header);
    const std::int64_t start = startNs();
    const QRect title(kTextMargin, 0, static_cast<int>(timeScale.left) - 2 * kTextMargin, bottom);
    painter.setPen(colours.faintText);
    drawElided(painter, title, Qt::AlignLeft,
               m_labels == TimeLabels::Relative ? tr("Time since the start") : tr("Local time"));
    if (m_comparer->sides().score) {
        const QRect right(static_cast<int>(timeScale.left + timeScale.width) + kTextMargin, 0,
                          PlotFrame(fontMetrics()).right - 2 * kTextMargin, bottom);
        drawElided(painter, right, Qt::AlignLeft, tr("DTW distance"));
    }
    for (const Tick& tick :
         timeTicks(timeScale.range, static_cast<int>(timeScale.width) / kTickSpacing, m_labels, start)) {
        const int x = static_cast<int>(timeScale.xOf(tick.timeNs));
        painter.setPen(colours.grid);
        painter.drawLine(x, bottom - 5, x, lanesBottom);
        const int width = fontMetrics().horizontalAdvance(tick.label) + 2;
        const int rightmost = static_cast<int>(timeScale.left + timeScale.width) - width;
        painter.setPen(colours.text);
        painter.drawText(QRect(std::min(x - width / 2, rightmost), 0, width, bottom - 4), Qt::AlignCenter, tick.label);
    }
    painter.setPen(colours.border);
    painter.drawLine(0, bottom - 1, viewport()->width(), bottom - 1);
    paintAxisMarks(painter, axisRect(), m_marks, timeScale, colours);
}

void TimelineView::paintFamily(QPainter& painter, const PlacedLane& placed, const Colours& colours) const {
    const QRect area = laneRect(placed);
    painter.fillRect(area, colours.header);
    drawArrow(painter, {kTextMargin + kArrow, area.center().y()}, placed.lane.open, colours.faintText);
    const QRect text = area.adjusted(kTextMargin * 2 + kArrow * 2, 0, 0, 0);
    painter.setPen(colours.text);
    painter.save();
    painter.setFont(bold(font()));
    const QString title = familyTitle(placed.lane.family);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, title);
    const int used = painter.fontMetrics().horizontalAdvance(title);
    painter.restore();
    if (!placed.lane.open) {
        painter.setPen(colours.faintText);
        painter.drawText(text.adjusted(used + kTextMargin, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%n metric(s)", nullptr, placed.lane.members));
    }
    if (m_comparer->sides().score && m_comparer->sides().score->families.contains(placed.lane.family)) {
        const PlotFrame frame(fontMetrics());
        const QRect right(area.right() - frame.right + 1 + kTextMargin, area.top(), frame.right - 2 * kTextMargin,
                          area.height());
        painter.save();
        painter.setFont(bold(font()));
        painter.setPen(colours.text);
        drawElided(painter, right, Qt::AlignLeft,
                   QString::number(m_comparer->sides().score->families.at(placed.lane.family), 'f', 3));
        painter.restore();
    }
}

void TimelineView::paintStrip(QPainter& painter, const PlacedLane& placed, const Colours& colours) {
    const QRect plot = plotRect(placed).adjusted(0, 2, 0, -2);
    const bool both = m_realStrip.source && m_emulatedStrip.source;
    const QRect upper = both ? QRect(plot.left(), plot.top(), plot.width(), plot.height() / 2 - 1) : plot;
    const QRect lower =
        both ? QRect(plot.left(), plot.top() + plot.height() / 2 + 1, plot.width(), plot.height() / 2 - 1) : plot;
    const QRect gutter = laneRect(placed);
    const qreal ratio = devicePixelRatioF();
    drawArrow(painter, {kTextMargin + kArrow, gutter.top() + fontMetrics().height() / 2 + 4}, placed.lane.open,
              colours.faintText);
    const QRect title(kTextMargin * 2 + kArrow * 2, gutter.top() + 2,
                      PlotFrame(fontMetrics()).left - kTextMargin * 3 - kArrow * 2, fontMetrics().height() + 4);
    painter.setPen(colours.text);
    drawElided(painter, title, Qt::AlignLeft, tr("%n core(s)", nullptr, placed.lane.members));
    const QRect bar(plot.right() + kTextMargin * 2, plot.top(), kRampWidth, plot.height());
    painter.drawImage(bar, colourRamp(viridis()));
    const QRect labels(bar.right() + kTextMargin, bar.top(), gutter.right() - bar.right(), bar.height());
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignTop, formatValue(100.0, "%"));
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignBottom, formatValue(0.0, "%"));
    for (const auto& [strip, area, name] :
         {std::tuple{&m_realStrip, upper, m_solidName}, std::tuple{&m_emulatedStrip, lower, m_dashedName}}) {
        if (!strip->source) {
            continue;
        }
        HeatRequest request;
        request.source = strip->source;
        request.range = m_state->visible();
        request.columns = static_cast<int>(area.width() * ratio);
        request.rows = std::min(strip->source->rowCount(), std::max(static_cast<int>(area.height() * ratio), 1));
        request.high = 100.0F;
        request.nothing = colours.plot;
        strip->imager->request(request);
        strip->imager->draw(painter, area, m_state->visible(), strip->source.get());
        if (both) {
            painter.setPen(colours.faintText);
            painter.drawText(QRect(0, area.top(), area.left() - kTextMargin, area.height()),
                             Qt::AlignRight | Qt::AlignVCenter, name);
        }
    }
}

void TimelineView::paintMetricGutter(QPainter& painter, const PlacedLane& placed, const Colours& colours) const {
    const QRect area = laneRect(placed);
    const int left = PlotFrame(fontMetrics()).left;
    const int labelWidth = fontMetrics().averageCharWidth() * 10;
    const QRect name(kTextMargin * 2 + kArrow * 2, area.top(), left - labelWidth - kTextMargin * 3 - kArrow * 2,
                     area.height());
    painter.setPen(colours.text);
    drawElided(painter, name, Qt::AlignLeft, metricTitle(placed.lane.metric.id));
    const Comparison& sides = m_comparer->sides();
    const CompareMode mode = m_state->compareMode();
    const ValueRange axis = LanePainter::axisOf(sides, placed.lane.metric, mode);
    const QString sign = LanePainter::isDifference(sides, placed.lane.metric, mode) ? QStringLiteral("+") : QString();
    painter.save();
    painter.setFont(smaller(font()));
    painter.setPen(colours.faintText);
    const QRect labels(left - labelWidth - kTextMargin, area.top() + 1, labelWidth, area.height() - 3);
    painter.drawText(labels, Qt::AlignRight | Qt::AlignTop, sign + formatValue(axis.high, placed.lane.metric.unit));
    painter.drawText(labels, Qt::AlignRight | Qt::AlignBottom, formatValue(axis.low, placed.lane.metric.unit));
    painter.restore();
    painter.setPen(colours.border);
    painter.drawLine(left - 1, area.top(), left - 1, area.bottom());
}

void TimelineView::paintDistance(QPainter& painter, const PlacedLane& placed, const Colours& colours) const {
    const auto distance = m_comparer->sides().distanceOf(placed.lane.metric.id);
    if (!distance) {
        return;
    }
    const PlotFrame frame(fontMetrics());
    const QRect area = laneRect(placed);
    painter.setPen(colours.text);
    painter.drawText(QRect(area.right() - frame.right + 1 + kTextMargin, area.top() + 2, frame.right - 2 * kTextMargin,
                           fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignTop, QString::number(*distance, 'f', 3));
}

void TimelineView::paintCrosshair(QPainter& painter, const Colours& colours) const {
    const auto cursor = m_state->cursor();
    const TimeScale timeScale = scale();
    if (!cursor || !timeScale.range.contains(*cursor) || m_lanes.empty()) {
        return;
    }
    const int top = laneRect({}).top() + verticalScrollBar()->value();
    const double x = timeScale.xOf(*cursor);
    painter.setPen(QPen(colours.cursor, 1.0));
    painter.drawLine(QPointF(x, top), QPointF(x, viewport()->height()));
    const std::int64_t start = startNs();
    const auto resolution =
        static_cast<std::int64_t>(static_cast<double>(timeScale.range.lengthNs()) / timeScale.width);
    const QString label = timeLabel(*cursor, resolution, m_labels, start);
    const int width = fontMetrics().horizontalAdvance(label) + 2 * kTextMargin;
    const QRect box(std::clamp(static_cast<int>(x) - width / 2, 0, viewport()->width() - width), 1, width, top - 3);
    painter.fillRect(box, colours.text);
    painter.setPen(colours.plot);
    painter.drawText(box, Qt::AlignCenter, label);
    painter.setClipRect(QRect(0, top, viewport()->width(), viewport()->height()));
    for (const PlacedLane& lane : m_lanes) {
        if (laneRect(lane).bottom() >= top && laneRect(lane).top() <= viewport()->height()) {
            paintReadout(painter, lane, colours);
        }
    }
}

void TimelineView::paintReadout(QPainter& painter, const PlacedLane& placed, const Colours& colours) const {
    const PlotFrame frame(fontMetrics());
    const QRect area = laneRect(placed);
    QRect line(area.right() - frame.right + 1 + kTextMargin, area.bottom() - fontMetrics().height() - 2,
               frame.right - 2 * kTextMargin, fontMetrics().height());
    if (placed.lane.kind == LaneKind::CpuStrip) {
        // Beside the colours' scale there is room for two short lines.
        const QStringList parts = (m_pointer ? stripText(*m_pointer) : QString()).split(QStringLiteral(": "));
        line.moveTop(area.center().y() - line.height());
        line.setLeft(line.left() + kRampWidth + 2 * kTextMargin);
        painter.setPen(colours.text);
        for (const QString& part : parts) {
            drawElided(painter, line, Qt::AlignLeft, part);
            line.translate(0, line.height());
        }
        return;
    }
    if (placed.lane.kind != LaneKind::Metric) {
        return;
    }
    for (const auto& [side, colour] : {std::pair{*m_comparer->sides().emulated, colours.emulated},
                                       std::pair{*m_comparer->sides().real, colours.real}}) {
        const int column = side ? side->columnOf(placed.lane.metric.id) : -1;
        if (column < 0) {
            continue;
        }
        const auto value = valueAt(side->trace(), static_cast<std::size_t>(column), *m_state->cursor());
        painter.setPen(colour);
        drawElided(painter, line, Qt::AlignRight,
                   value ? formatValue(static_cast<double>(*value), placed.lane.metric.unit) : QStringLiteral("–"));
        line.translate(0, -fontMetrics().height());
    }
}

}  // namespace mimesys::widgets
