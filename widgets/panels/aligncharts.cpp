// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/aligncharts.h"

#include "models/alignpointmodel.h"
#include "panels/chartparts.h"
#include "theme/colours.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLabel>
#include <QLegendMarker>
#include <QLineSeries>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

void addIfFinite(QList<QPointF>& points, int iteration, double value) {
    if (std::isfinite(value)) {
        points.append({static_cast<double>(iteration), value});
    }
}

}  // namespace

AlignCharts::AlignCharts(QWidget* parent)
    : QWidget(parent),
      m_rewardTitle(new QLabel(this)),
      m_driftTitle(new QLabel(this)),
      m_rewards(new QChart),
      m_drift(new QChart),
      m_upper(new QLineSeries(this)),
      m_lower(new QLineSeries(this)),
      m_band(new QAreaSeries(m_upper, m_lower)),
      m_reward(new QLineSeries),
      m_heldOut(new QLineSeries),
      m_best(new QScatterSeries),
      m_divergence(new QLineSeries),
      m_forwardError(new QLineSeries),
      m_iterations(new QValueAxis),
      m_rewardAxis(new QValueAxis),
      m_driftIterations(new QValueAxis),
      m_divergenceAxis(new QValueAxis),
      m_errorAxis(new QValueAxis) {
    setObjectName(QStringLiteral("alignCharts"));
    build();
    setPoints({}, false);
}

void AlignCharts::build() {
    m_band->setName(tr("± deviation"));
    m_reward->setName(tr("executed"));
    m_heldOut->setName(tr("held out"));
    m_best->setName(tr("best"));
    m_divergence->setName(tr("divergence (left)"));
    m_forwardError->setName(tr("forward error (right)"));
    m_best->setMarkerSize(11.0);
    prepareChart(m_rewards);
    prepareChart(m_drift);
    m_rewards->addAxis(m_iterations, Qt::AlignBottom);
    m_rewards->addAxis(m_rewardAxis, Qt::AlignLeft);
    m_drift->addAxis(m_driftIterations, Qt::AlignBottom);
    m_drift->addAxis(m_divergenceAxis, Qt::AlignLeft);
    m_drift->addAxis(m_errorAxis, Qt::AlignRight);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_band, m_reward, m_heldOut, m_best}) {
        addSeries(m_rewards, series, m_iterations, m_rewardAxis);
    }
    addSeries(m_drift, m_divergence, m_driftIterations, m_divergenceAxis);
    addSeries(m_drift, m_forwardError, m_driftIterations, m_errorAxis);
    for (QValueAxis* axis : {m_iterations, m_rewardAxis, m_driftIterations, m_divergenceAxis, m_errorAxis}) {
        prepareAxis(axis);
    }
    m_errorAxis->setGridLineVisible(false);
    m_driftTitle->setText(tr("Divergence from the first model and error of the forward model over iterations"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    addChartView(layout, new QChartView(m_rewards, this), m_rewardTitle, 12, 5);
    addChartView(layout, new QChartView(m_drift, this), m_driftTitle, 9, 2);
}

void AlignCharts::setPoints(std::span<const model::AlignPoint> points, bool simulated) {
    m_simulated = simulated;
    QList<QPointF> reward;
    QList<QPointF> upper;
    QList<QPointF> lower;
    QList<QPointF> heldOut;
    QList<QPointF> divergence;
    QList<QPointF> forwardError;
    for (const model::AlignPoint& point : points) {
        addIfFinite(reward, point.iteration, point.reward);
        addIfFinite(upper, point.iteration, point.reward + point.rewardDeviation);
        addIfFinite(lower, point.iteration, point.reward - point.rewardDeviation);
        addIfFinite(heldOut, point.iteration, point.heldOutReward);
        addIfFinite(divergence, point.iteration, point.divergence);
        addIfFinite(forwardError, point.iteration, point.forwardError);
    }
    m_reward->replace(reward);
    m_upper->replace(upper);
    m_lower->replace(lower);
    m_heldOut->replace(heldOut);
    m_divergence->replace(divergence);
    m_forwardError->replace(forwardError);
    QList<QPointF> marked;
    if (const model::AlignPoint* best = bestPoint(points)) {
        addIfFinite(marked, best->iteration, best->heldOutReward);
    }
    m_best->replace(marked);
    // One point makes no line; and what is held out is not looked at after every iteration.
    for (QLineSeries* line : {m_reward, m_divergence, m_forwardError}) {
        line->setPointsVisible(line->count() == 1);
    }
    setRanges(points.empty() ? 0.0 : points.back().iteration);
    m_rewardTitle->setText(simulated ? tr("Reward of simulated executions over iterations (0 = as the trace)")
                                     : tr("Reward of executions over iterations (0 = as the trace)"));
    setAccessibleName(summary());
    applyColours();
}

void AlignCharts::setRanges(double last) {
    setSteps(m_iterations, last);
    setSteps(m_driftIterations, last);
    Ends rewards{-1.0, 0.0};
    endsOf({m_reward, m_upper, m_lower, m_heldOut}, rewards);
    setAround(m_rewardAxis, rewards);
    Ends divergence;
    Ends error;
    endsOf({m_divergence}, divergence);
    endsOf({m_forwardError}, error);
    setFromZero(m_divergenceAxis, divergence.high);
    setFromZero(m_errorAxis, error.high);
}

QList<QPointF> AlignCharts::points(Line line) const {
    switch (line) {
        case Line::Reward:
            return m_reward->points();
        case Line::Upper:
            return m_upper->points();
        case Line::Lower:
            return m_lower->points();
        case Line::HeldOut:
            return m_heldOut->points();
        case Line::Best:
            return m_best->points();
        case Line::Divergence:
            return m_divergence->points();
        case Line::ForwardError:
            break;
    }
    return m_forwardError->points();
}

QString AlignCharts::summary() const {
    const QList<QPointF> best = m_best->points();
    const QString what = m_simulated ? tr("Alignment on a simulated machine") : tr("Alignment");
    return best.isEmpty() ? tr("%1, nothing held out measured yet").arg(what)
                          : tr("%1, best held-out reward %2 at iteration %3")
                                .arg(what)
                                .arg(best.front().y(), 0, 'g', 4)
                                .arg(best.front().x(), 0, 'f', 0);
}

void AlignCharts::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void AlignCharts::applyColours() {
    const Colours colours = coloursFor(palette());
    colourChart(m_rewards, colours, this);
    colourChart(m_drift, colours, this);
    QColor edge = colours.real;
    edge.setAlphaF(0.3F);
    m_band->setPen(QPen(edge, 0.5));
    m_band->setBrush(colours.realFill);
    for (QLegendMarker* marker : m_rewards->legend()->markers(m_band)) {
        marker->setShape(QLegend::MarkerShapeRectangle);
        marker->setPen(QPen(edge, 0.5));
        marker->setBrush(edge);
    }
    m_reward->setPen(QPen(colours.real, 1.4));
    m_heldOut->setPen(QPen(colours.emulated, 2.2));
    m_heldOut->setPointsVisible(true);
    m_best->setColor(Qt::transparent);
    m_best->setPen(QPen(colours.text, 1.8));
    m_divergence->setPen(QPen(colours.real, 1.8));
    QPen error(colours.emulated, 1.8);
    error.setStyle(Qt::DashLine);
    m_forwardError->setPen(error);
}

}  // namespace mimesys::widgets
