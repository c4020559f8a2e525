// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/signals.h"
#include "execution/cpulist.h"
#include "execution/fit.h"
#include "execution/recordedrun.h"
#include "info.h"
#include "release/workload.h"
#include "trace/csvwriter.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/auxv.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>

namespace mimesys::runner {
namespace {

using execution::ExecutorOptions;
using execution::RecordedRun;
using execution::RunReport;

// The same exit codes as those of the mimesys command.
enum ExitCode : int { kOk = 0, kFailed = 1, kUsage = 2, kBadInput = 3, kUnavailable = 4, kCancelled = 130 };

constexpr double kShortestPeriodSeconds = 0.01;

struct Options {
    bool info = false;
    bool dryRun = false;
    bool loop = false;
    bool json = false;
    double durationSeconds = 0.0;
    std::string cpus;
    std::string scratchDirectory;
    std::string record;
};

int report(const Error& error) {
    fmt::print(stderr, "workload: {}\n", error.text());
    switch (error.code) {
        case ErrorCode::BadInput:
            return kBadInput;
        case ErrorCode::Unavailable:
            return kUnavailable;
        case ErrorCode::Failed:
            break;
    }
    return kFailed;
}

// Where this program's own file is. Without /proc, the name it was started by.
std::filesystem::path ownFile() {
    const std::filesystem::path link = "/proc/self/exe";
    std::error_code error;
    const std::filesystem::path target = std::filesystem::read_symlink(link, error);
    if (!error) {
        return std::filesystem::exists(target, error) ? target : link;  // a deleted file is still open
    }
    const auto name = ::getauxval(AT_EXECFN);
    return name == 0 ? "" : reinterpret_cast<const char*>(name);  // the kernel's documented way to hand it over
}

Expected<ExecutorOptions> executorOptions(const Options& options) {
    ExecutorOptions result{.cpus = {},
                           .scratchDirectory = options.scratchDirectory,
                           .durationSeconds = options.durationSeconds,
                           .loop = options.loop};
    if (!options.cpus.empty()) {
        Expected<std::vector<int>> cpus = execution::parseCpuList(options.cpus);
        if (!cpus) {
            return tl::unexpected(cpus.error());
        }
        result.cpus = std::move(*cpus);
    }
    return result;
}

Expected<void> checkRecord(const Options& options) {
    if (options.record.empty()) {
        return {};
    }
    if (std::filesystem::path(options.record).extension() != ".csv") {
        return badInput("A workload records as CSV; name a file that ends in .csv.", options.record);
    }
    if (::access("/proc/stat", R_OK) != 0) {
        return unavailable("Nothing can be recorded because /proc is not there; mount it or leave --record out.");
    }
    return AtomicFile::create(options.record).map([](const AtomicFile& /*file*/) {});
}

int dryRun(const plan::ExecutionPlan& plan, const ExecutorOptions& executor, const Options& options) {
    const auto fit = execution::thisEnvironment().and_then(
        [&](const execution::Environment& environment) { return execution::fitPlan(plan, executor, environment); });
    if (!fit) {
        return report(fit.error());
    }
    const double seconds =
        executor.durationSeconds > 0.0 && (executor.loop || executor.durationSeconds < plan.durationSeconds())
            ? executor.durationSeconds
            : plan.durationSeconds();
    const bool endless = executor.loop && executor.durationSeconds <= 0.0;
    if (options.json) {
        fmt::print("{}\n", nlohmann::json({{"cpus", fit->cpus},
                                           {"seconds", endless ? nlohmann::json(nullptr) : nlohmann::json(seconds)},
                                           {"memory_bytes", fit->demand.memoryBytes},
                                           {"scratch_bytes", fit->demand.scratchBytes},
                                           {"scratch_directory", fit->scratchDirectory.string()}})
                               .dump(2));
        return kOk;
    }
    fmt::print("would run on CPUs {} {}, taking {} MiB of memory", execution::formatCpuList(fit->cpus),
               endless ? "until stopped" : fmt::format("for {:g} s", seconds), fit->demand.memoryBytes >> 20);
    if (fit->demand.scratchBytes > 0) {
        fmt::print(" and {} MiB in {}", fit->demand.scratchBytes >> 20, fit->scratchDirectory.string());
    }
    fmt::print("\n");
    return kOk;
}

Expected<RecordedRun> execute(std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions executor, bool record,
                              const std::stop_token& stop) {
    if (record) {
        telemetry::RecorderOptions recorder;
        recorder.periodSeconds = std::max(kShortestPeriodSeconds, plan->windowSeconds());
        return execution::runRecorded(std::move(plan), std::move(executor), std::move(recorder), stop, {});
    }
    auto prepared = execution::LocalExecutor::prepare(std::move(plan), std::move(executor));
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    return RecordedRun{.report = (*prepared)->run(execution::nextStartNs(), stop, {}), .trace = {}};
}

void printReport(const RunReport& report, bool json) {
    const execution::Distribution late = report.boundaryError();
    if (!json) {
        fmt::print(
            "{} windows on {} CPUs in {:.3f} s; CPU time off the plan by {:.3f} points (mean), {:.3f} (most); "
            "windows late by {:.3f} ms (p99)\n",
            report.windows, report.cpus, report.elapsedSeconds, report.meanCpuErrorPoints(), report.maxCpuErrorPoints(),
            late.p99);
        return;
    }
    fmt::print("{}\n",
               nlohmann::json(
                   {{"windows", report.windows},
                    {"cpus", report.cpus},
                    {"elapsed_seconds", report.elapsedSeconds},
                    {"cancelled", report.cancelled},
                    {"cpu_error_points", {{"mean", report.meanCpuErrorPoints()}, {"max", report.maxCpuErrorPoints()}}},
                    {"boundary_error_ms", {{"p50", late.p50}, {"p99", late.p99}, {"max", late.maximum}}}})
                   .dump(2));
}

int runPlan(release::Payload payload, const Options& options, const std::stop_token& stop) {
    Expected<ExecutorOptions> executor = executorOptions(options);
    if (!executor) {
        return report(executor.error());
    }
    if (const Expected<void> recordable = checkRecord(options); !recordable) {
        return report(recordable.error());
    }
    if (options.dryRun) {
        return dryRun(payload.plan, *executor, options);
    }
    const auto plan = std::make_shared<const plan::ExecutionPlan>(std::move(payload.plan));
    const Expected<RecordedRun> run = execute(plan, std::move(*executor), !options.record.empty(), stop);
    if (!run) {
        return report(run.error());
    }
    if (run->trace) {
        if (const Expected<void> written = trace::writeCsv(*run->trace, options.record); !written) {
            return report(written.error());
        }
    }
    printReport(run->report, options.json);
    return run->report.cancelled ? kCancelled : kOk;
}

void addOptions(CLI::App& application, Options& options) {
    application.set_version_flag("--version", "mimesys-runner " MIMESYS_VERSION);
    application.add_flag("--info", options.info, "Describe the workload and end");
    application.add_flag("--dry-run", options.dryRun, "Check that it can run here, say what it would take, and end");
    application.add_option("--duration", options.durationSeconds, "Stop after so many seconds")
        ->check(CLI::PositiveNumber)
        ->type_name("S");
    application.add_flag("--loop", options.loop, "Start again at the end, until stopped or the duration is over");
    application.add_option("--cpus", options.cpus, "CPU of each row of the plan, such as 0-3,8")->type_name("LIST");
    application.add_option("--scratch-dir", options.scratchDirectory, "Folder for the disk stressors' scratch files")
        ->type_name("DIR");
    application.add_option("--record", options.record, "Record the machine meanwhile")->type_name("OUT.csv");
    application.add_flag("--json", options.json, "Print JSON");
}

int run(int argc, char** argv) {
    CLI::App application("A workload exported by Mimesys Studio: loads this machine as the traced applications did.");
    Options options;
    addOptions(application, options);
    try {
        application.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return application.exit(success);
    } catch (const CLI::ParseError& error) {
        application.exit(error);
        return kUsage;
    }
    Expected<release::Payload> payload = release::readPayload(ownFile());
    if (!payload) {
        return report(payload.error());
    }
    if (options.info) {
        if (options.json) {
            fmt::print("{}\n", infoJson(*payload).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
        } else {
            printInfo(*payload);
        }
        return kOk;
    }
    const StopOnSignal signals;
    return runPlan(std::move(*payload), options, signals.token());
}

}  // namespace
}  // namespace mimesys::runner

int main(int argc, char** argv) {
    try {
        return mimesys::runner::run(argc, argv);
    } catch (const std::exception& exception) {
        fmt::print(stderr, "workload: Unexpected failure: {}.\n", exception.what());
    }
    return mimesys::runner::kFailed;
}
