// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/novelty.h"

#include "collection/selection.h"

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr double kUncertainty = 0.1;     // weight beside rarity
constexpr int kVariationsPerChosen = 2;  // few, for the same reason as candidates

void append(Chosen& chosen, Chosen more) {
    const Index before = chosen.predicted.rows();
    std::ranges::move(more.compositions, std::back_inserter(chosen.compositions));
    chosen.predicted.conservativeResize(before + more.predicted.rows(), more.predicted.cols());
    chosen.predicted.bottomRows(more.predicted.rows()) = more.predicted;
}

// Makes stretches of what begins them.
class StretchMaker {
public:
    StretchMaker(const Pool& pool, Chosen heads, const Eigen::RowVectorXd& weights)
        : m_pool(pool), m_heads(std::move(heads)), m_weights(weights), m_features(featureCount(pool.layout)) {}

    ChosenRound make(std::size_t samples, Random& random) {
        ChosenRound round;
        m_taken = (m_pool.points.array().rowwise() * m_weights.array()).matrix();
        round.predicted = m_heads.predicted;
        for (Composition& head : m_heads.compositions) {
            const std::size_t length = std::min(samples, kStretchSamples);
            if (length == 0) {
                break;
            }
            samples -= length;
            Stretch stretch{head};
            while (stretch.size() + 1 < length) {
                stretch.push_back(follower(stretch.back(), random, round.predicted));
            }
            if (length > 1) {
                stretch.push_back(std::move(head));
            }
            round.stretches.push_back(std::move(stretch));
        }
        return round;
    }

private:
    Composition follower(const Composition& before, Random& random, Eigen::MatrixXd& predicted) {
        Composition best;
        Eigen::RowVectorXd place;
        double farthest = -1.0;
        for (int i = 0; i < kVariationsPerChosen; ++i) {
            std::vector<float> fractions = variationOf(before.fractions, random, m_pool.layout.space);
            if (isIdle(fractions)) {
                fractions = randomComposition(random, m_pool.layout.space);
            }
            describeComposition(fractions, before.fractions, m_pool.layout, m_features);
            m_pool.surrogate.predict(m_features.data(), m_byTree);
            const Eigen::RowVectorXd expected = m_byTree.colwise().mean();
            const Eigen::RowVectorXd weighted = (expected.array() * m_weights.array()).matrix();
            const double distance = (m_taken.rowwise() - weighted).rowwise().squaredNorm().minCoeff();
            if (distance > farthest) {
                farthest = distance;
                best = {std::move(fractions), dataset::kVariation};
                place = expected;
            }
        }
        m_taken.conservativeResize(m_taken.rows() + 1, Eigen::NoChange);
        m_taken.bottomRows(1) = (place.array() * m_weights.array()).matrix();
        predicted.conservativeResize(predicted.rows() + 1, place.cols());
        predicted.bottomRows(1) = place;
        return best;
    }

    const Pool& m_pool;
    Chosen m_heads;
    const Eigen::RowVectorXd& m_weights;
    std::vector<float> m_features;
    Eigen::MatrixXd m_byTree;
    Eigen::MatrixXd m_taken;
};

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

ChosenRound chooseNovel(const dataset::Dataset& dataset, const MetricSpace& space, const Coverage& coverage,
                        std::size_t samples, std::uint64_t seed) {
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
    const std::size_t count = (samples + kStretchSamples - 1) / kStretchSamples;
    const auto gaps = static_cast<std::size_t>(kGapShare * static_cast<double>(count));
    Chosen heads =
        selectNovel(gapCandidates(pool, coverage, candidatesFor(gaps), known, random), points, weights, gaps);
    const std::size_t rest = count - heads.compositions.size();
    append(heads,
           selectNovel(novelCandidates(pool, coverage, candidatesFor(rest), known, random), points, weights, rest));
    return StretchMaker(pool, std::move(heads), weights).make(samples, random);
}

}  // namespace mimesys::collection
