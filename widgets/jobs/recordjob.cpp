// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recordjob.h"

#include "base/clock.h"
#include "jobs/livetrace.h"
#include "models/paths.h"
#include "telemetry/recording.h"
#include "trace/write.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <algorithm>
#include <atomic>

namespace mimesys::widgets {
namespace {

// For every thread to be asleep and waiting.
constexpr std::int64_t kLeadNs = 50'000'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

Expected<void> checkOutput(const std::filesystem::path& output) {
    return output.empty() ? Expected<void>() : trace::checkWritable(output);
}

std::string progressText(double seconds) {
    return QCoreApplication::translate("Record", "recorded %1 s").arg(seconds, 0, 'f', 0).toStdString();
}

LoadedTrace loadedFrom(const trace::TracePtr& trace) {
    LoadedTrace loaded;
    loaded.trace = makeDisposable<IndexedTrace>(trace);
    loaded.name = QCoreApplication::translate("Record", "recorded %1")
                      .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    return loaded;
}

}  // namespace

Cancellable<RecordOutcome> recordMachine(const RecordRequest& request, const JobRunner::Context& context) {
    const RecordChoice& choice = request.choice;
    if (const auto usable = checkOutput(choice.output); !usable) {
        return tl::unexpected(usable.error());
    }
    if (choice.durationSeconds > 0.0 && choice.durationSeconds * 2.0 < choice.periodSeconds) {
        return badInput(
            Texts::tr("The duration is shorter than half a period; record for longer, or shorten the period.")
                .toStdString());
    }
    const std::int64_t startNs = monotonicNs() + kLeadNs;
    std::atomic<bool> begun = false;  // samples come before it is known whether the command can be started
    std::unique_ptr<LiveTrace> live;  // the metrics it needs are known once the recorder is open
    telemetry::RecorderOptions options;
    options.periodSeconds = choice.periodSeconds;
    options.onSample = [&](const telemetry::Sample& sample) {
        if (live) {
            live->take(sample);
        }
        const double seconds = secondsFromNs(monotonicNs() - startNs);
        const double fraction = choice.durationSeconds > 0.0 ? std::min(seconds / choice.durationSeconds, 1.0) : -1.0;
        context.progress({fraction, progressText(seconds)});
    };
    const auto recorder = telemetry::Recorder::open(options);
    if (!recorder) {
        return tl::unexpected(recorder.error());
    }
    if (!choice.output.empty() && !trace::hasPlaceForAny((*recorder)->metrics(), choice.output)) {
        return unavailable(
            Texts::tr("This format has no place for any metric that can be recorded here; choose a name that "
                      "ends in .h5.")
                .toStdString(),
            choice.output.string());
    }
    if (request.onRecorded) {
        live = std::make_unique<LiveTrace>((*recorder)->metrics(), choice.periodSeconds,
                                           [&begun, show = request.onRecorded](const IndexedTracePtr& trace) {
                                               if (begun) {
                                                   show(trace);
                                               }
                                           });
    }
    const auto recording =
        telemetry::record(**recorder,
                          {choice.durationSeconds, choice.command, GuardedCommand::Output::ToStandardError,
                           [&begun] {
                               begun = true;
                           }},
                          startNs, context.stop);
    if (!recording) {
        return tl::unexpected(recording.error());
    }
    RecordOutcome outcome;
    if (recording->command) {
        outcome.commandExit = recording->command->exitCode;
    }
    if (!recording->trace) {
        return std::optional(std::move(outcome));
    }
    outcome.trace = loadedFrom(recording->trace);
    if (request.onComplete) {
        request.onComplete(outcome.trace);
    }
    if (!choice.output.empty()) {
        if (const auto written = trace::writeTrace(*recording->trace, choice.output); !written) {
            return tl::unexpected(written.error());
        }
        outcome.leftOut = trace::metricsLeftOut(*recording->trace, choice.output);
        outcome.trace.path = toName(choice.output);
        outcome.trace.name = QFileInfo(outcome.trace.path).fileName();
    }
    return std::optional(std::move(outcome));
}

}  // namespace mimesys::widgets
