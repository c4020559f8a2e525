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
enum class Marker;
enum class TimeKey;

// Mouse and keyboard of every view with a time axis: the wheel zooms at the pointer, dragging pans, with Ctrl it draws
// a rubber band that is zoomed to, with Shift it selects; a click sets the focus; measuring cursors and the ends of the
// selection are dragged where they are. Arrows or WASD pan and zoom, a double click or F shows everything. It filters
// the events of `surface`; what lies outside the plot (left of the scale) is left to the view.
class TimeNavigation : public QObject {
    Q_OBJECT
public:
    TimeNavigation(ViewState* state, QWidget* surface, std::function<TimeScale()> scale);

    // True when the key was one of ours; for views that get the keys in another object than the surface.
    bool handleKey(QKeyEvent* event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // What a press began. Before the pointer has moved far enough it may still become a click.
    enum class Gesture { None, Pan, Band, Select, MarkerA, MarkerB, SelectionBegin, SelectionEnd };

    [[nodiscard]] bool inPlot(double x) const;
    [[nodiscard]] std::int64_t timeAt(double x) const;
    [[nodiscard]] Gesture gestureAt(double x, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] std::int64_t keyTime() const;
    bool handleWheel(QWheelEvent* event);
    bool press(QMouseEvent* event);
    bool move(QMouseEvent* event);
    bool release(QMouseEvent* event);
    void drag(double x);
    void click(QMouseEvent* event);
    void showShape(double x, Qt::KeyboardModifiers modifiers);
    bool move(TimeKey operation);
    bool measure(TimeKey operation);
    void toggleMarker(Marker which);
    bool escape();

    ViewState* m_state;
    QWidget* m_surface;
    std::function<TimeScale()> m_scale;
    Gesture m_gesture = Gesture::None;
    bool m_dragging = false;
    double m_pressX = 0.0;
    double m_lastX = 0.0;
};

}  // namespace mimesys::widgets
