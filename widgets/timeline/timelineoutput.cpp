// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TimelineView gives to sessions and to files.
#include "timeline/timelineview.h"
#include "timeline/timemarks.h"
#include "viewstate/viewstate.h"

#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace mimesys::widgets {

int TimelineView::scrollPosition() const {
    return verticalScrollBar()->value();
}

void TimelineView::restore(const LaneFolding& folding, int scrollPosition) {
    setFolding(folding);
    verticalScrollBar()->setValue(scrollPosition);
}

void TimelineView::paintTo(QPainter& painter, const QRect& target, double pixelRatio) {
    const double before = std::exchange(m_outputRatio, pixelRatio);
    // SVG cannot clip a lane that begins under the axis: then the first whole one is on top.
    const int scrolled = scrollPosition();
    if (painter.paintEngine()->type() == QPaintEngine::SVG) {
        const auto whole = std::ranges::find_if(m_lanes, [&](const PlacedLane& lane) { return lane.top >= scrolled; });
        verticalScrollBar()->setValue(whole == m_lanes.end() ? scrolled : whole->top);
    }
    const Colours colours = coloursFor(palette());
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(static_cast<double>(target.width()) / viewport()->width(),
                  static_cast<double>(target.height()) / viewport()->height());
    painter.fillRect(viewport()->rect(), colours.plot);
    painter.setFont(font());
    painter.save();
    paintContents(painter, colours);
    painter.restore();
    paintTimeMarks(painter, plotsRect(), scale(), *m_state, colours);
    paintMarkerLabels(painter, axisRect(), scale(), *m_state, colours);
    painter.restore();
    verticalScrollBar()->setValue(scrolled);
    m_outputRatio = before;
}

}  // namespace mimesys::widgets
