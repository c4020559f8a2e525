// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"

#include <QChart>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <QWidget>

namespace mimesys::widgets {

// The mean distance of every round of a refinement, with the floor as a line, the round whose plan is open and the
// confirmation of the best.
class RefinementChart : public QWidget {
    Q_OBJECT
public:
    explicit RefinementChart(QWidget* parent = nullptr);
    void setRefinement(const LoadedRefinement& refinement, std::optional<std::size_t> shown);

    enum class Line { Mean, Floor, Shown, Confirmed };
    [[nodiscard]] QList<QPointF> points(Line line) const;
    [[nodiscard]] QString summary() const { return m_summary; }

Q_SIGNALS:
    // A point of the line was clicked.
    void roundClicked(int round);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QChart* m_chart;
    QLineSeries* m_mean;
    QLineSeries* m_floor;
    QScatterSeries* m_shown;
    QScatterSeries* m_confirmed;
    QValueAxis* m_rounds;
    QValueAxis* m_distance;
    QString m_summary;
};

}  // namespace mimesys::widgets
