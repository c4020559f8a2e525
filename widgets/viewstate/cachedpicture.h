// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace mimesys::widgets {

// What a view paints once and shows until it is stale, so that what follows the pointer can be drawn over it cheaply.
class CachedPicture {
public:
    void makeStale() { m_stale = true; }
    [[nodiscard]] bool isStale() const { return m_stale; }

    // Of this size, with the view's font and pixel ratio; painted anew where it is stale or the size is another.
    template <typename Paint>
    [[nodiscard]] const QPixmap& upToDate(const QWidget& view, QSize size, const QColor& ground, const Paint& paint) {
        const qreal ratio = view.devicePixelRatioF();
        const QSize wanted = size * ratio;
        if (m_stale || m_pixmap.size() != wanted) {
            m_pixmap = QPixmap(wanted);
            m_pixmap.setDevicePixelRatio(ratio);
            m_pixmap.fill(ground);
            QPainter painter(&m_pixmap);
            painter.setFont(view.font());
            paint(painter);
            m_stale = false;
        }
        return m_pixmap;
    }

private:
    QPixmap m_pixmap;
    bool m_stale = true;
};

}  // namespace mimesys::widgets
