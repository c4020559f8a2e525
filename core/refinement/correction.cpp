// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/correction.h"

#include <cmath>

namespace mimesys::refinement {
namespace {

using Eigen::Index;
using Mask = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr int kSteps = 60;
// Of a fraction per step, at first; falls to a tenth by the last.
constexpr float kStep = 0.02F;
constexpr float kLastStep = 0.1F;
constexpr float kFirstMoment = 0.8F;
constexpr float kSecondMoment = 0.95F;
constexpr float kSmallest = 1e-10F;
// Differences below this share of a range are mostly noise.
constexpr float kNoise = 0.01F;
// Prices in units of Correction::price: of a change by a whole window, and of a stressor that the row did not have.
constexpr float kChange = 0.3F;
constexpr float kNewcomer = 0.5F;
// A window that stays further than this from its goal, in units of the mean score, may take up other stressors.
constexpr float kMissed = 0.006F;

// A newcomer shorter than this is not worth its place.
constexpr float kShortestNewcomer = 0.01F;

// A row that is too long is shortened as a whole, which keeps its mixture.
void limitRows(Matrix& compositions, const Matrix& limits) {
    compositions = compositions.cwiseMax(0.0F).cwiseMin(1.0F);
    const Index stressors = compositions.cols() / limits.cols();
    for (Index window = 0; window < compositions.rows(); ++window) {
        for (Index cpu = 0; cpu < limits.cols(); ++cpu) {
            auto row = compositions.row(window).segment(cpu * stressors, stressors);
            const float sum = row.sum();
            if (sum > limits(window, cpu)) {
                row *= limits(window, cpu) / sum;
            }
        }
    }
}

// The derivative of Σ share · √(z² + noise²), z being the difference in units of the range.
Matrix slopesOf(const Matrix& expected, const Correction& correction) {
    Matrix slopes = Matrix::Zero(expected.rows(), expected.cols());
    for (Index n = 0; n < expected.cols(); ++n) {
        const Weight& weight = correction.weights[static_cast<std::size_t>(n)];
        for (Index window = 0; window < expected.rows() && weight.share > 0.0F; ++window) {
            const float z = (expected(window, n) - correction.goal(window, n)) / weight.range;
            if (std::isfinite(z)) {
                slopes(window, n) = weight.share / weight.range * z / std::sqrt(z * z + kNoise * kNoise);
            }
        }
    }
    return slopes;
}

// (T, K·M): 1 for the stressors that may change.
Mask movableOf(const Correction& correction) {
    Mask mask(correction.compositions.rows(), correction.compositions.cols());
    for (Index column = 0; column < mask.cols(); ++column) {
        const bool movable = correction.movable[static_cast<std::size_t>(column) % correction.movable.size()];
        mask.col(column).setConstant(movable ? 1.0F : 0.0F);
    }
    return mask;
}

// Adam down the distance to the goal from `values`, moving what the mask allows; false when stopped.
Cancellable<Matrix> descended(const LocalResponse& response, const Correction& correction, Matrix values,
                              const Mask& movable, const std::stop_token& stop) {
    const Matrix& given = correction.compositions;
    const Mask newcomerPrice = (given.array() == 0.0F).cast<float>() * (kNewcomer * correction.price);
    Mask first = Mask::Zero(values.rows(), values.cols());
    Mask second = first;
    for (int step = 0; step < kSteps; ++step) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const auto slope =
            response.gradient(values, [&](const Matrix& expected) { return slopesOf(expected, correction); });
        if (!slope) {
            return tl::unexpected(slope.error());
        }
        const Mask gradient =
            (slope->array() + kChange * correction.price * (values - given).array() + newcomerPrice) * movable;
        first = first * kFirstMoment + gradient * (1.0F - kFirstMoment);
        second = second * kSecondMoment + gradient.square() * (1.0F - kSecondMoment);
        const float taken = static_cast<float>(step + 1);
        const Mask mean = first / (1.0F - std::pow(kFirstMoment, taken));
        const Mask deviation = (second / (1.0F - std::pow(kSecondMoment, taken))).sqrt() + kSmallest;
        const float length = kStep * (1.0F + (kLastStep - 1.0F) * static_cast<float>(step) / (kSteps - 1));
        values.array() -= mean / deviation * movable * length;
        limitRows(values, correction.limits);
    }
    return values;
}

// (T): how far outcomes (T, N) are from what is wanted, by the weights; what is missing does not count.
Eigen::ArrayXf distances(const Matrix& outcome, const Matrix& wanted, const std::vector<Weight>& weights) {
    Eigen::ArrayXf sum = Eigen::ArrayXf::Zero(outcome.rows());
    for (Index n = 0; n < outcome.cols(); ++n) {
        const Weight& weight = weights[static_cast<std::size_t>(n)];
        if (weight.share > 0.0F) {
            const Eigen::ArrayXf z = (outcome.col(n) - wanted.col(n)).array().abs() / weight.range;
            sum += z.isFinite().select(z * weight.share, 0.0F);
        }
    }
    return sum;
}

}  // namespace

Cancellable<Matrix> corrected(const LocalResponse& response, const Correction& correction,
                              const std::stop_token& stop) {
    const Matrix& given = correction.compositions;
    const Mask movable = movableOf(correction);
    const Mask newcomers = (given.array() == 0.0F).cast<float>();
    // New stressors bring side effects that the response knows least about: first without.
    auto values = descended(response, correction, given, movable * (1.0F - newcomers), stop);
    if (!values || !*values) {
        return values;
    }
    const auto expected = response.expect(**values);
    if (!expected) {
        return tl::unexpected(expected.error());
    }
    const Eigen::ArrayXf missed = (distances(*expected, correction.goal, correction.weights) > kMissed).cast<float>();
    if (missed.maxCoeff() > 0.0F) {
        const Mask allowed = movable * (1.0F - newcomers * (1.0F - missed).replicate(1, given.cols()));
        values = descended(response, correction, std::move(**values), allowed, stop);
        if (!values || !*values) {
            return values;
        }
    }
    const Mask shortest = newcomers * kShortestNewcomer + (1.0F - newcomers) * kShortestFraction;
    return Matrix((movable == 0.0F || (*values)->array() >= shortest).select(**values, 0.0F));
}

}  // namespace mimesys::refinement
