// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/cellpainter.h"

#include "heatmap/heatmapview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <algorithm>

namespace mimesys::widgets {

CellPainter::CellPainter(HeatmapView* view)
    : QObject(view), m_view(view), m_band(new QRubberBand(QRubberBand::Rectangle, view)) {}

void CellPainter::setActive(bool active) {
    if (active == m_active) {
        return;
    }
    m_active = active;
    m_from.reset();
    m_band->hide();
    if (active) {
        // What is installed last filters first.
        m_view->removeEventFilter(this);
        m_view->installEventFilter(this);
        m_view->setCursor(Qt::CrossCursor);
    } else {
        m_view->removeEventFilter(this);
        m_view->unsetCursor();
    }
}

QPointF CellPainter::inPlot(QPointF position) const {
    const QRectF plot = m_view->plotRect();
    return {std::clamp(position.x(), plot.left(), plot.right()),
            std::clamp(position.y(), plot.top(), plot.bottom() - 1.0)};
}

bool CellPainter::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view) {
        return false;
    }
    switch (event->type()) {
        case QEvent::MouseButtonPress: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() != Qt::LeftButton || !m_view->content().source ||
                !m_view->plotRect().contains(mouse->position().toPoint())) {
                return false;
            }
            m_from = mouse->position();
            stretch(*m_from);
            m_band->show();
            return true;
        }
        case QEvent::MouseMove:
            if (!m_from) {
                return false;
            }
            stretch(static_cast<QMouseEvent*>(event)->position());
            return true;
        case QEvent::MouseButtonRelease:
            if (!m_from) {
                return false;
            }
            finish(static_cast<QMouseEvent*>(event)->position());
            return true;
        case QEvent::KeyPress:
            if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) {
                return false;
            }
            Q_EMIT left();
            return true;
        default:
            return false;
    }
}

// Around whole rows, so that one sees what will be painted.
void CellPainter::stretch(QPointF to) {
    const QPointF end = inPlot(to);
    const QRectF rows = m_view->rowRect(m_view->rowAt(m_from->y())).united(m_view->rowRect(m_view->rowAt(end.y())));
    const double left = std::min(m_from->x(), end.x());
    m_band->setGeometry(
        QRectF(left, rows.top(), std::max(std::abs(end.x() - m_from->x()), 2.0), rows.height()).toAlignedRect());
}

void CellPainter::finish(QPointF to) {
    const QPointF from = *std::exchange(m_from, std::nullopt);
    const QPointF end = inPlot(to);
    m_band->hide();
    const TimeScale scale = m_view->scale();
    const auto [firstRow, lastRow] = std::minmax({m_view->rowAt(from.y()), m_view->rowAt(end.y())});
    const auto [begin, last] = std::minmax({scale.timeAt(from.x()), scale.timeAt(end.x())});
    if (firstRow >= 0) {
        Q_EMIT painted(firstRow, lastRow, {begin, last + 1});
    }
}

}  // namespace mimesys::widgets
