// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/selection.h"

#include <Eigen/Cholesky>
#include <nanoflann.hpp>

#include <cmath>
#include <limits>
#include <numbers>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr double kLeastDensity = 1e-12;  // of the reference system; keeps the logarithm finite
constexpr double kNarrowest = 1e-3;      // a kernel's width on an axis on which nothing differs
constexpr Index kBlock = 64;             // places looked at together
constexpr std::size_t kLeafPoints = 16;  // of the k-d tree

Eigen::RowVectorXd deviations(const Eigen::MatrixXd& points) {
    const Eigen::RowVectorXd mean = points.colwise().mean();
    const double freedom = std::max<double>(1.0, static_cast<double>(points.rows() - 1));
    return ((points.rowwise() - mean).colwise().squaredNorm() / freedom).cwiseSqrt();
}

}  // namespace

Density::Density(const Eigen::MatrixXd& points) {
    const auto dimensions = static_cast<double>(points.cols());
    const auto count = static_cast<double>(points.rows());
    const double factor = std::pow(count, -1.0 / (dimensions + 4.0));
    const Eigen::RowVectorXd width = (factor * deviations(points)).cwiseMax(kNarrowest);
    m_scale = width.cwiseInverse();
    m_points = (points.array().rowwise() * m_scale.array()).matrix().transpose();
    m_squares = m_points.colwise().squaredNorm().transpose();
    m_norm = std::log(count) + 0.5 * dimensions * std::log(2.0 * std::numbers::pi) + width.array().log().sum();
}

Eigen::VectorXd Density::logarithms(const Eigen::MatrixXd& places) const {
    Eigen::VectorXd result(places.rows());
    for (Index first = 0; first < places.rows(); first += kBlock) {
        const Index count = std::min(kBlock, places.rows() - first);
        const Eigen::MatrixXd block = (places.middleRows(first, count).array().rowwise() * m_scale.array()).matrix();
        // −½|a − b|² as a product of matrices.
        Eigen::ArrayXXd exponents = (block * m_points).array();
        exponents.rowwise() -= 0.5 * m_squares.transpose().array();
        exponents.colwise() -= 0.5 * block.rowwise().squaredNorm().array();
        const Eigen::ArrayXd sums = exponents.min(0.0).exp().rowwise().sum() * std::exp(-m_norm);
        result.segment(first, count) = (sums + kLeastDensity).log();
    }
    return result;
}

double disagreement(const Eigen::MatrixXd& byTree, const Eigen::RowVectorXd& deviation) {
    const Eigen::RowVectorXd scale = deviation.cwiseMax(kNarrowest).cwiseInverse();
    const Eigen::MatrixXd centred =
        ((byTree.rowwise() - byTree.colwise().mean()).array().rowwise() * scale.array()).matrix();
    const double freedom = std::max<double>(1.0, static_cast<double>(byTree.rows() - 1));
    Eigen::MatrixXd covariance = centred.transpose() * centred / freedom;
    covariance.diagonal().array() += 1.0;
    const Eigen::LLT<Eigen::MatrixXd> factors(covariance);
    return 2.0 * factors.matrixL().toDenseMatrix().diagonal().array().log().sum();
}

Eigen::VectorXd normalised(const Eigen::VectorXd& values) {
    if (values.size() == 0) {
        return values;
    }
    const double low = values.minCoeff();
    const double range = values.maxCoeff() - low;
    return range > 0.0 ? Eigen::VectorXd((values.array() - low) / range) : Eigen::VectorXd::Zero(values.size());
}

Eigen::VectorXd nearestDistances(const Eigen::MatrixXd& places, const Eigen::MatrixXd& points) {
    Eigen::VectorXd result = Eigen::VectorXd::Constant(places.rows(), std::numeric_limits<double>::infinity());
    if (points.rows() == 0) {
        return result;
    }
    using Tree = nanoflann::KDTreeEigenMatrixAdaptor<Eigen::MatrixXd, -1, nanoflann::metric_L2_Simple>;
    const Tree tree(static_cast<Tree::Dimension>(points.cols()), std::cref(points), kLeafPoints);
    Eigen::VectorXd place(points.cols());
    for (Index i = 0; i < places.rows(); ++i) {
        place = places.row(i);
        Index nearest = 0;
        double square = 0.0;
        tree.query(place.data(), 1, &nearest, &square);
        result(i) = std::sqrt(square);
    }
    return result;
}

std::vector<std::size_t> farthestPoints(const Eigen::MatrixXd& candidates, const Eigen::VectorXd& weighted,
                                        std::size_t count) {
    Eigen::VectorXd gain = weighted;
    std::vector<std::size_t> selected;
    while (selected.size() < std::min(count, static_cast<std::size_t>(candidates.rows()))) {
        Index best = 0;
        gain.maxCoeff(&best);
        selected.push_back(static_cast<std::size_t>(best));
        gain = gain.cwiseMin((candidates.rowwise() - candidates.row(best)).rowwise().norm());
        for (const std::size_t taken : selected) {
            gain(static_cast<Index>(taken)) =
                -1.0;  // copies of it are at 0, and may be selected when nothing else is left
        }
    }
    return selected;
}

}  // namespace mimesys::collection
