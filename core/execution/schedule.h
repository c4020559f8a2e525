// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace mimesys::execution {

// Where in time a plan's windows and rounds lie; pure, so that every thread and every test computes the same.

// Begin of a window that may be the plan's hundred-thousandth: computed from its number, so that no rounding adds up.
[[nodiscard]] std::int64_t windowStartNs(std::int64_t startNs, double windowSeconds, std::int64_t window);

// Rounds of about 100 ms, at least one.
[[nodiscard]] int roundCount(double windowSeconds);
// End of a round, relative to its window's begin; that of the last is the window's length.
[[nodiscard]] std::int64_t roundEndNs(double windowSeconds, int round);

// What a stressor gets of a stretch of time.
[[nodiscard]] std::int64_t shareNs(float fraction, std::int64_t ns);

// Puts the stressors of one row (given in column order) into the order of this round.
void shuffleForRound(std::span<std::uint32_t> stressors, std::uint64_t seed, std::uint64_t window, std::uint64_t round,
                     std::uint64_t row);

}  // namespace mimesys::execution
