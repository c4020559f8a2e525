// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/testrunchart.h"

#include "models/conditionmodel.h"
#include "panels/chartparts.h"
#include "theme/colours.h"
#include "timeline/format.h"

#include <QChartView>
#include <QEvent>
#include <QLegend>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::widgets {
namespace {

// Across a condition's place, which is 1 wide: runs spread over the left part in their order, the mean to the right.
constexpr double kRunsFrom = -0.3;
constexpr double kRunsWidth = 0.4;
constexpr double kMeanAt = 0.28;
constexpr double kCap = 0.05;
constexpr double kFromZero = 0.5;    // an axis begins at 0 when the smallest value is below this part of the largest
constexpr double kLeastReach = 0.1;  // of the middle, to both sides: less would show noise as if it mattered
constexpr int kLines = 10;

std::size_t indexOf(testrun::Condition condition) {
    return static_cast<std::size_t>(condition);
}

}  // namespace

TestRunChart::TestRunChart(QWidget* parent)
    : QWidget(parent), m_chart(new QChart), m_conditions(new QCategoryAxis), m_values(new QValueAxis) {
    setObjectName(QStringLiteral("testRunChart"));
    prepareChart(m_chart);
    m_chart->legend()->hide();
    m_conditions->setLabelsPosition(QCategoryAxis::AxisLabelsPositionCenter);
    m_conditions->setGridLineVisible(false);
    m_chart->addAxis(m_conditions, Qt::AlignBottom);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    prepareAxis(m_values);
    constexpr std::array kShapes{QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle,
                                 QScatterSeries::MarkerShapeTriangle};
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        Drawn& drawn = m_drawn[i];
        drawn = {new QScatterSeries, new QScatterSeries, new QLineSeries};
        drawn.runs->setMarkerShape(kShapes[i]);
        drawn.runs->setMarkerSize(9.0);
        drawn.mean->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
        drawn.mean->setMarkerSize(12.0);
        for (QXYSeries* series : std::initializer_list<QXYSeries*>{drawn.interval, drawn.runs, drawn.mean}) {
            addSeries(m_chart, series, m_conditions, m_values);
        }
    }
    auto* view = new QChartView(m_chart, this);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    view->setMinimumHeight(fontMetrics().lineSpacing() * kLines);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    setReport(nullptr);
}

void TestRunChart::clear() {
    for (const Drawn& drawn : m_drawn) {
        for (QXYSeries* series : std::initializer_list<QXYSeries*>{drawn.runs, drawn.mean, drawn.interval}) {
            series->clear();
        }
    }
    for (const QString& label : m_conditions->categoriesLabels()) {
        m_conditions->remove(label);
    }
}

void TestRunChart::setCondition(testrun::Condition condition, const testrun::Report& report, double centre) {
    const Drawn& drawn = m_drawn[indexOf(condition)];
    const std::vector<double> values = report.valuesOf(condition);
    const double places = std::max(static_cast<double>(report.repetitions) - 1.0, 1.0);
    QList<QPointF> points;
    for (const double value : values) {
        const auto place = std::min(static_cast<double>(points.size()), places);
        points.append({centre + kRunsFrom + kRunsWidth * place / places, value});
    }
    drawn.runs->replace(points);
    const testrun::Summary summary = report.summaryOf(condition);
    const double x = centre + kMeanAt;
    if (summary.count > 0) {
        drawn.mean->replace(QList<QPointF>{{x, summary.mean}});
    }
    if (summary.interval) {
        const auto [low, high] = *summary.interval;
        drawn.interval->replace(
            QList<QPointF>{{x - kCap, low}, {x + kCap, low}, {x, low}, {x, high}, {x - kCap, high}, {x + kCap, high}});
    }
}

void TestRunChart::setReport(const testrun::Report* report) {
    clear();
    double right = 0.0;
    QStringList sentences;
    for (const testrun::Condition condition : testrun::kConditions) {
        if (report == nullptr || !report->has(condition)) {
            continue;
        }
        setCondition(condition, *report, right + 0.5);
        right += 1.0;
        m_conditions->append(conditionTitle(condition), right);
        const testrun::Summary summary = report->summaryOf(condition);
        sentences += tr("%1: mean %2 of %n run(s)", nullptr, static_cast<int>(summary.count))
                         .arg(conditionTitle(condition))
                         .arg(summary.mean, 0, 'g', 4);
    }
    m_conditions->setRange(0.0, std::max(right, 1.0));
    Ends ends;
    const bool any = endsOf({m_drawn[0].runs, m_drawn[1].runs, m_drawn[2].runs, m_drawn[0].interval,
                             m_drawn[1].interval, m_drawn[2].interval},
                            ends);
    const double middle = (ends.low + ends.high) / 2.0;
    ends = {std::min(ends.low, (1.0 - kLeastReach) * middle), std::max(ends.high, (1.0 + kLeastReach) * middle)};
    if (ends.low < kFromZero * ends.high) {
        ends.low = std::min(ends.low, 0.0);
    }
    setAround(m_values, any ? ends : Ends());
    m_values->setTitleText(report == nullptr ? QString() : toQString(report->measure.unit));
    m_summary = sentences.isEmpty() ? tr("No run yet") : sentences.join(QStringLiteral("; "));
    setAccessibleName(m_summary);
    applyColours();
}

QList<QPointF> TestRunChart::points(testrun::Condition condition) const {
    return m_drawn[indexOf(condition)].runs->points();
}

QList<double> TestRunChart::interval(testrun::Condition condition) const {
    const QList<QPointF> path = m_drawn[indexOf(condition)].interval->points();
    return path.isEmpty() ? QList<double>() : QList<double>{path.front().y(), path.back().y()};
}

double TestRunChart::drawnMean(testrun::Condition condition) const {
    const QList<QPointF> points = m_drawn[indexOf(condition)].mean->points();
    return points.isEmpty() ? std::numeric_limits<double>::quiet_NaN() : points.front().y();
}

void TestRunChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void TestRunChart::applyColours() {
    const Colours colours = coloursFor(palette());
    const std::array hues{colours.real, colours.emulated, colours.text};
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const Drawn& drawn = m_drawn[i];
        drawn.runs->setColor(hues[i]);
        drawn.runs->setBorderColor(colours.plot);
        drawn.mean->setColor(colours.plot);
        drawn.mean->setPen(QPen(hues[i], 2.0));
        drawn.interval->setPen(QPen(hues[i], 2.0));
    }
    colourChart(m_chart, colours, this);
}

}  // namespace mimesys::widgets
