// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "console.h"
#include "contestants.h"
#include "evaluationtexts.h"
#include "readtraces.h"
#include "service/evaluation.h"
#include "service/evaluationfile.h"
#include "service/evaluationplot.h"
#include "sources.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

// Of a simulated machine's noise: what is refined by one is judged by another.
constexpr std::uint64_t kNoiseSeed = 1;
constexpr std::uint64_t kRefinementNoiseSeed = 2;

struct Options {
    std::vector<std::string> traces;
    ContestantArguments contestants;
    std::string executor = "local";
    std::string scratchDirectory;
    std::string output;
    std::string plot;
    std::string ranges = "dataset";
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    bool json = false;
};

// An evaluation may take hours: whether its output can be written is found out before.
Expected<void> checkWritable(const std::string& path) {
    return path.empty() ? Expected<void>() : AtomicFile::create(path).map([](const AtomicFile&) {});
}

Expected<service::Executor> openMachine(const Options& options, std::uint64_t noiseSeed) {
    execution::ExecutorOptions execution;
    execution.scratchDirectory = options.scratchDirectory;
    return service::openExecutor(options.executor, execution, noiseSeed);
}

Expected<void> writePlot(const service::Evaluation& evaluation, const std::string& path) {
    return path.empty() ? Expected<void>() : writeFile(path, service::plot(evaluation));
}

int conclude(const service::Evaluation& evaluation, const Options& options) {
    if (auto written = writePlot(evaluation, options.plot); !written) {
        return report(written.error());
    }
    options.json ? printJson(service::toJson(evaluation)) : printEvaluation(evaluation);
    const bool scored = std::ranges::any_of(evaluation.trials, &std::string::empty, &service::Trial::failure);
    return scored ? kOk : report({ErrorCode::Failed, "Every trial failed; the reasons stand in the result.", {}});
}

int run(const Options& options, const std::stop_token& stop) {
    service::EvaluationOptions settings;
    settings.windowSeconds = options.windowSeconds;
    settings.seed = options.seed;
    settings.result = options.output;
    for (const std::string& path : {options.output, options.plot}) {
        if (auto writable = checkWritable(path); !writable) {
            return report(writable.error());
        }
    }
    ContestantArguments contested = options.contestants;
    // Unless the user says otherwise, diffusion weighs errors in the units of the scores.
    if (contested.model.units.empty()) {
        contested.model.units = options.ranges == "trace" ? "trace" : "model";
    }
    auto views = openViews(contested);
    if (!views) {
        return report(views.error());
    }
    settings.views = std::move(*views);
    const auto executor = openMachine(options, kNoiseSeed);
    const auto refinement = openMachine(options, kRefinementNoiseSeed);
    if (!executor || !refinement) {
        return report(!executor ? executor.error() : refinement.error());
    }
    Sources sources(contested.dataset, contested.model);
    auto ranges =
        options.ranges == "trace" ? Expected<std::map<std::string, evaluation::Range>>() : sources.scoringRanges();
    if (!ranges) {
        return report(ranges.error());
    }
    settings.ranges = std::move(*ranges);
    const auto contestants = openContestants(contested, sources, *refinement, settings.ranges);
    if (!contestants) {
        return report(contestants.error());
    }
    const auto traces = readTraces(options.traces, stop);
    if (!traces) {
        return report(traces.error());
    }
    if (!*traces) {
        return reportCancelled();
    }
    const auto evaluation = [&] {
        ProgressLine line;
        return service::evaluate(**traces, *contestants, *executor, settings, stop, line.callback());
    }();
    if (!evaluation) {
        return report(evaluation.error());
    }
    return *evaluation ? conclude(**evaluation, options) : reportCancelled();
}

}  // namespace

Verb evaluateVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "evaluate", "Compare methods: generate, run and score a plan for every trace with each of them.");
    command->add_option("--traces", options->traces, "Traces to reproduce, or folders of them")
        ->required()
        ->type_name("FILE");
    options->contestants.addTo(*command);
    command
        ->add_option("--ranges", options->ranges,
                     "What scales the metrics: the data set's or model's ranges, or those of each trace")
        ->check(CLI::IsMember({"dataset", "trace"}))
        ->capture_default_str();
    command->add_option("--executor", options->executor, "Where to run: local, simulated or simulated:MACHINE")
        ->capture_default_str();
    command
        ->add_option("-o,--output", options->output,
                     "Result (JSON), written after every run; one that exists is continued")
        ->type_name("RESULT");
    command->add_option("--plot", options->plot, "Bars per load level and family (SVG)")->type_name("FILE");
    command->add_option("--window", options->windowSeconds, "Seconds per window")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--seed", options->seed, "Seed of the plans and of what is dropped")
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--scratch-dir", options->scratchDirectory, "Folder on the disk to be loaded")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print the result as JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
