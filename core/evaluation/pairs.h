// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/score.h"

#include <Eigen/Core>

#include <string_view>
#include <vector>

// What the two sides of a comparison have in common, metric by metric; shared by what scores, aligns and subtracts.
namespace mimesys::evaluation {

inline constexpr std::string_view kCpuMean = "cpu.utilization";

// One metric of one side: a value per window, NaN = missing.
struct Series {
    Eigen::ArrayXd values;
    Provenance provenance = Provenance::Unknown;

    [[nodiscard]] bool empty() const { return !values.isFinite().any(); }
};

struct Pair {
    Metric metric;
    Real<Series> real;
    Emulated<Series> emulated;
};

// Both sides cut into windows and paired by metric; when the sides have different CPUs, or one has only the average,
// the averages over their cores make the pair.
struct Pairs {
    std::vector<Pair> pairs;  // both sides of each have values
    std::vector<std::string> onlyReal;
    std::vector<std::string> onlyEmulated;
    std::vector<std::string> notes;
    std::size_t realWindows = 0;
    std::size_t emulatedWindows = 0;
};
// BadInput when the two have no metric with values in common.
[[nodiscard]] Expected<Pairs> pairUp(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                                     double windowSeconds);

// The range that a metric's values are scaled by, as ScoreOptions::ranges says, with a note where it is no usual one.
// Where both sides are 0 throughout it is empty.
[[nodiscard]] Range referenceRange(const Pair& pair, const ScoreOptions& options, std::vector<std::string>& notes);

// Values that are there, scaled from the range to [0, 1], and the windows they stand in.
struct Scaled {
    std::vector<double> values;
    std::vector<std::size_t> windows;
};
[[nodiscard]] Scaled scaled(const Series& series, const Range& range);
// By how much a difference is multiplied.
[[nodiscard]] double scaleOf(const Range& range);

}  // namespace mimesys::evaluation
