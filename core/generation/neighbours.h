// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"
#include "trace/windowed.h"

#include <Eigen/Core>

#include <vector>

namespace mimesys::generation {

// Distances between windows of a target and the samples of a data set. Values are scaled by the data set's ranges and
// cut to [0,1]; squared differences are averaged within each family and then over families, so that the many cores of
// a machine do not outvote its disk; the distance is the root of that, in [0,1]. Values missing on either side do not
// count. Every sample is looked at: a k-d tree needs one metric space, but here each window may lack other metrics and
// each sample too, and a few thousand samples cost well under a millisecond.
class Neighbours {
public:
    // `metrics` are those of the target; each has to be one of the data set's.
    Neighbours(const dataset::Dataset& dataset, const std::vector<Metric>& metrics);

    // Per sample; infinity where sample and window share no value. `window` holds one value per metric.
    [[nodiscard]] Eigen::ArrayXd distances(const Eigen::Ref<const Eigen::RowVectorXf>& window) const;

private:
    struct Column {
        Family family;
        double low;
        double scale;
        Eigen::ArrayXd values;   // (S) scaled, 0 where missing
        Eigen::ArrayXd present;  // (S) 1 or 0
    };
    std::vector<Column> m_columns;
    Eigen::Index m_samples = 0;
};

}  // namespace mimesys::generation
