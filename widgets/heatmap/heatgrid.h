// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/colourmap.h"
#include "timeline/indexedtrace.h"
#include "viewstate/timerange.h"

#include <QColor>
#include <QImage>
#include <memory>
#include <stop_token>
#include <vector>

namespace mimesys::widgets {

// Values of a map in cells, row by row; NaN = nothing there.
struct HeatGrid {
    int columns = 0;
    int rows = 0;
    std::vector<float> cells;

    HeatGrid() = default;
    HeatGrid(int columnCount, int rowCount);
    [[nodiscard]] float at(int row, int column) const {
        return cells[static_cast<std::size_t>(row * columns + column)];
    }
    void raise(int row, int column, float value);  // to the larger of the two
    void widen(int row, int column, float value);  // to the one that is farther from 0
    bool operator==(const HeatGrid&) const = default;
};

// Rows over time that can be drawn as a heat map. Implementations are immutable and used from worker threads.
class HeatSource {
public:
    virtual ~HeatSource() = default;
    [[nodiscard]] virtual int rowCount() const = 0;
    [[nodiscard]] virtual TimeRange extent() const = 0;
    // Cell (row, column) is the highest value of the source rows and times it covers, so that no burst is lost
    // however small the map is drawn. `rows` is at most rowCount(). Unfinished when a stop was requested.
    [[nodiscard]] virtual HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const = 0;
    // The value at one place; NaN where there is none.
    [[nodiscard]] virtual float valueAt(int row, std::int64_t timeNs) const = 0;
};
using HeatSourcePtr = std::shared_ptr<const HeatSource>;

// Utilisation of every core of a trace, by CPU number.
[[nodiscard]] HeatSourcePtr cpuHeat(IndexedTracePtr trace);

// The grid row that a source row falls into when `rowCount` rows are drawn in `rows`.
[[nodiscard]] inline int gridRow(int sourceRow, int rowCount, int rows) {
    return static_cast<int>(static_cast<std::int64_t>(sourceRow) * rows / rowCount);
}

// How the values of a row become colours.
struct HeatScale {
    float low = 0.0F;
    float high = 1.0F;
    bool operator==(const HeatScale&) const = default;
};

// One pixel per cell.
[[nodiscard]] QImage heatImage(const HeatGrid& grid, HeatScale scale, const ColourMap& map, const QColor& nothing);

}  // namespace mimesys::widgets
