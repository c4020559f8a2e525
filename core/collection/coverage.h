// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/metricspace.h"
#include "dataset/dataset.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::collection {

inline constexpr std::size_t kCellsPerAxis = 10;

// Two axes of a metric space.
struct AxisPair {
    std::size_t x = 0;
    std::size_t y = 0;
    bool operator==(const AxisPair&) const = default;
};

// How the samples fill the plane of two metrics: a grid over their ranges, in the scaled coordinates of the metric
// space. Everything is plain data, for whoever draws or prints it.
struct PairCoverage {
    AxisPair axes;
    std::string xName;
    std::string yName;
    // Borders of the cells in the metrics' units: kCellsPerAxis + 1 each, rising.
    std::vector<double> xEdges;
    std::vector<double> yEdges;
    // kCellsPerAxis² entries, x running fastest.
    std::vector<std::uint32_t> counts;       // samples
    std::vector<std::uint8_t> inside;        // 1: the middle of the cell lies in the convex hull of the samples
    std::vector<std::uint32_t> firstRounds;  // round of the first sample; of no meaning where there is none

    [[nodiscard]] std::size_t occupied() const;   // cells
    [[nodiscard]] std::size_t reachable() const;  // cells that are occupied or inside the hull
    [[nodiscard]] double share() const;           // occupied of the reachable, 0 when there is none
};

struct Coverage {
    std::vector<PairCoverage> pairs;
    // Cells of all pairs that a sample of this round or an earlier one lies in, per round.
    std::vector<std::size_t> occupiedByRound;

    [[nodiscard]] std::size_t occupied() const;
    [[nodiscard]] double share() const;  // over all pairs
};

// Every two axes.
[[nodiscard]] std::vector<AxisPair> allPairs(const MetricSpace& space);

// Coverage of the given pairs of a data set's own space, or of all. Empty for a data set without samples.
[[nodiscard]] Coverage coverageOf(const dataset::Dataset& dataset,
                                  const std::optional<std::vector<AxisPair>>& pairs = std::nullopt);
[[nodiscard]] Coverage coverageOf(const MetricSpace& space, const Eigen::MatrixXd& points,
                                  const std::vector<std::uint32_t>& rounds, const std::vector<AxisPair>& pairs);

// Cell of a scaled position, along one axis.
[[nodiscard]] std::size_t cellOf(double position);
// Scaled position of the middle of a cell.
[[nodiscard]] double middleOf(std::size_t cell);

// Whether the last rounds brought next to nothing new: fewer than kNewShare of the occupied cells per round, over
// kSaturatedRounds rounds after the first.
inline constexpr double kNewShare = 0.002;
inline constexpr std::size_t kSaturatedRounds = 4;
[[nodiscard]] bool saturated(const Coverage& coverage);

}  // namespace mimesys::collection
