// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QWidget>
#include <functional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace mimesys::widgets {

class ViewState;

// Mouse and keyboard of every view with a time axis: the wheel zooms at the pointer, dragging pans, a double click or F
// shows everything, arrows or WASD pan and zoom. It filters the events of `surface`; what lies outside the plot (left
// of the scale) is left to the view.
class TimeNavigation : public QObject {
    Q_OBJECT
public:
    TimeNavigation(ViewState* state, QWidget* surface, std::function<TimeScale()> scale);

    // True when the key was one of ours; for views that get the keys in another object than the surface.
    bool handleKey(QKeyEvent* event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool inPlot(double x) const;
    bool handleWheel(QWheelEvent* event);
    bool press(QMouseEvent* event);
    bool move(QMouseEvent* event);
    bool release(QMouseEvent* event);

    ViewState* m_state;
    QWidget* m_surface;
    std::function<TimeScale()> m_scale;
    bool m_pressed = false;
    bool m_dragging = false;
    double m_pressX = 0.0;
    double m_lastX = 0.0;
};

}  // namespace mimesys::widgets
