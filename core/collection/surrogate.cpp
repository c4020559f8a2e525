// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/surrogate.h"

#include "base/random.h"

#include <dlib/random_forest.h>

#include <numeric>
#include <string>

namespace mimesys::collection {
namespace {

using Eigen::Index;

// How the forests read features: rows of a matrix that is not copied.
class RowFeatures {
public:
    using feature = std::uint32_t;
    using sample_type = const float*;

    explicit RowFeatures(std::size_t count = 0) : m_count(count) {}

    void setup(const std::vector<sample_type>& /*samples*/, const std::vector<double>& /*outputs*/) {}
    void get_random_features(dlib::rand& random, std::size_t count, std::vector<feature>& features) const {
        features.resize(m_count);
        std::iota(features.begin(), features.end(), feature{0});
        count = std::min(count, m_count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto other = random.get_integer_in_range(static_cast<long long>(i), static_cast<long long>(m_count));
            std::swap(features[i], features[static_cast<std::size_t>(other)]);
        }
        features.resize(count);
    }
    [[nodiscard]] double extract_feature_value(const sample_type& row, const feature& index) const {
        return static_cast<double>(row[index]);
    }
    [[nodiscard]] std::size_t max_num_feats() const { return m_count; }

private:
    std::size_t m_count = 0;
};

using Forest = dlib::random_forest_regression_function<RowFeatures>;
using Trainer = dlib::random_forest_regression_trainer<RowFeatures>;

std::vector<Index> drawSamples(Index total, std::size_t most, std::uint64_t seed) {
    std::vector<Index> samples(static_cast<std::size_t>(total));
    std::iota(samples.begin(), samples.end(), Index{0});
    if (samples.size() > most) {
        Random(seed).shuffle(std::span(samples));
        samples.resize(most);
    }
    return samples;
}

}  // namespace

struct Surrogate::Forests {
    std::vector<Forest> byOutput;
};

Surrogate::Surrogate(const Features& features, const Eigen::MatrixXd& outputs, const SurrogateOptions& options)
    : m_forests(std::make_unique<Forests>()), m_trees(options.trees) {
    const std::vector<Index> samples = drawSamples(features.rows(), options.mostSamples, options.seed);
    std::vector<const float*> rows;
    for (const Index sample : samples) {
        rows.push_back(features.row(sample).data());
    }
    Trainer trainer;
    trainer.set_feature_extractor(RowFeatures(static_cast<std::size_t>(features.cols())));
    trainer.set_seed(std::to_string(options.seed) + " ");
    trainer.set_num_trees(options.trees);
    trainer.set_min_samples_per_leaf(options.leafSamples);
    trainer.set_feature_subsampling_fraction(options.featureShare);
    std::vector<double> wanted(samples.size());
    for (Index output = 0; output < outputs.cols(); ++output) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            wanted[i] = outputs(samples[i], output);
        }
        m_forests->byOutput.push_back(trainer.train(rows, wanted));
    }
}

Surrogate::Surrogate(Surrogate&&) noexcept = default;
Surrogate::~Surrogate() = default;

void Surrogate::predict(const float* features, Eigen::MatrixXd& byTree) const {
    byTree.resize(static_cast<Index>(m_trees), static_cast<Index>(m_forests->byOutput.size()));
    for (std::size_t output = 0; output < m_forests->byOutput.size(); ++output) {
        const Forest& forest = m_forests->byOutput[output];
        const auto& trees = forest.get_internal_tree_nodes();
        const auto& leaves = forest.get_tree_leaves();
        for (std::size_t tree = 0; tree < trees.size(); ++tree) {
            const auto& nodes = trees[tree];
            std::size_t at = 0;
            while (at < nodes.size()) {
                const auto& node = nodes[at];
                at = features[node.split_feature] < node.split_threshold ? node.left : node.right;
            }
            byTree(static_cast<Index>(tree), static_cast<Index>(output)) =
                static_cast<double>(leaves[tree][at - nodes.size()]);
        }
    }
}

Eigen::MatrixXd Surrogate::means(const Features& features) const {
    Eigen::MatrixXd means(features.rows(), static_cast<Index>(m_forests->byOutput.size()));
    Eigen::MatrixXd byTree;
    for (Index row = 0; row < features.rows(); ++row) {
        predict(features.row(row).data(), byTree);
        means.row(row) = byTree.colwise().mean();
    }
    return means;
}

}  // namespace mimesys::collection
