// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/dosechart.h"

#include "models/signaturemodel.h"
#include "panels/chartparts.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/geometry.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLineSeries>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <QValueAxis>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kChartHeight = 8.5;  // lines of text
constexpr double kFewPercent = 50.0;
constexpr double kMostPercent = 110.0;  // a deviation may reach beyond 100
constexpr double kOvershoot = 0.005;    // of the axis: less than a pixel
constexpr double kFarFromZero = 0.6;    // of the largest value

// Two round steps that hold the values, from zero unless all lie far from it. Percentages that fill half the axis get
// all of it.
ValueRange rangeFor(double low, double high, const std::string& unit) {
    if (unit == "%" && low >= 0.0 && high > kFewPercent && high <= kMostPercent) {
        return {0.0, 100.0};
    }
    const double nearest = low > kFarFromZero * high ? low : std::min(low, 0.0);
    double step = roundedUp(std::max({(high - nearest) * (1.0 - kOvershoot) / 2.0, 1e-6 * std::abs(high), 1e-9}));
    double bottom = std::floor(nearest / step) * step;
    while (bottom + 2.0 * step * (1.0 + kOvershoot) < high) {
        step = roundedUp(step * 1.01);
        bottom = std::floor(nearest / step) * step;
    }
    return high == 0.0 && low == 0.0 ? ValueRange{0.0, 1.0} : ValueRange{bottom, bottom + 2.0 * step};
}

// As few decimals as the label in the middle needs.
QString labelFormat(double low, double high) {
    int decimals = 0;
    for (double middle = std::abs(low + high) / 2.0; decimals < 3 && std::abs(middle - std::round(middle)) > 1e-6;
         middle *= 10.0) {
        ++decimals;
    }
    return QStringLiteral("%.%1f").arg(decimals);
}

}  // namespace

DoseChart::DoseChart(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_words(new QLabel(this)),
      m_chart(new QChart),
      m_mean(new QLineSeries),
      m_points(new QScatterSeries),
      m_upper(new QLineSeries(this)),
      m_lower(new QLineSeries(this)),
      m_band(new QAreaSeries(m_upper, m_lower)),
      m_idle(new QLineSeries),
      m_dose(new QValueAxis),
      m_value(new QValueAxis) {
    setObjectName(QStringLiteral("doseChart"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setForegroundRole(QPalette::Text);
    m_words->setForegroundRole(QPalette::Text);
    m_words->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("doseWords"));
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setFixedHeight(fontMetrics().lineSpacing() * 2);
    m_title->setObjectName(QStringLiteral("doseTitle"));
    m_chart->legend()->hide();
    m_chart->setMargins(QMargins(0, 0, 6, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->addAxis(m_dose, Qt::AlignBottom);
    m_chart->addAxis(m_value, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_band, m_idle, m_mean, m_points}) {
        m_chart->addSeries(series);
        series->attachAxis(m_dose);
        series->attachAxis(m_value);
    }
    m_points->setMarkerSize(6.0);
    // A little room at the ends, where the points of idle and full dose would be cut in half.
    m_dose->setTickType(QValueAxis::TicksDynamic);
    m_dose->setTickAnchor(0.0);
    m_dose->setTickInterval(25.0);
    m_dose->setRange(-100.0 * kAxisRoom, 100.0 * (1.0 + kAxisRoom));
    m_dose->setLabelFormat(QStringLiteral("%.0f"));
    m_dose->setTitleText(tr("dose, %"));
    m_value->setTickType(QValueAxis::TicksDynamic);
    auto* view = new QChartView(m_chart, this);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setFixedHeight(static_cast<int>(fontMetrics().lineSpacing() * kChartHeight));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 2, 2);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(view, 1);
    applyColours();
}

void DoseChart::setCurve(const collection::DoseCurve& curve, std::span<const double> doses) {
    m_metricId = toQString(curve.metric.id);
    m_driven = curve.response.measured && curve.response.driven;
    double low = 0.0;
    double high = 0.0;
    bool first = true;
    for (const collection::DoseStatistics& dose : curve.doses) {
        if (dose.count > 0) {
            const double deviation = dose.count > 1 ? dose.deviation : 0.0;
            low = first ? dose.mean - deviation : std::min(low, dose.mean - deviation);
            high = first ? dose.mean + deviation : std::max(high, dose.mean + deviation);
            first = false;
        }
    }
    // No rate lies below zero, however large its deviation is.
    const bool anyNegative = std::ranges::any_of(curve.doses, [](const auto& dose) { return dose.mean < 0.0; });
    const double floor = anyNegative ? low : std::max(low, 0.0);
    const AxisUnit unit = axisUnitFor(std::max(std::abs(floor), std::abs(high)), curve.metric.unit);
    QList<QPointF> mean;
    QList<QPointF> upper;
    QList<QPointF> lower;
    for (std::size_t i = 0; i < doses.size(); ++i) {
        const collection::DoseStatistics& dose = curve.doses[i];
        if (dose.count > 0) {
            const double deviation = dose.count > 1 ? dose.deviation : 0.0;
            mean.append({100.0 * doses[i], dose.mean / unit.factor});
            upper.append({100.0 * doses[i], (dose.mean + deviation) / unit.factor});
            lower.append({100.0 * doses[i], std::max(dose.mean - deviation, floor) / unit.factor});
        }
    }
    m_mean->replace(mean);
    m_points->replace(mean);
    m_upper->replace(upper);
    m_lower->replace(lower);
    const double idle = curve.response.idle / unit.factor;
    m_idle->replace(curve.response.measured ? QList<QPointF>{{0.0, idle}, {100.0, idle}} : QList<QPointF>());
    const ValueRange range = rangeFor(floor / unit.factor, high / unit.factor, curve.metric.unit);
    const double span = range.high - range.low;
    m_value->setTickAnchor(range.low);
    setScale(m_value, {range.low - span * kAxisRoom, range.high + span * kAxisRoom}, span / 2.0);
    m_value->setLabelFormat(labelFormat(range.low, range.high));
    m_value->setTitleText(unit.text);
    m_value->setTitleVisible(!unit.text.isEmpty());
    m_title->setText(metricTitle(curve.metric.id));
    m_title->setToolTip(tr("%1, from %2").arg(m_metricId, toQString(provenanceName(curve.provenance))));
    m_words->setText(responseText(curve));
    setAccessibleName(tr("%1: %2").arg(m_title->text(), m_words->text()));
    setAccessibleDescription(curve.response.measured
                                 ? tr("%1 when idle").arg(formatValue(curve.response.idle, curve.metric.unit))
                                 : QString());
    applyColours();
}

void DoseChart::setHighlighted(bool highlighted) {
    if (m_highlighted != highlighted) {
        m_highlighted = highlighted;
        applyColours();
    }
}

QString DoseChart::words() const {
    return m_words->text();
}

void DoseChart::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColours();
    }
}

void DoseChart::applyColours() {
    const Colours colours = coloursFor(palette());
    const QColor line = m_driven ? colours.real : colours.faintText;
    QColor fill = line;
    fill.setAlphaF(0.22F);
    setFrameShape(m_highlighted ? QFrame::Box : QFrame::StyledPanel);
    setLineWidth(m_highlighted ? 2 : 1);
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_words->setEnabled(m_driven);
    m_chart->setBackgroundBrush(colours.plot);
    m_mean->setPen(QPen(line, 2.0));
    m_points->setColor(line);
    m_points->setBorderColor(colours.plot);
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(fill);
    m_idle->setPen(QPen(colours.faintText, 1.0, Qt::DotLine));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (QValueAxis* axis : {m_dose, m_value}) {
        axis->setLabelsColor(colours.text);
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setTitleBrush(colours.faintText);
        axis->setLinePenColor(colours.border);
        axis->setGridLineColor(colours.grid);
    }
}

}  // namespace mimesys::widgets
