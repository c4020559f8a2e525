// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/doseresponse.h"

#include <algorithm>
#include <cstddef>

namespace mimesys::generation {
namespace {

// Fractions that differ by less are one setting.
constexpr double kSameFraction = 1e-4;

// Neighbouring fractions whose responses were pooled into one mean.
struct Block {
    double sum = 0.0;
    double weight = 0.0;
    std::size_t points = 0;
    [[nodiscard]] double mean() const { return sum / weight; }
};

}  // namespace

DoseResponse::DoseResponse(std::vector<Dose> doses) {
    std::ranges::stable_sort(doses, {}, &Dose::fraction);
    std::vector<double> weights;
    for (const Dose& dose : doses) {
        if (m_curve.empty() || dose.fraction - m_curve.back().fraction > kSameFraction) {
            m_curve.push_back(dose);
            weights.push_back(1.0);
        } else {
            Dose& same = m_curve.back();
            weights.back() += 1.0;
            same.response += (dose.response - same.response) / weights.back();
        }
    }
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < m_curve.size(); ++i) {
        blocks.push_back({m_curve[i].response * weights[i], weights[i], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().weight += last.weight;
            blocks.back().points += last.points;
        }
    }
    std::size_t i = 0;
    for (const Block& block : blocks) {
        for (std::size_t point = 0; point < block.points; ++point) {
            m_curve[i++].response = block.mean();
        }
    }
}

double DoseResponse::fractionFor(double response) const {
    const auto above = std::ranges::lower_bound(m_curve, response, {}, &Dose::response);
    if (above == m_curve.begin()) {
        return m_curve.front().fraction;
    }
    if (above == m_curve.end()) {
        return std::ranges::lower_bound(m_curve, largestResponse(), {}, &Dose::response)->fraction;
    }
    // The point below is lower than `response`, so the segment rises.
    const Dose& below = *(above - 1);
    const double along = (response - below.response) / (above->response - below.response);
    return below.fraction + along * (above->fraction - below.fraction);
}

}  // namespace mimesys::generation
