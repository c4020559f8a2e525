// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "curation/edittext.h"
#include "curation/regenerate.h"
#include "generation/generator.h"
#include "generation/source.h"
#include "modelarguments.h"
#include "plan/planfile.h"
#include "readtrace.h"
#include "sources.h"
#include "trace/windowed.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using generation::FitReport;
using generation::Generated;

struct Options {
    std::string trace;
    std::string dataset;
    std::string method;
    std::string output;
    std::string into;   // plan of which a part is made anew
    std::string range;  // which part
    ModelArguments model;
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    bool json = false;
};

Cancellable<Generated> generateFrom(const trace::Trace& trace, const Source& source, const Options& options,
                                    const std::stop_token& stop) {
    const auto windows = trace::windowTrace(trace, options.windowSeconds);
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    ProgressLine line;
    return source.generator.generate(*windows, options.seed, stop, line.callback());
}

// The part of another plan that the options name, made anew in it.
Cancellable<Generated> generateInto(const trace::Trace& trace, const Source& source, const Options& options,
                                    const std::stop_token& stop) {
    const auto plan = plan::readPlan(options.into);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const auto range =
        options.range.empty() ? Expected<curation::Span>(curation::Span()) : curation::spanFromText(options.range);
    const auto windows = range.and_then([&](const curation::Span& span) { return curation::windowsOf(span, *plan); });
    const auto target = trace::windowTrace(trace, plan->windowSeconds());
    if (!windows || !target) {
        return tl::unexpected(!windows ? windows.error() : target.error());
    }
    ProgressLine line;
    auto made = curation::regenerate(*plan, *target, source.generator, *windows, options.seed, stop, line.callback());
    if (!made || !*made) {
        return !made ? Cancellable<Generated>(tl::unexpected(made.error())) : std::nullopt;
    }
    FitReport report;
    report.steps.push_back(
        fmt::format("Windows {} to {} were made anew by {}; what is locked and all others are those "
                    "of {}.",
                    windows->begin, windows->end - 1, source.generator.name, options.into));
    return Generated{std::move(**made), std::move(report)};
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
    Sources sources(options.dataset, options.model);
    const auto source = sources.open(options.method.empty() ? sources.defaultMethod() : options.method);
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
    auto generated = options.into.empty() ? generateFrom(*(*trace)->trace, *source, options, stop)
                                          : generateInto(*(*trace)->trace, *source, options, stop);
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
    CLI::Option* into = command->add_option("--into", options->into,
                                            "Make only a part of this plan anew, keep the rest and what is locked");
    into->type_name("PLAN");
    command->add_option("--range", options->range, "The part, in seconds: 10..20, 10.. or ..20; all if not given")
        ->needs(into)
        ->type_name("A..B");
    command->add_option("--window", options->windowSeconds, "Seconds per window")
        ->excludes(into)
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
