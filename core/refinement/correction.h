// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "refinement/response.h"

#include <stop_token>
#include <vector>

namespace mimesys::refinement {

// What a metric counts in the mean score: `share` times |difference| / `range`. A share of 0 = nothing.
struct Weight {
    float share = 0.0F;
    float range = 1.0F;
};

// Compositions to change so that the outcome nears a goal.
struct Correction {
    Matrix compositions;          // (T, K·M)
    Matrix goal;                  // (T, N) in the units of the metrics; NaN = whatever it becomes
    std::vector<Weight> weights;  // N
    float price = 0.0F;           // what the utilisation of one core counts: the unit of what changes cost
    Matrix limits;                // (T, K): the most a row may add up to
    std::vector<bool> movable;    // M: others stay as they are
};

// Fractions shorter than this stay out: half a percent of a window is below what any metric shows.
inline constexpr float kShortestFraction = 0.005F;

// Steps of Adam (Kingma and Ba 2015) down the expected distance to the goal, all windows together. The distance of a
// metric is |difference|, but flat within what two executions of one composition differ by, so that noise is not
// followed. Going away from the given compositions has a price. Only windows that cannot reach their goal so may take
// up stressors that a row did not have, at a further price: what those do besides is known least. Rows stay valid:
// fractions of at least kShortestFraction or 0, sums within the limits. Empty when stopped.
[[nodiscard]] Cancellable<Matrix> corrected(const LocalResponse& response, const Correction& correction,
                                            const std::stop_token& stop);

}  // namespace mimesys::refinement
