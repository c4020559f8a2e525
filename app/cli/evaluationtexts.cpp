// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluationtexts.h"

#include "console.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::cli {
namespace {

using service::Estimate;
using service::TableRow;

std::string text(const Estimate& estimate) {
    if (!std::isfinite(estimate.mean)) {
        return "-";
    }
    return std::isfinite(estimate.standardError) ? fmt::format("{:.4f} ±{:.4f}", estimate.mean, estimate.standardError)
                                                 : fmt::format("{:.4f}", estimate.mean);
}

std::string counted(const TableRow& row) {
    return row.failed == 0 ? fmt::format("{}", row.traces) : fmt::format("{} ({} failed)", row.traces, row.failed);
}

std::vector<Family> familiesOf(const std::vector<TableRow>& rows) {
    std::set<Family> families;
    for (const TableRow& row : rows) {
        for (const auto& [family, estimate] : row.families) {
            families.insert(family);
        }
    }
    return {families.begin(), families.end()};
}

std::vector<std::string> familyCells(const TableRow& row, const std::vector<Family>& families) {
    std::vector<std::string> cells;
    for (const Family family : families) {
        const auto found = row.families.find(family);
        cells.push_back(found == row.families.end() ? "-" : text(found->second));
    }
    return cells;
}

void printLoads(const std::vector<TableRow>& all) {
    const std::vector<Family> families = familiesOf(all);
    std::vector<std::string> header{"load", "method", "traces", "MEAN"};
    for (const Family family : families) {
        header.emplace_back(familyName(family));
    }
    std::vector<std::vector<std::string>> rows;
    for (const TableRow& row : all) {
        if (row.view.whole()) {
            rows.push_back({row.load, row.method, counted(row), text(row.mean)});
            std::ranges::move(familyCells(row, families), std::back_inserter(rows.back()));
        }
    }
    printTable(header, rows);
}

void printAblations(const std::vector<TableRow>& all) {
    const std::vector<Family> families = familiesOf(all);
    std::vector<std::string> header{"the generator saw", "method", "traces", "MEAN", "remaining", "× whole"};
    for (const Family family : families) {
        header.emplace_back(familyName(family));
    }
    std::vector<std::vector<std::string>> rows;
    for (const TableRow& row : all) {
        if (!row.view.whole()) {
            rows.push_back({viewName(row.view), row.method, counted(row), text(row.mean), text(row.remaining),
                            std::isfinite(row.ofWhole) ? fmt::format("{:.2f}", row.ofWhole) : std::string("-")});
            std::ranges::move(familyCells(row, families), std::back_inserter(rows.back()));
        }
    }
    if (!rows.empty()) {
        fmt::print("\n");
        printTable(header, rows);
        fmt::print(
            "\"remaining\" is MEAN over the families the generator saw; \"× whole\" is that divided by the same "
            "with the whole trace in view.\n");
    }
}

void printSpeeds(const std::vector<service::Speed>& speeds) {
    std::vector<std::vector<std::string>> rows;
    for (const service::Speed& speed : speeds) {
        const double rate = speed.windowsPerSecond();
        rows.push_back({speed.method, fmt::format("{}", speed.windows), fmt::format("{:.3f}", speed.seconds),
                        std::isfinite(rate) ? fmt::format("{:.0f}", rate) : std::string("-")});
    }
    fmt::print("\n");
    printTable({"method", "windows", "generation s", "windows/s"}, rows);
}

}  // namespace

void printEvaluation(const service::Evaluation& evaluation) {
    const service::EvaluationTable table = service::summarise(evaluation);
    fmt::print(
        "DTW distance to the real trace per load level and family on {}{}, mean ± standard error over traces; "
        "0 = identical, 0.1 = 10 %.\n\n",
        evaluation.executor, evaluation.simulated ? ", SIMULATED" : "");
    printLoads(table.rows);
    printAblations(table.rows);
    printSpeeds(table.speeds);
    for (const service::Trial& trial : evaluation.trials) {
        if (!trial.failure.empty()) {
            fmt::print("Failed: {} on {} ({}): {}\n", trial.method, trial.trace, viewName(trial.view), trial.failure);
        }
    }
    if (evaluation.simulated) {
        fmt::print("SIMULATED: values come from a simulation, not from a measurement.\n");
    }
}

}  // namespace mimesys::cli
