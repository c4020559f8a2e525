// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mimesys::trace {

struct Intervals {
    std::int64_t medianNs = 0;  // beyond a million samples, of an even selection of them
    std::int64_t shortestNs = 0;
    std::int64_t longestNs = 0;
};
// Over all intervals of a trace, the first from startNs.
[[nodiscard]] Intervals intervalsOf(const Trace& trace);

struct ColumnSummary {
    double minimum = 0.0;  // NaN when every value is missing, like the others
    double mean = 0.0;     // over samples, not weighted by their length
    double maximum = 0.0;
    std::size_t missing = 0;
};

struct Summary {
    Intervals intervals;
    std::vector<ColumnSummary> columns;  // one per column of the trace
};
[[nodiscard]] Summary summarize(const Trace& trace);

// True when any column came from a simulation: it must never pass for a measurement.
[[nodiscard]] bool isSimulated(const Trace& trace);

// "2025-12-01 00:31:54 UTC".
[[nodiscard]] std::string timeText(std::int64_t timeNs);

}  // namespace mimesys::trace
