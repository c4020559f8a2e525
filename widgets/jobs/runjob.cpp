// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runjob.h"

#include "execution/recordedrun.h"
#include "jobs/livetrace.h"
#include "telemetry/recorder.h"

#include <QCoreApplication>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr double kLongestPeriodSeconds = 1.0;
constexpr double kShortestPeriodSeconds = 0.01;

RunOutcome outcomeOf(const execution::RecordedRun& run) {
    RunOutcome outcome;
    outcome.stopped = run.report.cancelled;
    for (const std::string& change : run.report.changes) {
        outcome.changes += QString::fromStdString(change);
    }
    if (run.report.memory && run.report.memory->windowsShort > 0) {
        outcome.changes += QString::fromStdString(run.report.memory->text());
    }
    outcome.windows = run.report.windows;
    outcome.elapsedSeconds = run.report.elapsedSeconds;
    outcome.meanCpuErrorPoints = run.report.meanCpuErrorPoints();
    outcome.maxCpuErrorPoints = run.report.maxCpuErrorPoints();
    outcome.boundaryErrorP99Ms = run.report.boundaryError().p99;
    if (run.trace) {
        outcome.emulated.trace = makeDisposable<IndexedTrace>(run.trace);
        outcome.emulated.name = QCoreApplication::translate("Run", "run on this machine");
    }
    return outcome;
}

}  // namespace

Cancellable<RunOutcome> runPlan(const RunRequest& request, const JobRunner::Context& context) {
    telemetry::RecorderOptions recorder;
    recorder.periodSeconds = std::clamp(request.plan->windowSeconds(), kShortestPeriodSeconds, kLongestPeriodSeconds);
    if (request.onRecorded) {
        // The samples come without their metrics' names; a recorder opened like the one of the run knows them.
        const auto probe = telemetry::Recorder::open(recorder);
        if (!probe) {
            return tl::unexpected(probe.error());
        }
        const auto live = std::make_shared<LiveTrace>((*probe)->metrics(), recorder.periodSeconds, request.onRecorded);
        recorder.onSample = [live](const telemetry::Sample& sample) {
            live->take(sample);
        };
    }
    execution::ExecutorOptions executor;
    executor.scratchDirectory = request.scratchDirectory;
    executor.fit = request.fit;
    const auto run = execution::runRecorded(request.plan, executor, recorder, context.stop, context.progress);
    if (!run) {
        return tl::unexpected(run.error());
    }
    return std::optional(outcomeOf(*run));
}

}  // namespace mimesys::widgets
