// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/compositions.h"
#include "dataset/dataset.h"

#include <Eigen/Core>

#include <cstddef>
#include <span>
#include <vector>

namespace mimesys::collection {

// What can be composed, and where its CPUs sit.
struct Layout {
    Space space;
    std::vector<int> sockets;  // K: socket of each CPU, counted from 0
    std::size_t socketCount = 1;
};
[[nodiscard]] Layout layoutOf(const dataset::Dataset& dataset);

// Rows of features.
using Features = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// What a surrogate sees of a composition and the one before: per socket each stressor's fractions summed over the CPUs,
// how many CPUs are busy, and how busy they are together. It says where load is as finely as the surrogate's outputs
// ask (mean utilisation per socket), and stays the same when CPUs of a socket change places.
[[nodiscard]] std::size_t featureCount(const Layout& layout);
// `composition` and `previous` have K·M entries, `features` featureCount().
void describeComposition(std::span<const float> composition, std::span<const float> previous, const Layout& layout,
                         std::span<float> features);
// (S, featureCount()) of a data set's samples.
[[nodiscard]] Features featuresOf(const dataset::Dataset& dataset, const Layout& layout);

}  // namespace mimesys::collection
