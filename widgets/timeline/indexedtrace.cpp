// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/indexedtrace.h"

#include "trace/summary.h"

#include <algorithm>

namespace mimesys::widgets {

IndexedTrace::IndexedTrace(trace::TracePtr trace) : m_trace(std::move(trace)) {
    m_pyramids.reserve(m_trace->columns.size());
    m_totals.reserve(m_trace->columns.size());
    for (std::size_t i = 0; i < m_trace->columns.size(); ++i) {
        const trace::Column& column = m_trace->columns[i];
        m_totals.push_back(m_pyramids.emplace_back(column.values).range(0, column.values.size()));
        if (cpuOfUtilizationId(column.metric.id)) {
            m_cpuColumns.push_back(i);
        }
    }
}

int IndexedTrace::columnOf(std::string_view metricId) const {
    const auto found = std::ranges::find_if(m_trace->columns,
                                            [&](const trace::Column& column) { return column.metric.id == metricId; });
    return found == m_trace->columns.end() ? -1 : static_cast<int>(found - m_trace->columns.begin());
}

bool IndexedTrace::isSimulated() const {
    return trace::isSimulated(*m_trace);
}

}  // namespace mimesys::widgets
