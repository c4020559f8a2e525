// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/timetable.h"

#include "execution/schedule.h"

#include <algorithm>

namespace mimesys::execution {

std::vector<PlannedSlice> timetable(const plan::ExecutionPlan& plan, std::size_t window, std::size_t row) {
    const std::span<const float> fractions = plan.row(window, row);
    const double seconds = plan.windowSeconds();
    const int rounds = roundCount(seconds);
    const std::int64_t windowNs = roundEndNs(seconds, rounds - 1);
    std::vector<std::uint32_t> order;
    std::vector<PlannedSlice> slices;
    std::int64_t time = 0;
    std::int64_t reachedBefore = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::int64_t reached = roundEndNs(seconds, round);
        order.clear();
        for (std::uint32_t column = 0; column < fractions.size(); ++column) {
            if (fractions[column] > 0.0F) {
                order.push_back(column);
            }
        }
        shuffleForRound(order, plan.seed, window, static_cast<std::uint64_t>(round), row);
        // A row that sums to a little more than 1 makes rounds begin late, and the window's end cuts the last.
        time = std::max(time, reachedBefore);
        for (const std::uint32_t column : order) {
            const std::int64_t length = shareNs(fractions[column], reached) - shareNs(fractions[column], reachedBefore);
            const std::int64_t end = std::min(time + length, windowNs);
            if (end > time) {
                slices.push_back({column, time, end});
                time = end;
            }
        }
        reachedBefore = reached;
    }
    return slices;
}

}  // namespace mimesys::execution
