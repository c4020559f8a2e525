// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timeaxis.h"
#include "viewstate/timerange.h"

#include <QRectF>

class QPainter;

namespace mimesys::widgets {

struct Colours;
class ViewState;

// What every view with a time axis draws over its plot: the selected stretch, a rubber band, the measuring cursors, and
// the time that was clicked last. It changes with the pointer, so it is no part of any cached picture.
void paintTimeMarks(QPainter& painter, const QRectF& plot, const TimeScale& scale, const ViewState& state,
                    const Colours& colours);

// On the axis above: the letters of the measuring cursors and the time between them.
void paintMarkerLabels(QPainter& painter, const QRectF& axis, const TimeScale& scale, const ViewState& state,
                       const Colours& colours);

}  // namespace mimesys::widgets
