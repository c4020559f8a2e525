// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/planedit.h"

#include "curation/describe.h"
#include "curation/locks.h"
#include "stressor/stressor.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::curation {
namespace {

using plan::ExecutionPlan;

// Column of the stressor, -1 for all of them.
Expected<int> columnOf(const ExecutionPlan& plan, const std::string& stressor) {
    const int column = plan.indexOfStressor(stressor);
    if (column < 0 && stressor != kAll) {
        return badInput(fmt::format("The plan has no stressor \"{}\".", stressor));
    }
    return column;
}

// The part of the area that lies within the plan.
Expected<Area> within(const Area& area, const ExecutionPlan& plan) {
    Area part = area;
    part.windows.end = std::min(part.windows.end, plan.windowCount());
    part.cpus.end = std::min(part.cpus.end, plan.cpuCount());
    if (part.windows.begin >= part.windows.end || part.cpus.begin >= part.cpus.end) {
        return badInput(fmt::format("There is nothing{}: the plan has windows 0 to {} and CPUs 0 to {}.",
                                    describe(area), plan.windowCount() - 1, plan.cpuCount() - 1));
    }
    return part;
}

Expected<ExecutionPlan> withColumnFor(const ExecutionPlan& plan, const std::string& stressor) {
    if (plan.indexOfStressor(stressor) >= 0) {
        return plan;
    }
    if (stressor::findCard(stressor) == nullptr) {
        return badInput(fmt::format("There is no stressor \"{}\"; `mimesys stressors` lists them.", stressor));
    }
    return plan::checkSize(plan.windowCount(), plan.cpuCount(), plan.stressorCount() + 1).map([&] {
        return withStressor(plan, stressor);
    });
}

// Changes the rows of an area: `change` is given a row and what is locked of it, marks what it asks for, and says
// whether there was anything that it may change.
template <class Change>
Expected<ExecutionPlan> changeRows(ExecutionPlan plan, const Area& area, const Change& change) {
    const auto part = within(area, plan);
    const auto locks = locksOf(plan);
    if (!part || !locks) {
        return tl::unexpected(!part ? part.error() : locks.error());
    }
    LockMask mask(*locks, plan);
    std::vector<bool> asked(plan.stressorCount());
    bool any = false;
    for (std::size_t window = part->windows.begin; window < part->windows.end; ++window) {
        for (std::size_t cpu = part->cpus.begin; cpu < part->cpus.end; ++cpu) {
            const std::vector<bool>& locked = mask.row(window, cpu);
            asked.assign(asked.size(), false);
            if (change(plan.row(window, cpu), locked, asked)) {
                any = true;
                fitRow(plan.row(window, cpu), asked, locked);
            }
        }
    }
    if (!any) {
        return badInput(fmt::format("Everything{} that this would change is locked; unlock it first.", describe(area)));
    }
    return plan;
}

struct Apply {
    const ExecutionPlan& plan;

    Expected<ExecutionPlan> operator()(const ScaleStressor& edit) const {
        if (!(edit.factor >= 0.0 && edit.factor <= kMostFactor)) {
            return badInput(fmt::format("A stressor can be scaled by 0 to {}.", kMostFactor));
        }
        return columnOf(plan, edit.stressor).and_then([&](int column) {
            const auto change = [&](std::span<float> row, const std::vector<bool>& locked, std::vector<bool>& asked) {
                bool any = false;
                for (std::size_t m = 0; m < row.size(); ++m) {
                    if ((column < 0 || m == static_cast<std::size_t>(column)) && !locked[m]) {
                        row[m] = static_cast<float>(static_cast<double>(row[m]) * edit.factor);
                        asked[m] = true;
                        any = true;
                    }
                }
                return any;
            };
            return changeRows(plan, edit.area, change);
        });
    }
    Expected<ExecutionPlan> operator()(const ReplaceStressor& edit) const {
        const int from = plan.indexOfStressor(edit.stressor);
        if (from < 0 || edit.stressor == edit.by) {
            return badInput(from < 0 ? fmt::format("The plan has no stressor \"{}\".", edit.stressor)
                                     : fmt::format("{} cannot be replaced by itself.", edit.by));
        }
        return withColumnFor(plan, edit.by).and_then([&](const ExecutionPlan& wide) {
            const auto old = static_cast<std::size_t>(from);
            const auto by = static_cast<std::size_t>(wide.indexOfStressor(edit.by));
            const auto change = [&](std::span<float> row, const std::vector<bool>& locked, std::vector<bool>& asked) {
                if (locked[old] || locked[by]) {
                    return false;
                }
                row[by] += row[old];
                row[old] = 0.0F;
                asked[by] = true;
                return true;
            };
            return changeRows(wide, edit.area, change);
        });
    }
    Expected<ExecutionPlan> operator()(const Paint& edit) const {
        if (!(edit.fraction >= 0.0 && edit.fraction <= 1.0)) {
            return badInput("A cell can be set to a fraction of the window, 0 to 1.");
        }
        return withColumnFor(plan, edit.stressor).and_then([&](const ExecutionPlan& wide) {
            const auto column = static_cast<std::size_t>(wide.indexOfStressor(edit.stressor));
            const auto change = [&](std::span<float> row, const std::vector<bool>& locked, std::vector<bool>& asked) {
                if (locked[column]) {
                    return false;
                }
                row[column] = static_cast<float>(edit.fraction);
                asked[column] = true;
                return true;
            };
            return changeRows(wide, edit.area, change);
        });
    }
    Expected<ExecutionPlan> operator()(const Lock& edit) const {
        const auto column = columnOf(plan, edit.stressor);
        const auto part = within(edit.area, plan);
        const auto locks = locksOf(plan);
        if (!column || !part || !locks) {
            return tl::unexpected(!column ? column.error() : !part ? part.error() : locks.error());
        }
        ExecutionPlan result = plan;
        setLocks(result, withLock(*locks, edit));
        return result;
    }
};

}  // namespace

void fitRow(std::span<float> row, const std::vector<bool>& asked, const std::vector<bool>& locked) {
    double lockedSum = 0.0;
    double askedSum = 0.0;
    double restSum = 0.0;
    for (std::size_t m = 0; m < row.size(); ++m) {
        (locked[m] ? lockedSum : asked[m] ? askedSum : restSum) += static_cast<double>(row[m]);
    }
    if (lockedSum + askedSum + restSum <= 1.0) {
        return;
    }
    const double room = std::max(0.0, 1.0 - lockedSum);
    const double askedShare = askedSum > room ? room / askedSum : 1.0;
    const double left = std::max(0.0, room - askedSum);
    const double restShare = restSum > left ? left / restSum : 1.0;
    for (std::size_t m = 0; m < row.size(); ++m) {
        if (!locked[m]) {
            row[m] = static_cast<float>(static_cast<double>(row[m]) * (asked[m] ? askedShare : restShare));
        }
    }
}

ExecutionPlan withStressor(const ExecutionPlan& plan, const std::string& name) {
    std::vector<std::string> names = plan.stressors();
    names.push_back(name);
    ExecutionPlan wide(plan.windowCount(), plan.cpuCount(), std::move(names), plan.windowSeconds());
    wide.memoryUsed = plan.memoryUsed;
    wide.seed = plan.seed;
    wide.generator = plan.generator;
    wide.machine = plan.machine;
    wide.source = plan.source;
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
            std::ranges::copy(plan.row(window, cpu), wide.row(window, cpu).begin());
        }
    }
    return wide;
}

Expected<ExecutionPlan> apply(const PlanEdit& edit, const ExecutionPlan& plan) {
    return std::visit(Apply{plan}, edit).and_then([&](ExecutionPlan result) -> Expected<ExecutionPlan> {
        addEdit(result, describe(edit));
        if (auto valid = plan::validate(result); !valid) {
            return tl::unexpected(valid.error());
        }
        return result;
    });
}

Expected<ExecutionPlan> apply(std::span<const PlanEdit> edits, ExecutionPlan plan) {
    for (const PlanEdit& edit : edits) {
        auto result = curation::apply(edit, plan);
        if (!result) {
            return result;
        }
        plan = std::move(*result);
    }
    return plan;
}

}  // namespace mimesys::curation
