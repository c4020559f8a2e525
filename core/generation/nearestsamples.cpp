// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/methods.h"
#include "generation/neighbours.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mimesys::generation {
namespace {

using Eigen::Index;

// One percent of the range on average is below what two runs of one composition differ by.
constexpr double kNoDifference = 0.01;
constexpr std::size_t kInterpolated = 100;  // the paper's number
// Keeps a sample that matches exactly from an infinite weight.
constexpr double kLeastDistance = 1e-6;

Eigen::Map<const Eigen::RowVectorXf> asRow(std::span<const float> values) {
    return {values.data(), static_cast<Index>(values.size())};
}

Eigen::Map<Eigen::RowVectorXf> asRow(std::span<float> values) {
    return {values.data(), static_cast<Index>(values.size())};
}

class Search final : public Composer {
public:
    Search(const dataset::Dataset& dataset, const FittedTarget& target)
        : m_dataset(dataset), m_neighbours(dataset, target.target.metrics) {}

    void compose(const Eigen::Ref<const Eigen::RowVectorXf>& window, std::span<const float> previous,
                 std::span<float> composition) override {
        const Eigen::ArrayXd distances = m_neighbours.distances(window);
        const double nearest = distances.minCoeff();
        Index best = -1;
        float bestChange = 0.0F;
        for (Index sample = 0; sample < distances.size(); ++sample) {
            if (distances(sample) > nearest + kNoDifference) {
                continue;
            }
            const float change = (m_dataset.previous.row(sample) - asRow(previous)).squaredNorm();
            const bool better =
                best < 0 || change < bestChange || (change == bestChange && distances(sample) < distances(best));
            if (better) {
                best = sample;
                bestChange = change;
            }
        }
        asRow(composition) = m_dataset.compositions.row(best);
    }

private:
    const dataset::Dataset& m_dataset;
    Neighbours m_neighbours;
};

class Interpolation final : public Composer {
public:
    Interpolation(const dataset::Dataset& dataset, const FittedTarget& target)
        : m_dataset(dataset), m_neighbours(dataset, target.target.metrics), m_order(dataset.sampleCount()) {}

    void compose(const Eigen::Ref<const Eigen::RowVectorXf>& window, std::span<const float> /*previous*/,
                 std::span<float> composition) override {
        const Eigen::ArrayXd distances = m_neighbours.distances(window);
        const auto count = static_cast<std::ptrdiff_t>(std::min(kInterpolated, m_order.size()));
        std::iota(m_order.begin(), m_order.end(), Index{0});
        // Samples at the same distance are taken by their number, so that the plan is the same every time.
        std::ranges::partial_sort(m_order, m_order.begin() + count, [&](Index a, Index b) {
            return distances(a) != distances(b) ? distances(a) < distances(b) : a < b;
        });
        Eigen::RowVectorXd blend = Eigen::RowVectorXd::Zero(m_dataset.compositions.cols());
        double weights = 0.0;
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            const Index sample = m_order[static_cast<std::size_t>(i)];
            const double weight = 1.0 / std::max(distances(sample), kLeastDistance);  // 0 where nothing is shared
            blend += weight * m_dataset.compositions.row(sample).cast<double>();
            weights += weight;
        }
        asRow(composition) = (blend / weights).cast<float>();
    }

private:
    const dataset::Dataset& m_dataset;
    Neighbours m_neighbours;
    std::vector<Index> m_order;
};

}  // namespace

std::unique_ptr<Composer> makeSearch(const dataset::Dataset& dataset, const FittedTarget& target) {
    return std::make_unique<Search>(dataset, target);
}

std::unique_ptr<Composer> makeInterpolation(const dataset::Dataset& dataset, FittedTarget& target) {
    if (dataset.sampleCount() < kInterpolated) {
        target.report.steps.push_back(
            fmt::format("The data set has {} samples, fewer than the {} of the method; all of them are blended.",
                        dataset.sampleCount(), kInterpolated));
    }
    return std::make_unique<Interpolation>(dataset, target);
}

}  // namespace mimesys::generation
