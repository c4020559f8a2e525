// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/windowed.h"

#include "base/clock.h"

#include <algorithm>
#include <cmath>

namespace mimesys::trace {
namespace {

constexpr double kMaximumWindows = 1e6;

// Cuts one column after the other; what a window needs on the way is kept for one column only.
class Cutter {
public:
    Cutter(const Trace& trace, double windowSeconds, Eigen::Index windows)
        : m_trace(trace), m_windowSeconds(windowSeconds), m_covered(windows), m_weighted(windows) {}

    void cut(const Column& column, Eigen::Ref<Eigen::VectorXf, 0, Eigen::InnerStride<>> values) {
        m_covered.setZero();
        m_weighted.setZero();
        for (std::size_t i = 0; i < m_trace.sampleCount(); ++i) {
            if (!column.isMissing(i)) {
                add(position(m_trace.intervalStartNs(i)), position(m_trace.timesNs[i]),
                    static_cast<double>(column.values[i]));
            }
        }
        constexpr double kHalf = 0.5 - 1e-9;
        values = (m_covered >= kHalf).select(m_weighted / m_covered.max(kHalf), std::nan("")).cast<float>().matrix();
    }

private:
    // In windows from the start.
    [[nodiscard]] double position(std::int64_t timeNs) const {
        return secondsFromNs(timeNs - m_trace.startNs) / m_windowSeconds;
    }

    void add(double begin, double end, double value) {
        const Eigen::Index last = std::min<Eigen::Index>(static_cast<Eigen::Index>(end), m_covered.size() - 1);
        for (auto window = static_cast<Eigen::Index>(begin); window <= last; ++window) {
            const auto start = static_cast<double>(window);
            const double share = std::min(end, start + 1.0) - std::max(begin, start);
            if (share > 0.0) {
                m_covered(window) += share;
                m_weighted(window) += share * value;
            }
        }
    }

    const Trace& m_trace;
    double m_windowSeconds;
    Eigen::ArrayXd m_covered;   // by samples that are there, per window
    Eigen::ArrayXd m_weighted;  // sum of values times the time they cover
};

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
    result.values.resize(windows, static_cast<Eigen::Index>(trace.columns.size()));
    Cutter cutter(trace, windowSeconds, windows);
    for (const Column& column : trace.columns) {
        cutter.cut(column, result.values.col(static_cast<Eigen::Index>(result.metrics.size())));
        result.metrics.push_back(column.metric);
    }
    return result;
}

}  // namespace mimesys::trace
