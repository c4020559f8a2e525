// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace mimesys::collection {

// Kernel density of points in D dimensions: Gaussian kernels, per axis as wide as its standard deviation times
// n^(−1/(D+4)) (Scott 1992).
class Density {
public:
    explicit Density(const Eigen::MatrixXd& points);  // (n, D), n ≥ 1
    // Natural logarithms of (density + 1e-12) at the rows of `places`, (C, D).
    [[nodiscard]] Eigen::VectorXd logarithms(const Eigen::MatrixXd& places) const;

private:
    Eigen::RowVectorXd m_scale;  // one over the kernel's width, per axis
    Eigen::MatrixXd m_points;    // (D, n), scaled
    Eigen::VectorXd m_squares;   // of the scaled points' norms
    double m_norm = 0.0;         // logarithm of what a kernel is divided by
};

// ln det(I + C) of the covariance C of what the trees predict, rows of `byTree` (trees × D) in units of `deviation`,
// the standard deviation of each output over the samples.
[[nodiscard]] double disagreement(const Eigen::MatrixXd& byTree, const Eigen::RowVectorXd& deviation);

// To [0,1]: the smallest to 0, the largest to 1; all 0 when there is no difference.
[[nodiscard]] Eigen::VectorXd normalised(const Eigen::VectorXd& values);

// Distance of each row of `places` to the nearest row of `points`; infinity without any.
[[nodiscard]] Eigen::VectorXd nearestDistances(const Eigen::MatrixXd& places, const Eigen::MatrixXd& points);

// Greedy farthest-point selection: again and again the candidate that is farthest from what is there, where the
// distance to the nearest observed point is `weighted` and that to the nearest already selected candidate is not.
// Indices in the order of selection; ties go to the lower one. Fewer than `count` when there are not as many.
[[nodiscard]] std::vector<std::size_t> farthestPoints(const Eigen::MatrixXd& candidates,
                                                      const Eigen::VectorXd& weighted, std::size_t count);

}  // namespace mimesys::collection
