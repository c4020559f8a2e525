// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/coveragecurve.h"

#include "collection/collector.h"
#include "panels/chartparts.h"
#include "theme/colours.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLabel>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <numeric>

namespace mimesys::widgets {
namespace {

// Of rounds that each add something, what there is after each, in units of `whole`.
QList<QPointF> cumulated(std::span<const std::size_t> added, double whole) {
    QList<QPointF> points;
    std::size_t sum = 0;
    for (std::size_t round = 0; round < added.size(); ++round) {
        sum += added[round];
        points.append({static_cast<double>(round + 1), static_cast<double>(sum) / std::max(whole, 1e-9)});
    }
    return points;
}

double reachable(const collection::Coverage& coverage) {
    return std::transform_reduce(coverage.pairs.begin(), coverage.pairs.end(), 0.0, std::plus{},
                                 [](const auto& pair) { return static_cast<double>(pair.reachable()); });
}

}  // namespace

CoverageCurve::CoverageCurve(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(tr("Coverage and samples over rounds"), this)),
      m_chart(new QChart),
      m_all(new QLineSeries),
      m_shown(new QLineSeries),
      m_samples(new QLineSeries),
      m_rounds(new QValueAxis),
      m_percent(new QValueAxis),
      m_count(new QValueAxis) {
    setObjectName(QStringLiteral("coverageCurve"));
    m_all->setName(tr("all pairs, % of cells (left)"));
    m_shown->setName(tr("this pair"));
    m_samples->setName(tr("samples (right)"));
    prepareChart(m_chart);
    m_chart->addAxis(m_rounds, Qt::AlignBottom);
    m_chart->addAxis(m_percent, Qt::AlignLeft);
    m_chart->addAxis(m_count, Qt::AlignRight);
    addSeries(m_chart, m_all, m_rounds, m_percent);
    addSeries(m_chart, m_shown, m_rounds, m_percent);
    addSeries(m_chart, m_samples, m_rounds, m_count);
    for (QValueAxis* axis : {m_rounds, m_percent, m_count}) {
        prepareAxis(axis);
    }
    m_percent->setRange(0.0, 100.0 * (1.0 + kAxisRoom));
    m_percent->setTickInterval(50.0);
    m_count->setGridLineVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    addChartView(layout, new QChartView(m_chart, this), m_title, 8, 1);
    applyColours();
}

void CoverageCurve::setNews(const collection::RoundNews* news, int pair) {
    std::vector<std::size_t> cells;
    std::vector<std::size_t> shown;
    std::vector<std::size_t> samples;
    double shownCells = 0.0;
    if (news != nullptr && !news->rounds.empty()) {
        const std::size_t rounds = news->coverage.occupiedByRound.size();
        std::adjacent_difference(news->coverage.occupiedByRound.begin(), news->coverage.occupiedByRound.end(),
                                 std::back_inserter(cells));
        samples.assign(rounds, 0);
        for (const std::uint32_t round : news->rounds) {
            ++samples[std::min<std::size_t>(round, rounds - 1)];
        }
        if (pair >= 0 && static_cast<std::size_t>(pair) < news->coverage.pairs.size()) {
            const collection::PairCoverage& chosen = news->coverage.pairs[static_cast<std::size_t>(pair)];
            shownCells = static_cast<double>(chosen.reachable());
            shown.assign(rounds, 0);
            for (std::size_t cell = 0; cell < chosen.counts.size(); ++cell) {
                shown[chosen.firstRounds[cell]] += chosen.counts[cell] > 0 ? 1 : 0;
            }
        }
    }
    m_all->replace(cumulated(cells, news == nullptr ? 1.0 : reachable(news->coverage) / 100.0));
    m_shown->replace(cumulated(shown, shownCells / 100.0));
    m_samples->replace(cumulated(samples, 1.0));
    for (QLineSeries* line : {m_all, m_shown, m_samples}) {
        line->setPointsVisible(line->count() == 1);
    }
    setSteps(m_rounds, static_cast<double>(cells.size()));
    setFromZero(m_count, m_samples->count() == 0 ? 0.0 : m_samples->points().back().y());
    setAccessibleName(cells.empty() ? tr("Coverage over rounds, not known")
                                    : tr("Coverage over rounds, %1 % after the last of %2")
                                          .arg(m_all->points().back().y(), 0, 'f', 0)
                                          .arg(cells.size()));
    applyColours();
}

QList<QPointF> CoverageCurve::points(Line line) const {
    return line == Line::AllPairs ? m_all->points() : line == Line::ShownPair ? m_shown->points() : m_samples->points();
}

void CoverageCurve::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void CoverageCurve::applyColours() {
    const Colours colours = coloursFor(palette());
    colourChart(m_chart, colours, this);
    m_all->setPen(QPen(colours.real, 2.2));
    m_shown->setPen(QPen(colours.real, 1.2, Qt::DotLine));
    m_samples->setPen(QPen(colours.emulated, 1.8, Qt::DashLine));
}

}  // namespace mimesys::widgets
