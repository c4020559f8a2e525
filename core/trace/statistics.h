// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stop_token>

namespace mimesys::trace {

// What a metric does within a stretch of time. Without a value all but the counts are NaN.
struct Statistics {
    std::size_t samples = 0;  // with a value, whose interval shares time with the stretch
    std::size_t missing = 0;  // without one
    double seconds = 0.0;     // that the samples cover of it
    double minimum = std::numeric_limits<double>::quiet_NaN();
    double maximum = std::numeric_limits<double>::quiet_NaN();
    // Weighted by the time a sample shares with the stretch; the deviation is that of the population.
    double mean = std::numeric_limits<double>::quiet_NaN();
    double deviation = std::numeric_limits<double>::quiet_NaN();
    // Of the samples, by nearest rank.
    double median = std::numeric_limits<double>::quiet_NaN();
    double p95 = std::numeric_limits<double>::quiet_NaN();
    double p99 = std::numeric_limits<double>::quiet_NaN();
};

// Of one column over [fromNs, toNs), since the epoch. Reads every value once and copies those that are there, O(n).
// Empty when stopped.
[[nodiscard]] std::optional<Statistics> statistics(const Trace& trace, std::size_t column, std::int64_t fromNs,
                                                   std::int64_t toNs, const std::stop_token& stop = {});

}  // namespace mimesys::trace
