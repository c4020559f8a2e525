// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/coverageplot.h"

#include "collection/collector.h"
#include "models/pairmodel.h"
#include "panels/chartparts.h"
#include "theme/colours.h"
#include "timeline/geometry.h"

#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QScatterSeries>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kRoom = 0.02;                // of the plane, beyond the grid
constexpr double kTickDistance = 0.09;        // of the axis, between two labels at least
constexpr qsizetype kMostHighlighted = 1000;  // items of the scene; a round is of a thousand samples at most
constexpr double kDotSize = 2.0;
constexpr qsizetype kManyDots = 5000;
constexpr double kLastSize = 7.5;
constexpr double kCrowdedSize = 5.0;
constexpr qsizetype kCrowd = 300;  // samples of a round
constexpr double kAimSize = 9.0;

// Round numbers in the axis' unit divided by `factor`, rising, far enough apart where the axis puts them.
std::vector<double> ticksOf(const collection::Axis& axis, double factor) {
    std::vector<double> candidates;
    // Next to nothing is called nothing.
    const double low = axis.low > 0.0 && axis.low < 0.01 * axis.high ? 0.0 : axis.low / factor;
    const double high = axis.high / factor;
    const double step = roundedUp((high - low) / 5.0);
    for (double value = std::ceil(low / step) * step; value <= high * (1.0 + 1e-9); value += step) {
        candidates.push_back(std::abs(value) < 1e-9 * step ? 0.0 : value);
    }
    // A root spreads what is small.
    for (double magnitude = std::pow(10.0, std::floor(std::log10(step))); axis.root && magnitude > 1e-2 * step;
         magnitude /= 10.0) {
        for (const double mantissa : {5.0, 2.0, 1.0}) {
            const double value = mantissa * magnitude;
            if (value < step && value >= low && value <= high) {
                candidates.push_back(value);
            }
        }
    }
    std::ranges::sort(candidates, std::greater{});
    std::vector<double> ticks;
    double above = 0.0;
    for (const double value : candidates) {
        const double position = axis.scaled(value * factor);
        if (ticks.empty() || above - position >= kTickDistance) {
            ticks.push_back(value);
            above = position;
        }
    }
    std::ranges::reverse(ticks);
    return ticks;
}

// Evenly chosen ones when there are more than can be items of a scene.
QList<QPointF> thinned(const QList<QPointF>& points) {
    const qsizetype every = (points.size() + kMostHighlighted - 1) / kMostHighlighted;
    if (every <= 1) {
        return points;
    }
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); i += every) {
        kept.append(points[i]);
    }
    return kept;
}

}  // namespace

CoveragePlot::CoveragePlot(QWidget* parent)
    : QChartView(new QChart, parent),
      m_legend(new QScatterSeries),
      m_last(new QScatterSeries),
      m_aims(new QScatterSeries),
      m_across(new QCategoryAxis),
      m_up(new QCategoryAxis) {
    setObjectName(QStringLiteral("coveragePlot"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    prepareChart(chart());
    chart()->setBackgroundVisible(false);
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    m_legend->setName(tr("earlier rounds"));
    m_last->setName(tr("last round"));
    m_aims->setName(tr("aims of the next round"));
    m_legend->setMarkerSize(kDotSize + 3.0);
    m_last->setMarkerSize(kLastSize);
    m_aims->setMarkerSize(kAimSize);
    for (QScatterSeries* series : {m_legend, m_last, m_aims}) {
        addSeries(chart(), series, m_across, m_up);
    }
    for (QCategoryAxis* axis : {m_across, m_up}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setGridLineVisible(false);
    }
    applyColours();
}

const collection::PairCoverage* CoveragePlot::pair() const {
    const bool known = m_news && m_pair >= 0 && static_cast<std::size_t>(m_pair) < m_news->coverage.pairs.size();
    return known ? &m_news->coverage.pairs[static_cast<std::size_t>(m_pair)] : nullptr;
}

void CoveragePlot::setPair(std::shared_ptr<const collection::RoundNews> news, int pair) {
    m_news = std::move(news);
    m_pair = pair;
    split();
    setAccessibleName(summary());
    m_plane = {};
    applyColours();
    resetCachedContent();
    viewport()->update();
}

// Sorts the samples into layers and fits the axes around them.
void CoveragePlot::split() {
    QList<QPointF> last;
    QList<QPointF> aims;
    m_earlier.clear();
    const collection::PairCoverage* shown = pair();
    if (shown != nullptr) {
        const auto x = static_cast<Eigen::Index>(shown->axes.x);
        const auto y = static_cast<Eigen::Index>(shown->axes.y);
        const auto& rounds = m_news->rounds;
        const bool known = rounds.size() == m_news->samples;
        const std::uint32_t newest = known && !rounds.empty() ? *std::ranges::max_element(rounds) : 0;
        for (Eigen::Index i = 0; i < m_news->points.rows(); ++i) {
            const bool isLast = known && rounds[static_cast<std::size_t>(i)] == newest;
            (isLast ? last : m_earlier).append({m_news->points(i, x), m_news->points(i, y)});
        }
        for (Eigen::Index i = 0; i < m_news->aims.rows(); ++i) {
            aims.append({m_news->axes[shown->axes.x].scaled(m_news->aims(i, x)),
                         m_news->axes[shown->axes.y].scaled(m_news->aims(i, y))});
        }
        const QList<QPointF> all = m_earlier + last + aims;
        setAxis(m_across, shown->axes.x, all, false);
        setAxis(m_up, shown->axes.y, all, true);
    }
    m_last->setMarkerSize(last.size() > kCrowd ? kCrowdedSize : kLastSize);
    m_last->replace(thinned(last));
    m_aims->replace(thinned(aims));
    m_legend->setVisible(!m_earlier.isEmpty());
    m_last->setVisible(!last.isEmpty());
    m_aims->setVisible(!aims.isEmpty());
}

void CoveragePlot::setAxis(QCategoryAxis* axis, std::size_t index, const QList<QPointF>& points, bool up) {
    const collection::Axis& described = m_news->axes[index];
    const AxisUnit unit = axisUnitFor(std::max(std::abs(described.low), std::abs(described.high)), described.unit);
    double low = 0.0;
    double high = 1.0;
    for (const QPointF& point : points) {
        const double value = up ? point.y() : point.x();
        low = std::min(low, value);
        high = std::max(high, value);
    }
    for (const QString& label : axis->categoriesLabels()) {
        axis->remove(label);
    }
    // A category ends where its label stands.
    axis->setStartValue(low - 1.0);
    for (const double tick : ticksOf(described, unit.factor)) {
        axis->append(QString::number(tick, 'g', 4), described.scaled(tick * unit.factor));
    }
    axis->setRange(low - kRoom, high + kRoom);
    const QString title = axisTitle(described.name);
    axis->setTitleText(unit.text.isEmpty() ? title : tr("%1, %2").arg(title, unit.text));
}

QList<QPointF> CoveragePlot::points(Layer layer) const {
    QList<QPointF> values = layer == Layer::Earlier ? m_earlier
                            : layer == Layer::Last  ? m_last->points()
                                                    : m_aims->points();
    if (const collection::PairCoverage* shown = pair()) {
        for (QPointF& value : values) {
            value = {m_news->axes[shown->axes.x].unscaled(value.x()), m_news->axes[shown->axes.y].unscaled(value.y())};
        }
    }
    return values;
}

QString CoveragePlot::summary() const {
    const collection::PairCoverage* shown = pair();
    return shown == nullptr ? tr("No samples")
                            : tr("%1 across, %2 up: samples lie in %3 of the %4 cells they can be in")
                                  .arg(axisTitle(shown->xName), axisTitle(shown->yName))
                                  .arg(shown->occupied())
                                  .arg(shown->reachable());
}

// In the plane's picture.
QPointF CoveragePlot::toPixels(const QPointF& position) const {
    return chart()->mapToScene(chart()->mapToPosition(position, m_last)) -
           chart()->mapToScene(chart()->plotArea()).boundingRect().topLeft();
}

void CoveragePlot::paintCells(QPainter& painter) const {
    const collection::PairCoverage& shown = *pair();
    const Colours colours = coloursFor(palette());
    const double most = std::log1p(static_cast<double>(*std::ranges::max_element(shown.counts)));
    constexpr double kCell = 1.0 / static_cast<double>(collection::kCellsPerAxis);
    for (std::size_t cell = 0; cell < shown.counts.size(); ++cell) {
        const bool holds = shown.counts[cell] > 0;
        if (!holds && shown.inside[cell] == 0) {
            continue;
        }
        const double left = static_cast<double>(cell % collection::kCellsPerAxis) * kCell;
        const double bottom = static_cast<double>(cell / collection::kCellsPerAxis) * kCell;
        const QRectF area(toPixels({left, bottom + kCell}), toPixels({left + kCell, bottom}));
        if (holds) {
            QColor fill = colours.text;
            fill.setAlphaF(static_cast<float>(0.03 + 0.07 * std::log1p(shown.counts[cell]) / most));
            painter.fillRect(area, fill);
        } else {
            painter.fillRect(area, QBrush(colours.missing, Qt::BDiagPattern));
        }
        painter.setPen(QPen(colours.grid, 1.0));
        painter.drawRect(area);
    }
}

QPixmap CoveragePlot::paintedPlane() const {
    const QRectF area = chart()->mapToScene(chart()->plotArea()).boundingRect();
    QPixmap plane(area.size().toSize() * devicePixelRatioF());
    plane.setDevicePixelRatio(devicePixelRatioF());
    plane.fill(Qt::transparent);
    if (pair() == nullptr || plane.isNull()) {
        return plane;
    }
    QPainter painter(&plane);
    paintCells(painter);
    QColor dots = coloursFor(palette()).faintText;
    dots.setAlphaF(m_earlier.size() > kManyDots ? 0.45F : 0.8F);
    painter.setPen(QPen(dots, kDotSize, Qt::SolidLine, Qt::SquareCap));
    QList<QPointF> pixels;
    pixels.reserve(m_earlier.size());
    for (const QPointF& position : m_earlier) {
        pixels.append(toPixels(position));
    }
    painter.drawPoints(pixels.constData(), static_cast<int>(pixels.size()));
    return plane;
}

void CoveragePlot::drawBackground(QPainter* painter, const QRectF& rect) {
    QChartView::drawBackground(painter, rect);
    const QRectF area = chart()->mapToScene(chart()->plotArea()).boundingRect();
    if (m_plane.isNull() || m_planeArea != area) {
        m_plane = paintedPlane();
        m_planeArea = area;
    }
    painter->drawPixmap(area.topLeft(), m_plane);
}

void CoveragePlot::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    m_plane = {};
}

void CoveragePlot::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void CoveragePlot::applyColours() {
    const Colours colours = coloursFor(palette());
    colourChart(chart(), colours, this);
    setBackgroundBrush(colours.plot);
    m_legend->setColor(colours.faintText);
    m_legend->setBorderColor(Qt::transparent);
    m_last->setColor(colours.real);
    m_last->setPen(m_last->markerSize() < kLastSize ? QPen(Qt::NoPen) : QPen(colours.plot, 0.8));
    m_aims->setColor(Qt::transparent);
    m_aims->setPen(QPen(colours.emulated, 1.8));
    m_plane = {};
}

}  // namespace mimesys::widgets
