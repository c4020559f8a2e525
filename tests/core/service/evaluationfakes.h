// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "service/evaluation.h"
#include "trace/windowed.h"

#include <QtTest>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Generators and a machine whose outcome is known: stressor "busy" of CPU 0 is its utilisation, and disk.write is 10
// MB/s times the fraction of "write".

inline constexpr int kWindows = 4;

inline mimesys::trace::TracePtr makeTrace(const std::vector<std::pair<std::string, float>>& columns,
                                          mimesys::Provenance provenance, int windows = kWindows) {
    mimesys::trace::Trace trace;
    for (int window = 1; window <= windows; ++window) {
        trace.timesNs.push_back(window * mimesys::kNanosecondsPerSecond);
    }
    for (const auto& [id, value] : columns) {
        trace.columns.push_back(
            {mimesys::metricFor(id), provenance, std::vector<float>(static_cast<std::size_t>(windows), value)});
    }
    return mimesys::trace::makeTrace(std::move(trace)).value();
}

inline mimesys::service::NamedTrace constant(const char* name, float cpu, float disk) {
    return {name, makeTrace({{"cpu.utilization[0]", cpu}, {"disk.write", disk}}, mimesys::Provenance::Procfs)};
}

// What the machine will show, whatever was asked for.
inline mimesys::service::Contestant always(const char* name, float cpu, float disk) {
    return {{name,
             [=](const mimesys::trace::WindowedTrace& trace, std::uint64_t seed, const std::stop_token&,
                 const mimesys::ProgressCallback&) -> mimesys::Cancellable<mimesys::generation::Generated> {
                 mimesys::plan::ExecutionPlan plan(static_cast<std::size_t>(trace.windowCount()), 1, {"busy", "write"},
                                                   trace.windowSeconds);
                 for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                     plan.row(window, 0)[0] = cpu / 100.0F;
                     plan.row(window, 0)[1] = disk / 10.0F;
                 }
                 plan.seed = seed;
                 return mimesys::generation::Generated{std::move(plan), {{"Fitted."}}};
             }},
            "inputs"};
}

// Follows what it sees and takes 0 for what it does not.
inline mimesys::service::Contestant follower() {
    return {{"follower",
             [](const mimesys::trace::WindowedTrace& trace, std::uint64_t, const std::stop_token&,
                const mimesys::ProgressCallback&) -> mimesys::Cancellable<mimesys::generation::Generated> {
                 mimesys::plan::ExecutionPlan plan(static_cast<std::size_t>(trace.windowCount()), 1, {"busy", "write"},
                                                   trace.windowSeconds);
                 const auto wanted = [&](std::size_t window, const char* id, float range) {
                     const int column = trace.indexOf(id);
                     const float value = column < 0 ? mimesys::trace::kMissing
                                                    : trace.values(static_cast<Eigen::Index>(window), column);
                     return std::isfinite(value) ? value / range : 0.0F;
                 };
                 for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                     plan.row(window, 0)[0] = wanted(window, "cpu.utilization[0]", 200.0F);
                     plan.row(window, 0)[1] = wanted(window, "disk.write", 20.0F);
                 }
                 return mimesys::generation::Generated{std::move(plan), {}};
             }},
            "inputs"};
}

inline mimesys::service::Contestant failing() {
    return {{"failing",
             [](const mimesys::trace::WindowedTrace&, std::uint64_t, const std::stop_token&,
                const mimesys::ProgressCallback&) -> mimesys::Cancellable<mimesys::generation::Generated> {
                 return mimesys::badInput("It has no sample to go by.", "data.h5");
             }},
            "inputs"};
}

// Shows twice what "busy" and "write" of the plan say for a follower's halves; counts its runs.
inline mimesys::service::Executor machineThatShows(float factor, std::shared_ptr<int> runs = std::make_shared<int>(0),
                                                   bool simulated = false) {
    mimesys::service::Executor executor;
    executor.name = simulated ? "simulated:toy" : "toy";
    executor.simulated = simulated;
    executor.machine.cpuModel = "Toy";
    executor.machine.cpus = {{}};
    executor.run = [=](std::shared_ptr<const mimesys::plan::ExecutionPlan> plan, double, const std::stop_token&,
                       const mimesys::ProgressCallback&) -> mimesys::Expected<mimesys::execution::RecordedRun> {
        ++*runs;
        mimesys::trace::Trace trace;
        trace.columns = {{mimesys::metricFor("cpu.utilization[0]"),
                          simulated ? mimesys::Provenance::Simulation : mimesys::Provenance::Procfs,
                          {}},
                         {mimesys::metricFor("disk.write"),
                          simulated ? mimesys::Provenance::Simulation : mimesys::Provenance::Procfs,
                          {}}};
        for (std::size_t window = 0; window < plan->windowCount(); ++window) {
            trace.timesNs.push_back(static_cast<std::int64_t>(window + 1) * mimesys::kNanosecondsPerSecond);
            trace.columns[0].values.push_back(100.0F * factor * plan->at(window, 0, 0));
            trace.columns[1].values.push_back(10.0F * factor * plan->at(window, 0, 1));
        }
        return mimesys::execution::RecordedRun{{}, mimesys::trace::makeTrace(std::move(trace)).value()};
    };
    return executor;
}

inline mimesys::service::EvaluationOptions options(const std::filesystem::path& result = {}) {
    mimesys::service::EvaluationOptions options;
    options.ranges["disk.write"] = {0.0, 10.0};
    options.result = result;
    return options;
}

inline mimesys::service::Evaluation evaluated(const std::vector<mimesys::service::NamedTrace>& traces,
                                              const std::vector<mimesys::service::Contestant>& contestants,
                                              const mimesys::service::Executor& executor,
                                              const mimesys::service::EvaluationOptions& options) {
    const auto result = mimesys::service::evaluate(traces, contestants, executor, options, {}, {});
    if (!result || !*result) {
        qWarning("%s", result ? "cancelled" : result.error().text().c_str());
        return {};
    }
    return **result;
}

inline bool near(double left, double right) {
    return std::abs(left - right) < 1e-6;
}
