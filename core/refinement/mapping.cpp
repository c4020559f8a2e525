// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/mapping.h"

#include "stressor/stressor.h"
#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mimesys::refinement {
namespace {

using Eigen::Index;

constexpr float kCpuRange = 100.0F;  // %
// Of what memory in use was off by, to be made good in the next round; the rest is left to chance.
constexpr float kMemoryStep = 0.7F;
// How much more a metric may count than in units of what the machine reaches.
constexpr float kMostWeight = 10.0F;

// Column of the plan that runs this stressor under one of its names; -1 = none.
int columnOf(const plan::ExecutionPlan& plan, const std::string& stressor) {
    const int exact = plan.indexOfStressor(stressor);
    const stressor::Card* card = stressor::findCard(stressor);
    if (exact >= 0 || card == nullptr) {
        return exact;
    }
    const auto found = std::ranges::find_if(plan.stressors(),
                                            [&](const std::string& name) { return stressor::findCard(name) == card; });
    return found == plan.stressors().end() ? -1 : static_cast<int>(found - plan.stressors().begin());
}

// Per stressor of the response its column in the plan, or -1.
std::vector<int> columnsOf(const plan::ExecutionPlan& plan, const Response& response) {
    std::vector<int> columns;
    std::ranges::transform(response.stressors(), std::back_inserter(columns),
                           [&](const std::string& name) { return columnOf(plan, name); });
    return columns;
}

Expected<trace::WindowedTrace> windowsOf(const trace::Trace& trace, const plan::ExecutionPlan& plan) {
    auto windows = trace::windowTrace(trace, plan.windowSeconds());
    if (windows && static_cast<std::size_t>(windows->windowCount()) != plan.windowCount()) {
        return badInput(
            fmt::format("The plan has {} windows of {} s and the trace {}; refine a plan with the trace it "
                        "was generated for.",
                        plan.windowCount(), plan.windowSeconds(), windows->windowCount()));
    }
    return windows;
}

}  // namespace

Expected<Mapping> Mapping::between(const plan::ExecutionPlan& plan, const trace::Trace& target,
                                   const Response& response) {
    const generation::Destination& destination = response.destination();
    if (plan.cpuCount() != destination.cpus) {
        return badInput(fmt::format("The plan is for {} CPUs and the {} for {}; name the {} of the plan's machine.",
                                    plan.cpuCount(), response.origin(), destination.cpus, response.origin()));
    }
    const auto windows = windowsOf(target, plan);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    auto fitted = generation::fitTarget(*windows, destination, response.origin());
    if (!fitted) {
        return tl::unexpected(fitted.error());
    }
    Mapping mapping(response);
    mapping.m_windows = plan.windowCount();
    mapping.m_windowSeconds = plan.windowSeconds();
    mapping.m_target =
        Matrix::Constant(windows->windowCount(), static_cast<Index>(destination.metrics.size()), trace::kMissing);
    for (std::size_t n = 0; n < destination.metrics.size(); ++n) {
        if (const int column = fitted->target.indexOf(destination.metrics[n].id); column >= 0) {
            mapping.m_target.col(static_cast<Index>(n)) = fitted->target.values.col(column);
        }
    }
    mapping.m_memoryUsed = std::move(fitted->memoryUsed);
    mapping.m_notes = std::move(fitted->report.steps);
    const std::vector<int> columns = columnsOf(plan, response);
    for (std::size_t m = 0; m < columns.size(); ++m) {
        mapping.m_movable.push_back(columns[m] >= 0 || stressor::findCard(response.stressors()[m]) != nullptr);
    }
    return mapping;
}

Matrix Mapping::compositionsOf(const plan::ExecutionPlan& plan) const {
    const std::vector<int> columns = columnsOf(plan, *m_response);
    const std::size_t stressors = columns.size();
    Matrix compositions = Matrix::Zero(static_cast<Index>(m_windows), static_cast<Index>(plan.cpuCount() * stressors));
    for (std::size_t window = 0; window < m_windows; ++window) {
        for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
            for (std::size_t m = 0; m < stressors; ++m) {
                if (columns[m] >= 0) {
                    compositions(static_cast<Index>(window), static_cast<Index>(cpu * stressors + m)) =
                        plan.at(window, cpu, static_cast<std::size_t>(columns[m]));
                }
            }
        }
    }
    return compositions;
}

plan::ExecutionPlan Mapping::planOf(const plan::ExecutionPlan& plan, const Matrix& compositions) const {
    std::vector<int> columns = columnsOf(plan, *m_response);
    std::vector<std::string> names = plan.stressors();
    const auto stressors = static_cast<Index>(columns.size());
    for (Index m = 0; m < stressors; ++m) {
        int& column = columns[static_cast<std::size_t>(m)];
        bool used = false;
        for (Index cpu = 0; cpu < static_cast<Index>(plan.cpuCount()); ++cpu) {
            used = used || compositions.col(cpu * stressors + m).maxCoeff() > 0.0F;
        }
        if (column < 0 && used) {
            column = static_cast<int>(names.size());
            names.push_back(m_response->stressors()[static_cast<std::size_t>(m)]);
        }
    }
    plan::ExecutionPlan result(plan.windowCount(), plan.cpuCount(), names, plan.windowSeconds());
    result.memoryUsed = plan.memoryUsed;
    result.seed = plan.seed;
    result.generator = plan.generator;
    result.machine = plan.machine;
    result.source = plan.source;
    for (std::size_t window = 0; window < m_windows; ++window) {
        for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
            const std::span<float> row = result.row(window, cpu);
            std::ranges::copy(plan.row(window, cpu), row.begin());
            for (Index m = 0; m < stressors; ++m) {
                if (const int column = columns[static_cast<std::size_t>(m)]; column >= 0) {
                    row[static_cast<std::size_t>(column)] =
                        compositions(static_cast<Index>(window), static_cast<Index>(cpu) * stressors + m);
                }
            }
        }
    }
    return result;
}

Expected<std::vector<float>> Mapping::memoryFor(const plan::ExecutionPlan& plan, const trace::Trace& recording) const {
    if (plan.memoryUsed.empty() || m_memoryUsed.empty()) {
        return plan.memoryUsed.empty() ? m_memoryUsed : plan.memoryUsed;
    }
    const auto windows = trace::windowTrace(recording, m_windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    std::vector<float> memory = plan.memoryUsed;
    const int column = windows->indexOf(kMemoryUsedId);
    const Index common = column < 0 ? 0 : std::min(static_cast<Index>(memory.size()), windows->windowCount());
    for (Index window = 0; window < common; ++window) {
        const auto t = static_cast<std::size_t>(window);
        if (const float measured = windows->values(window, column); std::isfinite(measured)) {
            memory[t] = std::max(0.0F, memory[t] + kMemoryStep * (m_memoryUsed[t] - measured));
        }
    }
    return memory;
}

Expected<Matrix> Mapping::measuredOf(const trace::Trace& recording, const std::vector<int>& onCpus) const {
    const auto windows = trace::windowTrace(recording, m_windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    const std::vector<Metric>& metrics = m_response->destination().metrics;
    Matrix measured =
        Matrix::Constant(static_cast<Index>(m_windows), static_cast<Index>(metrics.size()), trace::kMissing);
    const Index common = std::min(measured.rows(), windows->windowCount());
    std::size_t core = 0;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        int column = windows->indexOf(metrics[n].id);
        if (cpuOfUtilizationId(metrics[n].id)) {
            column = core < onCpus.size() ? windows->indexOf(cpuUtilizationId(onCpus[core])) : column;
            ++core;
        }
        if (column >= 0) {
            measured.col(static_cast<Index>(n)).head(common) = windows->values.col(column).head(common);
        }
    }
    return measured;
}

std::vector<Weight> Mapping::weightsFrom(const evaluation::Score& score) const {
    const std::vector<Metric>& metrics = m_response->destination().metrics;
    const auto scored = [&](Family family) {
        const auto members = std::ranges::count_if(
            score.metrics, [&](const evaluation::MetricScore& entry) { return entry.metric.family == family; });
        return static_cast<float>(std::max<std::ptrdiff_t>(members, 1));
    };
    const auto families = static_cast<float>(score.families.size());
    std::vector<Weight> weights;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        Weight weight;
        const bool followed = m_target.col(static_cast<Index>(n)).array().isFinite().any();
        if (cpuOfUtilizationId(metrics[n].id)) {
            weight = {priceFrom(score), kCpuRange};
        } else if (const auto found = std::ranges::find(score.metrics, metrics[n].id,
                                                        [](const auto& entry) { return entry.metric.id; });
                   found != score.metrics.end()) {
            weight = {1.0F / families / scored(metrics[n].family), rangeFor(n, found->range)};
        }
        weights.push_back(followed ? weight : Weight{});
    }
    return weights;
}

// The score's range; where that is below what the machine reaches, nearer to the latter, because what the response gets
// wrong there would otherwise count as much as what it gets right (as for generation::Units::Trace).
float Mapping::rangeFor(std::size_t metric, const evaluation::Range& scored) const {
    const Matrix& ranges = m_response->destination().ranges;
    const auto column = static_cast<Index>(metric);
    const float reached = ranges(1, column) - ranges(0, column);
    const auto range = static_cast<float>(scored.high - scored.low);
    if (!(range < reached)) {
        return range > 0.0F ? range : 1.0F;
    }
    return std::max(std::sqrt(std::max(range, 0.0F) * reached), reached / kMostWeight);
}

float Mapping::priceFrom(const evaluation::Score& score) const {
    return 1.0F / static_cast<float>(std::max<std::size_t>(score.families.size(), 1)) /
           static_cast<float>(m_response->destination().cpus);
}

Matrix Mapping::limitsOf(const plan::ExecutionPlan& plan) const {
    const std::vector<int> columns = columnsOf(plan, *m_response);
    Matrix limits = Matrix::Ones(static_cast<Index>(m_windows), static_cast<Index>(plan.cpuCount()));
    for (std::size_t m = 0; m < plan.stressorCount(); ++m) {
        if (std::ranges::find(columns, static_cast<int>(m)) != columns.end()) {
            continue;
        }
        for (std::size_t window = 0; window < m_windows; ++window) {
            for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
                float& limit = limits(static_cast<Index>(window), static_cast<Index>(cpu));
                limit = std::max(0.0F, limit - plan.at(window, cpu, m));
            }
        }
    }
    return limits;
}

}  // namespace mimesys::refinement
