// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "collection/compositions.h"
#include "collection/coverage.h"
#include "collection/features.h"
#include "collection/surrogate.h"
#include "dataset/dataset.h"

#include <Eigen/Core>

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace mimesys::collection {

// What candidates are made from.
struct Pool {
    const dataset::Dataset& dataset;
    const Layout& layout;
    const MetricSpace& space;
    const Eigen::MatrixXd& points;  // (S, D), scaled
    const Surrogate& surrogate;
};

// Compositions that might be measured, and what the surrogate says they will do after an idle window.
struct Candidates {
    std::vector<Composition> compositions;
    std::vector<Eigen::MatrixXd> byTree;  // of each: trees × D
    Eigen::MatrixXd predicted;            // (C, D): means over the trees
};

// Whether nothing of it is left to two decimals.
[[nodiscard]] bool isIdle(std::span<const float> composition);

// Compositions that are alike to two decimals, among those seen so far.
class Known {
public:
    // Whether it is the first of its kind; it is known from then on.
    [[nodiscard]] bool insert(std::span<const float> composition);

private:
    std::unordered_set<std::string> m_keys;
};

// The composition of a sample, preferably a mixture: offspring of single stressors says little that the sweep did not.
[[nodiscard]] std::vector<float> drawParent(const Pool& pool, Random& random);

// A sample, varied: rows or columns of a second one, a blend of several, noise with some CPUs idle, sockets of two, or
// every socket busier or quieter (the research system's operators).
[[nodiscard]] std::vector<float> mutation(const Pool& pool, Random& random);

// Busy CPUs of two samples beside each other, each as it was, on CPUs of their sockets while those last.
[[nodiscard]] std::vector<float> unionOf(std::span<const float> first, std::span<const float> second,
                                         const Layout& layout, Random& random);

// `count` candidates that are neither known nor idle: a third each of mutations, random compositions, and unions of
// which that is taken, of a few, that comes nearest to an empty cell. Fewer when the space is too small for as many.
[[nodiscard]] Candidates novelCandidates(const Pool& pool, const Coverage& coverage, std::size_t count, Known& known,
                                         Random& random);

// Up to `count` candidates, each for the middle of a cell within the hull of its pair of metrics: the blend of the
// three nearest samples' compositions, weighted by inverse distance. Cells with the fewest samples first.
[[nodiscard]] Candidates gapCandidates(const Pool& pool, const Coverage& coverage, std::size_t count, Known& known,
                                       Random& random);

}  // namespace mimesys::collection
