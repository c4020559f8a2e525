// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/dtw.h"

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <limits>

namespace mimesys::evaluation {
namespace {

using Index = Eigen::Index;
using Diagonal = Eigen::ArrayXd;

constexpr double kUnreachable = std::numeric_limits<double>::infinity();
constexpr Index kStopPollDiagonals = 256;

}  // namespace

std::size_t effectiveBand(std::size_t n, std::size_t m, std::size_t band) {
    return band == 0 ? 0 : std::max(band, n > m ? n - m : m - n);
}

// The cells of one anti-diagonal i + j = s depend on the two diagonals before it only, not on each other, so that each
// diagonal is a few vector instructions per handful of cells; row by row, every cell would wait for its left neighbour.
std::optional<double> dtwDistance(std::span<const double> x, std::span<const double> y, std::size_t band,
                                  const std::stop_token& stop) {
    if (x.size() > y.size()) {
        std::swap(x, y);
    }
    const auto n = static_cast<Index>(x.size());
    const auto m = static_cast<Index>(y.size());
    const auto width = band == 0 ? n + m : static_cast<Index>(effectiveBand(x.size(), y.size(), band));
    const Eigen::Map<const Diagonal> rows(x.data(), n);
    // Reversed, y runs along a diagonal in the same direction as x.
    const Diagonal columns = Eigen::Map<const Diagonal>(y.data(), m).reverse();

    // Cumulated costs by row i = 0…n of the diagonals s, s − 1 and s − 2; one cell more at the end stays unreachable.
    std::array<Diagonal, 3> costs;
    costs.fill(Diagonal::Constant(n + 2, kUnreachable));
    costs[0](0) = 0.0;
    for (Index s = 2; s <= n + m; ++s) {
        if (s % kStopPollDiagonals == 0 && stop.stop_requested()) {
            return std::nullopt;
        }
        Diagonal& current = costs[static_cast<std::size_t>(s % 3)];
        const Diagonal& before = costs[static_cast<std::size_t>((s + 2) % 3)];
        const Diagonal& beforeThat = costs[static_cast<std::size_t>((s + 1) % 3)];
        // |i − j| <= width, which is |2i − s| <= width.
        const Index first = std::max({Index{1}, s - m, (s - width + 1) / 2});
        const Index last = std::min({n, s - 1, (s + width) / 2});
        const Index count = last - first + 1;
        const auto local = (rows.segment(first - 1, count) - columns.segment(m - s + first, count)).abs();
        current.segment(first, count) = (before.segment(first - 1, count).min(before.segment(first, count)) + local)
                                            .min(beforeThat.segment(first - 1, count) + 2.0 * local);
        // Later diagonals reach at most one cell beyond this one's ends.
        current(first - 1) = kUnreachable;
        current(last + 1) = kUnreachable;
    }
    return costs[static_cast<std::size_t>((n + m) % 3)](n) / static_cast<double>(n + m);
}

}  // namespace mimesys::evaluation
