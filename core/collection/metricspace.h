// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace mimesys::collection {

// One direction in which samples differ: the mean utilisation of a socket's cores, or a metric of the machine.
struct Axis {
    std::string name;  // "cpu.utilization of socket 0", or the metric's id
    std::string unit;
    Family family = Family::Other;
    std::vector<Eigen::Index> columns;  // of the data set's metrics; their mean counts
    double low = 0.0;                   // in the unit; the bulk of what was measured lies between them
    double high = 1.0;
    bool root = false;  // mostly small: scaled by the root of the distance from the low end

    // 0 at the low end, 1 at the high one, what lies beyond cut a little outside.
    [[nodiscard]] double scaled(double value) const;
    [[nodiscard]] double unscaled(double position) const;  // in the unit
};

// The few dimensions in which a collection looks for what is new: the mean utilisation of each socket and those of the
// machine's metrics that the stressors drive. Single cores would add dimensions without adding places to go. Values are
// scaled as a model scales them (see training/describe.h), so that small values of rates count: low to 0 and high to 1,
// what lies beyond cut a little outside.
class MetricSpace {
public:
    explicit MetricSpace(const dataset::Dataset& dataset);

    [[nodiscard]] const std::vector<Axis>& axes() const { return m_axes; }
    // (S, D). A value that was not measured counts as the mean of those that were.
    [[nodiscard]] Eigen::MatrixXd points(const dataset::Dataset& dataset) const;
    [[nodiscard]] double scaled(std::size_t axis, double value) const { return m_axes[axis].scaled(value); }
    [[nodiscard]] double unscaled(std::size_t axis, double position) const { return m_axes[axis].unscaled(position); }

private:
    std::vector<Axis> m_axes;
};

// Every axis times the root of one over the number of its family's axes: distances weigh families alike, as scores do,
// and bandwidth does not count three times because three metrics follow it.
[[nodiscard]] Eigen::RowVectorXd familyWeights(const std::vector<Axis>& axes);

}  // namespace mimesys::collection
