// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testrun/measure.h"

#include <cstddef>
#include <optional>
#include <span>

namespace mimesys::testrun {

inline constexpr double kConfidence = 0.95;

struct Interval {
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Interval&) const = default;
};

// The values of one condition.
struct Summary {
    std::size_t count = 0;
    double mean = 0.0;  // NaN without values, as the median
    double median = 0.0;
    double deviation = 0.0;            // standard deviation; NaN below two
    std::optional<Interval> interval;  // of the mean, by Student's t; empty below two
};
[[nodiscard]] Summary summarise(std::span<const double> values);

// A number with its 95 % confidence interval; without one when there were too few runs, or when they vary so much that
// any value could be true.
struct Estimate {
    double value = 0.0;
    std::optional<Interval> interval;
};

// (first − second) / base of the means of independent samples, by Fieller's theorem (1954) with unequal variances:
// those ratios that a t-test of first − second − ratio · base does not reject, with Welch and Satterthwaite's degrees
// of freedom at the estimated ratio (Tamhane and Logan 2004; R package mratios). An empty `second` is 0.
[[nodiscard]] std::optional<Estimate> ratioOfMeans(std::span<const double> first, std::span<const double> second,
                                                   std::span<const double> base);

// How much worse than alone, in percent: increase of a time or latency, drop of a throughput (reference: degradation
// relative to the isolated run). Empty when a condition has no values, or the mean alone is 0.
[[nodiscard]] std::optional<Estimate> slowdownPercent(std::span<const double> alone, std::span<const double> beside,
                                                      Measure::Better better);

// |slowdown beside the real mix − slowdown beside the workload| in percentage points, with the interval of that
// absolute value.
[[nodiscard]] std::optional<Estimate> degradationDifferencePoints(std::span<const double> alone,
                                                                  std::span<const double> besideWorkload,
                                                                  std::span<const double> besideRealMix);

// The value that a variable of Student's distribution exceeds in absolute terms with the chance 1 − confidence.
[[nodiscard]] double studentQuantile(double confidence, double freedom);

}  // namespace mimesys::testrun
