// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "dataset/dataset.h"
#include "generation/generator.h"
#include "generation/source.h"
#include "machine/machine.h"
#include "model/model.h"
#include "modelarguments.h"
#include "plan/planfile.h"
#include "readtrace.h"
#include "trace/windowed.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using generation::Generated;

struct Options {
    std::string trace;
    std::string dataset;
    std::string method;
    std::string output;
    ModelArguments model;
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    bool json = false;
};

// What a plan is made with: a method bound to its model or data set, and where that lies.
struct Source {
    generation::Generator generator;
    std::filesystem::path path;
    bool simulated = false;
};

constexpr std::string_view kDiffusion = "diffusion";

Expected<std::string> fingerprintHere() {
    return machine::discover().map([](const machine::Machine& here) { return machine::fingerprint(here); });
}

// The file the user named, else the one installed for this machine.
Expected<std::filesystem::path> named(const std::string& name, std::filesystem::path (*installed)(const std::string&),
                                      std::string_view what) {
    if (!name.empty()) {
        return std::filesystem::path(name);
    }
    const auto fingerprint = fingerprintHere();
    if (!fingerprint) {
        return tl::unexpected(fingerprint.error());
    }
    auto path = installed(*fingerprint);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return unavailable(fmt::format("No {} is installed for this machine; {}.", what,
                                       what == "model" ? "`mimesys demo` trains one, or name one with --model"
                                                       : "`mimesys collect` makes one in about two minutes (and "
                                                         "`mimesys demo` on its way), or name one with --dataset"));
    }
    return path;
}

// Diffusion where a model is named or installed; search where there is only a data set.
std::string chosenMethod(const Options& options) {
    if (!options.method.empty()) {
        return options.method;
    }
    const bool model = options.dataset.empty() && named(options.model.path, model::installedModelPath, "model");
    return std::string(model || !options.model.path.empty() ? kDiffusion : "search");
}

Expected<Source> openDiffusion(const Options& options) {
    const auto path = named(options.model.path, model::installedModelPath, "model");
    const auto sampling = options.model.options();
    if (!path || !sampling) {
        return tl::unexpected(!path ? path.error() : sampling.error());
    }
    auto model = model::readModel(*path);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const bool simulated = (*model)->description().simulated();
    return Source{generation::bind(std::move(*model), *sampling), *path, simulated};
}

Expected<Source> openSource(const Options& options) {
    const std::string name = chosenMethod(options);
    if (name == kDiffusion) {
        return openDiffusion(options);
    }
    const auto method = generation::methodFromName(name);
    const auto path = method ? named(options.dataset, dataset::installedDatasetPath, "data set")
                             : Expected<std::filesystem::path>(tl::unexpected(method.error()));
    if (!path) {
        return tl::unexpected(path.error());
    }
    auto dataset = dataset::readDataset(*path);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    const bool simulated = std::ranges::find(dataset->provenance, Provenance::Simulation) != dataset->provenance.end();
    return Source{generation::bind(*method, std::make_shared<const dataset::Dataset>(std::move(*dataset))), *path,
                  simulated};
}

Cancellable<Generated> generateFrom(const trace::Trace& trace, const Source& source, const Options& options,
                                    const std::stop_token& stop) {
    const auto windows = trace::windowTrace(trace, options.windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    ProgressLine line;
    return source.generator.generate(*windows, options.seed, stop, line.callback());
}

void print(const Generated& generated, const Source& source, const Options& options) {
    const plan::ExecutionPlan& plan = generated.plan;
    if (options.json) {
        printJson({{"plan", options.output},
                   {"method", plan.generator},
                   {"windows", plan.windowCount()},
                   {"window_seconds", plan.windowSeconds()},
                   {"cpus", plan.cpuCount()},
                   {"stressors", plan.stressors()},
                   {"seed", plan.seed},
                   {"from", source.path.string()},
                   {"simulated", source.simulated},
                   {"source", nlohmann::json::parse(plan.source)},
                   {"fit", generated.report.steps}});
        return;
    }
    fmt::print("{}: {} windows of {} s for {} CPUs and {} stressors, by {} from {}{}.\n", options.output,
               plan.windowCount(), plan.windowSeconds(), plan.cpuCount(), plan.stressorCount(), plan.generator,
               source.path.string(), source.simulated ? " (simulated measurements)" : "");
    for (const std::string& step : generated.report.steps) {
        fmt::print("- {}\n", step);
    }
}

int run(const Options& options, const std::stop_token& stop) {
    const auto source = openSource(options);
    if (!source) {
        return report(source.error());
    }
    const auto trace = readWithNotice(options.trace, stop);
    if (!trace) {
        return report(trace.error());
    }
    if (!*trace) {
        return reportCancelled();
    }
    auto generated = generateFrom(*(*trace)->trace, *source, options, stop);
    if (!generated) {
        return report(generated.error());
    }
    if (!*generated) {
        return reportCancelled();
    }
    const auto written = generation::nameTrace((*generated)->plan, options.trace).and_then([&] {
        return plan::writePlan((*generated)->plan, options.output);
    });
    if (!written) {
        return report(written.error());
    }
    print(**generated, *source, options);
    return kOk;
}

}  // namespace

Verb generateVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("generate", "Make an execution plan that reproduces a trace on this machine.");
    command->add_option("trace", options->trace, "Trace to reproduce")->required()->type_name("TRACE");
    command->add_option("-o,--output", options->output, "Plan to write (HDF5)")->required()->type_name("PLAN");
    command
        ->add_option("--dataset", options->dataset,
                     "Samples for the other methods; those installed for this machine if not given")
        ->type_name("DATASET");
    command
        ->add_option("--method", options->method,
                     "diffusion, search, interpolation or single-stressor; diffusion if not given and there is a model")
        ->type_name("NAME");
    options->model.addTo(*command);
    command->add_option("--window", options->windowSeconds, "Seconds per window")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--seed", options->seed, "Seed of the plan")->capture_default_str()->type_name("N");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
