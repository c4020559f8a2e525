// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/metricspace.h"

#include "generation/driven.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

using Eigen::Index;

// As a model's ranges: this share of the samples lies beyond either end, and a metric whose middle sample is in this
// share of its range or below is mostly small.
constexpr double kOutliers = 0.002;
constexpr double kMostlySmall = 0.2;
// How far outside of [0,1] what lies beyond the range may go.
constexpr double kMargin = 0.1;

double valueOf(const Axis& axis, const trace::Matrix& mean, Index sample) {
    double sum = 0.0;
    int count = 0;
    for (const Index column : axis.columns) {
        const auto value = static_cast<double>(mean(sample, column));
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / count : std::nan("");
}

// Range and scale of an axis from what was measured. False when nothing varies.
bool fitRange(Axis& axis, const trace::Matrix& mean) {
    std::vector<double> values;
    for (Index sample = 0; sample < mean.rows(); ++sample) {
        if (const double value = valueOf(axis, mean, sample); !std::isnan(value)) {
            values.push_back(value);
        }
    }
    if (values.empty()) {
        return false;
    }
    std::ranges::sort(values);
    const auto cut = static_cast<std::size_t>(kOutliers * static_cast<double>(values.size()));
    axis.low = values[cut];
    axis.high = values[values.size() - 1 - cut];
    axis.root = values[values.size() / 2] - axis.low < kMostlySmall * (axis.high - axis.low);
    return axis.high > axis.low;
}

// One axis per socket, in their order.
std::vector<Axis> socketAxes(const dataset::Dataset& dataset) {
    const std::vector<int> sockets = dataset::socketsOf(dataset);
    std::vector<Axis> axes;
    std::size_t row = 0;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        if (!cpuOfUtilizationId(dataset.metrics[n].id) || row >= sockets.size()) {
            continue;
        }
        const auto socket = static_cast<std::size_t>(sockets[row++]);
        while (axes.size() <= socket) {
            axes.push_back({.name = fmt::format("cpu.utilization of socket {}", axes.size()),
                            .unit = "%",
                            .family = Family::Cpu,
                            .columns = {},
                            .low = 0.0,
                            .high = 100.0,
                            .root = true});
        }
        axes[socket].columns.push_back(static_cast<Index>(n));
    }
    return axes;
}

}  // namespace

double Axis::scaled(double value) const {
    double position = (value - low) / (high - low);
    if (root) {
        position = std::copysign(std::sqrt(std::abs(position)), position);
    }
    return std::clamp(position, -kMargin, 1.0 + kMargin);
}

double Axis::unscaled(double position) const {
    return low + (high - low) * (root ? std::copysign(position * position, position) : position);
}

MetricSpace::MetricSpace(const dataset::Dataset& dataset) : m_axes(socketAxes(dataset)) {
    const std::vector<std::string> reasons = generation::reasonsNotDriven(dataset);
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const Metric& metric = dataset.metrics[n];
        Axis axis{.name = metric.id, .unit = metric.unit, .family = metric.family, .columns = {static_cast<Index>(n)}};
        if (reasons[n].empty() && !cpuOfUtilizationId(metric.id) && fitRange(axis, dataset.mean)) {
            m_axes.push_back(std::move(axis));
        }
    }
}

Eigen::MatrixXd MetricSpace::points(const dataset::Dataset& dataset) const {
    Eigen::MatrixXd points(dataset.mean.rows(), static_cast<Index>(m_axes.size()));
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis) {
        const auto column = static_cast<Index>(axis);
        double sum = 0.0;
        double count = 0.0;
        for (Index sample = 0; sample < points.rows(); ++sample) {
            const double value = valueOf(m_axes[axis], dataset.mean, sample);
            points(sample, column) = std::isnan(value) ? value : scaled(axis, value);
            sum += std::isnan(value) ? 0.0 : points(sample, column);
            count += std::isnan(value) ? 0.0 : 1.0;
        }
        const double mean = sum / std::max(1.0, count);
        points.col(column) =
            points.col(column).unaryExpr([&](double value) { return std::isnan(value) ? mean : value; });
    }
    return points;
}

Eigen::RowVectorXd familyWeights(const std::vector<Axis>& axes) {
    Eigen::RowVectorXd weights(static_cast<Index>(axes.size()));
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto same = std::ranges::count(axes, axes[i].family, &Axis::family);
        weights(static_cast<Index>(i)) = 1.0 / std::sqrt(static_cast<double>(same));
    }
    return weights;
}

}  // namespace mimesys::collection
