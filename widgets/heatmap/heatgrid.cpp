// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatgrid.h"

#include "timeline/geometry.h"

#include <cmath>
#include <limits>

namespace mimesys::widgets {
namespace {

class CpuHeat final : public HeatSource {
public:
    explicit CpuHeat(IndexedTracePtr trace) : m_trace(std::move(trace)) {}

    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_trace->cpuColumns().size()); }
    [[nodiscard]] TimeRange extent() const override { return m_trace->extent(); }

    [[nodiscard]] HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const override {
        HeatGrid result(columns, rows);
        const auto bins = binSamples(m_trace->trace(), range, columns);
        for (int cpu = 0; cpu < rowCount() && !stop.stop_requested(); ++cpu) {
            const auto extremes =
                columnExtremes(m_trace->pyramid(m_trace->cpuColumns()[static_cast<std::size_t>(cpu)]), bins);
            const int row = gridRow(cpu, rowCount(), rows);
            for (int x = 0; x < columns; ++x) {
                result.raise(row, x, extremes[static_cast<std::size_t>(x)].maximum);
            }
        }
        return result;
    }

    [[nodiscard]] float valueAt(int row, std::int64_t timeNs) const override {
        return widgets::valueAt(m_trace->trace(), m_trace->cpuColumns()[static_cast<std::size_t>(row)], timeNs)
            .value_or(trace::kMissing);
    }

private:
    IndexedTracePtr m_trace;
};

}  // namespace

HeatGrid::HeatGrid(int columnCount, int rowCount)
    : columns(columnCount),
      rows(rowCount),
      cells(static_cast<std::size_t>(columnCount) * static_cast<std::size_t>(rowCount),
            std::numeric_limits<float>::quiet_NaN()) {}

void HeatGrid::raise(int row, int column, float value) {
    float& cell = cells[static_cast<std::size_t>(row * columns + column)];
    if (std::isnan(cell) || value > cell) {
        cell = value;
    }
}

void HeatGrid::widen(int row, int column, float value) {
    float& cell = cells[static_cast<std::size_t>(row * columns + column)];
    if (std::isnan(cell) || std::abs(value) > std::abs(cell)) {
        cell = value;
    }
}

HeatSourcePtr cpuHeat(IndexedTracePtr trace) {
    return std::make_shared<CpuHeat>(std::move(trace));
}

QImage heatImage(const HeatGrid& grid, HeatScale scale, const ColourMap& map, const QColor& nothing) {
    QImage image(grid.columns, grid.rows, QImage::Format_RGB32);
    for (int row = 0; row < grid.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int x = 0; x < grid.columns; ++x) {
            const float value = grid.at(row, x);
            line[x] = std::isnan(value) ? nothing.rgb()
                                        : map[static_cast<std::size_t>(colourIndex(value, scale.low, scale.high))];
        }
    }
    return image;
}

}  // namespace mimesys::widgets
