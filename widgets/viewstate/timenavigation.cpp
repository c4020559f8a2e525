// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/timenavigation.h"

#include "viewstate/timekeys.h"
#include "viewstate/viewstate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <optional>

namespace mimesys::widgets {
namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr double kPanShare = 0.1;  // of the visible range per key press or notch
constexpr double kGrabPixels = 4.0;

TimeRange clampedEnds(TimeRange range, TimeRange bounds) {
    return {std::max(range.beginNs, bounds.beginNs), std::min(range.endNs, bounds.endNs)};
}

}  // namespace

TimeNavigation::TimeNavigation(ViewState* state, QWidget* surface, std::function<TimeScale()> scale)
    : QObject(surface), m_state(state), m_surface(surface), m_scale(std::move(scale)) {
    surface->setMouseTracking(true);
    surface->installEventFilter(this);
}

bool TimeNavigation::inPlot(double x) const {
    const TimeScale scale = m_scale();
    return x >= scale.left && x < scale.left + scale.width;
}

bool TimeNavigation::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_surface) {
        return false;
    }
    switch (event->type()) {
        case QEvent::Wheel:
            return handleWheel(static_cast<QWheelEvent*>(event));
        case QEvent::MouseButtonPress:
            return press(static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove:
            return move(static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonRelease:
            return release(static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonDblClick:
            if (inPlot(static_cast<QMouseEvent*>(event)->position().x())) {
                m_state->fit();
                return true;
            }
            return false;
        case QEvent::KeyPress:
            return handleKey(static_cast<QKeyEvent*>(event));
        case QEvent::Leave:
            m_state->setCursor(std::nullopt);
            return false;
        default:
            return false;
    }
}

bool TimeNavigation::handleWheel(QWheelEvent* event) {
    if (!inPlot(event->position().x())) {
        return false;
    }
    const double length = static_cast<double>(m_state->visible().lengthNs());
    const double across = event->angleDelta().x() / 120.0;
    const double along = event->angleDelta().y() / 120.0;
    const bool pans = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(across) > std::abs(along);
    if (pans) {
        m_state->pan(static_cast<std::int64_t>(-(across + along) * kPanShare * length));
    } else {
        m_state->zoom(m_scale().timeAt(event->position().x()), std::pow(kZoomPerNotch, along));
    }
    event->accept();
    return true;
}

std::int64_t TimeNavigation::timeAt(double x) const {
    return m_scale().timeAt(x);
}

TimeNavigation::Gesture TimeNavigation::gestureAt(double x, Qt::KeyboardModifiers modifiers) const {
    if (modifiers.testFlag(Qt::ControlModifier)) {
        return Gesture::Band;
    }
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        return Gesture::Select;
    }
    const auto isAt = [&](std::optional<std::int64_t> time) {
        return time && std::abs(m_scale().xOf(*time) - x) <= kGrabPixels;
    };
    const auto selection = m_state->selection();
    return isAt(m_state->marker(Marker::A))                       ? Gesture::MarkerA
           : isAt(m_state->marker(Marker::B))                     ? Gesture::MarkerB
           : selection && isAt(std::optional(selection->beginNs)) ? Gesture::SelectionBegin
           : selection && isAt(std::optional(selection->endNs))   ? Gesture::SelectionEnd
                                                                  : Gesture::Pan;
}

bool TimeNavigation::press(QMouseEvent* event) {
    const double x = event->position().x();
    if (event->button() == Qt::LeftButton && inPlot(x)) {
        m_gesture = gestureAt(x, event->modifiers());
        m_dragging = false;
        m_pressX = m_lastX = x;
    }
    return false;  // the view still gets it, to select
}

bool TimeNavigation::move(QMouseEvent* event) {
    const double x = event->position().x();
    if (m_gesture != Gesture::None && !m_dragging && std::abs(x - m_pressX) >= QApplication::startDragDistance()) {
        m_dragging = true;
        m_lastX = m_pressX;
        if (m_gesture == Gesture::Pan) {
            m_state->beginDrag();
            m_surface->setCursor(Qt::ClosedHandCursor);
        }
    }
    if (m_dragging) {
        drag(x);
    } else if (m_gesture == Gesture::None) {
        showShape(x, event->modifiers());
    }
    m_state->setCursor(inPlot(x) ? std::optional(timeAt(x)) : std::nullopt);
    return m_dragging;
}

void TimeNavigation::drag(double x) {
    const std::int64_t from = timeAt(m_pressX);
    const std::int64_t to = timeAt(x);
    const TimeRange stretched{std::min(from, to), std::max(from, to)};
    const TimeRange selection = m_state->selectionOrAll();
    switch (m_gesture) {
        case Gesture::Pan:
            m_state->pan(timeAt(m_lastX) - to);
            break;
        case Gesture::Band:
            m_state->setBand(clampedEnds(stretched, m_state->visible()));
            break;
        case Gesture::Select:
            m_state->select(stretched);
            break;
        case Gesture::MarkerA:
            m_state->setMarker(Marker::A, to);
            break;
        case Gesture::MarkerB:
            m_state->setMarker(Marker::B, to);
            break;
        case Gesture::SelectionBegin:
            m_state->select(TimeRange{std::min(to, selection.endNs - 1), selection.endNs});
            break;
        case Gesture::SelectionEnd:
            m_state->select(TimeRange{selection.beginNs, std::max(to, selection.beginNs + 1)});
            break;
        case Gesture::None:
            break;
    }
    m_lastX = x;
}

void TimeNavigation::showShape(double x, Qt::KeyboardModifiers modifiers) {
    const Gesture gesture = gestureAt(x, modifiers);
    if (inPlot(x) && gesture >= Gesture::MarkerA) {
        m_surface->setCursor(Qt::SplitHCursor);
    } else {
        m_surface->unsetCursor();
    }
}

bool TimeNavigation::release(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return false;
    }
    const bool dragged = m_dragging;
    if (!dragged && m_gesture != Gesture::None) {
        click(event);
    }
    if (const auto band = m_state->band()) {
        m_state->setBand(std::nullopt);
        m_state->show(*band);
    }
    m_gesture = Gesture::None;
    m_dragging = false;
    m_surface->unsetCursor();
    return dragged;  // a click goes on to the view, the end of a drag does not
}

void TimeNavigation::click(QMouseEvent* event) {
    const std::int64_t time = timeAt(event->position().x());
    if (m_gesture == Gesture::Select && m_state->focus()) {
        m_state->select(TimeRange{std::min(time, *m_state->focus()), std::max(time, *m_state->focus())});
    } else if (m_gesture != Gesture::Band) {
        m_state->setFocus(time);
    }
}

bool TimeNavigation::handleKey(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    const auto operation = timeKeyOf(event->key());
    return operation && (*operation < TimeKey::PreviousSample ? move(*operation) : measure(*operation));
}

bool TimeNavigation::move(TimeKey operation) {
    const TimeRange visible = m_state->visible();
    const auto step = static_cast<std::int64_t>(kPanShare * static_cast<double>(visible.lengthNs()));
    switch (operation) {
        case TimeKey::Earlier:
            m_state->pan(-step);
            return true;
        case TimeKey::Later:
            m_state->pan(step);
            return true;
        case TimeKey::ZoomIn:
            m_state->zoom(keyTime(), kZoomPerNotch);
            return true;
        case TimeKey::ZoomOut:
            m_state->zoom(keyTime(), 1.0 / kZoomPerNotch);
            return true;
        case TimeKey::ShowAll:
            m_state->fit();
            return true;
        case TimeKey::Back:
            m_state->back();
            return true;
        case TimeKey::Begin:
            m_state->show({m_state->extent().beginNs, m_state->extent().beginNs + visible.lengthNs()});
            return true;
        case TimeKey::End:
            m_state->show({m_state->extent().endNs - visible.lengthNs(), m_state->extent().endNs});
            return true;
        default:
            return false;
    }
}

std::int64_t TimeNavigation::keyTime() const {
    const TimeRange visible = m_state->visible();
    if (m_state->cursor()) {
        return *m_state->cursor();
    }
    const auto focus = m_state->focus();
    return focus && visible.contains(*focus) ? *focus : visible.beginNs + visible.lengthNs() / 2;
}

bool TimeNavigation::measure(TimeKey operation) {
    const TimeRange selection = m_state->selectionOrAll();
    switch (operation) {
        case TimeKey::PreviousSample:
            m_state->stepCursor(Direction::Back);
            return true;
        case TimeKey::NextSample:
            m_state->stepCursor(Direction::Forward);
            return true;
        case TimeKey::CursorA:
            toggleMarker(Marker::A);
            return true;
        case TimeKey::CursorB:
            toggleMarker(Marker::B);
            return true;
        case TimeKey::SelectFrom:
            m_state->select(TimeRange{keyTime(), std::max(selection.endNs, keyTime() + 1)});
            return true;
        case TimeKey::SelectTo:
            m_state->select(TimeRange{std::min(selection.beginNs, keyTime() - 1), keyTime()});
            return true;
        case TimeKey::ShowSelection:
            if (m_state->selection()) {
                m_state->show(*m_state->selection());
            }
            return true;
        case TimeKey::Drop:
            return escape();
        default:
            return false;
    }
}

void TimeNavigation::toggleMarker(Marker which) {
    const std::int64_t time = keyTime();
    m_state->setMarker(which, m_state->marker(which) == time ? std::nullopt : std::optional(time));
}

bool TimeNavigation::escape() {
    if (m_state->band()) {
        m_state->setBand(std::nullopt);
        m_gesture = Gesture::None;
        m_dragging = false;
        return true;
    }
    if (m_state->selection()) {
        m_state->select(std::nullopt);
        return true;
    }
    const bool measured = m_state->marker(Marker::A) || m_state->marker(Marker::B);
    m_state->setMarker(Marker::A, std::nullopt);
    m_state->setMarker(Marker::B, std::nullopt);
    return measured;
}

}  // namespace mimesys::widgets
