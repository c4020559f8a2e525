// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/classtotals.h"
#include "heatmap/heatgrid.h"
#include "plan/plan.h"
#include "trace/pyramid.h"
#include "viewstate/disposable.h"

#include <memory>
#include <optional>
#include <vector>

namespace mimesys::widgets {

using PlanPtr = std::shared_ptr<const plan::ExecutionPlan>;

// A plan with, for every stressor and for idleness, its mean over the CPUs per window and a min/max pyramid of that.
// Building one reads the whole plan and belongs on a worker thread.
class Composition {
public:
    explicit Composition(PlanPtr plan);
    Composition(const Composition&) = delete;  // the pyramids look into m_means
    Composition& operator=(const Composition&) = delete;

    [[nodiscard]] const plan::ExecutionPlan& plan() const { return *m_plan; }
    [[nodiscard]] const PlanPtr& planPtr() const { return m_plan; }
    // Stressors in the plan's order, then idle as the last row.
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_means.size()); }
    [[nodiscard]] int idleRow() const { return rowCount() - 1; }
    [[nodiscard]] float mean(int row, std::size_t window) const {
        return m_means[static_cast<std::size_t>(row)][window];
    }
    [[nodiscard]] const trace::MinMaxPyramid& pyramid(int row) const {
        return m_pyramids[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] float highestMean() const { return m_highest; }  // of any stressor in any window; idle aside
    // Of one row on any CPU in any window.
    [[nodiscard]] float highestFraction(int row) const { return m_highestFractions[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const ClassTotals& classTotals() const { return m_classTotals; }
    [[nodiscard]] TimeRange extent() const;
    // The time of one window; and the window of a time, empty outside the plan.
    [[nodiscard]] TimeRange windowRange(std::size_t window) const;
    [[nodiscard]] std::optional<std::size_t> windowAt(std::int64_t timeNs) const;
    // Windows [first, last) that share time with a stretch; both at most windowCount().
    [[nodiscard]] std::pair<std::size_t, std::size_t> windowsIn(TimeRange range) const;

private:
    PlanPtr m_plan;
    std::vector<std::vector<float>> m_means;
    std::vector<trace::MinMaxPyramid> m_pyramids;
    std::vector<float> m_highestFractions;
    float m_highest = 0.0F;
    ClassTotals m_classTotals;
};
using CompositionPtr = std::shared_ptr<const Composition>;

// Stressors (and idle) × time: the mean fraction over CPUs.
[[nodiscard]] HeatSourcePtr stressorHeat(CompositionPtr composition);
// CPUs × time: the fraction each CPU spends on one row of the composition.
[[nodiscard]] HeatSourcePtr stressorCpuHeat(CompositionPtr composition, int row);

}  // namespace mimesys::widgets
