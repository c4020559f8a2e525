// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/signals.h"
#include "execution/cpulist.h"
#include "execution/fit.h"
#include "execution/recordedrun.h"
#include "execution/refit.h"
#include "executorarguments.h"
#include "exitcode.h"
#include "info.h"
#include "memoryjson.h"
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

constexpr double kShortestPeriodSeconds = 0.01;

struct Options {
    bool info = false;
    bool dryRun = false;
    bool json = false;
    ExecutorArguments execution;
    std::string record;
};

int report(const Error& error) {
    fmt::print(stderr, "workload: {}\n", error.text());
    return exitCodeOf(error);
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

int dryRun(const std::shared_ptr<const plan::ExecutionPlan>& sharedPlan, const ExecutorOptions& executor,
           const Options& options) {
    const plan::ExecutionPlan& plan = *sharedPlan;
    const auto fitted = execution::thisEnvironment().and_then([&](const execution::Environment& environment) {
        return execution::fitToRun(sharedPlan, executor, environment);
    });
    if (!fitted) {
        return report(fitted.error());
    }
    const execution::Fit& fit = fitted->fit;
    const double seconds =
        executor.durationSeconds > 0.0 && (executor.loop || executor.durationSeconds < plan.durationSeconds())
            ? executor.durationSeconds
            : plan.durationSeconds();
    const bool endless = executor.loop && executor.durationSeconds <= 0.0;
    if (options.json) {
        fmt::print("{}\n", nlohmann::json({{"cpus", fit.cpus},
                                           {"seconds", endless ? nlohmann::json(nullptr) : nlohmann::json(seconds)},
                                           {"memory_bytes", fit.demand.memoryBytes},
                                           {"held_memory_bytes", fit.heldBytes},
                                           {"scratch_bytes", fit.demand.scratchBytes},
                                           {"scratch_directory", fit.scratchDirectory.string()}})
                               .dump(2));
        return kOk;
    }
    fmt::print("would run on CPUs {} {}, taking {} MiB of memory", execution::formatCpuList(fit.cpus),
               endless ? "until stopped" : fmt::format("for {:g} s", seconds), fit.demand.memoryBytes >> 20);
    if (fit.heldBytes > 0) {
        fmt::print(", holding up to {} MiB more", fit.heldBytes >> 20);
    }
    if (fit.demand.scratchBytes > 0) {
        fmt::print(" and {} MiB in {}", fit.demand.scratchBytes >> 20, fit.scratchDirectory.string());
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
    auto prepared = execution::LocalExecutor::prepare(std::move(plan), std::move(executor), stop);
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    return RecordedRun{.report = (*prepared)->run(execution::nextStartNs(), stop, {}), .trace = {}};
}

void printReport(const RunReport& report, bool json) {
    const execution::Distribution late = report.boundaryError();
    if (!json) {
        for (const std::string& change : report.changes) {
            fmt::print("{}\n", change);
        }
        fmt::print(
            "{} windows on {} CPUs in {:.3f} s; CPU time off the plan by {:.3f} points (mean), {:.3f} (most); "
            "windows late by {:.3f} ms (p99)\n",
            report.windows, report.cpus, report.elapsedSeconds, report.meanCpuErrorPoints(), report.maxCpuErrorPoints(),
            late.p99);
        if (report.memory) {
            fmt::print("{}\n", report.memory->text());
        }
        return;
    }
    fmt::print("{}\n",
               nlohmann::json(
                   {{"windows", report.windows},
                    {"cpus", report.cpus},
                    {"elapsed_seconds", report.elapsedSeconds},
                    {"cancelled", report.cancelled},
                    {"changes", report.changes},
                    {"on_cpus", report.onCpus},
                    {"memory", memoryJson(report.memory)},
                    {"missed", report.missed},
                    {"displaced", report.displaced},
                    {"cpu_error_points", {{"mean", report.meanCpuErrorPoints()}, {"max", report.maxCpuErrorPoints()}}},
                    {"boundary_error_ms", {{"p50", late.p50}, {"p99", late.p99}, {"max", late.maximum}}}})
                   .dump(2));
}

int runPlan(release::Payload payload, const Options& options, const std::stop_token& stop) {
    Expected<ExecutorOptions> executor = options.execution.options();
    if (!executor) {
        return report(executor.error());
    }
    if (const Expected<void> recordable = checkRecord(options); !recordable) {
        return report(recordable.error());
    }
    const auto plan = std::make_shared<const plan::ExecutionPlan>(std::move(payload.plan));
    if (options.dryRun) {
        return dryRun(plan, *executor, options);
    }
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
    options.execution.addTo(application);
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
    mimesys::makeTooLargeFilesAnError();
    try {
        return mimesys::runner::run(argc, argv);
    } catch (const std::exception& exception) {
        fmt::print(stderr, "workload: Unexpected failure: {}.\n", exception.what());
    }
    return mimesys::kFailed;
}
