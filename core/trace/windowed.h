// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "trace/trace.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace mimesys::trace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// A trace cut into windows of equal length: what generation and scoring work on.
struct WindowedTrace {
    std::int64_t startNs = 0;
    double windowSeconds = 1.0;
    std::vector<Metric> metrics;  // N
    Matrix values;                // (T, N), NaN = missing

    [[nodiscard]] Eigen::Index windowCount() const { return values.rows(); }
    [[nodiscard]] int indexOf(std::string_view metricId) const;  // -1 when absent
};

// Window t holds the mean of the samples over [start + t·W, start + (t+1)·W), each weighted by the time it shares with
// the window. A window less than half covered by samples that are there is missing; a final window that the trace
// covers by less than half is left out. BadInput when W is not positive or the trace is empty or longer than
// 1,000,000 windows.
[[nodiscard]] Expected<WindowedTrace> windowTrace(const Trace& trace, double windowSeconds);

}  // namespace mimesys::trace
