// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/report.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <QWidget>
#include <array>

namespace mimesys::widgets {

// Every run's value under its condition, with the mean and its 95 % interval beside the points. Conditions differ in
// place and in the shape of their points.
class TestRunChart : public QWidget {
    Q_OBJECT
public:
    explicit TestRunChart(QWidget* parent = nullptr);
    void setReport(const testrun::Report* report);  // null = none

    [[nodiscard]] QList<QPointF> points(testrun::Condition condition) const;
    // Low and high end of the interval that is drawn; empty when there is none.
    [[nodiscard]] QList<double> interval(testrun::Condition condition) const;
    [[nodiscard]] double drawnMean(testrun::Condition condition) const;  // NaN when there is none
    [[nodiscard]] QString summary() const { return m_summary; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Drawn {
        QScatterSeries* runs = nullptr;
        QScatterSeries* mean = nullptr;
        QLineSeries* interval = nullptr;
    };
    void setCondition(testrun::Condition condition, const testrun::Report& report, double centre);
    void clear();
    void applyColours();

    QChart* m_chart;
    QCategoryAxis* m_conditions;
    QValueAxis* m_values;
    std::array<Drawn, testrun::kConditions.size()> m_drawn;
    QString m_summary;
};

}  // namespace mimesys::widgets
