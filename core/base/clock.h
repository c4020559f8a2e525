// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stop_token>

namespace mimesys {

inline constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

[[nodiscard]] std::int64_t monotonicNs();  // CLOCK_MONOTONIC
[[nodiscard]] std::int64_t realtimeNs();   // CLOCK_REALTIME, since the epoch
[[nodiscard]] std::int64_t threadCpuNs();  // CPU time of the calling thread

[[nodiscard]] constexpr double secondsFromNs(std::int64_t ns) {
    return static_cast<double>(ns) * 1e-9;
}
[[nodiscard]] std::int64_t nsFromSeconds(double seconds);  // rounded

// Sleeps until an absolute CLOCK_MONOTONIC time; wakes at least every 50 ms to look at the token.
// False when a stop was requested first.
bool sleepUntil(std::int64_t monotonicDeadlineNs, const std::stop_token& stop);

}  // namespace mimesys
