// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scaling.h"

#include <functional>
#include <numeric>
#include <vector>

namespace mimesys::model {
namespace {

// A sampler leaves a little of everything; half a percent of a window is below what any metric shows.
constexpr float kShortest = 0.005F;

// What has to be taken off every positive entry for the sum to become 1.
double excessPerEntry(std::vector<float> sorted) {
    std::ranges::sort(sorted, std::greater<>());
    double sum = 0.0;
    double excess = 0.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        sum += static_cast<double>(sorted[i]);
        const double candidate = (sum - 1.0) / static_cast<double>(i + 1);
        if (static_cast<double>(sorted[i]) > candidate) {
            excess = candidate;
        }
    }
    return excess;
}

}  // namespace

void projectRow(std::span<float> row) {
    for (float& fraction : row) {
        fraction = fraction > kShortest ? fraction : 0.0F;  // NaN becomes 0 as well
    }
    double sum = std::accumulate(row.begin(), row.end(), 0.0);
    if (sum > 1.0) {
        const auto excess = static_cast<float>(excessPerEntry(std::vector<float>(row.begin(), row.end())));
        for (float& fraction : row) {
            fraction = std::max(0.0F, fraction - excess);
        }
        sum = std::accumulate(row.begin(), row.end(), 0.0);
        for (float& fraction : row) {
            fraction = sum > 1.0 ? static_cast<float>(static_cast<double>(fraction) / sum) : fraction;
        }
    }
}

}  // namespace mimesys::model
