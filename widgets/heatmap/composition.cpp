// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/composition.h"

#include "base/clock.h"
#include "timeline/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mimesys::widgets {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

float idleShare(std::span<const float> row) {
    return std::max(0.0F, 1.0F - std::accumulate(row.begin(), row.end(), 0.0F));
}

// Calls `use(column, firstWindow, lastWindow)` for every pixel column that the plan reaches.
template <typename Use>
void forColumns(const Composition& composition, TimeRange range, int columns, const std::stop_token& stop, Use use) {
    for (int x = 0; x < columns && !stop.stop_requested(); ++x) {
        const auto [first, last] =
            composition.windowsIn({columnEdge(range, columns, x), columnEdge(range, columns, x + 1)});
        if (first < last) {
            use(x, first, last);
        }
    }
}

class StressorHeat final : public HeatSource {
public:
    explicit StressorHeat(CompositionPtr composition) : m_composition(std::move(composition)) {}

    [[nodiscard]] int rowCount() const override { return m_composition->rowCount(); }
    [[nodiscard]] TimeRange extent() const override { return m_composition->extent(); }

    [[nodiscard]] HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const override {
        HeatGrid result(columns, rows);
        forColumns(*m_composition, range, columns, stop, [&](int x, std::size_t first, std::size_t last) {
            for (int row = 0; row < rowCount(); ++row) {
                result.raise(gridRow(row, rowCount(), rows), x, m_composition->pyramid(row).range(first, last).maximum);
            }
        });
        return result;
    }

    [[nodiscard]] float valueAt(int row, std::int64_t timeNs) const override {
        const auto [first, last] = m_composition->windowsIn({timeNs, timeNs + 1});
        return first < last ? m_composition->mean(row, first) : kNothing;
    }

private:
    CompositionPtr m_composition;
};

class StressorCpuHeat final : public HeatSource {
public:
    StressorCpuHeat(CompositionPtr composition, int row) : m_composition(std::move(composition)), m_row(row) {}

    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_composition->plan().cpuCount()); }
    [[nodiscard]] TimeRange extent() const override { return m_composition->extent(); }

    [[nodiscard]] HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const override {
        HeatGrid result(columns, rows);
        forColumns(*m_composition, range, columns, stop, [&](int x, std::size_t first, std::size_t last) {
            for (std::size_t window = first; window < last; ++window) {
                for (int cpu = 0; cpu < rowCount(); ++cpu) {
                    result.raise(gridRow(cpu, rowCount(), rows), x, fraction(window, cpu));
                }
            }
        });
        return result;
    }

    [[nodiscard]] float valueAt(int row, std::int64_t timeNs) const override {
        const auto [first, last] = m_composition->windowsIn({timeNs, timeNs + 1});
        return first < last ? fraction(first, row) : kNothing;
    }

private:
    [[nodiscard]] float fraction(std::size_t window, int cpu) const {
        const auto row = m_composition->plan().row(window, static_cast<std::size_t>(cpu));
        return m_row == m_composition->idleRow() ? idleShare(row) : row[static_cast<std::size_t>(m_row)];
    }

    CompositionPtr m_composition;
    int m_row;
};

}  // namespace

Composition::Composition(PlanPtr plan) : m_plan(std::move(plan)) {
    const std::size_t windows = m_plan->windowCount();
    const std::size_t stressors = m_plan->stressorCount();
    const auto cpus = static_cast<float>(m_plan->cpuCount());
    m_means.assign(stressors + 1, std::vector<float>(windows, 0.0F));
    m_highestFractions.assign(stressors + 1, 0.0F);
    const auto take = [&](std::size_t row, std::size_t window, float fraction) {
        m_means[row][window] += fraction / cpus;
        m_highestFractions[row] = std::max(m_highestFractions[row], fraction);
    };
    for (std::size_t window = 0; window < windows; ++window) {
        for (std::size_t cpu = 0; cpu < m_plan->cpuCount(); ++cpu) {
            const auto row = m_plan->row(window, cpu);
            for (std::size_t stressor = 0; stressor < stressors; ++stressor) {
                take(stressor, window, row[stressor]);
            }
            take(stressors, window, idleShare(row));
        }
    }
    m_pyramids.reserve(m_means.size());
    for (const auto& row : m_means) {
        m_pyramids.emplace_back(row);
    }
    for (std::size_t stressor = 0; stressor < stressors; ++stressor) {
        m_highest = std::max(m_highest, m_pyramids[stressor].range(0, windows).maximum);
    }
    m_classTotals = ClassTotals(m_plan->stressors(), m_means);
}

TimeRange Composition::extent() const {
    return {0, nsFromSeconds(m_plan->durationSeconds())};
}

std::pair<std::size_t, std::size_t> Composition::windowsIn(TimeRange range) const {
    const std::int64_t window = std::max<std::int64_t>(nsFromSeconds(m_plan->windowSeconds()), 1);
    const auto count = static_cast<std::int64_t>(m_plan->windowCount());
    if (range.endNs <= 0 || range.isEmpty()) {
        return {0, 0};
    }
    const std::int64_t first = std::max<std::int64_t>(range.beginNs, 0) / window;
    const std::int64_t last = (range.endNs + window - 1) / window;
    return {static_cast<std::size_t>(std::min(first, count)), static_cast<std::size_t>(std::min(last, count))};
}

TimeRange Composition::windowRange(std::size_t window) const {
    const std::int64_t length = std::max<std::int64_t>(nsFromSeconds(m_plan->windowSeconds()), 1);
    const std::int64_t begin = static_cast<std::int64_t>(window) * length;
    return {begin, begin + length};
}

std::optional<std::size_t> Composition::windowAt(std::int64_t timeNs) const {
    const auto [first, last] = windowsIn({timeNs, timeNs + 1});
    return first < last ? std::optional(first) : std::nullopt;
}

HeatSourcePtr stressorHeat(CompositionPtr composition) {
    return std::make_shared<StressorHeat>(std::move(composition));
}

HeatSourcePtr stressorCpuHeat(CompositionPtr composition, int row) {
    return std::make_shared<StressorCpuHeat>(std::move(composition), row);
}

}  // namespace mimesys::widgets
