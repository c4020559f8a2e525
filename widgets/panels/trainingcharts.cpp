// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/trainingcharts.h"

#include "models/trainpointmodel.h"
#include "panels/chartparts.h"
#include "theme/colours.h"
#include "timeline/geometry.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLabel>
#include <QLineSeries>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kFewestDecades = 0.15;  // an axis of less would show noise as if it were progress
constexpr std::size_t kFewestTicks = 3;

// Round numbers to label a logarithmic axis with: the coarsest set that has three of them between the ends, and where a
// decade is too coarse, even steps.
std::vector<double> logTicks(double low, double high) {
    static const std::vector<std::vector<double>> kMantissas{{1.0}, {1.0, 3.0}, {1.0, 2.0, 5.0}};
    std::vector<double> ticks;
    for (const auto& mantissas : kMantissas) {
        ticks.clear();
        for (int decade = static_cast<int>(std::floor(low)); decade <= static_cast<int>(std::ceil(high)); ++decade) {
            for (const double mantissa : mantissas) {
                const double value = mantissa * std::pow(10.0, decade);
                if (std::log10(value) >= low && std::log10(value) <= high) {
                    ticks.push_back(value);
                }
            }
        }
        if (ticks.size() >= kFewestTicks) {
            return ticks;
        }
    }
    ticks.clear();
    const double bottom = std::pow(10.0, low);
    const double top = std::pow(10.0, high);
    const double step = roundedUp((top - bottom) / static_cast<double>(kFewestTicks + 1));
    for (double value = std::ceil(bottom / step) * step; value <= top; value += step) {
        ticks.push_back(value);
    }
    return ticks;
}

void addIfFinite(QList<QPointF>& points, std::int64_t step, double value) {
    if (std::isfinite(value)) {
        points.append({static_cast<double>(step), value});
    }
}

}  // namespace

TrainingCharts::TrainingCharts(QWidget* parent)
    : QWidget(parent),
      m_lossTitle(new QLabel(this)),
      m_rateTitle(new QLabel(this)),
      m_losses(new QChart),
      m_rates(new QChart),
      m_trainLoss(new QLineSeries),
      m_heldOut(new QLineSeries),
      m_best(new QScatterSeries),
      m_rate(new QLineSeries),
      m_norm(new QLineSeries),
      m_lossSteps(new QValueAxis),
      m_loss(new QCategoryAxis),
      m_rateSteps(new QValueAxis),
      m_rateAxis(new QValueAxis),
      m_normAxis(new QValueAxis) {
    setObjectName(QStringLiteral("trainingCharts"));
    build();
    setPoints({}, false);
}

void TrainingCharts::build() {
    m_trainLoss->setName(tr("training"));
    m_heldOut->setName(tr("held out"));
    m_best->setName(tr("best"));
    m_norm->setName(tr("gradient norm (right)"));
    m_best->setMarkerSize(11.0);
    m_loss->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    prepareChart(m_losses);
    prepareChart(m_rates);
    m_losses->addAxis(m_lossSteps, Qt::AlignBottom);
    m_losses->addAxis(m_loss, Qt::AlignLeft);
    m_rates->addAxis(m_rateSteps, Qt::AlignBottom);
    m_rates->addAxis(m_rateAxis, Qt::AlignLeft);
    m_rates->addAxis(m_normAxis, Qt::AlignRight);
    addSeries(m_losses, m_trainLoss, m_lossSteps, m_loss);
    addSeries(m_losses, m_heldOut, m_lossSteps, m_loss);
    addSeries(m_losses, m_best, m_lossSteps, m_loss);
    addSeries(m_rates, m_rate, m_rateSteps, m_rateAxis);
    addSeries(m_rates, m_norm, m_rateSteps, m_normAxis);
    for (QValueAxis* axis : {m_lossSteps, m_rateSteps, m_rateAxis, m_normAxis}) {
        prepareAxis(axis);
    }
    m_normAxis->setGridLineVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    addChartView(layout, new QChartView(m_losses, this), m_lossTitle, 12, 5);
    addChartView(layout, new QChartView(m_rates, this), m_rateTitle, 9, 2);
}

void TrainingCharts::setPoints(std::span<const model::TrainPoint> points, bool simulated) {
    m_simulated = simulated;
    QList<QPointF> trainLoss;
    QList<QPointF> heldOut;
    QList<QPointF> rate;
    QList<QPointF> norm;
    double highestRate = 0.0;
    for (const model::TrainPoint& point : points) {
        highestRate = std::isfinite(point.learningRate) ? std::max(highestRate, point.learningRate) : highestRate;
    }
    m_rateUnit = highestRate > 0.0 ? std::pow(10.0, std::floor(std::log10(highestRate))) : 1.0;
    for (const model::TrainPoint& point : points) {
        addIfFinite(trainLoss, point.step, std::log10(point.trainLoss));
        addIfFinite(heldOut, point.step, std::log10(point.validationLoss));
        addIfFinite(rate, point.step, point.learningRate / m_rateUnit);
        addIfFinite(norm, point.step, point.gradientNorm);
    }
    m_trainLoss->replace(trainLoss);
    m_heldOut->replace(heldOut);
    m_rate->replace(rate);
    m_norm->replace(norm);
    const model::TrainPoint* best = bestPoint(points);
    QList<QPointF> marked;
    if (best != nullptr) {
        addIfFinite(marked, best->step, std::log10(best->validationLoss));
    }
    m_best->replace(marked);
    // One point makes no line.
    for (QLineSeries* line : {m_trainLoss, m_heldOut, m_rate, m_norm}) {
        line->setPointsVisible(line->count() == 1);
    }
    const double last = points.empty() ? 0.0 : static_cast<double>(points.back().step);
    setSteps(m_lossSteps, last);
    setSteps(m_rateSteps, last);
    setLossRange();
    setRateRanges();
    m_lossTitle->setText(simulated ? tr("Loss on simulated samples over steps, logarithmic")
                                   : tr("Loss over steps, logarithmic"));
    m_rateTitle->setText(tr("Learning rate and gradient norm over steps"));
    setAccessibleName(summary());
    applyColours();
}

void TrainingCharts::setLossRange() {
    Ends ends{-1.0, 0.0};
    endsOf({m_trainLoss, m_heldOut}, ends);
    const double spare = std::max(0.0, kFewestDecades - (ends.high - ends.low)) / 2.0;
    const double room = (ends.high - ends.low) * kAxisRoom + spare;
    ends = {ends.low - room, ends.high + room};
    for (const QString& label : m_loss->categoriesLabels()) {
        m_loss->remove(label);
    }
    // A category ends where its label stands.
    m_loss->setStartValue(ends.low - 1.0);
    for (const double tick : logTicks(ends.low, ends.high)) {
        m_loss->append(QString::number(tick, 'g', 3), std::log10(tick));
    }
    m_loss->setRange(ends.low, ends.high);
}

void TrainingCharts::setRateRanges() {
    Ends rate;
    Ends norm;
    endsOf({m_rate}, rate);
    endsOf({m_norm}, norm);
    setFromZero(m_rateAxis, rate.high);
    setFromZero(m_normAxis, norm.high);
    // Room is dear: the legend says which axis is whose.
    m_rate->setName(m_rateUnit == 1.0 ? tr("learning rate (left)")
                                      : tr("learning rate (left, × %1)").arg(m_rateUnit, 0, 'g', 2));
}

QList<QPointF> TrainingCharts::points(Line line) const {
    const auto transformed = [](const QXYSeries* series, auto valueOf) {
        QList<QPointF> values;
        for (const QPointF& point : series->points()) {
            values.append({point.x(), valueOf(point.y())});
        }
        return values;
    };
    const auto loss = [](double logarithm) {
        return std::pow(10.0, logarithm);
    };
    switch (line) {
        case Line::TrainLoss:
            return transformed(m_trainLoss, loss);
        case Line::HeldOutLoss:
            return transformed(m_heldOut, loss);
        case Line::Best:
            return transformed(m_best, loss);
        case Line::LearningRate:
            return transformed(m_rate, [this](double value) { return value * m_rateUnit; });
        case Line::GradientNorm:
            break;
    }
    return m_norm->points();
}

QString TrainingCharts::summary() const {
    const QList<QPointF> best = points(Line::Best);
    const QString what = m_simulated ? tr("Training on simulated samples") : tr("Training");
    return best.isEmpty() ? tr("%1, nothing held out measured yet").arg(what)
                          : tr("%1, best held-out loss %2 at step %3")
                                .arg(what)
                                .arg(best.front().y(), 0, 'g', 4)
                                .arg(best.front().x(), 0, 'f', 0);
}

void TrainingCharts::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void TrainingCharts::applyColours() {
    const Colours colours = coloursFor(palette());
    colourChart(m_losses, colours, this);
    colourChart(m_rates, colours, this);
    m_trainLoss->setPen(QPen(colours.real, 1.4));
    m_heldOut->setPen(QPen(colours.emulated, 2.2));
    m_best->setColor(Qt::transparent);
    m_best->setPen(QPen(colours.text, 1.8));
    m_rate->setPen(QPen(colours.real, 1.8));
    QPen norm(colours.emulated, 1.8);
    norm.setStyle(Qt::DashLine);
    m_norm->setPen(norm);
}

}  // namespace mimesys::widgets
