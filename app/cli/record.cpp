// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "console.h"
#include "telemetry/recording.h"
#include "trace/write.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

constexpr double kLongestDuration = 365.0 * 24 * 3600;

struct RecordOptions {
    std::filesystem::path output;
    double durationSeconds = 0.0;  // 0 = until Ctrl-C or the command's end
    double periodSeconds = 1.0;
    std::vector<std::string> command;
    bool json = false;
};

void printResult(const RecordOptions& options, const telemetry::Recording& recording) {
    const trace::Trace& trace = *recording.trace;
    if (const auto left = trace::metricsLeftOut(trace, options.output); !left.empty()) {
        fmt::print(stderr, "mimesys: This format has no place for {}; record to .h5 to keep everything.\n",
                   fmt::join(left, ", "));
    }
    if (!options.json) {
        fmt::print("Recorded {} samples of {} metrics over {:.1f} s in {}.\n", trace.sampleCount(),
                   trace.columns.size(), trace.durationSeconds(), options.output.string());
        return;
    }
    nlohmann::json columns = nlohmann::json::array();
    for (const trace::Column& column : trace.columns) {
        columns.push_back(column.metric.id);
    }
    printJson(
        {{"file", options.output.string()},
         {"samples", trace.sampleCount()},
         {"duration_seconds", trace.durationSeconds()},
         {"period_seconds", options.periodSeconds},
         {"columns", std::move(columns)},
         {"command_exit_code", recording.command ? nlohmann::json(recording.command->exitCode) : nlohmann::json()}});
}

// 0 when what was asked for is there; a recording of open length is complete whenever it is stopped.
int exitCode(const RecordOptions& options, const telemetry::Recording& recording) {
    if (recording.command && recording.command->exitCode != 0) {
        return report(Error{
            ErrorCode::Failed,
            fmt::format("The command ended with exit code {}; its recording is complete.", recording.command->exitCode),
            options.command.front()});
    }
    const bool early = recording.ending == telemetry::Recording::Ending::Stopped &&
                       (options.durationSeconds > 0.0 || !options.command.empty());
    return early ? reportCancelled() : kOk;
}

int record(const RecordOptions& options, const std::stop_token& stop) {
    // Everything that can be known to fail is found out now, not after the recording.
    if (const auto usable = trace::checkWritable(options.output); !usable) {
        return report(usable.error());
    }
    if (options.durationSeconds > 0.0 && options.durationSeconds * 2.0 < options.periodSeconds) {
        return report(
            Error{ErrorCode::BadInput, "The duration is shorter than half a period; shorten the period.", {}});
    }
    ProgressLine line;
    const ProgressCallback progress = line.callback();
    telemetry::RecorderOptions recorderOptions;
    recorderOptions.periodSeconds = options.periodSeconds;
    const std::int64_t startNs = monotonicNs() + 1'000'000;
    if (options.command.empty()) {  // a command has the terminal for itself
        recorderOptions.onSample = [&](const telemetry::Sample&) {
            const double seconds = secondsFromNs(monotonicNs() - startNs);
            const double fraction = options.durationSeconds > 0.0 ? seconds / options.durationSeconds : -1.0;
            progress({std::min(fraction, 1.0), fmt::format("recorded {:.0f} s", seconds)});
        };
    }
    auto recorder = telemetry::Recorder::open(std::move(recorderOptions));
    if (!recorder) {
        return report(recorder.error());
    }
    if (!trace::hasPlaceForAny((*recorder)->metrics(), options.output)) {
        return report(Error{ErrorCode::Unavailable,
                            "This format has no place for any metric that can be recorded here (`mimesys machine` "
                            "lists them); record to .h5 instead.",
                            options.output.string()});
    }
    const auto recording =
        telemetry::record(**recorder,
                          {options.durationSeconds, options.command,
                           options.json ? GuardedCommand::Output::ToStandardError : GuardedCommand::Output::Shared},
                          startNs, stop);
    if (!recording) {
        return report(recording.error());
    }
    if (!recording->trace) {
        return reportCancelled();
    }
    if (const auto written = trace::writeTrace(*recording->trace, options.output); !written) {
        return report(written.error());
    }
    printResult(options, *recording);
    return exitCode(options, *recording);
}

}  // namespace

Verb recordVerb(CLI::App& application) {
    CLI::App* command = application.add_subcommand(
        "record", "Record this machine until the duration is over, Ctrl-C, or a command has ended.");
    const auto options = std::make_shared<RecordOptions>();
    command->add_option("-o,--output", options->output, "File to write: .h5, .csv, .txt (HPCPerfStats) or .log (pqos)")
        ->required();
    command->add_option("--duration", options->durationSeconds, "Seconds; without it until Ctrl-C or the command's end")
        ->check(CLI::Range(0.01, kLongestDuration));
    command
        ->add_option("--period", options->periodSeconds,
                     "Seconds between samples; the kernel counts CPU time in steps of 10 ms, which shows below 0.1")
        ->check(CLI::Range(0.01, 3600.0))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print JSON; the command's standard output goes to standard error");
    command->add_option("COMMAND", options->command, "After --: a program and its arguments to record");
    command->footer(
        "What was recorded is written in any case. Exit code 0: complete, or stopped by Ctrl-C without --duration and\n"
        "COMMAND; 1: the command failed; 130: stopped by Ctrl-C before that. A command that still runs when recording\n"
        "ends is ended, with everything it started.");
    return {command, [options](const std::stop_token& stop) {
                return record(*options, stop);
            }};
}

}  // namespace mimesys::cli
