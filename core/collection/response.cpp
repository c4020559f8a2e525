// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/response.h"

#include <unsupported/Eigen/SpecialFunctions>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

constexpr double kChance = 1e-3;
// Of a contradiction in a metric that full dose leaves where idle was. Most metrics of most stressors are such, and
// what the kernel does by itself now and then (a few hundred context switches) is not as normal as the tests assume.
constexpr double kChanceUndriven = 1e-5;
// Counters and gauges that stand still have no deviation at all; a thousandth of the value is as fine as anything here
// is read.
constexpr double kResolution = 1e-3;
constexpr double kLeastContradiction = 0.05;
constexpr double kSaturated = 0.9;

// One dose of the curve that was measured.
struct Level {
    std::size_t dose = 0;
    double mean = 0.0;
    double variance = 0.0;  // of the mean
    double freedom = 0.0;
};

// The deviation of a handful of measurements is itself uncertain, and by chance nearly 0 now and then: a variance below
// that of all doses is raised half-way to it. One above stays: noise may grow with the dose.
std::vector<Level> levelsOf(std::span<const DoseStatistics> measured) {
    double pooled = 0.0;
    double freedom = 0.0;
    for (const DoseStatistics& dose : measured) {
        if (dose.count >= 2) {
            pooled += (dose.count - 1) * dose.deviation * dose.deviation;
            freedom += dose.count - 1;
        }
    }
    pooled = freedom > 0.0 ? pooled / freedom : 0.0;
    std::vector<Level> levels;
    for (std::size_t i = 0; i < measured.size(); ++i) {
        const DoseStatistics& dose = measured[i];
        if (dose.count >= 2) {
            const double own = dose.deviation * dose.deviation;
            const double resolution = std::pow(kResolution * dose.mean, 2.0);
            levels.push_back(
                {i, dose.mean, std::max({own, (own + pooled) / 2.0, resolution}) / dose.count, dose.count - 1.0});
        }
    }
    return levels;
}

// Welch and Satterthwaite's degrees of freedom of the difference of two means.
double welchFreedom(const Level& a, const Level& b) {
    const double sum = a.variance + b.variance;
    const double parts = a.variance * a.variance / a.freedom + b.variance * b.variance / b.freedom;
    return parts > 0.0 ? sum * sum / parts : a.freedom + b.freedom;
}

double differenceChance(const Level& a, const Level& b) {
    const double difference = b.mean - a.mean;
    if (difference == 0.0) {
        return 1.0;
    }
    // Both variances are 0 only when both means are, and then the difference is.
    return studentChance(difference / std::sqrt(a.variance + b.variance), welchFreedom(a, b));
}

// The fit of levels in the direction of the gain.
std::vector<double> monotoneFit(const std::vector<Level>& levels, double direction) {
    // A level that is exactly 0 every time is known best, but not infinitely well.
    const double largest = std::ranges::max(levels, {}, &Level::variance).variance;
    const double least = largest > 0.0 ? largest * 1e-9 : 1.0;
    std::vector<double> values;
    std::vector<double> weights;
    for (const Level& level : levels) {
        values.push_back(direction * level.mean);
        weights.push_back(1.0 / std::max(level.variance, least));
    }
    std::vector<double> fit = isotonicFit(values, weights);
    for (double& value : fit) {
        value *= direction;
    }
    return fit;
}

void judgeShape(Response& response, const std::vector<Level>& levels, std::span<const double> doses) {
    const double direction = response.gain < 0.0 ? -1.0 : 1.0;
    const std::vector<double> fit = monotoneFit(levels, direction);
    const auto [low, high] = std::ranges::minmax(levels, {}, &Level::mean);
    double squares = 0.0;
    double freedom = 0.0;
    double largest = 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double residual = levels[i].mean - fit[i];
        squares += residual == 0.0 ? 0.0 : residual * residual / levels[i].variance;
        freedom += levels[i].freedom;
        largest = std::max(largest, std::abs(residual));
        response.fitted[levels[i].dose] = fit[i];
    }
    response.contradiction = monotoneChance(squares, static_cast<int>(levels.size()), freedom);
    const double bar = response.driven ? kChance : kChanceUndriven;
    response.monotone = !(response.contradiction < bar && largest > kLeastContradiction * (high.mean - low.mean));
    const double whole = direction * (fit.back() - fit.front());
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (direction * (fit[i] - fit.front()) >= kSaturated * whole) {
            response.ninetyPercentDose = doses[levels[i].dose];
            break;
        }
    }
    response.saturates = response.driven && response.ninetyPercentDose < kSaturated * doses[levels.back().dose];
}

// Chances that the isotonic fit of `levels` equal means has 1, 2, … steps, for equal weights: unsigned Stirling numbers
// of the first kind over the factorial. Unequal weights change them little.
std::vector<double> levelChances(int levels) {
    std::vector<double> chances{1.0};
    for (int k = 2; k <= levels; ++k) {
        std::vector<double> next(static_cast<std::size_t>(k), 0.0);
        for (std::size_t l = 0; l < next.size(); ++l) {
            const double same = l < chances.size() ? chances[l] * (k - 1) : 0.0;
            const double more = l > 0 ? chances[l - 1] : 0.0;
            next[l] = (same + more) / k;
        }
        chances = std::move(next);
    }
    return chances;
}

}  // namespace

DoseStatistics statisticsOf(std::span<const double> measurements) {
    DoseStatistics result;
    double sum = 0.0;
    for (const double value : measurements) {
        if (!std::isnan(value)) {
            sum += value;
            ++result.count;
        }
    }
    if (result.count == 0) {
        return result;
    }
    result.mean = sum / result.count;
    double squares = 0.0;
    for (const double value : measurements) {
        squares += std::isnan(value) ? 0.0 : (value - result.mean) * (value - result.mean);
    }
    if (result.count >= 2) {
        result.deviation = std::sqrt(squares / (result.count - 1));
    }
    return result;
}

Response judge(std::span<const double> doses, std::span<const DoseStatistics> measured) {
    Response response;
    response.fitted.assign(doses.size(), std::numeric_limits<double>::quiet_NaN());
    const std::vector<Level> levels = levelsOf(measured);
    response.measured = levels.size() >= 2 && levels.front().dose == 0 && levels.back().dose == doses.size() - 1;
    if (!response.measured) {
        return response;
    }
    response.idle = levels.front().mean;
    response.gain = levels.back().mean - levels.front().mean;
    response.chance = differenceChance(levels.front(), levels.back());
    response.driven = response.chance < kChance;
    judgeShape(response, levels, doses);
    return response;
}

std::vector<double> isotonicFit(std::span<const double> values, std::span<const double> weights) {
    struct Block {
        double value;
        double weight;
        std::size_t count;
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < values.size(); ++i) {
        blocks.push_back({values[i], weights[i], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].value >= blocks.back().value) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block& into = blocks.back();
            into.value = (into.value * into.weight + last.value * last.weight) / (into.weight + last.weight);
            into.weight += last.weight;
            into.count += last.count;
        }
    }
    std::vector<double> fit;
    for (const Block& block : blocks) {
        fit.insert(fit.end(), block.count, block.value);
    }
    return fit;
}

double studentChance(double t, double freedom) {
    return Eigen::numext::betainc(freedom / 2.0, 0.5, freedom / (freedom + t * t));
}

double monotoneChance(double sumOfSquares, int levels, double freedom) {
    if (!(sumOfSquares > 0.0)) {
        return 1.0;
    }
    const std::vector<double> chances = levelChances(levels);
    const double share = freedom / (freedom + sumOfSquares);
    double chance = 0.0;
    // A fit with l steps leaves levels − l degrees of freedom to the residual; with as many steps as levels it is 0.
    for (int steps = 1; steps < levels; ++steps) {
        const double pooled = levels - steps;
        chance +=
            chances[static_cast<std::size_t>(steps - 1)] * Eigen::numext::betainc(freedom / 2.0, pooled / 2.0, share);
    }
    return chance;
}

}  // namespace mimesys::collection
