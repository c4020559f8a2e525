// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/pyramid.h"
#include "trace/trace.h"
#include "viewstate/disposable.h"
#include "viewstate/timerange.h"

#include <memory>
#include <string_view>
#include <vector>

namespace mimesys::widgets {

// A trace with a min/max pyramid per column: what the timeline paints from. Building one reads every value once and
// belongs on a worker thread; afterwards it never changes and is shared.
class IndexedTrace {
public:
    explicit IndexedTrace(trace::TracePtr trace);

    [[nodiscard]] const trace::Trace& trace() const { return *m_trace; }
    [[nodiscard]] const trace::TracePtr& tracePtr() const { return m_trace; }
    [[nodiscard]] const trace::MinMaxPyramid& pyramid(std::size_t column) const { return m_pyramids[column]; }
    // Over the whole column; NaN when it holds no value.
    [[nodiscard]] trace::MinMax total(std::size_t column) const { return m_totals[column]; }
    [[nodiscard]] int columnOf(std::string_view metricId) const;                               // -1 when absent
    [[nodiscard]] const std::vector<std::size_t>& cpuColumns() const { return m_cpuColumns; }  // by CPU number
    [[nodiscard]] TimeRange extent() const { return {0, m_trace->endNs() - m_trace->startNs}; }
    // True when any column came from a simulation: it must never pass for a measurement.
    [[nodiscard]] bool isSimulated() const;

private:
    trace::TracePtr m_trace;
    std::vector<trace::MinMaxPyramid> m_pyramids;
    std::vector<trace::MinMax> m_totals;
    std::vector<std::size_t> m_cpuColumns;
};

using IndexedTracePtr = std::shared_ptr<const IndexedTrace>;

}  // namespace mimesys::widgets
