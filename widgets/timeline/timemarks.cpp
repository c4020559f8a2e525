// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timemarks.h"

#include "theme/colours.h"
#include "viewstate/viewstate.h"

#include <QPainter>
#include <cstdlib>

namespace mimesys::widgets {
namespace {

constexpr double kLabelMargin = 4.0;

struct Band {
    TimeRange range;
    QColor fill;
    QColor edge;
};

void paintBand(QPainter& painter, const QRectF& plot, const TimeScale& scale, const Band& band) {
    const double left = std::max(scale.xOf(band.range.beginNs), plot.left());
    const double right = std::min(scale.xOf(band.range.endNs), plot.right());
    if (left > right) {
        return;
    }
    painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), band.fill);
    painter.setPen(QPen(band.edge, 1.0));
    for (const std::int64_t end : {band.range.beginNs, band.range.endNs}) {
        const double x = scale.xOf(end);
        if (x >= plot.left() && x <= plot.right()) {
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
    }
}

// The marker's colour and what else tells the two apart.
struct MarkerLook {
    Marker marker;
    QColor colour;
    Qt::PenStyle line;
    QString letter;
};

std::array<MarkerLook, 2> markerLooks(const Colours& colours) {
    return {MarkerLook{Marker::A, colours.markerA, Qt::SolidLine, QStringLiteral("A")},
            MarkerLook{Marker::B, colours.markerB, Qt::DashLine, QStringLiteral("B")}};
}

QRectF label(QPainter& painter, double x, const QRectF& axis, const QString& text, const QColor& back,
             const QColor& front) {
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2.0 * kLabelMargin;
    const QRectF box(std::clamp(x - width / 2.0, axis.left(), std::max(axis.right() - width, axis.left())),
                     axis.top() + 1.0, width, axis.height() - 3.0);
    painter.fillRect(box, back);
    painter.setPen(front);
    painter.drawText(box, Qt::AlignCenter, text);
    return box;
}

}  // namespace

void paintTimeMarks(QPainter& painter, const QRectF& plot, const TimeScale& scale, const ViewState& state,
                    const Colours& colours) {
    painter.save();
    if (const auto selection = state.selection()) {
        paintBand(painter, plot, scale, {*selection, colours.band, colours.cursor});
    }
    if (const auto band = state.band()) {
        paintBand(painter, plot, scale, {*band, colours.band, colours.text});
    }
    const auto line = [&](std::int64_t time, const QPen& pen) {
        if (scale.range.contains(time)) {
            painter.setPen(pen);
            const double x = scale.xOf(time);
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
    };
    if (const auto focus = state.focus()) {
        line(*focus, QPen(colours.faintText, 1.0, Qt::DotLine));
    }
    for (const MarkerLook& look : markerLooks(colours)) {
        if (const auto time = state.marker(look.marker)) {
            line(*time, QPen(look.colour, 1.5, look.line));
        }
    }
    painter.restore();
}

void paintMarkerLabels(QPainter& painter, const QRectF& axis, const TimeScale& scale, const ViewState& state,
                       const Colours& colours) {
    std::optional<QRectF> between;
    for (const MarkerLook& look : markerLooks(colours)) {
        const auto time = state.marker(look.marker);
        if (time && scale.range.contains(*time)) {
            const QRectF box = label(painter, scale.xOf(*time), axis, look.letter, look.colour, colours.plot);
            between = between ? between->united(box) : box;
        }
    }
    const auto a = state.marker(Marker::A);
    const auto b = state.marker(Marker::B);
    if (!a || !b || !between) {
        return;
    }
    const std::int64_t apart = std::abs(*b - *a);
    const auto resolution =
        static_cast<std::int64_t>(static_cast<double>(scale.range.lengthNs()) / std::max(scale.width, 1.0));
    const QString text = QStringLiteral("Δ ") + timeLabel(apart, resolution, TimeLabels::Relative, 0);
    // Beside the letters where there is no room between them.
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2.0 * kLabelMargin;
    const bool fits = width + 6.0 * kLabelMargin < between->width();
    const double x = fits ? between->center().x() : between->right() + kLabelMargin + width / 2.0;
    label(painter, x, axis, text, colours.header, colours.text);
}

}  // namespace mimesys::widgets
