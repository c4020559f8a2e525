// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

// DTW written down as its recurrence, cell by cell in a full matrix: slow, large, and easy to check by eye.
inline double naiveDtw(std::span<const double> x, std::span<const double> y, std::size_t band = 0) {
    const std::size_t n = x.size();
    const std::size_t m = y.size();
    const std::size_t width = band == 0 ? n + m : std::max(band, n > m ? n - m : m - n);
    std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1, std::numeric_limits<double>::infinity()));
    cost[0][0] = 0.0;
    for (std::size_t i = 1; i <= n; ++i) {
        for (std::size_t j = 1; j <= m; ++j) {
            if ((i > j ? i - j : j - i) > width) {
                continue;
            }
            const double local = std::abs(x[i - 1] - y[j - 1]);
            cost[i][j] = std::min({cost[i - 1][j] + local, cost[i][j - 1] + local, cost[i - 1][j - 1] + 2.0 * local});
        }
    }
    return cost[n][m] / static_cast<double>(n + m);
}
