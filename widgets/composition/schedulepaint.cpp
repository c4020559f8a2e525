// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The painting half of ScheduleView.
#include "composition/scheduleview.h"
#include "composition/swatch.h"
#include "composition/windowfocus.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/timeaxis.h"
#include "viewstate/viewstate.h"

#include <QPainter>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 6;
constexpr int kTickSpacing = 90;
constexpr double kLeastHatched = 7.0;   // a hatch in less is noise
constexpr double kLeastOutlined = 6.0;  // and an outline would cover it
constexpr double kLeastGapped = 5.0;    // rows that leave a pixel to the next

}  // namespace

void ScheduleView::paintEvent(QPaintEvent* /*event*/) {
    const Colours colours = coloursFor(palette());
    const QPixmap& picture = m_picture.upToDate(*this, viewport()->size(), colours.plot, [&](QPainter& painter) {
        m_styles = m_composition ? stressorStyles(m_composition->plan().stressors(), colours.dark)
                                 : std::vector<StressorStyle>();
        if (m_composition) {
            paintAxis(painter, colours);
            paintRows(painter, colours);
            paintNames(painter, colours);
            paintLegend(painter, colours);
        }
    });
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, picture);
    paintTitle(painter, colours);
    paintCursor(painter);
}

void ScheduleView::paintRows(QPainter& painter, const Colours& colours) const {
    const ScheduleFrame shown = frame();
    painter.save();
    painter.setClipRect(shown.plot);
    const double gap = shown.rowHeight >= kLeastGapped ? 1.0 : 0.0;
    if (gap > 0.0) {
        painter.setPen(colours.grid);
        for (int cpu = shown.visibleCpus().first; cpu < shown.visibleCpus().second; ++cpu) {
            const double y = std::round(shown.rowRect(cpu).bottom()) - 1.0;
            painter.drawLine(QPointF(shown.plot.left(), y), QPointF(shown.plot.right(), y));
        }
    }
    const qreal ratio = devicePixelRatioF();
    for (const ScheduleSegment& segment : segments()) {
        const QRectF row = shown.rowRect(segment.cpu);
        const double top = std::round(row.top());
        const double bottom = std::max(std::round(row.bottom()) - gap, top + 1.0);
        paintSegment(
            painter, segment,
            {shown.plot.left() + segment.left / ratio, top, (segment.right - segment.left) / ratio, bottom - top});
    }
    painter.restore();
    painter.setPen(colours.border);
    painter.drawRect(shown.plot.adjusted(-1, -1, 0, 0));
    if (m_chosenCpu >= 0) {
        painter.setClipRect(shown.plot.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(colours.emulated, 1.5));
        painter.drawRect(shown.rowRect(m_chosenCpu).adjusted(0.0, 0.0, -1.0, -1.0));
        painter.setClipping(false);
    }
}

void ScheduleView::paintSegment(QPainter& painter, const ScheduleSegment& segment, const QRectF& area) const {
    const StressorStyle& style = m_styles[segment.slice.stressor];
    painter.fillRect(area, style.colour);
    const Qt::BrushStyle hatch = classHatch(style.resource);
    if (hatch != Qt::SolidPattern && area.height() >= kLeastHatched && area.width() >= kLeastHatched) {
        painter.fillRect(area, QBrush(hatchColour(style.colour), hatch));
    }
    const QString name = nameOf(segment.slice.stressor);
    if (area.height() >= kLeastOutlined && area.width() >= 3.0 && name == m_state->selectedStressor()) {
        painter.setPen(QPen(textOn(style.colour), 1.0));
        painter.drawRect(area.adjusted(0.5, 0.5, -1.0, -1.0));
    }
    const QFontMetrics metrics = fontMetrics();
    if (area.height() < metrics.height() || area.width() < 8 * metrics.averageCharWidth()) {
        return;
    }
    const QString label = metrics.elidedText(name, Qt::ElideRight, static_cast<int>(area.width()) - kMargin);
    const double width = metrics.horizontalAdvance(label) + 4.0;
    const QRectF text(area.center().x() - width / 2.0, area.center().y() - metrics.height() / 2.0, width,
                      metrics.height());
    painter.fillRect(text, style.colour);
    painter.setPen(textOn(style.colour));
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine, label);
}

void ScheduleView::paintTitle(QPainter& painter, const Colours& colours) const {
    paintTitleLine(painter, QRect(kMargin, kMargin / 2, viewport()->width() - 2 * kMargin, fontMetrics().height() + 2),
                   title(), readout(), colours.text);
}

void ScheduleView::paintAxis(QPainter& painter, const Colours& colours) const {
    const ScheduleFrame shown = frame();
    const TimeRange window{0, m_composition->windowRange(0).lengthNs()};
    const TimeScale scale{window, static_cast<double>(shown.plot.left()), static_cast<double>(shown.plot.width())};
    const int top = shown.plot.bottom() + 1;
    for (const Tick& tick : timeTicks(window, shown.plot.width() / kTickSpacing, TimeLabels::Relative, 0)) {
        const double x = std::round(scale.xOf(tick.timeNs));
        painter.setPen(colours.grid);
        painter.drawLine(QPointF(x, shown.plot.top()), QPointF(x, top + 3.0));
        painter.setPen(colours.faintText);
        const double width = fontMetrics().horizontalAdvance(tick.label);
        const double left =
            std::min(x - width / 2.0, shown.plot.right() - width);  // the last stays clear of the legend
        painter.drawText(QPointF(left, top + 2.0 + fontMetrics().ascent()), tick.label);
    }
}

void ScheduleView::paintNames(QPainter& painter, const Colours& colours) const {
    const ScheduleFrame shown = frame();
    const int line = fontMetrics().height();
    painter.setClipRect(QRect(0, shown.plot.top(), shown.plot.left(), shown.plot.height()));
    const auto [first, last] = shown.visibleCpus();
    for (int cpu = first / shown.labelEvery * shown.labelEvery; cpu < last; cpu += shown.labelEvery) {
        const QRectF row = shown.rowRect(cpu);
        const double top = row.height() >= line ? row.center().y() - line / 2.0 : row.top();
        painter.setPen(cpu == m_chosenCpu ? colours.emulated : colours.text);
        painter.drawText(QRectF(0.0, top, shown.plot.left() - kMargin, line), Qt::AlignRight | Qt::AlignVCenter,
                         paintedRowName(cpu));
    }
    painter.setClipping(false);
}

void ScheduleView::paintLegend(QPainter& painter, const Colours& colours) const {
    const QRect legend = frame().legend;
    const int line = fontMetrics().height();
    const std::vector<int> rows = legendRows();
    const auto lines = static_cast<std::size_t>(legend.height() / line);
    const std::size_t shown = rows.size() <= lines ? rows.size() : std::max<std::size_t>(lines, 1) - 1;
    if (legend.isEmpty()) {
        return;
    }
    for (std::size_t i = 0; i < shown; ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        const QRect area(legend.left(), legend.top() + static_cast<int>(i) * line, legend.width(), line);
        const QString name = nameOf(static_cast<std::uint32_t>(row));
        painter.setPen(name == m_state->selectedStressor() ? colours.emulated : colours.text);
        paintLegendLine(painter, area, m_styles[row].colour, m_styles[row].resource, name);
    }
    if (shown < rows.size()) {
        painter.setPen(colours.faintText);
        painter.drawText(QRect(legend.left(), legend.top() + static_cast<int>(shown) * line, legend.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tr("and %n more", nullptr, static_cast<int>(rows.size() - shown)));
    }
}

void ScheduleView::paintCursor(QPainter& painter) const {
    if (!m_composition || !m_state->cursor()) {
        return;
    }
    const QRect plot = frame().plot;
    const TimeScale scale{m_composition->windowRange(m_window), static_cast<double>(plot.left()),
                          static_cast<double>(plot.width())};
    paintCursorLine(painter, plot, scale, *m_state->cursor());
}

}  // namespace mimesys::widgets
