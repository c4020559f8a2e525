// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace mimesys::generation {
namespace {

double scaled(double value, double low, double scale) {
    return std::clamp((value - low) * scale, 0.0, 1.0);
}

}  // namespace

Neighbours::Neighbours(const dataset::Dataset& dataset, const std::vector<Metric>& metrics)
    : m_samples(static_cast<Eigen::Index>(dataset.sampleCount())) {
    const trace::Matrix ranges = dataset.ranges();
    for (const Metric& metric : metrics) {
        const auto position = std::ranges::find(dataset.metrics, metric.id, &Metric::id) - dataset.metrics.begin();
        const auto n = static_cast<Eigen::Index>(position);
        const double low = static_cast<double>(ranges(0, n));
        const double scale = 1.0 / (static_cast<double>(ranges(1, n)) - low);
        Column column{metric.family, low, scale, Eigen::ArrayXd::Zero(m_samples), Eigen::ArrayXd::Zero(m_samples)};
        for (Eigen::Index sample = 0; sample < m_samples; ++sample) {
            const auto value = static_cast<double>(dataset.mean(sample, n));
            if (!std::isnan(value)) {
                column.values(sample) = scaled(value, low, scale);
                column.present(sample) = 1.0;
            }
        }
        m_columns.push_back(std::move(column));
    }
}

Eigen::ArrayXd Neighbours::distances(const Eigen::Ref<const Eigen::RowVectorXf>& window) const {
    Eigen::ArrayXd total = Eigen::ArrayXd::Zero(m_samples);
    Eigen::ArrayXd families = Eigen::ArrayXd::Zero(m_samples);
    for (const Family family : kFamilies) {
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(m_samples);
        Eigen::ArrayXd count = Eigen::ArrayXd::Zero(m_samples);
        for (std::size_t n = 0; n < m_columns.size(); ++n) {
            const Column& column = m_columns[n];
            const auto wanted = static_cast<double>(window(static_cast<Eigen::Index>(n)));
            if (column.family == family && !std::isnan(wanted)) {
                sum += (column.values - scaled(wanted, column.low, column.scale)).square() * column.present;
                count += column.present;
            }
        }
        total += sum / count.max(1.0);
        families += count.min(1.0);
    }
    return (families > 0.0)
        .select((total / families.max(1.0)).sqrt(),
                Eigen::ArrayXd::Constant(m_samples, std::numeric_limits<double>::infinity()));
}

}  // namespace mimesys::generation
