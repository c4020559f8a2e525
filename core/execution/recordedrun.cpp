// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/recordedrun.h"

#include "base/clock.h"

#include <utility>

namespace mimesys::execution {
namespace {

// Between the decision to start and the first window: enough for every thread to be asleep and waiting for it.
constexpr std::int64_t kLeadNs = 50'000'000;

}  // namespace

std::int64_t nextStartNs() {
    return monotonicNs() + kLeadNs;
}

Expected<RecordedRun> runRecorded(std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions options,
                                  telemetry::RecorderOptions recorderOptions, std::stop_token stop,
                                  const ProgressCallback& progress) {
    Expected<std::unique_ptr<LocalExecutor>> executor =
        LocalExecutor::prepare(std::move(plan), std::move(options), stop);
    if (!executor) {
        return tl::unexpected(executor.error());
    }
    Expected<std::unique_ptr<telemetry::Recorder>> recorder = telemetry::Recorder::open(std::move(recorderOptions));
    if (!recorder) {
        return tl::unexpected(recorder.error());
    }
    const std::int64_t start = nextStartNs();
    (*recorder)->start(start);
    RecordedRun result;
    result.report = (*executor)->run(start, stop, progress);
    Expected<trace::TracePtr> trace = (*recorder)->stop();
    if (trace) {
        result.trace = std::move(*trace);
    } else if (!result.report.cancelled) {
        return tl::unexpected(trace.error());
    }
    return result;
}

Execute executeHere(ExecutorOptions options) {
    return [options = std::move(options)](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds,
                                          std::stop_token stop,
                                          const ProgressCallback& progress) -> Expected<RecordedRun> {
        if (periodSeconds > 0.0) {
            telemetry::RecorderOptions recorder;
            recorder.periodSeconds = periodSeconds;
            return runRecorded(std::move(plan), options, std::move(recorder), std::move(stop), progress);
        }
        const auto executor = LocalExecutor::prepare(std::move(plan), options, stop);
        if (!executor) {
            return tl::unexpected(executor.error());
        }
        return RecordedRun{.report = (*executor)->run(nextStartNs(), std::move(stop), progress), .trace = {}};
    };
}

}  // namespace mimesys::execution
