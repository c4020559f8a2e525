// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/trace.h"

#include <vector>

namespace mimesys::curation {

// Means of one metric over any stretch of time, weighted by time, in O(log n). Keeps references, which must outlive it.
class TimeMeans {
public:
    TimeMeans(const trace::Trace& trace, const trace::Column& column);

    struct Mean {
        float value = trace::kMissing;
        std::int64_t coveredNs = 0;  // by samples that are there
    };
    // Over [beginNs, endNs) since the epoch. The value lies within those of the metric whatever the rounding.
    [[nodiscard]] Mean over(std::int64_t beginNs, std::int64_t endNs) const;

private:
    struct Sum {
        std::int64_t coveredNs = 0;
        // Of a hundred million samples, small ones among large ones, a double would lose digits that a float holds.
        long double weighted = 0.0L;
    };
    [[nodiscard]] Sum until(std::int64_t timeNs) const;

    const trace::Trace& m_trace;
    const trace::Column& m_column;
    std::vector<Sum> m_sums;  // before each sample, and at the end
    float m_least = 0.0F;
    float m_most = 0.0F;
};

}  // namespace mimesys::curation
