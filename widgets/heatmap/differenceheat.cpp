// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/differenceheat.h"

#include "timeline/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::widgets {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

// Rows of a plan by the names of others.
class NamedRows {
public:
    NamedRows(CompositionPtr composition, const std::vector<std::string>& names)
        : m_composition(std::move(composition)) {
        std::ranges::transform(names, std::back_inserter(m_rows),
                               [this](const std::string& name) { return m_composition->plan().indexOfStressor(name); });
    }
    [[nodiscard]] const Composition& composition() const { return *m_composition; }
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] float highest(int row, std::size_t first, std::size_t last) const {
        const int own = m_rows[static_cast<std::size_t>(row)];
        return own < 0 ? 0.0F : m_composition->pyramid(own).range(first, last).maximum;
    }
    // Nothing where the plan does not reach.
    [[nodiscard]] float at(int row, std::int64_t timeNs) const {
        const auto [first, last] = m_composition->windowsIn({timeNs, timeNs + 1});
        const int own = m_rows[static_cast<std::size_t>(row)];
        return first >= last ? kNothing : own < 0 ? 0.0F : m_composition->mean(own, first);
    }

private:
    CompositionPtr m_composition;
    std::vector<int> m_rows;  // -1 = the plan does not have it
};

class NamedHeat final : public HeatSource {
public:
    explicit NamedHeat(NamedRows rows) : m_rows(std::move(rows)) {}
    [[nodiscard]] int rowCount() const override { return m_rows.rowCount(); }
    [[nodiscard]] TimeRange extent() const override { return m_rows.composition().extent(); }
    [[nodiscard]] HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const override {
        HeatGrid result(columns, rows);
        for (int x = 0; x < columns && !stop.stop_requested(); ++x) {
            const auto [first, last] =
                m_rows.composition().windowsIn({columnEdge(range, columns, x), columnEdge(range, columns, x + 1)});
            for (int row = 0; row < rowCount() && first < last; ++row) {
                result.raise(gridRow(row, rowCount(), rows), x, m_rows.highest(row, first, last));
            }
        }
        return result;
    }
    [[nodiscard]] float valueAt(int row, std::int64_t timeNs) const override { return m_rows.at(row, timeNs); }

private:
    NamedRows m_rows;
};

class DifferenceHeat final : public HeatSource {
public:
    DifferenceHeat(NamedRows first, NamedRows second) : m_first(std::move(first)), m_second(std::move(second)) {}
    [[nodiscard]] int rowCount() const override { return m_first.rowCount(); }
    [[nodiscard]] TimeRange extent() const override {
        return {0, std::min(m_first.composition().extent().endNs, m_second.composition().extent().endNs)};
    }
    [[nodiscard]] HeatGrid grid(TimeRange range, int columns, int rows, const std::stop_token& stop) const override {
        HeatGrid result(columns, rows);
        for (int x = 0; x < columns && !stop.stop_requested(); ++x) {
            const TimeRange column{columnEdge(range, columns, x), columnEdge(range, columns, x + 1)};
            for (const std::int64_t time : timesIn(column)) {
                for (int row = 0; row < rowCount(); ++row) {
                    if (const float value = valueAt(row, time); !std::isnan(value)) {
                        result.widen(gridRow(row, rowCount(), rows), x, value);
                    }
                }
            }
        }
        return result;
    }
    [[nodiscard]] float valueAt(int row, std::int64_t timeNs) const override {
        return m_second.at(row, timeNs) - m_first.at(row, timeNs);
    }

private:
    // One in every window of both that a column covers.
    [[nodiscard]] std::vector<std::int64_t> timesIn(TimeRange column) const {
        std::vector<std::int64_t> times{column.beginNs};
        for (const NamedRows* rows : {&m_first, &m_second}) {
            const Composition& composition = rows->composition();
            const auto [first, last] = composition.windowsIn(column);
            const auto count = static_cast<std::int64_t>(composition.plan().windowCount());
            const std::int64_t length = composition.extent().endNs / std::max<std::int64_t>(count, 1);
            for (std::size_t window = first + 1; window < last; ++window) {
                times.push_back(static_cast<std::int64_t>(window) * length);
            }
        }
        return times;
    }
    NamedRows m_first;
    NamedRows m_second;
};

}  // namespace

std::vector<std::string> stressorsOf(const Composition& first, const Composition& second) {
    std::vector<std::string> names = first.plan().stressors();
    for (const std::string& name : second.plan().stressors()) {
        if (first.plan().indexOfStressor(name) < 0) {
            names.push_back(name);
        }
    }
    return names;
}

HeatSourcePtr namedStressorHeat(CompositionPtr composition, std::vector<std::string> names) {
    return std::make_shared<NamedHeat>(NamedRows(std::move(composition), names));
}

HeatSourcePtr differenceHeat(CompositionPtr first, CompositionPtr second, std::vector<std::string> names) {
    return std::make_shared<DifferenceHeat>(NamedRows(std::move(first), names), NamedRows(std::move(second), names));
}

float largestDifference(const Composition& first, const Composition& second, const std::vector<std::string>& names) {
    float largest = 0.0F;
    const std::size_t windows = std::min(first.plan().windowCount(), second.plan().windowCount());
    for (const std::string& name : names) {
        const int a = first.plan().indexOfStressor(name);
        const int b = second.plan().indexOfStressor(name);
        for (std::size_t window = 0; window < windows; ++window) {
            largest = std::max(
                largest, std::abs((b < 0 ? 0.0F : second.mean(b, window)) - (a < 0 ? 0.0F : first.mean(a, window))));
        }
    }
    return largest;
}

}  // namespace mimesys::widgets
