// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "console.h"
#include "execution/recordedrun.h"
#include "executorarguments.h"
#include "plan/planfile.h"
#include "runreport.h"
#include "service/executors.h"
#include "telemetry/recorder.h"
#include "trace/write.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using execution::RecordedRun;
using PlanPtr = std::shared_ptr<const plan::ExecutionPlan>;

constexpr double kShortestPeriodSeconds = 0.01;  // of the recorder

struct Options {
    std::string plan;
    std::string record;
    std::string actionList;
    ExecutorArguments execution;
    std::string executor = "local";
    double periodSeconds = 0.0;
    std::uint64_t seed = 1;
    bool json = false;
};

// A run may take hours: whether its output can be written is found out before.
Expected<void> checkOutput(const std::filesystem::path& path, const service::Executor& executor) {
    if (!trace::isWritableName(path)) {
        return badInput(fmt::format("A recording is written as {}; name a file with one of these endings.",
                                    trace::kWritableEndings),
                        path.string());
    }
    if (const Expected<AtomicFile> file = AtomicFile::create(path); !file) {
        return tl::unexpected(file.error());
    }
    if (executor.simulated) {
        return {};
    }
    std::vector<Metric> recordable;
    for (const telemetry::Offer& offer : telemetry::describeMetrics()) {
        if (offer.available()) {
            recordable.push_back(offer.metric);
        }
    }
    if (!trace::hasPlaceForAny(recordable, path)) {
        return unavailable(
            "This format has no place for any metric that can be recorded here (`mimesys machine` lists "
            "them); record to .h5 instead.",
            path.string());
    }
    return {};
}

Expected<PlanPtr> load(const Options& options) {
    std::vector<std::string> names;
    if (!options.actionList.empty()) {
        Expected<std::vector<std::string>> list = plan::readActionList(options.actionList);
        if (!list) {
            return tl::unexpected(list.error());
        }
        names = std::move(*list);
    }
    return plan::readPlan(options.plan, names).map([](plan::ExecutionPlan&& plan) -> PlanPtr {
        return std::make_shared<const plan::ExecutionPlan>(std::move(plan));
    });
}

Expected<service::Executor> openExecutor(const Options& options) {
    return options.execution.options().and_then([&](const execution::ExecutorOptions& executor) {
        return service::openExecutor(options.executor, executor, options.seed);
    });
}

Expected<RecordedRun> execute(const Options& options, const service::Executor& executor, const PlanPtr& plan,
                              const std::stop_token& stop) {
    const double period =
        options.periodSeconds > 0.0 ? options.periodSeconds : std::max(kShortestPeriodSeconds, plan->windowSeconds());
    ProgressLine line;
    return executor.run(plan, options.record.empty() ? 0.0 : period, stop, line.callback());
}

int run(const Options& options, const std::stop_token& stop) {
    const Expected<service::Executor> executor = openExecutor(options);
    if (!executor) {
        return report(executor.error());
    }
    if (!options.record.empty()) {
        if (const Expected<void> writable = checkOutput(options.record, *executor); !writable) {
            return report(writable.error());
        }
    }
    const Expected<PlanPtr> plan = load(options);
    if (!plan) {
        return report(plan.error());
    }
    const Expected<RecordedRun> result = execute(options, *executor, *plan, stop);
    if (!result) {
        return report(result.error());
    }
    if (result->trace) {
        if (const Expected<void> written = trace::writeTrace(*result->trace, options.record); !written) {
            return report(written.error());
        }
        if (const auto left = trace::metricsLeftOut(*result->trace, options.record); !left.empty()) {
            fmt::print(stderr, "mimesys: This format has no place for {}; record to .h5 to keep everything.\n",
                       fmt::join(left, ", "));
        }
    }
    if (options.json) {
        printJson(runReportJson(result->report));
    } else {
        printRunReport(result->report);
    }
    return result->report.cancelled ? reportCancelled() : kOk;
}

}  // namespace

Verb runVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand("run", "Execute a plan on this machine.");
    command->add_option("plan", options->plan, "Plan file (HDF5)")->required()->type_name("PLAN");
    command->add_option("--record", options->record, "Record the machine meanwhile (.h5, .csv, .txt, .log)")
        ->type_name("OUT");
    command->add_option("--period", options->periodSeconds, "Seconds between samples; a window's length if not given")
        ->check(CLI::Range(kShortestPeriodSeconds, 3600.0))
        ->type_name("S");
    options->execution.addTo(*command);
    command->add_option("--action-list", options->actionList, "Stressor names of a plan that carries none")
        ->type_name("FILE");
    command->add_option("--executor", options->executor, "Where to run: local, simulated or simulated:MACHINE")
        ->capture_default_str()
        ->type_name("WHERE");
    command->add_option("--seed", options->seed, "Seed of a simulated machine's noise")
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
