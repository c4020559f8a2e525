// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/schedule.h"

#include "base/clock.h"
#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace mimesys::execution {
namespace {

constexpr double kRoundSeconds = 0.1;

}  // namespace

std::int64_t windowStartNs(std::int64_t startNs, double windowSeconds, std::int64_t window) {
    return startNs + nsFromSeconds(static_cast<double>(window) * windowSeconds);
}

int roundCount(double windowSeconds) {
    return std::max(1, static_cast<int>(std::lround(windowSeconds / kRoundSeconds)));
}

std::int64_t roundEndNs(double windowSeconds, int round) {
    return nsFromSeconds(windowSeconds * (round + 1) / roundCount(windowSeconds));
}

std::int64_t shareNs(float fraction, std::int64_t ns) {
    return std::llround(static_cast<double>(fraction) * static_cast<double>(ns));
}

void shuffleForRound(std::span<std::uint32_t> stressors, std::uint64_t seed, std::uint64_t window, std::uint64_t round,
                     std::uint64_t row) {
    // Each part passes through the generator before the next is added, so that neighbours share nothing.
    std::uint64_t mixed = Random(seed).next();
    for (const std::uint64_t part : {window, round, row}) {
        mixed = Random(mixed ^ part).next();
    }
    Random(mixed).shuffle(stressors);
}

}  // namespace mimesys::execution
