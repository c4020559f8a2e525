// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runjob.h"

#include "base/clock.h"
#include "execution/recordedrun.h"
#include "telemetry/recorder.h"

#include <QCoreApplication>
#include <mutex>

namespace mimesys::widgets {
namespace {

constexpr double kLongestPeriodSeconds = 1.0;
constexpr double kShortestPeriodSeconds = 0.01;

// Puts the recorder's samples together into a growing trace, for the eye only: the recorder hands over the real one at
// the end. Used from the recorder's thread alone.
class LiveTrace {
public:
    LiveTrace(const std::vector<Metric>& metrics, double periodSeconds, std::function<void(IndexedTracePtr)> show)
        : m_periodNs(nsFromSeconds(periodSeconds)), m_show(std::move(show)) {
        for (const Metric& metric : metrics) {
            m_trace.columns.push_back({metric, Provenance::Procfs, {}});
        }
    }

    void take(const telemetry::Sample& sample) {
        if (sample.values.size() != m_trace.columns.size()) {
            return;
        }
        if (m_trace.timesNs.empty()) {
            m_trace.startNs = sample.timeNs - m_periodNs;
        }
        m_trace.timesNs.push_back(sample.timeNs);
        for (std::size_t i = 0; i < sample.values.size(); ++i) {
            m_trace.columns[i].values.push_back(sample.values[i]);
        }
        // A copy per showing: rarer the longer the run, so that the whole costs no more than a few copies a second.
        const std::int64_t now = monotonicNs();
        const std::int64_t pause =
            kNanosecondsPerSecond / 2 * static_cast<std::int64_t>(1 + m_trace.sampleCount() / 5000);
        if (m_lastShownNs == 0 || now - m_lastShownNs >= pause) {
            m_lastShownNs = now;
            if (auto snapshot = trace::makeTrace(m_trace)) {
                m_show(std::make_shared<const IndexedTrace>(std::move(*snapshot)));
            }
        }
    }

private:
    std::int64_t m_periodNs;
    std::function<void(IndexedTracePtr)> m_show;
    trace::Trace m_trace;
    std::int64_t m_lastShownNs = 0;
};

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
        outcome.emulated.trace = std::make_shared<const IndexedTrace>(run.trace);
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
