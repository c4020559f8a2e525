// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/datasetresponse.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace mimesys::refinement {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Of the features' own variance over all samples, in samples: what holds the regressions back.
constexpr double kGlobalRidge = 1.0;
constexpr double kLocalRidge = 30.0;
// The share of the samples that lies within the width of the kernel.
constexpr double kNear = 0.1;
// How many samples an executed window counts as: it is what the machine did here, this time.
constexpr double kExecutedWeight = 4.0;

// Sums (S, M) of each stressor over the CPUs, for compositions (S, K·M).
MatrixXd sumsOf(const Matrix& compositions, Index stressors) {
    MatrixXd sums = MatrixXd::Zero(compositions.rows(), stressors);
    for (Index column = 0; column < compositions.cols(); column += stressors) {
        sums += compositions.middleCols(column, stressors).cast<double>();
    }
    return sums;
}

// The compositions of the windows before; idle before the first.
Matrix previousOf(const Matrix& compositions) {
    Matrix previous = Matrix::Zero(compositions.rows(), compositions.cols());
    previous.bottomRows(compositions.rows() - 1) = compositions.topRows(compositions.rows() - 1);
    return previous;
}

// What a metric other than a core's is computed from.
struct Features {
    VectorXd half;  // (2·M): where s / (s + c) is a half
    VectorXd mean;  // (4·M) of s and s / (s + c), over all samples
    VectorXd deviation;

    // (S, 2·M) of sums now and before to (S, 4·M + 1) standardised ones and a constant.
    [[nodiscard]] MatrixXd of(const MatrixXd& sums) const {
        MatrixXd features(sums.rows(), mean.size() + 1);
        features.leftCols(sums.cols()) = sums;
        for (Index i = 0; i < sums.cols(); ++i) {
            features.col(sums.cols() + i) = sums.col(i).array() / (sums.col(i).array() + half(i));
        }
        for (Index i = 0; i < mean.size(); ++i) {
            features.col(i) = (features.col(i).array() - mean(i)) / deviation(i);
        }
        features.rightCols(1).setOnes();
        return features;
    }

    // The derivative by the sums (2·M) at `sums`, of a value with the derivative `slope` (4·M + 1) by the features.
    [[nodiscard]] VectorXd back(const VectorXd& sums, const VectorXd& slope) const {
        const Index n = sums.size();
        const Eigen::ArrayXd own = slope.head(n).array() / deviation.head(n).array();
        const Eigen::ArrayXd bent = slope.segment(n, n).array() / deviation.tail(n).array();
        return own + bent * half.array() / (sums.array() + half.array()).square();
    }
};

Features featuresOf(const MatrixXd& sums) {
    Features features;
    features.half.resize(sums.cols());
    for (Index i = 0; i < sums.cols(); ++i) {
        const auto used = (sums.col(i).array() > 0.0).count();
        features.half(i) = used > 0 ? sums.col(i).sum() / static_cast<double>(used) : 1.0;
    }
    features.mean = VectorXd::Zero(2 * sums.cols());
    features.deviation = VectorXd::Ones(2 * sums.cols());
    const MatrixXd plain = features.of(sums);
    features.mean = plain.leftCols(2 * sums.cols()).colwise().mean().transpose();
    for (Index i = 0; i < features.mean.size(); ++i) {
        const double variance = (plain.col(i).array() - features.mean(i)).square().mean();
        features.deviation(i) = variance > 0.0 ? std::sqrt(variance) : 1.0;
    }
    return features;
}

// Samples with a value of the same metrics.
struct Samples {
    MatrixXd features;  // (S, F)
    MatrixXd sums;      // (S, 2·M)
    MatrixXd values;    // (S, G); 0 where missing
    MatrixXd present;   // (S, G)
    VectorXd weights;   // (S)
};

// (F, G): the coefficients that minimise the weighted squares plus ridge · ‖difference from `prior`‖². The constant is
// not held back.
MatrixXd regression(const Samples& samples, const VectorXd& weights, const MatrixXd& prior, double ridge) {
    const Index size = samples.features.cols();
    MatrixXd result = prior;
    const MatrixXd residual = samples.values - samples.features * prior;
    const auto solve = [&](const VectorXd& counted, const auto& columns) {
        const MatrixXd weighted = samples.features.array().colwise() * counted.array();
        MatrixXd normal = MatrixXd::Zero(size, size);
        normal.selfadjointView<Eigen::Lower>().rankUpdate(
            (samples.features.array().colwise() * counted.array().sqrt()).matrix().transpose());
        normal.diagonal().array() += ridge;
        normal(size - 1, size - 1) += 1e-6 - ridge;
        const Eigen::LDLT<MatrixXd, Eigen::Lower> factors(normal);
        result(Eigen::all, columns) += factors.solve(weighted.transpose() * residual(Eigen::all, columns));
    };
    std::vector<Index> complete;
    for (Index n = 0; n < samples.values.cols(); ++n) {
        if (samples.present.col(n).minCoeff() == 1.0) {
            complete.push_back(n);
        } else if (samples.present.col(n).maxCoeff() > 0.0) {
            solve(weights.cwiseProduct(samples.present.col(n)), std::vector<Index>{n});
        }
    }
    if (!complete.empty()) {
        solve(weights, complete);
    }
    return result;
}

// What is the same for all rounds.
struct Basis {
    std::shared_ptr<const dataset::Dataset> dataset;
    std::vector<Index> cores;    // columns of the metrics
    std::vector<Index> machine;  // and of those that are not a core's
    VectorXd cpuPerFraction;     // (M): % of a core that a stressor takes while it runs
    double idle = 0.0;           // % of a core that is busy while nothing runs
    Features features;
    Samples samples;
    MatrixXd global;     // (4·M + 1, G)
    MatrixXd sumScales;  // (1, 2·M): what sums are divided by to be compared

    [[nodiscard]] Index stressors() const { return static_cast<Index>(dataset->stressors.size()); }
    [[nodiscard]] Index metrics() const { return static_cast<Index>(dataset->metrics.size()); }
};

MatrixXd sumsNowAndBefore(const Matrix& now, const Matrix& before, Index stressors) {
    MatrixXd sums(now.rows(), 2 * stressors);
    sums << sumsOf(now, stressors), sumsOf(before, stressors);
    return sums;
}

Samples samplesOf(const Basis& basis, const MatrixXd& sums, const Matrix& measured, double weight) {
    Samples samples;
    samples.sums = sums;
    samples.features = basis.features.of(sums);
    const MatrixXd values = measured(Eigen::all, basis.machine).cast<double>();
    samples.present = values.array().isFinite().cast<double>();
    samples.values = values.array().isFinite().select(values, 0.0);
    samples.weights = VectorXd::Constant(sums.rows(), weight);
    return samples;
}

Samples joined(const Samples& left, const Samples& right) {
    const auto below = [](const MatrixXd& a, const MatrixXd& b) {
        MatrixXd both(a.rows() + b.rows(), a.cols());
        both << a, b;
        return both;
    };
    return {below(left.features, right.features), below(left.sums, right.sums), below(left.values, right.values),
            below(left.present, right.present), below(left.weights, right.weights)};
}

// A core's utilisation by its own row: ridge regression over all cores of all samples.
void learnCores(Basis& basis) {
    const Index stressors = basis.stressors();
    basis.cpuPerFraction = VectorXd::Constant(stressors, 100.0);
    MatrixXd normal = MatrixXd::Identity(stressors + 1, stressors + 1);
    VectorXd right = VectorXd::Zero(stressors + 1);
    right.head(stressors).setConstant(100.0);  // the ridge leans on a stressor that is busy all the time
    for (std::size_t k = 0; k < basis.cores.size(); ++k) {
        const VectorXd values = basis.dataset->mean.col(basis.cores[k]).cast<double>();
        const VectorXd counted = values.array().isFinite().cast<double>();
        MatrixXd rows(values.size(), stressors + 1);
        rows << basis.dataset->compositions.middleCols(static_cast<Index>(k) * stressors, stressors).cast<double>(),
            VectorXd::Ones(values.size());
        const MatrixXd weighted = rows.array().colwise() * counted.array();
        normal += weighted.transpose() * rows;
        right += weighted.transpose() * values.array().isFinite().select(values, 0.0).matrix();
    }
    const VectorXd solution = normal.ldlt().solve(right);
    basis.cpuPerFraction = solution.head(stressors).cwiseMax(0.0);
    basis.idle = solution(stressors);
}

// One regression per window.
class Local final : public LocalResponse {
public:
    Local(std::shared_ptr<const Basis> basis, std::vector<MatrixXd> coefficients)
        : m_basis(std::move(basis)), m_coefficients(std::move(coefficients)) {}

    [[nodiscard]] Expected<Matrix> expect(const Matrix& compositions) const override {
        const Index stressors = m_basis->stressors();
        Matrix expected = Matrix::Constant(compositions.rows(), m_basis->metrics(), trace::kMissing);
        for (std::size_t k = 0; k < m_basis->cores.size(); ++k) {
            const VectorXd busy = compositions.middleCols(static_cast<Index>(k) * stressors, stressors).cast<double>() *
                                  m_basis->cpuPerFraction;
            expected.col(m_basis->cores[k]) = (busy.array() + m_basis->idle).cast<float>();
        }
        const MatrixXd features =
            m_basis->features.of(sumsNowAndBefore(compositions, previousOf(compositions), stressors));
        for (Index window = 0; window < compositions.rows(); ++window) {
            const Eigen::RowVectorXd values = features.row(window) * m_coefficients[static_cast<std::size_t>(window)];
            for (Index n = 0; n < values.size(); ++n) {
                expected(window, m_basis->machine[static_cast<std::size_t>(n)]) = static_cast<float>(values(n));
            }
        }
        return expected;
    }

    [[nodiscard]] Expected<Matrix> gradient(const Matrix& compositions, const Slopes& slopes) const override {
        const auto expected = expect(compositions);
        if (!expected) {
            return tl::unexpected(expected.error());
        }
        const Matrix slope = slopes(*expected);
        const Index stressors = m_basis->stressors();
        const MatrixXd sums = sumsNowAndBefore(compositions, previousOf(compositions), stressors);
        MatrixXd bySums = MatrixXd::Zero(compositions.rows(), stressors);
        for (Index window = 0; window < compositions.rows(); ++window) {
            VectorXd byMetrics(static_cast<Index>(m_basis->machine.size()));
            for (Index n = 0; n < byMetrics.size(); ++n) {
                byMetrics(n) = static_cast<double>(slope(window, m_basis->machine[static_cast<std::size_t>(n)]));
            }
            const VectorXd back = m_basis->features.back(sums.row(window).transpose(),
                                                         m_coefficients[static_cast<std::size_t>(window)] * byMetrics);
            bySums.row(window) += back.head(stressors).transpose();
            if (window > 0) {
                bySums.row(window - 1) += back.tail(stressors).transpose();
            }
        }
        Matrix gradient = bySums.cast<float>().replicate(1, static_cast<Index>(m_basis->dataset->cpus));
        for (std::size_t k = 0; k < m_basis->cores.size(); ++k) {
            gradient.middleCols(static_cast<Index>(k) * stressors, stressors) +=
                slope.col(m_basis->cores[k]) * m_basis->cpuPerFraction.cast<float>().transpose();
        }
        return gradient;
    }

private:
    std::shared_ptr<const Basis> m_basis;
    std::vector<MatrixXd> m_coefficients;  // T × (4·M + 1, G)
};

class DatasetResponse final : public Response {
public:
    explicit DatasetResponse(std::shared_ptr<const Basis> basis)
        : m_basis(std::move(basis)), m_destination(generation::destinationOf(*m_basis->dataset)) {}

    [[nodiscard]] const generation::Destination& destination() const override { return m_destination; }
    [[nodiscard]] const std::vector<std::string>& stressors() const override { return m_basis->dataset->stressors; }
    [[nodiscard]] std::string_view origin() const override { return "data set"; }
    [[nodiscard]] bool simulated() const override { return m_basis->dataset->simulated(); }

    [[nodiscard]] Expected<std::unique_ptr<LocalResponse>> around(std::span<const Executed> rounds,
                                                                  const Matrix& here) const override {
        const Index stressors = m_basis->stressors();
        Samples samples = m_basis->samples;
        for (const Executed& round : rounds) {
            const MatrixXd sums = sumsNowAndBefore(round.compositions, previousOf(round.compositions), stressors);
            samples = joined(samples, samplesOf(*m_basis, sums, round.measured, kExecutedWeight));
        }
        const MatrixXd sums = sumsNowAndBefore(here, previousOf(here), stressors);
        std::vector<MatrixXd> coefficients;
        for (Index window = 0; window < sums.rows(); ++window) {
            coefficients.push_back(
                regression(samples, weightsNear(samples, sums.row(window)), m_basis->global, kLocalRidge));
        }
        return std::make_unique<Local>(m_basis, std::move(coefficients));
    }

private:
    // A Gaussian of the distance of the sums, as wide as the nearest tenth of the samples.
    [[nodiscard]] VectorXd weightsNear(const Samples& samples, const Eigen::RowVectorXd& sums) const {
        const VectorXd distances =
            ((samples.sums.rowwise() - sums).array().rowwise() / m_basis->sumScales.row(0).array())
                .square()
                .rowwise()
                .sum();
        std::vector<double> sorted(distances.begin(), distances.end());
        const auto near = sorted.begin() + static_cast<std::ptrdiff_t>(kNear * static_cast<double>(sorted.size()));
        std::ranges::nth_element(sorted, near);
        const double width = std::max(*near, 1e-9);
        return samples.weights.array() * (-0.5 * distances.array() / width).exp();
    }

    std::shared_ptr<const Basis> m_basis;
    generation::Destination m_destination;
};

}  // namespace

Expected<ResponsePtr> datasetResponse(std::shared_ptr<const dataset::Dataset> dataset) {
    if (auto valid = dataset::validate(*dataset); !valid) {
        return tl::unexpected(valid.error());
    }
    auto basis = std::make_shared<Basis>();
    basis->dataset = std::move(dataset);
    for (Index n = 0; n < basis->metrics(); ++n) {
        const bool core = cpuOfUtilizationId(basis->dataset->metrics[static_cast<std::size_t>(n)].id).has_value();
        (core ? basis->cores : basis->machine).push_back(n);
    }
    learnCores(*basis);
    const MatrixXd sums = sumsNowAndBefore(basis->dataset->compositions, basis->dataset->previous, basis->stressors());
    basis->features = featuresOf(sums);
    const Index half = sums.cols();
    basis->sumScales = basis->features.deviation.head(half).transpose();
    basis->samples = samplesOf(*basis, sums, basis->dataset->mean, 1.0);
    const MatrixXd nothing = MatrixXd::Zero(basis->samples.features.cols(), static_cast<Index>(basis->machine.size()));
    basis->global = regression(basis->samples, basis->samples.weights, nothing, kGlobalRidge);
    return ResponsePtr(std::make_shared<DatasetResponse>(std::move(basis)));
}

}  // namespace mimesys::refinement
