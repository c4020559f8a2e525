// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "scoretable.h"

#include "console.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace mimesys::cli {
namespace {

std::string number(double value) {
    return std::isfinite(value) ? fmt::format("{:.4f}", value) : std::string("-");
}

void printMetrics(const evaluation::Score& score) {
    std::vector<std::vector<std::string>> rows;
    for (const evaluation::MetricScore& metric : score.metrics) {
        rows.push_back({metric.metric.id, std::string(familyName(metric.metric.family)), number(metric.dtw),
                        number(metric.rmse), fmt::format("{:.6g}", metric.range.low),
                        fmt::format("{:.6g}", metric.range.high), metric.metric.unit, fmt::format("{}", metric.missing),
                        std::string(provenanceName(metric.real)), std::string(provenanceName(metric.emulated))});
    }
    printTable({"metric", "family", "DTW", "RMSE", "low", "high", "unit", "missing", "real from", "emulated from"},
               rows);
}

void printFamilies(const evaluation::Score& score) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [family, dtw] : score.families) {
        rows.push_back({std::string(familyName(family)), number(dtw)});
    }
    rows.push_back({"MEAN", number(score.mean)});
    printTable({"family", "DTW"}, rows);
}

}  // namespace

void printScore(const evaluation::Score& score) {
    printMetrics(score);
    fmt::print("\n");
    printFamilies(score);
    fmt::print("\n{} real and {} emulated windows of {} s; 0 = identical, 0.1 = 10 % of the range off on average.\n",
               score.realWindows, score.emulatedWindows, score.windowSeconds);
    if (score.realSimulated) {
        fmt::print("SIMULATED: values of the real side come from a simulation, not from a measurement.\n");
    }
    if (score.emulatedSimulated) {
        fmt::print("SIMULATED: values of the emulated side come from a simulation, not from a measurement.\n");
    }
    if (const std::size_t band = score.metrics.front().band; band > 0) {
        fmt::print("Warping is limited to a band of {} windows.\n", band);
    }
    for (const std::string& note : score.notes) {
        fmt::print("{}\n", note);
    }
    if (!score.onlyReal.empty()) {
        fmt::print("Only in the real trace: {}.\n", fmt::join(score.onlyReal, ", "));
    }
    if (!score.onlyEmulated.empty()) {
        fmt::print("Only in the emulated trace: {}.\n", fmt::join(score.onlyEmulated, ", "));
    }
}

}  // namespace mimesys::cli
