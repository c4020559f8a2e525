// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::plan {
namespace {

constexpr double kLongestWindowSeconds = 3600.0;
constexpr float kMostMemoryBytes = 0x1p60F;

Expected<void> validateNames(const std::vector<std::string>& stressors) {
    std::set<std::string_view> seen;
    for (const std::string& name : stressors) {
        if (name.empty()) {
            return badInput("A stressor of the plan has no name.");
        }
        if (!seen.insert(name).second) {
            return badInput(fmt::format("The plan names the stressor {} twice.", name));
        }
    }
    return {};
}

Expected<void> validateRow(const ExecutionPlan& plan, std::size_t window, std::size_t cpu) {
    double sum = 0.0;
    const std::span<const float> row = plan.row(window, cpu);
    for (std::size_t m = 0; m < row.size(); ++m) {
        // Written so that NaN is caught too.
        if (!(row[m] >= 0.0F && row[m] <= 1.0F + kRowSumTolerance)) {
            return badInput(fmt::format("The fraction of stressor {} in window {} on CPU {} is {}, not within 0 and 1.",
                                        plan.stressors()[m], window, cpu, row[m]));
        }
        sum += static_cast<double>(row[m]);
    }
    if (sum > 1.0 + static_cast<double>(kRowSumTolerance)) {
        return badInput(
            fmt::format("The fractions in window {} on CPU {} add up to {:.4f}, more than 1.", window, cpu, sum));
    }
    return {};
}

Expected<void> validateMemory(const ExecutionPlan& plan) {
    if (!plan.memoryUsed.empty() && plan.memoryUsed.size() != plan.windowCount()) {
        return badInput(fmt::format("The plan has {} windows and says for {} how much memory is in use.",
                                    plan.windowCount(), plan.memoryUsed.size()));
    }
    for (std::size_t window = 0; window < plan.memoryUsed.size(); ++window) {
        if (const float bytes = plan.memoryUsed[window]; !(bytes >= 0.0F && bytes <= kMostMemoryBytes)) {
            return badInput(fmt::format("The memory in use in window {} is {} bytes, not a size.", window, bytes));
        }
    }
    return {};
}

}  // namespace

ExecutionPlan::ExecutionPlan(std::size_t windows, std::size_t cpus, std::vector<std::string> stressors,
                             double windowSeconds)
    : m_windows(windows),
      m_cpus(cpus),
      m_windowSeconds(windowSeconds),
      m_stressors(std::move(stressors)),
      m_fractions(windows * cpus * m_stressors.size(), 0.0F) {}

int ExecutionPlan::indexOfStressor(std::string_view name) const {
    const auto found = std::ranges::find(m_stressors, name);
    return found == m_stressors.end() ? -1 : static_cast<int>(found - m_stressors.begin());
}

std::span<const float> ExecutionPlan::row(std::size_t window, std::size_t cpu) const {
    return std::span(m_fractions).subspan((window * m_cpus + cpu) * m_stressors.size(), m_stressors.size());
}

std::span<float> ExecutionPlan::row(std::size_t window, std::size_t cpu) {
    return std::span(m_fractions).subspan((window * m_cpus + cpu) * m_stressors.size(), m_stressors.size());
}

std::span<const float> ExecutionPlan::composition(std::size_t window) const {
    const std::size_t size = m_cpus * m_stressors.size();
    return std::span(m_fractions).subspan(window * size, size);
}

std::span<float> ExecutionPlan::composition(std::size_t window) {
    const std::size_t size = m_cpus * m_stressors.size();
    return std::span(m_fractions).subspan(window * size, size);
}

Expected<void> validate(const ExecutionPlan& plan) {
    if (plan.windowCount() == 0 || plan.cpuCount() == 0 || plan.stressorCount() == 0) {
        return badInput(fmt::format("The plan is empty: {} windows, {} CPUs, {} stressors.", plan.windowCount(),
                                    plan.cpuCount(), plan.stressorCount()));
    }
    if (!(plan.windowSeconds() > 0.0 && plan.windowSeconds() <= kLongestWindowSeconds)) {
        return badInput(fmt::format("The plan's windows are {} s long, not within 0 and {} s.", plan.windowSeconds(),
                                    kLongestWindowSeconds));
    }
    if (auto names = validateNames(plan.stressors()); !names) {
        return names;
    }
    if (auto memory = validateMemory(plan); !memory) {
        return memory;
    }
    for (std::size_t t = 0; t < plan.windowCount(); ++t) {
        for (std::size_t k = 0; k < plan.cpuCount(); ++k) {
            if (auto row = validateRow(plan, t, k); !row) {
                return row;
            }
        }
    }
    return {};
}

ExecutionPlan slice(const ExecutionPlan& plan, std::size_t first, std::size_t count) {
    ExecutionPlan part(count, plan.cpuCount(), plan.stressors(), plan.windowSeconds());
    part.seed = plan.seed;
    part.generator = plan.generator;
    part.machine = plan.machine;
    part.source = plan.source;
    const std::size_t composition = plan.cpuCount() * plan.stressorCount();
    std::ranges::copy(plan.fractions().subspan(first * composition, count * composition), part.fractions().begin());
    if (!plan.memoryUsed.empty()) {
        const auto begin = plan.memoryUsed.begin() + static_cast<std::ptrdiff_t>(first);
        part.memoryUsed.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    }
    return part;
}

Expected<void> checkSize(std::size_t windows, std::size_t cpus, std::size_t stressors) {
    if (cpus > kMaximumCpus || stressors > kMaximumStressors) {
        return badInput(fmt::format("The plan claims {} CPUs and {} stressors; at most {} and {} are accepted.", cpus,
                                    stressors, kMaximumCpus, kMaximumStressors));
    }
    const std::size_t composition = std::max<std::size_t>(cpus * stressors, 1);
    if (windows > kMaximumEntries / composition) {
        return badInput(fmt::format("The plan claims {} windows; that is too large for {} CPUs and {} stressors.",
                                    windows, cpus, stressors));
    }
    return {};
}

}  // namespace mimesys::plan
