// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/windowfocus.h"

#include "base/clock.h"
#include "viewstate/viewstate.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWidget>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kContextWindows = 2;

}  // namespace

std::optional<TimeRange> windowAround(std::int64_t timeNs, double windowSeconds, TimeRange extent) {
    if (!extent.contains(timeNs)) {
        return std::nullopt;
    }
    const std::int64_t length = std::max<std::int64_t>(nsFromSeconds(windowSeconds), 1);
    const std::int64_t begin = extent.beginNs + (timeNs - extent.beginNs) / length * length;
    return TimeRange{begin, begin + length};
}

TimeRange withContext(TimeRange window, TimeRange extent) {
    const std::int64_t around = kContextWindows * window.lengthNs();
    return clamped({window.beginNs - around, window.endNs + around}, extent);
}

void focusOn(ViewState* state, TimeRange window) {
    state->setFocus(window.beginNs);
    const TimeRange visible = state->visible();
    if (window.beginNs < visible.beginNs || window.endNs > visible.endNs) {
        const std::int64_t middle = window.beginNs + window.lengthNs() / 2;
        const std::int64_t length = std::max(visible.lengthNs(), window.lengthNs());
        state->show(clamped({middle - length / 2, middle - length / 2 + length}, state->extent()));
    }
}

void paintWindowBand(QPainter& painter, const QRectF& plot, const TimeScale& scale, TimeRange window) {
    if (window.endNs <= scale.range.beginNs || window.beginNs >= scale.range.endNs) {
        return;
    }
    const double left = scale.xOf(window.beginNs);
    // Of a window narrower than a few pixels the frame is what is seen.
    const double right = std::max(scale.xOf(window.endNs), left + 3.0);
    painter.save();
    painter.setClipRect(plot);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 1.0));
    painter.drawRect(QRectF(left - 1.0, plot.top(), right - left + 1.0, plot.height() - 1.0));
    painter.setPen(QPen(Qt::white, 1.0));
    painter.drawRect(QRectF(left, plot.top() + 1.0, right - left - 1.0, plot.height() - 3.0));
    painter.restore();
}

WindowZoom::WindowZoom(ViewState* state, QWidget* surface, WindowAt windowAt)
    : QObject(surface), m_state(state), m_windowAt(std::move(windowAt)) {
    surface->installEventFilter(this);
}

bool WindowZoom::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonDblClick) {
        return QObject::eventFilter(watched, event);
    }
    const auto window = m_windowAt(static_cast<QMouseEvent*>(event)->position());
    if (!window) {
        return false;
    }
    const TimeRange wanted = withContext(*window, m_state->extent());
    if (m_state->visible() == wanted) {
        m_state->fit();
    } else {
        m_state->show(wanted);
    }
    return true;
}

}  // namespace mimesys::widgets
