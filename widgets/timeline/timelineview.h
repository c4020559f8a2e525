// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparison.h"
#include "theme/colours.h"
#include "timeline/lanes.h"
#include "timeline/plotframe.h"
#include "timeline/timeaxis.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <optional>
#include <vector>

namespace mimesys::widgets {

class Document;
class HeatImager;
class HeatSource;
class TimeNavigation;
class ViewState;

// Lanes per metric, grouped by family, on one time axis. What does not depend on the pointer is painted once into a
// pixmap; the crosshair and the values under it are drawn over that.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    TimelineView(ViewState* state, const Document* document, QWidget* parent = nullptr);
    ~TimelineView() override;

    [[nodiscard]] const std::vector<PlacedLane>& lanes() const { return m_lanes; }
    // Top of lane content in the viewport, below the time axis, scrolled.
    [[nodiscard]] QRect laneRect(const PlacedLane& lane) const;
    [[nodiscard]] QRect plotRect(const PlacedLane& lane) const;
    [[nodiscard]] TimeScale scale() const;
    // What a lane says at the cursor, for its tool tip, screen readers and tests.
    [[nodiscard]] QString laneText(const PlacedLane& lane) const;
    // False while heat strips are still being made.
    [[nodiscard]] bool isComplete() const;

    void setTimeLabels(TimeLabels labels);
    void toggle(const Lane& lane);
    void ensureVisible(const QString& metricId);

Q_SIGNALS:
    void lanesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeSides();
    void arrange();
    void refresh();  // everything is painted anew
    [[nodiscard]] const PlacedLane* laneAt(QPoint position) const;
    [[nodiscard]] QString stripText(QPoint position) const;

    void paintContents(QPainter& painter, const Colours& colours);
    void paintTimeAxis(QPainter& painter, const Colours& colours) const;
    void paintFamily(QPainter& painter, const PlacedLane& lane, const Colours& colours) const;
    void paintStrip(QPainter& painter, const PlacedLane& lane, const Colours& colours);
    void paintMetricGutter(QPainter& painter, const PlacedLane& lane, const Colours& colours) const;
    void paintDistance(QPainter& painter, const PlacedLane& lane, const Colours& colours) const;
    void paintCrosshair(QPainter& painter, const Colours& colours) const;
    void paintReadout(QPainter& painter, const PlacedLane& lane, const Colours& colours) const;

    // One side's heat strip.
    struct Strip {
        std::shared_ptr<const HeatSource> source;
        HeatImager* imager = nullptr;
    };

    ViewState* m_state;
    const Document* m_document;
    TimeNavigation* m_navigation;
    Comparison m_sides;
    LaneFolding m_folding;
    std::vector<PlacedLane> m_lanes;
    Strip m_realStrip;
    Strip m_emulatedStrip;
    QPixmap m_picture;
    bool m_stale = true;
    TimeLabels m_labels = TimeLabels::Relative;
    std::optional<QPoint> m_pointer;
};

}  // namespace mimesys::widgets
