// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/timemeans.h"

#include <algorithm>
#include <limits>

namespace mimesys::curation {

TimeMeans::TimeMeans(const trace::Trace& trace, const trace::Column& column)
    : m_trace(trace),
      m_column(column),
      m_sums(trace.sampleCount() + 1),
      m_least(std::numeric_limits<float>::infinity()),
      m_most(-std::numeric_limits<float>::infinity()) {
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        m_sums[i + 1] = m_sums[i];
        if (!column.isMissing(i)) {
            const std::int64_t length = trace.timesNs[i] - trace.intervalStartNs(i);
            m_sums[i + 1].coveredNs += length;
            m_sums[i + 1].weighted += static_cast<long double>(column.values[i]) * static_cast<long double>(length);
            m_least = std::min(m_least, column.values[i]);
            m_most = std::max(m_most, column.values[i]);
        }
    }
}

TimeMeans::Sum TimeMeans::until(std::int64_t timeNs) const {
    const auto sample =
        static_cast<std::size_t>(std::ranges::lower_bound(m_trace.timesNs, timeNs) - m_trace.timesNs.begin());
    Sum sum = m_sums[sample];
    if (sample < m_trace.sampleCount() && !m_column.isMissing(sample)) {
        const std::int64_t part = std::max<std::int64_t>(timeNs - m_trace.intervalStartNs(sample), 0);
        sum.coveredNs += part;
        sum.weighted += static_cast<long double>(m_column.values[sample]) * static_cast<long double>(part);
    }
    return sum;
}

TimeMeans::Mean TimeMeans::over(std::int64_t beginNs, std::int64_t endNs) const {
    const Sum before = until(beginNs);
    const Sum after = until(endNs);
    Mean mean;
    mean.coveredNs = after.coveredNs - before.coveredNs;
    if (mean.coveredNs > 0) {
        const long double value = (after.weighted - before.weighted) / static_cast<long double>(mean.coveredNs);
        mean.value = std::clamp(static_cast<float>(value), m_least, m_most);
    }
    return mean;
}

}  // namespace mimesys::curation
