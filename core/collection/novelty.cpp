// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/novelty.h"

#include "collection/selection.h"

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr double kUncertainty = 0.1;  // weight beside rarity

void append(Chosen& chosen, Chosen more) {
    const Index before = chosen.predicted.rows();
    std::ranges::move(more.compositions, std::back_inserter(chosen.compositions));
    chosen.predicted.conservativeResize(before + more.predicted.rows(), more.predicted.cols());
    chosen.predicted.bottomRows(more.predicted.rows()) = more.predicted;
}

}  // namespace

Chosen selectNovel(const Candidates& candidates, const Eigen::MatrixXd& observed, const Eigen::RowVectorXd& weights,
                   std::size_t count) {
    const Eigen::RowVectorXd mean = observed.colwise().mean();
    const Eigen::RowVectorXd deviation =
        ((observed.rowwise() - mean).colwise().squaredNorm() / static_cast<double>(observed.rows())).cwiseSqrt();
    Eigen::VectorXd novelty = -Density(observed).logarithms(candidates.predicted);
    for (std::size_t i = 0; i < candidates.byTree.size(); ++i) {
        novelty(static_cast<Index>(i)) += kUncertainty * disagreement(candidates.byTree[i], deviation);
    }
    const Eigen::MatrixXd places = (candidates.predicted.array().rowwise() * weights.array()).matrix();
    const Eigen::MatrixXd points = (observed.array().rowwise() * weights.array()).matrix();
    const Eigen::VectorXd distances =
        nearestDistances(places, points).cwiseProduct((1.0 + normalised(novelty).array()).matrix());
    Chosen chosen;
    chosen.predicted.resize(0, candidates.predicted.cols());
    const std::vector<std::size_t> selected = farthestPoints(places, distances, count);
    chosen.predicted.resize(static_cast<Index>(selected.size()), candidates.predicted.cols());
    for (std::size_t i = 0; i < selected.size(); ++i) {
        chosen.compositions.push_back(candidates.compositions[selected[i]]);
        chosen.predicted.row(static_cast<Index>(i)) = candidates.predicted.row(static_cast<Index>(selected[i]));
    }
    return chosen;
}

Chosen chooseNovel(const dataset::Dataset& dataset, const MetricSpace& space, const Coverage& coverage,
                   std::size_t count, std::uint64_t seed) {
    const Layout layout = layoutOf(dataset);
    const Eigen::MatrixXd points = space.points(dataset);
    const Surrogate surrogate(featuresOf(dataset, layout), points, {.seed = seed});
    const Pool pool{dataset, layout, space, points, surrogate};
    Known known;
    for (Index sample = 0; sample < dataset.compositions.rows(); ++sample) {
        (void)known.insert({dataset.compositions.row(sample).data(), layout.space.size()});
    }
    Random random(seed);
    const Eigen::RowVectorXd weights = familyWeights(space.axes());
    const auto candidatesFor = [](std::size_t wanted) {
        return static_cast<std::size_t>(std::ceil(kCandidatesPerChosen * static_cast<double>(wanted)));
    };
    const auto gaps = static_cast<std::size_t>(kGapShare * static_cast<double>(count));
    Chosen chosen =
        selectNovel(gapCandidates(pool, coverage, candidatesFor(gaps), known, random), points, weights, gaps);
    const std::size_t rest = count - chosen.compositions.size();
    append(chosen,
           selectNovel(novelCandidates(pool, coverage, candidatesFor(rest), known, random), points, weights, rest));
    return chosen;
}

}  // namespace mimesys::collection
