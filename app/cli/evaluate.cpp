// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "console.h"
#include "evaluationtexts.h"
#include "generation/source.h"
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
#include <set>
#include <string>

namespace mimesys::cli {
namespace {

using service::Contestant;
using service::NamedTrace;

struct Options {
    std::vector<std::string> traces;
    std::vector<std::string> methods{"search", "interpolation", "single-stressor"};
    std::vector<std::string> ablations;
    std::string dataset;
    ModelArguments model;
    std::string executor = "local";
    std::string scratchDirectory;
    std::string output;
    std::string plot;
    std::string ranges = "dataset";
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    bool json = false;
};

// What it works from is known by its content: a file that was written anew is another one.
Expected<Contestant> enter(Expected<Source> source) {
    return std::move(source).and_then([](Source&& opened) {
        return generation::hashOfContent(opened.path).map([&](std::string&& inputs) {
            if (!opened.sampling.empty()) {
                inputs += " " + opened.sampling;
            }
            return Contestant{std::move(opened.generator), std::move(inputs)};
        });
    });
}

// Unless the user says otherwise, diffusion weighs errors in the units of the scores.
ModelArguments modelArguments(const Options& options) {
    ModelArguments model = options.model;
    if (model.units.empty()) {
        model.units = options.ranges == "trace" ? "trace" : "model";
    }
    return model;
}

// The named methods, and the diffusion model without the previous composition where that is asked for.
Expected<std::vector<Contestant>> openContestants(const Options& options, Sources& sources) {
    std::vector<Expected<Contestant>> entries;
    for (const std::string& name : options.methods) {
        entries.push_back(enter(sources.open(name)));
        if (name == kDiffusion && std::ranges::count(options.ablations, "state") > 0) {
            auto stateless = modelArguments(options).options();
            if (!stateless) {
                return tl::unexpected(stateless.error());
            }
            stateless->usePrevious = false;
            entries.push_back(enter(sources.openDiffusion(*stateless, "diffusion (no state)")));
        }
    }
    std::vector<Contestant> contestants;
    for (Expected<Contestant>& entry : entries) {
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        contestants.push_back(std::move(*entry));
    }
    return contestants;
}

// The whole trace first, then what the ablations leave of it.
Expected<std::vector<service::View>> openViews(const Options& options) {
    std::vector<service::View> views{service::View{}};
    for (const std::string& ablation : options.ablations) {
        if (ablation == "drop") {
            std::ranges::copy(service::droppingViews(), std::back_inserter(views));
        } else if (ablation == "families") {
            std::ranges::copy(service::familyViews(), std::back_inserter(views));
        } else if (ablation == "state") {
            // A contestant of its own: see openContestants().
            if (std::ranges::find(options.methods, kDiffusion) == options.methods.end()) {
                return badInput(
                    "The ablation \"state\" takes the previous composition from the method \"diffusion\"; "
                    "evaluate that method.");
            }
        } else {
            return badInput(fmt::format("There is no ablation \"{}\"; choose one of state, drop, families.", ablation));
        }
    }
    return views;
}

// An evaluation may take hours: whether its output can be written is found out before.
Expected<void> checkWritable(const std::string& path) {
    return path.empty() ? Expected<void>() : AtomicFile::create(path).map([](const AtomicFile&) {});
}

Expected<service::Executor> openMachine(const Options& options) {
    execution::ExecutorOptions execution;
    execution.scratchDirectory = options.scratchDirectory;
    return service::openExecutor(options.executor, execution);
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
    auto views = openViews(options);
    if (!views) {
        return report(views.error());
    }
    settings.views = std::move(*views);
    const auto executor = openMachine(options);
    if (!executor) {
        return report(executor.error());
    }
    Sources sources(options.dataset, modelArguments(options));
    auto ranges =
        options.ranges == "trace" ? Expected<std::map<std::string, evaluation::Range>>() : sources.scoringRanges();
    if (!ranges) {
        return report(ranges.error());
    }
    settings.ranges = std::move(*ranges);
    const auto contestants = openContestants(options, sources);
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
    command->add_option("--methods", options->methods, "Of diffusion, search, interpolation, single-stressor")
        ->delimiter(',')
        ->capture_default_str()
        ->type_name("NAMES");
    command
        ->add_option("--dataset", options->dataset,
                     "Samples to choose from; those installed for this machine if not given")
        ->type_name("DATASET");
    options->model.addTo(*command);
    command
        ->add_option("--ranges", options->ranges,
                     "What scales the metrics: the data set's or model's ranges, or those of each trace")
        ->check(CLI::IsMember({"dataset", "trace"}))
        ->capture_default_str();
    command->add_option("--executor", options->executor, "Where to run: local, simulated or simulated:MACHINE")
        ->capture_default_str();
    command
        ->add_option(
            "--ablation", options->ablations,
            "Also with less to go by: state (diffusion without the composition before), drop (20 to 80 % of the "
            "trace), families (one at a time left out)")
        ->delimiter(',')
        ->type_name("NAMES");
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
