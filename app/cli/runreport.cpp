// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "runreport.h"

#include "console.h"
#include "memoryjson.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

using execution::RunReport;

// With more CPUs a row no longer fits a terminal and shows their mean and the worst of them.
constexpr std::size_t kMostCpuColumns = 8;

std::span<const float> rowOf(const std::vector<float>& values, const RunReport& report, std::size_t window) {
    return std::span(values).subspan(window * report.cpus, report.cpus);
}

double mean(std::span<const float> values) {
    double sum = 0.0;
    for (const float value : values) {
        sum += value;
    }
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

std::string percent(double fraction) {
    return fmt::format("{:.2f}", 100.0 * fraction);
}

bool usesDisk(const RunReport& report) {
    return std::ranges::any_of(report.plannedElapsed, [](float fraction) { return fraction > 0.0F; });
}

std::vector<std::string> header(const RunReport& report) {
    std::vector<std::string> cells{"window"};
    if (report.cpus <= kMostCpuColumns) {
        for (std::size_t cpu = 0; cpu < report.cpus; ++cpu) {
            cells.push_back(fmt::format("row {} plan %", cpu));
            cells.emplace_back("got %");
        }
    } else {
        cells.insert(cells.end(), {"mean plan %", "got %", "worst row", "its plan %", "got %"});
    }
    if (usesDisk(report)) {
        cells.insert(cells.end(), {"disk plan %", "got %"});
    }
    cells.emplace_back("late ms");
    return cells;
}

std::vector<std::string> windowCells(const RunReport& report, std::size_t window) {
    const std::span<const float> planned = rowOf(report.plannedCpu, report, window);
    const std::span<const float> achieved = rowOf(report.achievedCpu, report, window);
    std::vector<std::string> cells{std::to_string(window)};
    if (report.cpus <= kMostCpuColumns) {
        for (std::size_t cpu = 0; cpu < report.cpus; ++cpu) {
            cells.insert(cells.end(), {percent(planned[cpu]), percent(achieved[cpu])});
        }
    } else {
        std::size_t worst = 0;
        for (std::size_t cpu = 1; cpu < report.cpus; ++cpu) {
            if (std::abs(achieved[cpu] - planned[cpu]) > std::abs(achieved[worst] - planned[worst])) {
                worst = cpu;
            }
        }
        cells.insert(cells.end(), {percent(mean(planned)), percent(mean(achieved)), std::to_string(worst),
                                   percent(planned[worst]), percent(achieved[worst])});
    }
    if (usesDisk(report)) {
        cells.insert(cells.end(), {percent(mean(rowOf(report.plannedElapsed, report, window))),
                                   percent(mean(rowOf(report.achievedElapsed, report, window)))});
    }
    cells.push_back(fmt::format("{:.3f}", std::ranges::max(rowOf(report.boundaryErrorMs, report, window))));
    return cells;
}

}  // namespace

nlohmann::json runReportJson(const RunReport& report) {
    const execution::Distribution boundary = report.boundaryError();
    nlohmann::json windows = nlohmann::json::array();
    for (std::size_t window = 0; window < report.reportedWindows(); ++window) {
        windows.push_back({{"planned_cpu", rowOf(report.plannedCpu, report, window)},
                           {"achieved_cpu", rowOf(report.achievedCpu, report, window)},
                           {"planned_elapsed", rowOf(report.plannedElapsed, report, window)},
                           {"achieved_elapsed", rowOf(report.achievedElapsed, report, window)},
                           {"elapsed_cpu", rowOf(report.elapsedCpu, report, window)},
                           {"boundary_error_ms", rowOf(report.boundaryErrorMs, report, window)}});
    }
    return {{"simulated", report.simulated.empty() ? nlohmann::json() : nlohmann::json(report.simulated)},
            {"windows", report.windows},
            {"cpus", report.cpus},
            {"elapsed_seconds", report.elapsedSeconds},
            {"cancelled", report.cancelled},
            {"changes", report.changes},
            {"on_cpus", report.onCpus},
            {"memory", memoryJson(report.memory)},
            {"missed", report.missed},
            {"displaced", report.displaced},
            {"cpu_error_points", {{"mean", report.meanCpuErrorPoints()}, {"max", report.maxCpuErrorPoints()}}},
            {"boundary_error_ms", {{"p50", boundary.p50}, {"p99", boundary.p99}, {"max", boundary.maximum}}},
            {"per_window", std::move(windows)}};
}

void printRunReport(const RunReport& report) {
    for (const std::string& change : report.changes) {
        fmt::print("{}\n", change);
    }
    if (report.reportedWindows() > 0) {
        std::vector<std::vector<std::string>> rows;
        for (std::size_t window = 0; window < report.reportedWindows(); ++window) {
            rows.push_back(windowCells(report, window));
        }
        printTable(header(report), rows);
    }
    const execution::Distribution boundary = report.boundaryError();
    if (!report.simulated.empty()) {
        fmt::print("simulated on {}, not executed: {} windows on {} CPUs, {:.3f} s of simulated time\n",
                   report.simulated, report.windows, report.cpus, report.elapsedSeconds);
        return;
    }
    fmt::print("{} windows on {} CPUs in {:.3f} s\n", report.windows, report.cpus, report.elapsedSeconds);
    fmt::print("CPU time against the plan: mean error {:.3f} points, largest {:.3f}\n", report.meanCpuErrorPoints(),
               report.maxCpuErrorPoints());
    if (report.memory) {
        fmt::print("{}\n", report.memory->text());
    }
    if (report.missed > 0) {
        fmt::print("{} windows of a CPU were over before it got to run: the process was stopped or starved\n",
                   report.missed);
    }
    if (report.displaced > 0) {
        fmt::print("in {} windows of a CPU that CPU was not to be had and the row rested\n", report.displaced);
    }
    fmt::print("window boundaries: late by {:.3f} ms (p50), {:.3f} ms (p99), {:.3f} ms at most\n", boundary.p50,
               boundary.p99, boundary.maximum);
}

}  // namespace mimesys::cli
