// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/candidates.h"
#include "collection/compositions.h"
#include "collection/coverage.h"
#include "collection/metricspace.h"
#include "dataset/dataset.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mimesys::collection {

// Candidates per composition that is chosen. Few: of many, only those at the edges of the metric space would ever be.
inline constexpr double kCandidatesPerChosen = 4.0 / 3.0;
// Share of a round that is spent on gaps between samples.
inline constexpr double kGapShare = 0.25;

// What a round will measure, and where in the metric space it is expected to land.
struct Chosen {
    std::vector<Composition> compositions;
    Eigen::MatrixXd predicted;  // (C, D), scaled
};

// The rarest and least certain of the candidates, spread over the metric space. Novelty ν is −ln of the density of the
// observed points where the candidate is predicted, plus a tenth of the trees' disagreement, scaled to [0,1]; selection
// is by farthest points, distances to observed ones times 1 + ν. What is selected is what will be run.
[[nodiscard]] Chosen selectNovel(const Candidates& candidates, const Eigen::MatrixXd& observed,
                                 const Eigen::RowVectorXd& weights, std::size_t count);

// `count` compositions for the round that follows what the data set holds, kGapShare of them for gaps between samples.
// Depends on the data set and the seed alone. The data set holds a sweep at least.
[[nodiscard]] Chosen chooseNovel(const dataset::Dataset& dataset, const MetricSpace& space, const Coverage& coverage,
                                 std::size_t count, std::uint64_t seed);

}  // namespace mimesys::collection
