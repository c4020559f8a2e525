// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/heatgrid.h"
#include "viewstate/paintedrows.h"
#include "viewstate/timerange.h"

#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

namespace mimesys::widgets {

struct Colours;
class HeatImager;
class TimeNavigation;
class ViewState;

// One heat map over the shared time axis: names on the left, the scale of colours on the right, the value under the
// pointer beside the title. A click makes its time the focus of all views, whose window is framed.
class HeatmapView : public QWidget, public PaintedRows {
    Q_OBJECT
public:
    HeatmapView(ViewState* state, const QString& objectName, QWidget* parent = nullptr);
    ~HeatmapView() override;

    struct Content {
        HeatSourcePtr source;  // null = nothing to show
        QString title;
        QStringList rows;        // names, one per source row
        float high = 1.0F;       // value of the brightest colour; the darkest is 0
        bool diverging = false;  // from -high to high, for differences
        bool idleLast = false;   // the last row is idleness, drawn in greys from 0 to 100 %
        double windowSeconds = 1.0;
        std::vector<QColor> swatches;  // beside the names: the rows' colours in other views; may be empty
    };
    void setContent(const Content& content);
    [[nodiscard]] const Content& content() const { return m_content; }
    void setSelectedRow(int row);  // -1 = none

    [[nodiscard]] QRect plotRect() const;
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] int rowAt(double y) const;  // -1 outside
    [[nodiscard]] QRectF rowRect(int row) const;
    // What is under the pointer, or the title alone.
    [[nodiscard]] QString readout() const;
    [[nodiscard]] bool isComplete() const;

    [[nodiscard]] int paintedRowCount() const override;
    [[nodiscard]] QString paintedRowName(int row) const override;
    [[nodiscard]] QString paintedRowValue(int row) const override;
    [[nodiscard]] QRect paintedRowArea(int row) const override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowClicked(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintTitle(QPainter& painter, const Colours& colours) const;
    void paintNames(QPainter& painter, const Colours& colours) const;
    void paintLegend(QPainter& painter, const Colours& colours) const;
    [[nodiscard]] QString valueText(int row, std::int64_t timeNs) const;
    void requestImage(const Colours& colours);

    ViewState* m_state;
    TimeNavigation* m_navigation;
    HeatImager* m_imager;
    Content m_content;
    int m_selectedRow = -1;
    std::optional<QPointF> m_pointer;
    bool m_pressed = false;
};

}  // namespace mimesys::widgets
