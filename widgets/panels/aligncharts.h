// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QList>
#include <QPointF>
#include <QWidget>
#include <span>

class QAreaSeries;
class QChart;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace mimesys::widgets {

// An alignment over its iterations: the reward of what was executed with its deviation, the reward on the held-out
// windows with the best one marked, and below them, smaller, how far the model has moved and how far off its forward
// part is.
class AlignCharts : public QWidget {
    Q_OBJECT
public:
    enum class Line { Reward, Upper, Lower, HeldOut, Best, Divergence, ForwardError };

    explicit AlignCharts(QWidget* parent = nullptr);
    // What is no number is left out.
    void setPoints(std::span<const model::AlignPoint> points, bool simulated);
    // What a line shows, (iteration, value) each.
    [[nodiscard]] QList<QPointF> points(Line line) const;
    // For screen readers.
    [[nodiscard]] QString summary() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void setRanges(double last);
    void applyColours();

    QLabel* m_rewardTitle;
    QLabel* m_driftTitle;
    QChart* m_rewards;
    QChart* m_drift;
    QLineSeries* m_upper;
    QLineSeries* m_lower;
    QAreaSeries* m_band;
    QLineSeries* m_reward;
    QLineSeries* m_heldOut;
    QScatterSeries* m_best;
    QLineSeries* m_divergence;
    QLineSeries* m_forwardError;
    QValueAxis* m_iterations;
    QValueAxis* m_rewardAxis;
    QValueAxis* m_driftIterations;
    QValueAxis* m_divergenceAxis;
    QValueAxis* m_errorAxis;
    bool m_simulated = false;
};

}  // namespace mimesys::widgets
