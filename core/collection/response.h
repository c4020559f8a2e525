// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace mimesys::collection {

// What was measured of one metric at one dose, a dose being the fraction of every CPU's time a stressor runs.
struct DoseStatistics {
    int count = 0;                                                // of measurements: visits of the dose
    double mean = std::numeric_limits<double>::quiet_NaN();       // NaN when there is none
    double deviation = std::numeric_limits<double>::quiet_NaN();  // standard deviation; NaN below two
};
[[nodiscard]] DoseStatistics statisticsOf(std::span<const double> measurements);  // NaN are left out

// What a stressor does to one metric, judged from its doses. The bar for all of it is chance: one metric in a thousand
// that does not respond is called driven, one in a thousand that is monotone is called not; two where the noise itself
// depends on the dose. That holds for measurements that are independent of each other, which the visits of a dose are
// taken to be: they are scattered over the time of a stressor. What drifts more slowly than the visits follow each
// other (a disk's cache, other work) is shared by those that happen to be near in time, so that slow metrics look
// somewhat more certain than they are.
struct Response {
    // Both ends of the curve were measured at least twice; without that nothing else here means anything.
    bool measured = false;
    double idle = 0.0;  // mean at the dose 0
    double gain = 0.0;  // mean at the largest dose minus idle: also the slope over the whole range, per full dose
    // The gain is no chance: the mean at the largest dose differs from that of idle in Welch's t-test (1947, unequal
    // variances), two-sided, a variance below that of all doses being raised half-way to it (a few measurements may by
    // chance agree almost exactly). Falling metrics are driven too.
    bool driven = false;
    double chance = 1.0;  // p of that test
    // No dose contradicts a curve that only ever moves in the direction of the gain. `fitted` is that curve, by
    // weighted pooling of adjacent violators (Ayer et al. 1955); its residual is compared with the chi-bar-square
    // distribution of a monotone truth with estimated variance (Robertson, Wright and Dykstra, "Order Restricted
    // Statistical Inference", 1988, chapter 2); a metric that is not driven must do so
    // with a hundred times less chance. A contradiction below 5 % of the curve's span is none in practice.
    bool monotone = true;
    double contradiction = 1.0;  // p of that test
    std::vector<double> fitted;  // per dose
    // The smallest dose at which the fitted curve has done 90 % of the gain. Below nine tenths of the largest dose the
    // metric saturates: it gets there earlier than in proportion.
    double ninetyPercentDose = 1.0;
    bool saturates = false;
};

// `doses` rise from 0; one entry of `measured` per dose. A dose without measurements takes no part.
[[nodiscard]] Response judge(std::span<const double> doses, std::span<const DoseStatistics> measured);

// The weighted least-squares fit that never falls, weights above 0 (pool adjacent violators).
[[nodiscard]] std::vector<double> isotonicFit(std::span<const double> values, std::span<const double> weights);

// Two-sided p of Student's t.
[[nodiscard]] double studentChance(double t, double freedom);
// p of a weighted sum of squares against a monotone truth with all means equal, the least favourable one: `levels`
// means and their variance from `freedom` degrees of freedom.
[[nodiscard]] double monotoneChance(double sumOfSquares, int levels, double freedom);

}  // namespace mimesys::collection
