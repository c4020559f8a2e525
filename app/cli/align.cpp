// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/align.h"

#include "alignment/alignlog.h"
#include "base/jsonvalue.h"
#include "console.h"
#include "dataset/dataset.h"
#include "duration.h"
#include "modelarguments.h"
#include "readtraces.h"
#include "service/aligning.h"
#include "service/executors.h"
#include "sources.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using alignment::AlignOptions;
using jsonvalue::numberOrNull;

struct Options {
    ModelArguments model;
    std::vector<std::string> traces;
    std::string executor = "local";
    std::string dataset;
    std::string output;
    std::string budget;
    std::string scratchDirectory;
    std::uint64_t noiseSeed = 1;
    double windowSeconds = 1.0;
    AlignOptions align;
    bool restart = false;
    bool json = false;
};

Expected<AlignOptions> alignOptions(const Options& options) {
    AlignOptions align = options.align;
    const auto sampling = options.model.options();
    const auto budget = options.budget.empty() ? Expected<double>(0.0) : durationFromText(options.budget);
    if (!sampling || !budget) {
        return tl::unexpected(!sampling ? sampling.error() : budget.error());
    }
    align.sampling = *sampling;
    align.budgetSeconds = *budget;
    return align;
}

// The traces as targets for the model's machine, with what is held out of them.
Cancellable<alignment::Traces> readTargets(const Options& options, const model::Description& description,
                                           const std::stop_token& stop) {
    const auto read = readTraces(options.traces, stop);
    if (!read || !*read) {
        return read ? Cancellable<alignment::Traces>(std::optional<alignment::Traces>()) : tl::unexpected(read.error());
    }
    return service::alignTargets(**read, description, options.windowSeconds, options.align)
        .map([](alignment::Traces&& divided) { return std::optional(std::move(divided)); });
}

Expected<alignment::Site> openSite(const Options& options) {
    execution::ExecutorOptions execution;
    execution.scratchDirectory = options.scratchDirectory;
    return service::openExecutor(options.executor, execution, options.noiseSeed).map([](service::Executor&& executor) {
        return alignment::Site{executor.name, executor.simulated, std::move(executor.run)};
    });
}

std::string cell(double value) {
    return std::isnan(value) ? std::string("-") : fmt::format("{:.4f}", value);
}

void print(const model::Description& description, const Options& options) {
    const model::Alignment& alignment = description.alignment;
    double best = -std::numeric_limits<double>::infinity();
    nlohmann::json history = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const model::AlignPoint& point : alignment.history) {
        best = std::isnan(point.heldOutReward) ? best : std::max(best, point.heldOutReward);
        history.push_back(model::toJson(point));
        if (!std::isnan(point.heldOutReward)) {
            rows.push_back({fmt::format("{}", point.iteration), fmt::format("{}", point.windows), cell(point.reward),
                            cell(point.heldOutReward), cell(point.forwardError), cell(point.divergence),
                            fmt::format("{}", point.missing)});
        }
    }
    const double start = alignment.history.front().heldOutReward;
    if (options.json) {
        printJson({{"model", options.output},
                   {"executor", alignment.executors.back()},
                   {"simulated", description.simulated()},
                   {"traces", alignment.traces.size()},
                   {"windows", alignment.history.back().windows},
                   {"seconds", alignment.history.back().seconds},
                   {"reward_before", numberOrNull<nlohmann::json>(start)},
                   {"reward", numberOrNull<nlohmann::json>(best)},
                   {"history", history}});
        return;
    }
    printTable({"iteration", "windows", "reward", "held-out reward", "forward error", "divergence", "missing"}, rows);
    fmt::print("\n{}: {} {}windows in {:.0f} s; the best held-out reward is {} and was {} before.\n", options.output,
               alignment.history.back().windows, alignment.simulated ? "simulated " : "executed ",
               alignment.history.back().seconds, cell(best), cell(start));
}

int run(const Options& options, const std::stop_token& stop) {
    const auto align = alignOptions(options);
    if (!align) {
        return report(align.error());
    }
    Sources sources(options.dataset, options.model);
    const auto model = sources.model();
    if (!model) {
        return report(model.error());
    }
    const auto targets = readTargets(options, model->content->description(), stop);
    if (!targets || !*targets) {
        return targets ? reportCancelled() : report(targets.error());
    }
    std::optional<Sources::Dataset> replay;
    if (!options.dataset.empty()) {
        auto dataset = sources.dataset();
        if (!dataset) {
            return report(dataset.error());
        }
        replay = std::move(*dataset);
    }
    const auto site = openSite(options);
    if (!site) {
        return report(site.error());
    }
    if (options.restart) {
        std::error_code ignored;
        std::filesystem::remove(alignment::checkpointPath(options.output), ignored);
    }
    const auto aligned = [&] {
        ProgressLine line;
        return model->library->align(*model->content, **targets, *site, replay ? replay->content.get() : nullptr,
                                     options.output, *align, stop, {}, line.callback());
    }();
    if (!aligned) {
        return report(aligned.error());
    }
    if (!*aligned) {
        fmt::print(stderr, "mimesys: {}: finished iterations are kept; the same command continues.\n", options.output);
        return reportCancelled();
    }
    print((**aligned)->description(), options);
    return kOk;
}

void addBounds(CLI::App& command, Options& options) {
    command.add_option("--iterations", options.align.iterations, "Times it samples, executes and learns")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--budget", options.budget, "Stop after this time: 90s, 10m, 2h")->type_name("TIME");
    command
        .add_option("--patience", options.align.patience,
                    "Looks at the held-out windows without a better one before it stops; 0 = never")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--held-out", options.align.heldOutWindows, "Windows at the ends of the traces to judge by")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--held-out-every", options.align.heldOutEvery, "Iterations between two looks at them")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
}

void addLearning(CLI::App& command, Options& options) {
    const std::string group = "Learning";
    const auto number = [&](const char* name, auto& value, const char* text) {
        command.add_option(name, value, text)->group(group)->capture_default_str()->type_name("N");
    };
    number("--segments", options.align.segments, "Samplings per iteration, each of a stretch of windows");
    number("--segment-windows", options.align.segmentWindows, "Windows of each");
    number("--attempts", options.align.attempts, "Samplings of the same stretch, judged against each other");
    number("--repeats", options.align.repeats, "Executions of every composition");
    number("--policy-steps", options.align.steps, "Steps of the sampler that is aligned");
    number("--passes", options.align.epochs, "Passes over an iteration's samples");
    number("--minibatches", options.align.minibatches, "Updates per pass");
    number("--learning-rate", options.align.learningRate, "Of the denoiser");
    number("--policy-weight", options.align.policyWeight, "Of the rewards in an update; 0 = without");
    number("--supervised-weight", options.align.supervisedWeight, "Of what was executed, as samples; 0 = without");
    number("--divergence", options.align.divergence, "Weight of the distance from the model before");
    number("--forward-steps", options.align.forwardSteps, "Of the forward model per iteration; 0 = none");
    number("--forward-rate", options.align.forwardRate, "Learning rate of the forward model");
}

}  // namespace

Verb alignVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "align", "Go on training a model by executing what it generates for real traces; continues where it stopped.");
    options->model.addTo(*command, "model");
    command->add_option("--traces", options->traces, "Traces to align on, or folders of them")
        ->required()
        ->type_name("FILE");
    command->add_option("--executor", options->executor, "Where to run: local, simulated or simulated:MACHINE")
        ->capture_default_str()
        ->type_name("WHERE");
    command->add_option("--noise-seed", options->noiseSeed, "Seed of a simulated machine's noise")
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--dataset", options->dataset, "Data set the model was trained on, to be learnt from as well")
        ->type_name("DATASET");
    command->add_option("-o,--output", options->output, "Model to write (safetensors)")->required()->type_name("MODEL");
    command->add_option("--window", options->windowSeconds, "Seconds per window")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--seed", options->align.seed, "Seed of stretches, samplings and updates")
        ->capture_default_str()
        ->type_name("N");
    addBounds(*command, *options);
    addLearning(*command, *options);
    command->add_option("--scratch-dir", options->scratchDirectory, "Folder for the disk stressors' scratch files")
        ->type_name("DIR");
    command->add_flag("--restart", options->restart, "Forget an unfinished alignment of this output");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
