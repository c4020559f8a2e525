// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/trace.h"

#include "base/clock.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace {

double Trace::durationSeconds() const {
    return secondsFromNs(endNs() - startNs);
}

const Column* Trace::find(std::string_view metricId) const {
    const auto found =
        std::ranges::find_if(columns, [&](const Column& column) { return column.metric.id == metricId; });
    return found == columns.end() ? nullptr : &*found;
}

int Trace::cpuCount() const {
    return static_cast<int>(std::ranges::count_if(
        columns, [](const Column& column) { return cpuOfUtilizationId(column.metric.id).has_value(); }));
}

Expected<TracePtr> makeTrace(Trace trace) {
    std::ranges::stable_sort(trace.columns,
                             [](const Column& a, const Column& b) { return metricOrder(a.metric.id, b.metric.id); });
    std::int64_t previous = trace.startNs;
    for (const std::int64_t time : trace.timesNs) {
        if (time <= previous) {
            return badInput("The samples are not in order of time.");
        }
        previous = time;
    }
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        const Column& column = trace.columns[i];
        if (column.values.size() != trace.timesNs.size()) {
            return badInput(fmt::format("Metric {} has {} values for {} samples.", column.metric.id,
                                        column.values.size(), trace.timesNs.size()));
        }
        if (i > 0 && trace.columns[i - 1].metric.id == column.metric.id) {
            return badInput(fmt::format("Metric {} stands there twice.", column.metric.id));
        }
    }
    return std::make_shared<const Trace>(std::move(trace));
}

}  // namespace mimesys::trace
