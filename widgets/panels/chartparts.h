// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <initializer_list>
#include <string>
#include <vector>

class QAbstractAxis;
class QAbstractSeries;
class QChart;
class QChartView;
class QLabel;
class QValueAxis;
class QVBoxLayout;
class QWidget;
class QXYSeries;

// What the charts of several panels have in common.
namespace mimesys::widgets {

struct Colours;

inline constexpr double kAxisRoom = 0.04;  // of an axis, beyond its ends

// The ends of an axis, or of values.
struct Ends {
    double low = 0.0;
    double high = 1.0;
};
// Takes the y values of all lines in; false, and nothing changes, when there are none.
bool endsOf(std::initializer_list<const QXYSeries*> lines, Ends& ends);

// The unit of an axis, with a prefix that keeps its numbers short.
struct AxisUnit {
    double factor = 1.0;
    QString text;
};
[[nodiscard]] AxisUnit axisUnitFor(double largest, const std::string& unit);

// Margins, legend and ticks as all charts have them.
void prepareChart(QChart* chart);
void prepareAxis(QValueAxis* axis);
void addSeries(QChart* chart, QAbstractSeries* series, QAbstractAxis* x, QAbstractAxis* y);
// Puts a bold title and the chart's view, `lines` of text high at least, below what is there.
void addChartView(QVBoxLayout* column, QChartView* view, QLabel* title, int lines, int stretch);

// Range and ticks of an axis, in the order in which there are never more than a few ticks: the old ones on the new
// range, or the new ones on the old range, may be millions, each of which becomes a label.
void setScale(QValueAxis* axis, Ends ends, double interval);
// From 0 to the last of many small steps.
void setSteps(QValueAxis* axis, double last);
// From zero to a round number, with two steps.
void setFromZero(QValueAxis* axis, double high);
// Around values of any sign, with about five round steps.
void setAround(QValueAxis* axis, Ends ends);

void colourChart(QChart* chart, const Colours& colours, const QWidget* widget);

}  // namespace mimesys::widgets
