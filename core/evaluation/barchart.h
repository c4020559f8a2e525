// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace mimesys::evaluation {

// A value with the half-length of its error bar; NaN = none.
struct Bar {
    double value = std::numeric_limits<double>::quiet_NaN();
    double error = std::numeric_limits<double>::quiet_NaN();
};

// One row of the chart: groups side by side, in each a bar per series.
struct BarPanel {
    std::string title;
    std::vector<std::string> groups;
    std::vector<std::vector<Bar>> bars;  // by series, then group
};

struct BarChart {
    std::string title;
    std::string note;   // a sentence below the title; may be empty
    std::string value;  // what the bars measure
    std::vector<std::string> series;
    std::vector<BarPanel> panels;
};

// An SVG document of its own, without scripts or anything to load, in light or dark colours as the viewer prefers.
// Values are not negative. All panels share one scale from 0 to the highest end of an error bar. Texts may hold
// anything: what XML has no place for becomes "?".
[[nodiscard]] std::string toSvg(const BarChart& chart);

}  // namespace mimesys::evaluation
