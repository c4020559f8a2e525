// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/dosecharts.h"

#include "panels/dosechart.h"

#include <QGridLayout>
#include <QScrollBar>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr int kChartWidth = 34;  // characters, at least

}  // namespace

DoseCharts::DoseCharts(QWidget* parent) : QScrollArea(parent), m_grid(new QGridLayout) {
    setObjectName(QStringLiteral("doseCharts"));
    setAccessibleName(tr("Dose-response of every metric"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    layout->addLayout(m_grid);
    layout->addStretch();
    setWidget(content);
}

void DoseCharts::setSignature(const collection::Calibration* calibration, const collection::Signature* signature) {
    std::vector<const collection::DoseCurve*> curves;
    if (calibration != nullptr && signature != nullptr) {
        curves = respondingCurves(*calibration, *signature);
        for (const collection::DoseCurve& curve : signature->curves) {
            if (std::ranges::find(curves, &curve) == curves.end()) {
                curves.push_back(&curve);
            }
        }
    }
    while (m_charts.size() < curves.size()) {
        m_charts.push_back(new DoseChart(widget()));
    }
    m_count = curves.size();
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setHighlighted(false);
        if (i < m_count) {
            m_charts[i]->setCurve(*curves[i], calibration->doses);
        }
    }
    m_columns = 0;
    arrange();
    verticalScrollBar()->setValue(0);
}

std::vector<DoseChart*> DoseCharts::shown() const {
    return {m_charts.begin(), m_charts.begin() + static_cast<std::ptrdiff_t>(m_count)};
}

void DoseCharts::reveal(const QString& metricId) {
    for (DoseChart* chart : shown()) {
        const bool wanted = !metricId.isEmpty() && chart->metricId() == metricId;
        chart->setHighlighted(wanted);
        if (wanted) {
            ensureWidgetVisible(chart, 0, m_grid->spacing());
        }
    }
}

void DoseCharts::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void DoseCharts::arrange() {
    const int least = fontMetrics().averageCharWidth() * kChartWidth;
    const int columns = std::max(1, (viewport()->width() + m_grid->spacing()) / (least + m_grid->spacing()));
    if (columns == m_columns) {
        return;
    }
    for (int column = 0; column < std::max(columns, m_grid->columnCount()); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    m_columns = columns;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_grid->removeWidget(m_charts[i]);
        if (i < m_count) {
            m_grid->addWidget(m_charts[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        }
        m_charts[i]->setVisible(i < m_count);
    }
}

}  // namespace mimesys::widgets
