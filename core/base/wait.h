// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stop_token>

namespace mimesys {

// Sleeps until a CLOCK_MONOTONIC time; false at once when a stop is requested.
[[nodiscard]] bool waitUntil(std::int64_t monotonicNs, const std::stop_token& stop);

}  // namespace mimesys
