// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/resourceclass.h"
#include "viewstate/timerange.h"

#include <QColor>
#include <QRect>
#include <QRectF>

class QPainter;

// Small pieces that the painted views of a composition have in common.
namespace mimesys::widgets {

void fillHatched(QPainter& painter, const QRectF& area, const QColor& colour, ResourceClass resource);
// A hatched square and a name beside it, in the painter's pen.
void paintLegendLine(QPainter& painter, const QRect& area, const QColor& colour, ResourceClass resource,
                     const QString& name);
// Bold on the left and as long as what is read on the right leaves room for.
void paintTitleLine(QPainter& painter, const QRect& area, const QString& title, const QString& value,
                    const QColor& colour);
// White beside black shows on any colour. Nothing when the time is not in the scale's range.
void paintCursorLine(QPainter& painter, const QRectF& plot, const TimeScale& scale, std::int64_t timeNs);

}  // namespace mimesys::widgets
