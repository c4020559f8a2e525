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

// Samples of a stretch: the chosen composition after an idle window, variations of it, each of the one before, and the
// chosen one again. What a machine does after idle tells what the composition does by itself; dirty pages, warm caches
// and whatever else lasts for some windows show only where load goes on, as it does in applications.
inline constexpr std::size_t kStretchSamples = 5;

// Candidates, and where in the metric space they are expected to land.
struct Chosen {
    std::vector<Composition> compositions;
    Eigen::MatrixXd predicted;  // (C, D), scaled
};

// What a round will measure, and where.
struct ChosenRound {
    std::vector<Stretch> stretches;
    Eigen::MatrixXd predicted;  // (S, D), scaled: of every sample but those of compositions that come again
};

// The rarest and least certain of the candidates, spread over the metric space. Novelty ν is −ln of the density of the
// observed points where the candidate is predicted, plus a tenth of the trees' disagreement, scaled to [0,1]; selection
// is by farthest points, distances to observed ones times 1 + ν. What is selected is what will be run.
[[nodiscard]] Chosen selectNovel(const Candidates& candidates, const Eigen::MatrixXd& observed,
                                 const Eigen::RowVectorXd& weights, std::size_t count);

// `samples` samples for the round that follows what the data set holds. The compositions that begin stretches are the
// selected ones, kGapShare of them for gaps between samples; of the variations that may follow, those that are expected
// in the least known places after what comes before them. Depends on the data set and the seed alone. The data set
// holds a sweep at least.
[[nodiscard]] ChosenRound chooseNovel(const dataset::Dataset& dataset, const MetricSpace& space,
                                      const Coverage& coverage, std::size_t samples, std::uint64_t seed);

}  // namespace mimesys::collection
