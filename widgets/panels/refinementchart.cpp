// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/refinementchart.h"

#include "theme/colours.h"
#include "timeline/geometry.h"

#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kRoom = 0.3;      // of a round, beyond the ends of the axis
constexpr double kAbove = 1.1;     // of the highest distance
constexpr double kMostTicks = 10;  // of the axis of rounds
constexpr double kNothing = 1e-9;  // a distance too small for an axis

}  // namespace

RefinementChart::RefinementChart(QWidget* parent)
    : QWidget(parent),
      m_chart(new QChart),
      m_mean(new QLineSeries),
      m_floor(new QLineSeries),
      m_shown(new QScatterSeries),
      m_confirmed(new QScatterSeries),
      m_rounds(new QValueAxis),
      m_distance(new QValueAxis) {
    setObjectName(QStringLiteral("refinementChart"));
    m_mean->setName(tr("mean DTW"));
    m_floor->setName(tr("floor"));
    m_shown->setName(tr("open"));
    m_confirmed->setName(tr("again"));
    m_mean->setPointsVisible(true);
    m_shown->setMarkerSize(12.0);
    m_confirmed->setMarkerSize(10.0);
    m_confirmed->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
    m_chart->setMargins(QMargins(0, 0, 6, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_chart->addAxis(m_rounds, Qt::AlignBottom);
    m_chart->addAxis(m_distance, Qt::AlignLeft);
    for (QXYSeries* series : std::initializer_list<QXYSeries*>{m_floor, m_mean, m_shown, m_confirmed}) {
        m_chart->addSeries(series);
        series->attachAxis(m_rounds);
        series->attachAxis(m_distance);
    }
    m_rounds->setTitleText(tr("Round"));
    for (QValueAxis* axis : {m_rounds, m_distance}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(0.0);
        axis->setLabelFormat(QStringLiteral("%g"));
    }
    const auto clicked = [this](const QPointF& point) {
        const int round = static_cast<int>(std::lround(point.x()));
        if (round >= 0 && round < m_mean->count()) {
            Q_EMIT roundClicked(round);
        }
    };
    connect(m_mean, &QXYSeries::clicked, this, clicked);
    connect(m_shown, &QXYSeries::clicked, this, clicked);
    auto* view = new QChartView(m_chart, this);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    view->setMinimumHeight(fontMetrics().lineSpacing() * 11);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    setRefinement({}, std::nullopt);
}

void RefinementChart::setRefinement(const LoadedRefinement& refinement, std::optional<std::size_t> shown) {
    QList<QPointF> mean;
    double highest = refinement.floor;
    for (const LoadedRound& round : refinement.rounds) {
        mean.append({static_cast<double>(mean.size()), round.mean});
        highest = std::max(highest, round.mean);
    }
    const double last = std::max({static_cast<double>(refinement.wanted), static_cast<double>(mean.size()) - 1.0, 1.0});
    const bool any = !mean.isEmpty();
    m_mean->replace(mean);
    m_floor->replace(any ? QList<QPointF>{{-kRoom, refinement.floor}, {last + kRoom, refinement.floor}}
                         : QList<QPointF>());
    m_shown->replace(shown && *shown < refinement.rounds.size() ? QList<QPointF>{mean[static_cast<int>(*shown)]}
                                                                : QList<QPointF>());
    m_confirmed->replace(refinement.confirmed
                             ? QList<QPointF>{{static_cast<double>(refinement.best), *refinement.confirmed}}
                             : QList<QPointF>());
    highest = std::max(highest, refinement.confirmed.value_or(0.0));
    m_confirmed->setVisible(refinement.confirmed.has_value());
    m_floor->setName(refinement.floorMeasured || refinement.running ? tr("floor, measured") : tr("floor"));
    m_rounds->setRange(-kRoom, last + kRoom);
    m_rounds->setTickInterval(std::max(1.0, std::ceil(last / kMostTicks)));
    const double top = roundedUp(any && highest > kNothing ? highest * kAbove : 1.0);
    m_distance->setRange(0.0, top);
    m_distance->setTickInterval(top / 2.0);
    m_summary = any ? tr("Mean distance of %n round(s), best %1 in round %2, floor %3", nullptr,
                         static_cast<int>(refinement.rounds.size()))
                          .arg(refinement.rounds[refinement.best].mean, 0, 'f', 4)
                          .arg(refinement.best)
                          .arg(refinement.floor, 0, 'f', 4)
                    : tr("No round yet");
    setAccessibleName(m_summary);
    applyColours();
}

QList<QPointF> RefinementChart::points(Line line) const {
    switch (line) {
        case Line::Mean:
            return m_mean->points();
        case Line::Floor:
            return m_floor->points();
        case Line::Shown:
            return m_shown->points();
        case Line::Confirmed:
            break;
    }
    return m_confirmed->points();
}

void RefinementChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void RefinementChart::applyColours() {
    const Colours colours = coloursFor(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_chart->setBackgroundBrush(colours.plot);
    m_chart->legend()->setLabelColor(colours.text);
    m_chart->legend()->setFont(small);
    m_mean->setPen(QPen(colours.real, 2.2));
    QPen floor(colours.emulated, 1.8);
    floor.setStyle(Qt::DashLine);
    m_floor->setPen(floor);
    m_shown->setColor(Qt::transparent);
    m_shown->setPen(QPen(colours.text, 1.8));
    m_confirmed->setColor(colours.emulated);
    m_confirmed->setPen(QPen(colours.plot, 1.0));
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_rounds, m_distance}) {
        axis->setLabelsColor(colours.text);
        axis->setLabelsFont(small);
        axis->setTitleBrush(colours.text);
        axis->setTitleFont(small);
        axis->setLinePenColor(colours.border);
        axis->setGridLineColor(colours.grid);
    }
}

}  // namespace mimesys::widgets
