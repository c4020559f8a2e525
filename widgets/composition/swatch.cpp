// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/swatch.h"

#include "composition/stressorpalette.h"

#include <QPainter>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 6;

}  // namespace

void fillHatched(QPainter& painter, const QRectF& area, const QColor& colour, ResourceClass resource) {
    painter.fillRect(area, colour);
    if (const Qt::BrushStyle hatch = classHatch(resource); hatch != Qt::SolidPattern) {
        painter.fillRect(area, QBrush(hatchColour(colour), hatch));
    }
}

void paintLegendLine(QPainter& painter, const QRect& area, const QColor& colour, ResourceClass resource,
                     const QString& name) {
    const int side = area.height() - 4;
    const QRect square(area.left(), area.top() + 2, side + 4, side);
    fillHatched(painter, square, colour, resource);
    const QRect text = area.adjusted(square.width() + kMargin, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));
}

void paintTitleLine(QPainter& painter, const QRect& area, const QString& title, const QString& value,
                    const QColor& colour) {
    painter.save();
    painter.setPen(colour);
    const int room = area.width() * 3 / 4;  // the title keeps a quarter
    const QString shown = painter.fontMetrics().elidedText(value, Qt::ElideRight, room);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    const int used = shown.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(shown) + 2 * kMargin;
    QFont strong = painter.font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, area.width() - used));
    painter.restore();
}

void paintCursorLine(QPainter& painter, const QRectF& plot, const TimeScale& scale, std::int64_t timeNs) {
    if (!scale.range.contains(timeNs)) {
        return;
    }
    const double x = scale.xOf(timeNs);
    painter.save();
    painter.setPen(QColor(Qt::white));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(QColor(Qt::black));
    painter.drawLine(QPointF(x + 1.0, plot.top()), QPointF(x + 1.0, plot.bottom()));
    painter.restore();
}

}  // namespace mimesys::widgets
