// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

// DTW written down as its recurrence, cell by cell in a full matrix: slow, large, and easy to check by eye.
inline double naiveDtw(std::span<const double> x, std::span<const double> y, std::size_t band = 0) {
    const std::size_t n = x.size();
    const std::size_t m = y.size();
    const std::size_t width = band == 0 ? n + m : std::max(band, n > m ? n - m : m - n);
    std::vector<double> cost((n + 1) * (m + 1), std::numeric_limits<double>::infinity());
    const auto at = [&](std::size_t i, std::size_t j) -> double& {
        return cost[i * (m + 1) + j];
    };
    at(0, 0) = 0.0;
    for (std::size_t i = 1; i <= n; ++i) {
        for (std::size_t j = 1; j <= m; ++j) {
            if ((i > j ? i - j : j - i) > width) {
                continue;
            }
            const double local = std::abs(x[i - 1] - y[j - 1]);
            at(i, j) = std::min({at(i - 1, j) + local, at(i, j - 1) + local, at(i - 1, j - 1) + 2.0 * local});
        }
    }
    return at(n, m) / static_cast<double>(n + m);
}
