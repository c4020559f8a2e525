// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/slice.h"

namespace mimesys::trace {

Expected<TracePtr> slice(const Trace& trace, std::int64_t startNs, std::int64_t endNs) {
    std::size_t first = 0;
    while (first < trace.sampleCount() && trace.intervalStartNs(first) < startNs) {
        ++first;
    }
    std::size_t last = first;
    while (last < trace.sampleCount() && trace.timesNs[last] <= endNs) {
        ++last;
    }
    if (first == last) {
        return badInput("No sample of the trace lies within the chosen time.");
    }
    const auto part = [&](const auto& whole) {
        using Values = std::decay_t<decltype(whole)>;
        return Values(whole.begin() + static_cast<std::ptrdiff_t>(first),
                      whole.begin() + static_cast<std::ptrdiff_t>(last));
    };
    Trace result;
    result.startNs = trace.intervalStartNs(first);
    result.timesNs = part(trace.timesNs);
    result.attributes = trace.attributes;
    for (const Column& column : trace.columns) {
        result.columns.push_back({column.metric, column.provenance, part(column.values)});
    }
    return makeTrace(std::move(result));
}

}  // namespace mimesys::trace
