// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "collection/calibration.h"

#include <QFrame>
#include <span>

class QAreaSeries;
class QChart;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace mimesys::widgets {

// One metric over the doses of one stressor: mean, deviation as a band, the idle level as a thin line, and the response
// in words.
class DoseChart : public QFrame {
    Q_OBJECT
public:
    explicit DoseChart(QWidget* parent = nullptr);
    void setCurve(const collection::DoseCurve& curve, std::span<const double> doses);
    void setHighlighted(bool highlighted);
    [[nodiscard]] QString metricId() const { return m_metricId; }
    [[nodiscard]] QString words() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QString m_metricId;
    bool m_driven = false;
    bool m_highlighted = false;
    QLabel* m_title;
    QLabel* m_words;
    QChart* m_chart;
    QLineSeries* m_mean;
    QScatterSeries* m_points;
    QLineSeries* m_upper;
    QLineSeries* m_lower;
    QAreaSeries* m_band;
    QLineSeries* m_idle;
    QValueAxis* m_dose;
    QValueAxis* m_value;
};

}  // namespace mimesys::widgets
