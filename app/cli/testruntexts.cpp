// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testruntexts.h"

#include "console.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

using testrun::Condition;
using testrun::Estimate;
using testrun::Interval;
using testrun::Report;

std::string number(double value) {
    return std::isnan(value) ? "-" : fmt::format("{:.4g}", value);
}

std::string fromTo(const std::optional<Interval>& interval) {
    return interval ? fmt::format("{:.4g} to {:.4g}", interval->low, interval->high) : "-";
}

std::string points(const std::optional<Estimate>& estimate) {
    return estimate ? fmt::format("{:.1f}", estimate->value) : "-";
}

std::string pointsFromTo(const std::optional<Estimate>& estimate) {
    return estimate && estimate->interval
               ? fmt::format("{:.1f} to {:.1f}", estimate->interval->low, estimate->interval->high)
               : "-";
}

std::vector<std::string> rowOf(const Report& report, Condition condition) {
    const testrun::Summary summary = report.summaryOf(condition);
    std::vector<std::string> cells{std::string(conditionPhrase(condition)), std::to_string(summary.count),
                                   number(summary.mean), number(summary.median), fromTo(summary.interval)};
    if (condition != Condition::Alone) {
        const auto slowdown = report.slowdown(condition);
        cells.push_back(points(slowdown));
        cells.push_back(pointsFromTo(slowdown));
    }
    return cells;
}

void printDifference(const Report& report) {
    if (!report.has(Condition::BesideRealMix)) {
        return;
    }
    const auto difference = report.degradationDifference();
    fmt::print("Degradation difference between the real mix and the workload: {} points (95 %: {}).\n",
               points(difference), pointsFromTo(difference));
}

void printFailures(const Report& report) {
    for (const testrun::Run& run : report.runs) {
        if (!run.failure.empty()) {
            fmt::print("- run {} {} does not count: {}\n", run.repetition, conditionPhrase(run.condition), run.failure);
        }
    }
}

}  // namespace

void printTestRun(const Report& report) {
    const std::string unit = report.measure.unit.empty() ? "" : " " + report.measure.unit;
    std::vector<std::vector<std::string>> rows;
    for (const Condition condition : testrun::kConditions) {
        if (report.has(condition)) {
            rows.push_back(rowOf(report, condition));
        }
    }
    printTable({"condition", "runs", "mean" + unit, "median" + unit, "95 %", "slowdown %", "95 %"}, rows);
    fmt::print("\n{}; {} is better.\n",
               report.measure.isTime() ? "Time from the command's start to its end" : "What the pattern found",
               report.measure.better == testrun::Measure::Better::Lower ? "less" : "more");
    printDifference(report);
    if (report.repetitions < 2) {
        fmt::print("A single run of each says nothing about chance; -n 5 gives intervals.\n");
    }
    if (report.simulatedOrigin) {
        fmt::print(
            "SIMULATED origin: the workload's plan was made from simulated measurements. It was executed here, and the "
            "numbers above were measured.\n");
    }
    for (const std::string& note : report.notes) {
        fmt::print("- {}\n", note);
    }
    printFailures(report);
}

}  // namespace mimesys::cli
