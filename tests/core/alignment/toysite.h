// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/align.h"
#include "base/clock.h"
#include "core/model/machine.h"

#include <memory>
#include <set>

namespace toy {

inline trace::WindowedTrace windowed(Eigen::Index windows) {
    trace::WindowedTrace trace;
    trace.metrics = metrics();
    trace.values = trace::Matrix::Zero(windows, static_cast<Eigen::Index>(kCpus + 2));
    return trace;
}

// What compositions at random would measure: a target that can be met.
inline trace::WindowedTrace reachable(Eigen::Index windows, std::uint64_t seed) {
    trace::WindowedTrace trace = windowed(windows);
    const dataset::Dataset data = dataset(static_cast<std::size_t>(windows), seed);
    trace.values = data.mean;
    return trace;
}

// Runs plans on the toy machine, a window per period. Windows in `lost` are not recorded, nor is anything from window
// `end` on.
struct Execution {
    std::set<std::size_t> lost;
    std::size_t end = static_cast<std::size_t>(-1);

    execution::Execute bind() const {
        return [*this](const std::shared_ptr<const plan::ExecutionPlan>& plan, double periodSeconds,
                       const std::stop_token& stop, const ProgressCallback&) -> Expected<execution::RecordedRun> {
            execution::RecordedRun run;
            run.report.windows = plan->windowCount();
            run.report.cancelled = stop.stop_requested();
            trace::Trace trace;
            for (const Metric& metric : metrics()) {
                trace.columns.push_back({metric, Provenance::Simulation, {}});
            }
            std::vector<float> previous(kCpus * kStressors, 0.0F);
            for (std::size_t window = 0; window < std::min(end, plan->windowCount()); ++window) {
                const auto composition = plan->composition(window);
                const std::vector<float> values = measure(composition, previous);
                trace.timesNs.push_back(nsFromSeconds(periodSeconds * static_cast<double>(window + 1)));
                for (std::size_t n = 0; n < values.size(); ++n) {
                    trace.columns[n].values.push_back(lost.contains(window) ? trace::kMissing : values[n]);
                }
                previous.assign(composition.begin(), composition.end());
            }
            auto made = trace::makeTrace(std::move(trace));
            if (!made) {
                return tl::unexpected(made.error());
            }
            run.trace = std::move(*made);
            return run;
        };
    }
};

inline alignment::Site site(const Execution& execution = {}) {
    return {"toy", true, execution.bind()};
}

}  // namespace toy
