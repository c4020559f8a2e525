// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/familychart.h"

#include "evaluation/score.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/geometry.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <ranges>

namespace mimesys::widgets {

FamilyChart::FamilyChart(QWidget* parent)
    : QWidget(parent),
      m_chart(new QChart),
      m_series(new QHorizontalBarSeries),
      m_families(new QBarCategoryAxis),
      m_distance(new QValueAxis) {
    setObjectName(QStringLiteral("familyChart"));
    m_chart->setTitle(tr("DTW distance per family"));
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(4, 4, 4, 4));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->addSeries(m_series);
    m_chart->addAxis(m_families, Qt::AlignLeft);
    m_chart->addAxis(m_distance, Qt::AlignBottom);
    m_series->attachAxis(m_families);
    m_series->attachAxis(m_distance);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    m_series->setLabelsPrecision(3);
    m_series->setBarWidth(0.6);
    m_distance->setTickCount(3);
    m_families->setTruncateLabels(false);
    auto* view = new QChartView(m_chart, this);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(m_chart->title());
    view->setMinimumHeight(fontMetrics().height() * 9);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    applyColours();
}

void FamilyChart::setScore(const evaluation::Score* score) {
    m_series->clear();
    m_families->clear();
    if (score == nullptr) {
        return;
    }
    m_chart->setTitle(score->realSimulated || score->emulatedSimulated ? tr("DTW distance per family, simulated")
                                                                       : tr("DTW distance per family"));
    auto* set = new QBarSet(tr("DTW distance"));
    double highest = 0.0;
    QStringList names;
    // The axis grows upwards: the first family goes in last.
    for (const auto& [family, distance] : std::views::reverse(score->families)) {
        names += familyTitle(family);
        set->append(distance);
        highest = std::max(highest, distance);
    }
    m_families->append(names);
    m_series->append(set);
    // Room for the label behind the longest bar.
    m_distance->setRange(0.0, roundedUp(highest * 1.25));
    applyColours();
}

void FamilyChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void FamilyChart::applyColours() {
    const Colours colours = coloursFor(palette());
    QFont title = font();
    title.setBold(true);
    m_chart->setTitleFont(title);
    m_chart->setTitleBrush(colours.text);
    m_chart->setBackgroundBrush(colours.plot);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_families, m_distance}) {
        axis->setLabelsColor(colours.text);
        axis->setLabelsFont(font());
        axis->setLinePenColor(colours.border);
        axis->setGridLineColor(colours.grid);
    }
    for (QBarSet* set : m_series->barSets()) {
        set->setColor(colours.real);
        set->setBorderColor(colours.real);
        set->setLabelColor(colours.text);
    }
}

}  // namespace mimesys::widgets
