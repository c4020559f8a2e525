// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QList>
#include <QPointF>
#include <QWidget>
#include <span>

class QCategoryAxis;
class QChart;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace mimesys::widgets {

// A training over its steps: both losses on a logarithmic axis with the best point marked, and below them, smaller, the
// learning rate and the norm of the gradients.
class TrainingCharts : public QWidget {
    Q_OBJECT
public:
    enum class Line { TrainLoss, HeldOutLoss, Best, LearningRate, GradientNorm };

    explicit TrainingCharts(QWidget* parent = nullptr);
    // What is no number, or cannot be drawn on its axis, is left out.
    void setPoints(std::span<const model::TrainPoint> points, bool simulated);
    // What a line shows, (step, value) each.
    [[nodiscard]] QList<QPointF> points(Line line) const;
    // For screen readers.
    [[nodiscard]] QString summary() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void setLossRange();
    void setRateRanges();
    void applyColours();

    QLabel* m_lossTitle;
    QLabel* m_rateTitle;
    QChart* m_losses;
    QChart* m_rates;
    QLineSeries* m_trainLoss;  // of decadic logarithms, as the other two
    QLineSeries* m_heldOut;
    QScatterSeries* m_best;
    QLineSeries* m_rate;  // in units of m_rateUnit
    QLineSeries* m_norm;
    QValueAxis* m_lossSteps;
    QCategoryAxis* m_loss;
    QValueAxis* m_rateSteps;
    QValueAxis* m_rateAxis;
    QValueAxis* m_normAxis;
    double m_rateUnit = 1.0;
    bool m_simulated = false;
};

}  // namespace mimesys::widgets
