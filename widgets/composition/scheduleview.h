// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/schedulegeometry.h"
#include "composition/stressorpalette.h"
#include "heatmap/composition.h"
#include "viewstate/cachedpicture.h"
#include "viewstate/paintedrows.h"

#include <QAbstractScrollArea>
#include <optional>
#include <vector>

namespace mimesys::widgets {

struct Colours;
class ViewState;

// One window of a plan, CPU by CPU: which stressor runs when, in the order the executor will run them; what is left
// empty is sleep. It shows the window of the view state's focus, else that of its cursor, else the one it showed.
class ScheduleView : public QAbstractScrollArea, public PaintedRows {
    Q_OBJECT
public:
    explicit ScheduleView(ViewState* state, QWidget* parent = nullptr);

    void setComposition(CompositionPtr composition, bool simulated);  // null = nothing to show
    void setOrder(ScheduleOrder order);
    [[nodiscard]] ScheduleOrder order() const { return m_order; }
    // Totals where rounds would be too narrow to be told apart.
    [[nodiscard]] ScheduleOrder shownOrder() const;

    [[nodiscard]] std::size_t shownWindow() const { return m_window; }
    // Makes it the focus of all views.
    void showWindow(std::size_t window);

    [[nodiscard]] ScheduleFrame frame() const;
    [[nodiscard]] const std::vector<ScheduleSegment>& segments() const;  // of the rows that are seen; device pixels
    // What is under the pointer, or in the row chosen by keys.
    [[nodiscard]] QString readout() const;
    [[nodiscard]] int chosenCpu() const { return m_chosenCpu; }  // -1 = none

    [[nodiscard]] int paintedRowCount() const override;
    [[nodiscard]] QString paintedRowName(int row) const override;
    [[nodiscard]] QString paintedRowValue(int row) const override;
    [[nodiscard]] QRect paintedRowArea(int row) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownWindowChanged(std::size_t window);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void followState();
    void refresh();
    void arrange();
    void step(std::int64_t by);
    void chooseCpu(int cpu);
    [[nodiscard]] std::optional<std::int64_t> timeInWindow(double x) const;
    [[nodiscard]] const ScheduleSegment* segmentAt(QPointF position) const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString nameOf(std::uint32_t stressor) const;
    [[nodiscard]] QString segmentText(const ScheduleSegment& segment) const;
    [[nodiscard]] std::vector<int> legendRows() const;  // stressors of the shown window, by class
    [[nodiscard]] int legendStressorAt(QPointF position) const;

    void paintRows(QPainter& painter, const Colours& colours) const;
    void paintSegment(QPainter& painter, const ScheduleSegment& segment, const QRectF& area) const;
    void paintTitle(QPainter& painter, const Colours& colours) const;
    void paintAxis(QPainter& painter, const Colours& colours) const;
    void paintNames(QPainter& painter, const Colours& colours) const;
    void paintLegend(QPainter& painter, const Colours& colours) const;
    void paintCursor(QPainter& painter) const;

    ViewState* m_state;
    CompositionPtr m_composition;
    bool m_simulated = false;
    ScheduleOrder m_order = ScheduleOrder::AsRun;
    std::size_t m_window = 0;
    int m_chosenCpu = -1;
    std::optional<QPointF> m_pointer;
    std::vector<StressorStyle> m_styles;
    mutable std::vector<ScheduleSegment> m_segments;
    mutable bool m_segmentsStale = true;
    CachedPicture m_picture;
};

}  // namespace mimesys::widgets
