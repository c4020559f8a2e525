// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/features.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <vector>

namespace mimesys::collection {

struct SurrogateOptions {
    std::size_t trees = 20;
    std::size_t mostSamples = 2500;  // it is trained on; of more, as many are drawn
    std::size_t leafSamples = 3;     // nodes of so many samples are not split further
    double featureShare = 0.2;       // that compete for a split
    std::uint64_t seed = 0;
};

// From features of a composition to D numbers, by regression forests (Breiman 2001), one per number. It learns from
// few samples without tuning, and its trees disagree where it has seen little. Trees of equal index of all forests are
// grown from the same draw of samples.
class Surrogate {
public:
    // `outputs` is (S, D); S ≥ 1. Same inputs, same forests, whatever the number of threads.
    Surrogate(const Features& features, const Eigen::MatrixXd& outputs, const SurrogateOptions& options);
    Surrogate(Surrogate&&) noexcept;
    ~Surrogate();

    [[nodiscard]] std::size_t treeCount() const { return m_trees; }
    // What every tree says: trees × D. `features` is one row.
    void predict(const float* features, Eigen::MatrixXd& byTree) const;
    // Means over the trees, (C, D) for C rows.
    [[nodiscard]] Eigen::MatrixXd means(const Features& features) const;

private:
    struct Forests;
    std::unique_ptr<Forests> m_forests;
    std::size_t m_trees = 0;
};

}  // namespace mimesys::collection
