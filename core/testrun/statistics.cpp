// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/statistics.h"

#include "collection/response.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mimesys::testrun {
namespace {

constexpr double kPercent = 100.0;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A mean as one part of a sum.
struct Part {
    double mean = 0.0;
    double variance = 0.0;  // of the mean; NaN below two values
    double freedom = 0.0;
};

Part partOf(std::span<const double> values) {
    const collection::DoseStatistics statistics = collection::statisticsOf(values);
    return {statistics.mean, statistics.deviation * statistics.deviation / statistics.count, statistics.count - 1.0};
}

Estimate scaled(const Estimate& estimate, double factor) {
    // Adding 0 makes a positive one of a negative 0.
    Estimate result{estimate.value * factor + 0.0, estimate.interval};
    if (result.interval) {
        const auto [low, high] =
            std::minmax({estimate.interval->low * factor + 0.0, estimate.interval->high * factor + 0.0});
        result.interval = Interval{low, high};
    }
    return result;
}

// Of a sum whose parts have these variances and degrees of freedom.
double satterthwaite(std::span<const Part> parts) {
    double sum = 0.0;
    double squares = 0.0;
    double freedom = 0.0;
    for (const Part& part : parts) {
        sum += part.variance;
        squares += part.freedom > 0.0 ? part.variance * part.variance / part.freedom : 0.0;
        freedom += part.freedom;
    }
    return squares > 0.0 ? sum * sum / squares : freedom;
}

std::optional<Interval> fieller(const Part& top, const Part& base, double freedom) {
    if (!(freedom > 0.0) || std::isnan(top.variance) || std::isnan(base.variance)) {
        return std::nullopt;
    }
    const double t = studentQuantile(kConfidence, freedom);
    const double a = base.mean * base.mean - t * t * base.variance;
    const double b = top.mean * base.mean;
    const double c = top.mean * top.mean - t * t * top.variance;
    if (!(a > 0.0)) {
        return std::nullopt;  // the base may be 0: no ratio is excluded
    }
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    return Interval{(b - root) / a, (b + root) / a};
}

}  // namespace

double studentQuantile(double confidence, double freedom) {
    double low = 0.0;
    double high = 1.0;
    while (collection::studentChance(high, freedom) > 1.0 - confidence && high < 1e9) {
        high *= 2.0;
    }
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2.0;
        (collection::studentChance(middle, freedom) > 1.0 - confidence ? low : high) = middle;
    }
    return high;
}

Summary summarise(std::span<const double> values) {
    Summary summary{values.size(), kNaN, kNaN, kNaN, {}};
    if (values.empty()) {
        return summary;
    }
    const collection::DoseStatistics statistics = collection::statisticsOf(values);
    summary.mean = statistics.mean;
    summary.deviation = statistics.deviation;
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t half = sorted.size() / 2;
    summary.median = sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
    if (values.size() >= 2) {
        const auto count = static_cast<double>(values.size());
        const double reach = studentQuantile(kConfidence, count - 1.0) * summary.deviation / std::sqrt(count);
        summary.interval = Interval{summary.mean - reach, summary.mean + reach};
    }
    return summary;
}

std::optional<Estimate> ratioOfMeans(std::span<const double> first, std::span<const double> second,
                                     std::span<const double> base) {
    const Part minuend = partOf(first);
    const Part subtrahend = second.empty() ? Part() : partOf(second);
    const Part divisor = partOf(base);
    if (first.empty() || base.empty() || divisor.mean == 0.0) {
        return std::nullopt;
    }
    const Part top{minuend.mean - subtrahend.mean, minuend.variance + subtrahend.variance, 0.0};
    Estimate estimate{top.mean / divisor.mean, {}};
    const Part scaledDivisor{0.0, estimate.value * estimate.value * divisor.variance, divisor.freedom};
    const std::vector<Part> parts{minuend, subtrahend, scaledDivisor};
    const bool enough = first.size() >= 2 && base.size() >= 2 && (second.empty() || second.size() >= 2);
    estimate.interval = enough ? fieller(top, divisor, satterthwaite(parts)) : std::nullopt;
    return estimate;
}

std::optional<Estimate> slowdownPercent(std::span<const double> alone, std::span<const double> beside,
                                        Measure::Better better) {
    auto ratio = ratioOfMeans(beside, {}, alone);
    if (!ratio) {
        return std::nullopt;
    }
    ratio->value -= 1.0;
    if (ratio->interval) {
        ratio->interval = Interval{ratio->interval->low - 1.0, ratio->interval->high - 1.0};
    }
    return scaled(*ratio, better == Measure::Better::Lower ? kPercent : -kPercent);
}

std::optional<Estimate> degradationDifferencePoints(std::span<const double> alone,
                                                    std::span<const double> besideWorkload,
                                                    std::span<const double> besideRealMix) {
    if (besideWorkload.empty() || besideRealMix.empty()) {
        return std::nullopt;
    }
    const auto ratio = ratioOfMeans(besideRealMix, besideWorkload, alone);
    if (!ratio) {
        return std::nullopt;
    }
    Estimate points = scaled(*ratio, kPercent);
    points.value = std::abs(points.value);
    if (points.interval) {
        const auto [low, high] = std::minmax({std::abs(points.interval->low), std::abs(points.interval->high)});
        const bool spansNone = points.interval->low <= 0.0 && points.interval->high >= 0.0;
        points.interval = Interval{spansNone ? 0.0 : low, high};
    }
    return points;
}

}  // namespace mimesys::testrun
