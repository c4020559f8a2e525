// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QBarCategoryAxis;
class QBarSet;
class QChart;
class QHorizontalBarSeries;
class QValueAxis;

namespace mimesys::evaluation {
struct Score;
}

namespace mimesys::widgets {

// DTW distance per family as bars.
class FamilyChart : public QWidget {
    Q_OBJECT
public:
    explicit FamilyChart(QWidget* parent = nullptr);
    void setScore(const evaluation::Score* score);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QChart* m_chart;
    QHorizontalBarSeries* m_series;
    QBarCategoryAxis* m_families;
    QValueAxis* m_distance;
};

}  // namespace mimesys::widgets
