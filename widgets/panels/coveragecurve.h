// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>

class QChart;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace mimesys::collection {
struct RoundNews;
}

namespace mimesys::widgets {

// A collection over its rounds: how much of what can be reached is covered, over all pairs of metrics and for the one
// that is shown, and how many samples there are.
class CoverageCurve : public QWidget {
    Q_OBJECT
public:
    enum class Line { AllPairs, ShownPair, Samples };

    explicit CoverageCurve(QWidget* parent = nullptr);
    // `pair` counts the pairs of the coverage. Nothing is shown of a data set whose rounds are unknown.
    void setNews(const collection::RoundNews* news, int pair);
    // What a line shows, (round, value) each: rounds from 1; percent of the cells that are reachable now, or samples.
    [[nodiscard]] QList<QPointF> points(Line line) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QLabel* m_title;
    QChart* m_chart;
    QLineSeries* m_all;
    QLineSeries* m_shown;
    QLineSeries* m_samples;
    QValueAxis* m_rounds;
    QValueAxis* m_percent;
    QValueAxis* m_count;
};

}  // namespace mimesys::widgets
