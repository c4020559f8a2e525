// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/coverage.h"

#include "collection/hull.h"

#include <algorithm>
#include <numeric>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr std::size_t kCells = kCellsPerAxis * kCellsPerAxis;

std::vector<double> edgesOf(const MetricSpace& space, std::size_t axis) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= kCellsPerAxis; ++i) {
        edges.push_back(space.unscaled(axis, static_cast<double>(i) / kCellsPerAxis));
    }
    return edges;
}

PairCoverage pairCoverage(const MetricSpace& space, const Eigen::MatrixXd& points,
                          const std::vector<std::uint32_t>& rounds, const AxisPair& axes) {
    PairCoverage pair{.axes = axes,
                      .xName = space.axes()[axes.x].name,
                      .yName = space.axes()[axes.y].name,
                      .xEdges = edgesOf(space, axes.x),
                      .yEdges = edgesOf(space, axes.y),
                      .counts = std::vector<std::uint32_t>(kCells, 0),
                      .inside = std::vector<std::uint8_t>(kCells, 0),
                      .firstRounds = std::vector<std::uint32_t>(kCells, 0)};
    Eigen::MatrixX2d plane(points.rows(), 2);
    plane << points.col(static_cast<Index>(axes.x)), points.col(static_cast<Index>(axes.y));
    for (Index sample = 0; sample < plane.rows(); ++sample) {
        const std::size_t cell = cellOf(plane(sample, 1)) * kCellsPerAxis + cellOf(plane(sample, 0));
        const auto at = static_cast<std::size_t>(sample);
        const std::uint32_t round = at < rounds.size() ? rounds[at] : 0;
        pair.firstRounds[cell] = pair.counts[cell] == 0 ? round : std::min(pair.firstRounds[cell], round);
        ++pair.counts[cell];
    }
    const Hull hull(plane);
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        pair.inside[cell] = hull.contains(middleOf(cell % kCellsPerAxis), middleOf(cell / kCellsPerAxis)) ? 1 : 0;
    }
    return pair;
}

}  // namespace

std::size_t PairCoverage::occupied() const {
    return kCells - static_cast<std::size_t>(std::ranges::count(counts, 0U));
}

std::size_t PairCoverage::reachable() const {
    std::size_t count = 0;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        count += counts[cell] > 0 || inside[cell] != 0 ? 1 : 0;
    }
    return count;
}

double PairCoverage::share() const {
    const std::size_t all = reachable();
    return all > 0 ? static_cast<double>(occupied()) / static_cast<double>(all) : 0.0;
}

std::size_t Coverage::occupied() const {
    return std::transform_reduce(pairs.begin(), pairs.end(), std::size_t{0}, std::plus{},
                                 [](const PairCoverage& pair) { return pair.occupied(); });
}

double Coverage::share() const {
    const std::size_t all = std::transform_reduce(pairs.begin(), pairs.end(), std::size_t{0}, std::plus{},
                                                  [](const PairCoverage& pair) { return pair.reachable(); });
    return all > 0 ? static_cast<double>(occupied()) / static_cast<double>(all) : 0.0;
}

std::vector<AxisPair> allPairs(const MetricSpace& space) {
    std::vector<AxisPair> pairs;
    for (std::size_t x = 0; x < space.axes().size(); ++x) {
        for (std::size_t y = x + 1; y < space.axes().size(); ++y) {
            pairs.push_back({x, y});
        }
    }
    return pairs;
}

Coverage coverageOf(const MetricSpace& space, const Eigen::MatrixXd& points, const std::vector<std::uint32_t>& rounds,
                    const std::vector<AxisPair>& pairs) {
    Coverage coverage;
    for (const AxisPair& pair : pairs) {
        coverage.pairs.push_back(pairCoverage(space, points, rounds, pair));
    }
    const std::size_t count = rounds.empty() ? 1 : std::size_t{*std::ranges::max_element(rounds)} + 1;
    coverage.occupiedByRound.assign(count, 0);
    for (const PairCoverage& pair : coverage.pairs) {
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            if (pair.counts[cell] > 0) {
                ++coverage.occupiedByRound[pair.firstRounds[cell]];
            }
        }
    }
    std::partial_sum(coverage.occupiedByRound.begin(), coverage.occupiedByRound.end(),
                     coverage.occupiedByRound.begin());
    return coverage;
}

Coverage coverageOf(const dataset::Dataset& dataset, const std::optional<std::vector<AxisPair>>& pairs) {
    if (dataset.sampleCount() == 0) {
        return {};
    }
    const MetricSpace space(dataset);
    return coverageOf(space, space.points(dataset), dataset.rounds, pairs.value_or(allPairs(space)));
}

std::size_t cellOf(double position) {
    return static_cast<std::size_t>(std::clamp(position * kCellsPerAxis, 0.0, kCellsPerAxis - 1.0));
}

double middleOf(std::size_t cell) {
    return (static_cast<double>(cell) + 0.5) / kCellsPerAxis;
}

bool saturated(const Coverage& coverage) {
    const std::vector<std::size_t>& occupied = coverage.occupiedByRound;
    if (occupied.size() <= kSaturatedRounds + 1 || occupied.back() == 0) {
        return false;
    }
    const std::size_t before = occupied[occupied.size() - 1 - kSaturatedRounds];
    const auto added = static_cast<double>(occupied.back() - before);
    return added < kNewShare * static_cast<double>(occupied.back()) * static_cast<double>(kSaturatedRounds);
}

}  // namespace mimesys::collection
