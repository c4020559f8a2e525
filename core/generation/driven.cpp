// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/driven.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mimesys::generation {
namespace {

constexpr double kLeastExplained = 0.1;
// With fewer samples than this beyond the model's parameters nothing can be said about the noise.
constexpr Eigen::Index kLeastFreedom = 10;

using Eigen::Index;

// Rank of every value, equal values sharing their mean rank.
Eigen::VectorXd ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    Eigen::VectorXd result(static_cast<Index>(values.size()));
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        for (std::size_t i = first; i < end; ++i) {
            result(static_cast<Index>(order[i])) = static_cast<double>(first + end - 1) / 2.0;
        }
        first = end;
    }
    return result;
}

// (S, 4·M + 1): each stressor's fractions summed over the CPUs and the roots of those sums, because most resources
// saturate; both again for the window before, because what a composition leaves behind (warm caches, dirty pages) is as
// much its doing as what it does at once; and a constant.
Eigen::MatrixXd stressorSums(const dataset::Dataset& dataset) {
    const auto samples = static_cast<Index>(dataset.sampleCount());
    const auto stressors = static_cast<Index>(dataset.stressors.size());
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(samples, 4 * stressors + 1);
    sums.rightCols(1).setOnes();
    for (Index cpu = 0; cpu < static_cast<Index>(dataset.cpus); ++cpu) {
        sums.leftCols(stressors) += dataset.compositions.middleCols(cpu * stressors, stressors).cast<double>();
        sums.middleCols(stressors, stressors) += dataset.previous.middleCols(cpu * stressors, stressors).cast<double>();
    }
    sums.middleCols(2 * stressors, 2 * stressors) = sums.leftCols(2 * stressors).cwiseMax(0.0).cwiseSqrt();
    return sums;
}

// Share of the variance of the metric's ranks that the sums explain; 1 when there are too few samples to tell.
double explained(const Eigen::MatrixXd& sums, const Eigen::VectorXf& metric) {
    std::vector<double> values;
    std::vector<Index> samples;
    for (Index sample = 0; sample < metric.size(); ++sample) {
        if (!std::isnan(metric(sample))) {
            values.push_back(static_cast<double>(metric(sample)));
            samples.push_back(sample);
        }
    }
    const Eigen::MatrixXd model = sums(samples, Eigen::all);
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver(model);
    const Index freedom = model.rows() - solver.rank();
    if (freedom < kLeastFreedom) {
        return 1.0;
    }
    const Eigen::VectorXd y = ranks(values);
    const double residual = (y - model * solver.solve(y)).squaredNorm() / static_cast<double>(freedom);
    const double total = (y.array() - y.mean()).square().sum() / static_cast<double>(y.size() - 1);
    return 1.0 - residual / total;
}

}  // namespace

std::vector<std::string> reasonsNotDriven(const dataset::Dataset& dataset) {
    const Eigen::MatrixXd sums = stressorSums(dataset);
    const trace::Matrix ranges = dataset.ranges();
    std::vector<std::string> reasons(dataset.metrics.size());
    for (std::size_t n = 0; n < reasons.size(); ++n) {
        const auto column = static_cast<Index>(n);
        const float low = ranges(0, column);
        const float high = ranges(1, column);
        if (dataset.metrics[n].id == kMemoryUsedId) {
            reasons[n] = "memory is held as the plan says, whatever the stressors do";
        } else if (std::isnan(low)) {
            reasons[n] = "it was never measured on this machine";
        } else if (!(high > low)) {
            reasons[n] = "no stressor changes it";
        } else if (!cpuOfUtilizationId(dataset.metrics[n].id) &&
                   explained(sums, dataset.mean.col(column)) < kLeastExplained) {
            reasons[n] = "it does not follow the stressors";
        }
    }
    return reasons;
}

}  // namespace mimesys::generation
