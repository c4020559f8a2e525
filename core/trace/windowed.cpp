// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/windowed.h"

#include <algorithm>
#include <cmath>

#include "base/clock.h"

namespace mimesys::trace {
namespace {

constexpr double kMaximumWindows = 1e6;

}  // namespace

int WindowedTrace::indexOf(std::string_view metricId) const {
    const auto found = std::ranges::find(metrics, metricId, &Metric::id);
    return found == metrics.end() ? -1 : static_cast<int>(found - metrics.begin());
}

Expected<WindowedTrace> windowTrace(const Trace& trace, double windowSeconds) {
    if (!(windowSeconds > 0.0) || !std::isfinite(windowSeconds)) {
        return badInput("The window length has to be a positive number of seconds.");
    }
    if (trace.sampleCount() == 0 || trace.columns.empty()) {
        return badInput("The trace holds no samples.");
    }
    const double windowsCovered = trace.durationSeconds() / windowSeconds;
    if (windowsCovered > kMaximumWindows) {
        return badInput("The trace is longer than 1,000,000 windows; choose a longer window.");
    }
    const auto windows = static_cast<Eigen::Index>(std::floor(windowsCovered + 0.5));
    if (windows == 0) {
        return badInput("The trace is shorter than half a window; choose a shorter window.");
    }
    WindowedTrace result;
    result.startNs = trace.startNs;
    result.windowSeconds = windowSeconds;
    const auto metricCount = static_cast<Eigen::Index>(trace.columns.size());
    // Per window and metric: the time covered by present values, and the sum of value times covered time.
    using Sums = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Sums covered = Sums::Zero(windows, metricCount);
    Sums weighted = Sums::Zero(windows, metricCount);
    for (const Column& column : trace.columns) {
        result.metrics.push_back(column.metric);
    }
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        const double begin = secondsFromNs(trace.intervalStartNs(i) - trace.startNs) / windowSeconds;
        const double end = secondsFromNs(trace.timesNs[i] - trace.startNs) / windowSeconds;
        const auto last = std::min<Eigen::Index>(static_cast<Eigen::Index>(end), windows - 1);
        for (auto window = static_cast<Eigen::Index>(begin); window <= last; ++window) {
            const auto position = static_cast<double>(window);
            const double share = std::min(end, position + 1.0) - std::max(begin, position);
            if (share <= 0.0) {
                continue;
            }
            for (Eigen::Index n = 0; n < metricCount; ++n) {
                const Column& column = trace.columns[static_cast<std::size_t>(n)];
                if (!column.isMissing(i)) {
                    covered(window, n) += share;
                    weighted(window, n) += share * static_cast<double>(column.values[i]);
                }
            }
        }
    }
    constexpr double kHalf = 0.5 - 1e-9;
    result.values = (covered >= kHalf)
                        .select(weighted / covered.max(kHalf), Sums::Constant(windows, metricCount, std::nan("")))
                        .cast<float>()
                        .matrix();
    return result;
}

}  // namespace mimesys::trace
