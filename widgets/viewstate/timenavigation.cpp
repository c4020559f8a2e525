// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/timenavigation.h"

#include "viewstate/viewstate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr double kPanShare = 0.1;  // of the visible range per key press or notch

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

bool TimeNavigation::press(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && inPlot(event->position().x())) {
        m_pressed = true;
        m_dragging = false;
        m_pressX = m_lastX = event->position().x();
    }
    return false;  // the view still gets it, to select
}

bool TimeNavigation::move(QMouseEvent* event) {
    const double x = event->position().x();
    if (m_pressed && !m_dragging && std::abs(x - m_pressX) >= QApplication::startDragDistance()) {
        m_dragging = true;
        m_lastX = m_pressX;
        m_state->beginDrag();
        m_surface->setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging) {
        const TimeScale scale = m_scale();
        m_state->pan(scale.timeAt(m_lastX) - scale.timeAt(x));
        m_lastX = x;
    }
    m_state->setCursor(inPlot(x) ? std::optional(m_scale().timeAt(x)) : std::nullopt);
    return m_dragging;
}

bool TimeNavigation::release(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return false;
    }
    const bool dragged = m_dragging;
    m_pressed = m_dragging = false;
    m_surface->unsetCursor();
    return dragged;  // a click goes on to the view, the end of a drag does not
}

bool TimeNavigation::handleKey(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    const TimeRange visible = m_state->visible();
    const auto step = static_cast<std::int64_t>(kPanShare * static_cast<double>(visible.lengthNs()));
    const std::int64_t middle = m_state->cursor().value_or(visible.beginNs + visible.lengthNs() / 2);
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_A:
            m_state->pan(-step);
            return true;
        case Qt::Key_Right:
        case Qt::Key_D:
            m_state->pan(step);
            return true;
        case Qt::Key_W:
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            m_state->zoom(middle, kZoomPerNotch);
            return true;
        case Qt::Key_S:
        case Qt::Key_Minus:
            m_state->zoom(middle, 1.0 / kZoomPerNotch);
            return true;
        case Qt::Key_F:
            m_state->fit();
            return true;
        case Qt::Key_Backspace:
            m_state->back();
            return true;
        case Qt::Key_Home:
            m_state->show({m_state->extent().beginNs, m_state->extent().beginNs + visible.lengthNs()});
            return true;
        case Qt::Key_End:
            m_state->show({m_state->extent().endNs - visible.lengthNs(), m_state->extent().endNs});
            return true;
        default:
            return false;
    }
}

}  // namespace mimesys::widgets
