// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>
#include <QList>
#include <QPixmap>
#include <QPointF>
#include <memory>

class QCategoryAxis;
class QScatterSeries;

namespace mimesys::collection {
struct PairCoverage;
struct RoundNews;
}  // namespace mimesys::collection

namespace mimesys::widgets {

// The samples of a data set in the plane of two of its metrics, on the grid that coverage is counted by: those of
// earlier rounds muted, those of the last round above them, and where the next round aims as hollow marks. What is old
// may be tens of thousands of points; it is painted once into a picture below the chart.
class CoveragePlot : public QChartView {
    Q_OBJECT
public:
    enum class Layer { Earlier, Last, Aims };

    explicit CoveragePlot(QWidget* parent = nullptr);
    // `pair` counts the pairs of the coverage; without one nothing is shown.
    void setPair(std::shared_ptr<const collection::RoundNews> news, int pair);
    // What a layer shows, in the metrics' units.
    [[nodiscard]] QList<QPointF> points(Layer layer) const;
    // For screen readers.
    [[nodiscard]] QString summary() const;

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] const collection::PairCoverage* pair() const;
    void split();
    void setAxis(QCategoryAxis* axis, std::size_t index, const QList<QPointF>& points, bool up);
    [[nodiscard]] QPixmap paintedPlane() const;
    void paintCells(QPainter& painter) const;
    [[nodiscard]] QPointF toPixels(const QPointF& position) const;
    void applyColours();

    std::shared_ptr<const collection::RoundNews> m_news;
    int m_pair = -1;
    QList<QPointF> m_earlier;  // scaled positions
    QScatterSeries* m_legend;  // stands for what is painted
    QScatterSeries* m_last;
    QScatterSeries* m_aims;
    QCategoryAxis* m_across;
    QCategoryAxis* m_up;
    QPixmap m_plane;  // cells and earlier samples; null = to be painted
    QRectF m_planeArea;
};

}  // namespace mimesys::widgets
