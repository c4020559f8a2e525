// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QRectF>
#include <functional>
#include <optional>

class QPainter;
class QWidget;

namespace mimesys::widgets {

class ViewState;

// The window of `windowSeconds` that a time lies in; empty outside the extent.
[[nodiscard]] std::optional<TimeRange> windowAround(std::int64_t timeNs, double windowSeconds, TimeRange extent);
// A window with two of its length before and behind it, within the extent.
[[nodiscard]] TimeRange withContext(TimeRange window, TimeRange extent);

// Makes it the window that all views are about, and brings it into view if it is not.
void focusOn(ViewState* state, TimeRange window);

// A thin frame around the window in a plot over time; white beside black shows on any colour.
void paintWindowBand(QPainter& painter, const QRectF& plot, const TimeScale& scale, TimeRange window);

// A double click zooms all timelines to the window under the pointer, with some context; a second one shows everything
// again. To be made after the surface's TimeNavigation, which would take the double click otherwise.
class WindowZoom : public QObject {
    Q_OBJECT
public:
    using WindowAt = std::function<std::optional<TimeRange>(QPointF position)>;
    WindowZoom(ViewState* state, QWidget* surface, WindowAt windowAt);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ViewState* m_state;
    WindowAt m_windowAt;
};

}  // namespace mimesys::widgets
