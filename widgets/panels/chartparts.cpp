// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chartparts.h"

#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/geometry.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegend>
#include <QVBoxLayout>
#include <QValueAxis>
#include <QXYSeries>
#include <algorithm>
#include <array>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr double kStepTicks = 5.0;

// That tell multiples of the interval apart.
int decimalsFor(double interval) {
    constexpr int kMost = 9;
    int decimals = 0;
    for (double scaled = interval; decimals < kMost && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled;
         scaled *= 10.0) {
        ++decimals;
    }
    return decimals;
}

}  // namespace

bool endsOf(std::initializer_list<const QXYSeries*> lines, Ends& ends) {
    bool any = false;
    for (const QXYSeries* line : lines) {
        for (const QPointF& point : line->points()) {
            ends.low = any ? std::min(ends.low, point.y()) : point.y();
            ends.high = any ? std::max(ends.high, point.y()) : point.y();
            any = true;
        }
    }
    return any;
}

AxisUnit axisUnitFor(double largest, const std::string& unit) {
    struct Prefix {
        double factor;
        const char* name;
    };
    static constexpr std::array kDecimal{Prefix{1e9, "G"}, Prefix{1e6, "M"}, Prefix{1e3, "k"}, Prefix{1.0, ""}};
    static constexpr std::array kBinary{Prefix{0x1p30, "Gi"}, Prefix{0x1p20, "Mi"}, Prefix{0x1p10, "Ki"},
                                        Prefix{1.0, ""}};
    if (unit != "bytes" && unit != "1/s") {
        return {1.0, toQString(unit == "1" ? std::string_view() : std::string_view(unit))};
    }
    const auto& prefixes = unit == "bytes" ? kBinary : kDecimal;
    for (const Prefix& prefix : prefixes) {
        if (largest >= prefix.factor || prefix.factor == 1.0) {
            return {prefix.factor,
                    QLatin1String(prefix.name) + (unit == "bytes" ? QStringLiteral("B") : QStringLiteral("/s"))};
        }
    }
    return {};
}

void prepareChart(QChart* chart) {
    chart->setMargins(QMargins(0, 0, 6, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setBackgroundRoundness(0);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
}

void prepareAxis(QValueAxis* axis) {
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0.0);
    axis->setLabelFormat(QStringLiteral("%g"));
}

void addSeries(QChart* chart, QAbstractSeries* series, QAbstractAxis* x, QAbstractAxis* y) {
    chart->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
}

void addChartView(QVBoxLayout* column, QChartView* view, QLabel* title, int lines, int stretch) {
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::NoFocus);
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * lines);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    title->setContentsMargins(2, 4, 0, 0);
    column->addWidget(title);
    column->addWidget(view, stretch);
}

void setScale(QValueAxis* axis, Ends ends, double interval) {
    if (interval > axis->tickInterval()) {
        axis->setTickInterval(interval);
        axis->setRange(ends.low, ends.high);
    } else {
        axis->setRange(ends.low, ends.high);
        axis->setTickInterval(interval);
    }
}

void setSteps(QValueAxis* axis, double last) {
    const double interval = std::ceil(roundedUp(std::max(last, 1.0) / kStepTicks));
    setScale(axis, {0.0, std::max(last, 1.0) * (1.0 + kAxisRoom)}, interval);
}

void setFromZero(QValueAxis* axis, double high) {
    const double top = roundedUp(high > 0.0 ? high : 1.0);
    setScale(axis, {0.0, top * (1.0 + kAxisRoom)}, top / 2.0);
}

void setAround(QValueAxis* axis, Ends ends) {
    constexpr double kSteps = 5.0;
    const double span = std::max(ends.high - ends.low, 1e-6 * std::max(std::abs(ends.high), 1.0));
    const double interval = roundedUp(span / kSteps);
    setScale(axis, {ends.low - span * kAxisRoom, ends.high + span * kAxisRoom}, interval);
    // Ticks are added up from the lowest, and what is meant to be zero is not quite: neither 3e-18 nor "-0.00".
    axis->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsFor(interval)));
    axis->setTickAnchor(interval * 1e-9);
}

void colourChart(QChart* chart, const Colours& colours, const QWidget* widget) {
    QFont small = widget->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    chart->setBackgroundBrush(colours.plot);
    chart->legend()->setLabelColor(colours.text);
    chart->legend()->setFont(small);
    for (QAbstractAxis* axis : chart->axes()) {
        axis->setLabelsColor(colours.text);
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setTitleBrush(colours.faintText);
        axis->setLinePenColor(colours.border);
        axis->setGridLineColor(colours.grid);
    }
}

}  // namespace mimesys::widgets
