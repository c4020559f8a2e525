// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/testrun.h"

#include "base/atomicfile.h"
#include "console.h"
#include "executorarguments.h"
#include "testrun/reportfile.h"
#include "testruntexts.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using testrun::Measure;
using testrun::Report;
using testrun::Request;

struct Options {
    std::string workload;
    std::string record;
    ExecutorArguments execution;
    Request request;
    std::string unit;
    bool higher = false;
    bool lower = false;
    bool json = false;
};

std::filesystem::path reportPath(const Options& options) {
    return options.record + ".json";
}

Expected<Measure> measureOf(const Options& options) {
    Measure measure = options.request.measure;
    if (measure.isTime()) {
        if (options.higher || !options.unit.empty()) {
            return badInput(
                "Without --pattern it is the command's time in seconds that counts, of which less is "
                "better; add --pattern to read another number from its output.");
        }
        return measure;
    }
    if (options.higher == options.lower) {
        return badInput(
            "Say what the number that --pattern finds is: --higher-is-better (throughput) or --lower-is-better "
            "(latency).");
    }
    measure.better = options.higher ? Measure::Better::Higher : Measure::Better::Lower;
    measure.unit = options.unit;
    return measure;
}

Expected<Request> requestOf(const Options& options) {
    Request request = options.request;
    auto measure = measureOf(options);
    if (!measure) {
        return tl::unexpected(measure.error());
    }
    request.measure = std::move(*measure);
    auto execution = options.execution.options();
    if (!execution) {
        return tl::unexpected(execution.error());
    }
    request.execution = std::move(*execution);
    auto workload = testrun::readWorkload(options.workload);
    if (!workload) {
        return tl::unexpected(workload.error());
    }
    request.workload = std::move(*workload);
    return request;
}

// What is missing for an answer, when something is.
Expected<void> checkAnswer(const Report& report) {
    for (const testrun::Condition condition : testrun::kConditions) {
        if (report.has(condition) && report.valuesOf(condition).empty()) {
            return failed(fmt::format("No run {} succeeded; the reasons stand above.", conditionPhrase(condition)));
        }
    }
    return {};
}

int run(const Options& options, const std::stop_token& stop) {
    const auto request = requestOf(options);
    if (!request) {
        return report(request.error());
    }
    if (!options.record.empty()) {
        if (const auto writable = AtomicFile::create(reportPath(options)); !writable) {
            return report(writable.error());
        }
    }
    auto result = [&] {
        ProgressLine line;
        return testrun::run(*request, stop, {}, line.callback());
    }();
    if (!result) {
        return report(result.error());
    }
    if (!*result) {
        return reportCancelled();
    }
    if (!options.record.empty()) {
        if (const auto written = testrun::writeReport(**result, reportPath(options)); !written) {
            return report(written.error());
        }
    }
    options.json ? printJson(testrun::toJson(**result)) : printTestRun(**result);
    const auto answer = checkAnswer(**result);
    return answer ? static_cast<int>(kOk) : report(answer.error());
}

void addMeasure(CLI::App& command, Options& options) {
    command
        .add_option("--pattern", options.request.measure.pattern,
                    "Regular expression with one group, the number, for the lines of the command's output; of several "
                    "matches the last counts. Without it the command's time counts")
        ->type_name("REGEX");
    command.add_option("--unit", options.unit, "Unit of that number, such as requests/s")->type_name("U");
    auto* higher = command.add_flag("--higher-is-better", options.higher, "That number is a throughput");
    command.add_flag("--lower-is-better", options.lower, "That number is a latency or a time")->excludes(higher);
}

void addTimes(CLI::App& command, Request& request) {
    command.add_option("-n,--repetitions", request.repetitions, "Runs of each condition, in turn")
        ->check(CLI::Range(std::size_t{1}, testrun::kMostRepetitions))
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--warm-ups", request.warmUps, "Runs alone before, which do not count")
        ->check(CLI::Range(std::size_t{0}, testrun::kMostRepetitions))
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--settle", request.settleSeconds, "Time from the neighbours' start to the command's")
        ->check(CLI::Range(0.0, 3600.0))
        ->capture_default_str()
        ->type_name("S");
    command.add_option("--pause", request.pauseSeconds, "Time between runs")
        ->check(CLI::Range(0.0, 3600.0))
        ->capture_default_str()
        ->type_name("S");
    command.add_option("--limit", request.limitSeconds, "A run that takes longer is ended and does not count")
        ->check(CLI::Range(0.01, 1e7))
        ->capture_default_str()
        ->type_name("S");
    command.add_option("--period", request.periodSeconds, "Time between samples of the recording")
        ->check(CLI::Range(0.01, 3600.0))
        ->capture_default_str()
        ->type_name("S");
}

void addOptions(CLI::App& command, Options& options) {
    command.add_option("workload", options.workload, "Exported workload, or plan")->required()->type_name("WORKLOAD");
    command
        .add_option("--real-mix", options.request.realMix,
                    "Shell command that runs the real neighbours until it is ended, to compare with")
        ->type_name("CMD");
    command
        .add_option("--service", options.request.service,
                    "Shell command of what COMMAND is a client of; started before each run, ended after it")
        ->type_name("CMD");
    command.add_option("--ready-after", options.request.readySeconds, "Time that the service is given to start")
        ->check(CLI::Range(0.0, 3600.0))
        ->capture_default_str()
        ->type_name("S");
    addTimes(command, options.request);
    addMeasure(command, options);
    options.execution.addMachineTo(command);
    command
        .add_option("--record", options.record,
                    "Write PREFIX.json, which the studio opens, and the machine during every run in PREFIX.runs/")
        ->type_name("PREFIX");
    command.add_flag("--json", options.json, "Print JSON");
    command.add_option("COMMAND", options.request.command, "After --: the program to test and its arguments")
        ->required();
}

}  // namespace

Verb testRunVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "test-run", "Run a command alone and beside a workload in turn, and say how much slower it gets.");
    addOptions(*command, *options);
    command->footer(
        "Intervals are of 95 %. What the command prints is not shown. Whatever was started is ended, also by Ctrl-C.");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
