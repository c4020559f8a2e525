// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparer.h"
#include "theme/colours.h"
#include "timeline/axismarks.h"
#include "timeline/lanes.h"
#include "timeline/plotframe.h"
#include "timeline/timeaxis.h"
#include "viewstate/cachedpicture.h"
#include "viewstate/paintedrows.h"

#include <QAbstractScrollArea>
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
class TimelineView : public QAbstractScrollArea, public PaintedRows {
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
    [[nodiscard]] QRect axisRect() const;
    [[nodiscard]] const std::vector<AxisMark>& axisMarks() const { return m_marks; }
    [[nodiscard]] const Comparer& comparer() const { return *m_comparer; }
    [[nodiscard]] const LaneFolding& folding() const { return m_folding; }
    void setFolding(const LaneFolding& folding);
    // False while heat strips, differences or warping paths are still being made.
    [[nodiscard]] bool isComplete() const;

    [[nodiscard]] int paintedRowCount() const override;
    [[nodiscard]] QString paintedRowName(int row) const override;
    [[nodiscard]] QString paintedRowValue(int row) const override;
    [[nodiscard]] QRect paintedRowArea(int row) const override;
    [[nodiscard]] QAccessible::Role paintedRowRole(int row) const override;
    [[nodiscard]] RowFold paintedRowFold(int row) const override;

    void setTimeLabels(TimeLabels labels);
    // What the solid and the dashed lines are, where they are not a real trace and its emulation.
    void setSideNames(const QString& solid, const QString& dashed);
    void toggle(const Lane& lane);
    void ensureVisible(const QString& metricId);

    [[nodiscard]] int scrollPosition() const;
    void restore(const LaneFolding& folding, int scrollPosition);
    // What is shown, without the pointer, straight onto a painter: as lines where that keeps lines. `pixelRatio`
    // device pixels of the target per unit of the view.
    void paintTo(QPainter& painter, const QRect& target, double pixelRatio = 1.0);
    // While it is above 0, paintEvent() paints that way: for QWidget::render() into a file.
    void setOutputRatio(double pixelRatio) { m_outputRatio = pixelRatio; }

Q_SIGNALS:
    void lanesChanged();
    // A mark of the reader was clicked.
    void markClicked(const mimesys::widgets::AxisMark& mark);

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
    [[nodiscard]] QRect plotsRect() const;  // of all lanes, below the time axis
    [[nodiscard]] std::int64_t startNs() const;
    [[nodiscard]] QString axisText(QPoint position) const;
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
        std::optional<std::int64_t> startNs;  // of the trace: the next state of a recording begins where this one does
    };

    ViewState* m_state;
    const Document* m_document;
    TimeNavigation* m_navigation;
    Comparer* m_comparer;
    std::vector<AxisMark> m_marks;
    LaneFolding m_folding;
    std::vector<PlacedLane> m_lanes;
    Strip m_realStrip;
    Strip m_emulatedStrip;
    CachedPicture m_picture;
    double m_outputRatio = 0.0;
    QString m_solidName;
    QString m_dashedName;
    TimeLabels m_labels = TimeLabels::Relative;
    std::optional<QPoint> m_pointer;
};

}  // namespace mimesys::widgets
