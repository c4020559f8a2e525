// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QPointF>
#include <optional>

class QRubberBand;

namespace mimesys::widgets {

class HeatmapView;

// Turns dragging on a heat map into choosing cells instead of moving in time, while it is active. It filters the map's
// events before its navigation does, so that the map itself need not know.
class CellPainter : public QObject {
    Q_OBJECT
public:
    explicit CellPainter(HeatmapView* view);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

Q_SIGNALS:
    // Rows from the first to the last one, over a stretch of time.
    void painted(int firstRow, int lastRow, mimesys::widgets::TimeRange range);
    // By the Escape key.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void stretch(QPointF to);
    void finish(QPointF to);
    [[nodiscard]] QPointF inPlot(QPointF position) const;

    HeatmapView* m_view;
    QRubberBand* m_band;
    bool m_active = false;
    std::optional<QPointF> m_from;
};

}  // namespace mimesys::widgets
