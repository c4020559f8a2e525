// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/refine.h"

#include "base/atomicfile.h"
#include "console.h"
#include "evaluation/scorejson.h"
#include "generation/source.h"
#include "plan/planfile.h"
#include "readtrace.h"
#include "service/executors.h"
#include "sources.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

namespace fs = std::filesystem;
using refinement::Refined;
using refinement::Round;

struct Options {
    std::string plan;
    std::string target;
    std::string output;
    std::string dataset;
    std::string model;
    std::string executor = "local";
    std::string scratchDirectory;
    std::string ranges = "dataset";
    refinement::RefineOptions refinement;
    std::uint64_t seed = 1;
    bool json = false;
};

// Everything a refinement needs.
struct Setting {
    plan::ExecutionPlan plan;
    trace::TracePtr target;
    service::Executor executor;
    ResponseSource source;
    refinement::RefineOptions options;
};

// plan.h5 becomes plan.refined.h5.
fs::path outputOf(const Options& options) {
    return options.output.empty() ? fs::path(options.plan).replace_extension(".refined.h5") : fs::path(options.output);
}

fs::path roundsOf(const Options& options) {
    fs::path folder = outputOf(options);
    folder += ".rounds";
    return folder;
}

Expected<service::Executor> openMachine(const Options& options) {
    execution::ExecutorOptions execution;
    execution.scratchDirectory = options.scratchDirectory;
    return service::openExecutor(options.executor, execution, options.seed);
}

// What tells this refinement from another one of the same plan and trace.
Expected<std::string> inputsOf(const service::Executor& executor, const ResponseSource& source,
                               const Options& options) {
    return generation::hashOfContent(source.path).map([&](const std::string& hash) {
        return fmt::format("{} {} {} {}", hash, executor.name, machine::fingerprint(executor.machine),
                           executor.simulated ? options.seed : 0);
    });
}

Cancellable<Setting> open(const Options& options, const std::stop_token& stop) {
    Setting setting{.plan = {}, .target = {}, .executor = {}, .source = {}, .options = options.refinement};
    auto plan = plan::readPlan(options.plan);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    setting.plan = std::move(*plan);
    auto executor = openMachine(options);
    if (!executor) {
        return tl::unexpected(executor.error());
    }
    setting.executor = std::move(*executor);
    ModelArguments model;
    model.path = options.model;
    Sources sources(options.dataset, std::move(model));
    auto source = sources.openResponse();
    if (!source) {
        return tl::unexpected(source.error());
    }
    setting.source = std::move(*source);
    auto ranges =
        options.ranges == "trace" ? Expected<std::map<std::string, evaluation::Range>>() : sources.scoringRanges();
    auto inputs = inputsOf(setting.executor, setting.source, options);
    if (!ranges || !inputs) {
        return tl::unexpected(!ranges ? ranges.error() : inputs.error());
    }
    setting.options.ranges = std::move(*ranges);
    setting.options.inputs = std::move(*inputs);
    setting.options.journal = roundsOf(options);
    auto target = readWithNotice(options.target, stop);
    if (!target) {
        return tl::unexpected(target.error());
    }
    if (!*target) {
        return std::optional<Setting>();
    }
    setting.target = std::move((*target)->trace);
    return std::optional(std::move(setting));
}

std::string sentence(refinement::Ending ending) {
    switch (ending) {
        case refinement::Ending::FloorReached:
            return "The floor is reached.";
        case refinement::Ending::NothingImproves:
            return "Nothing improves any more.";
        case refinement::Ending::RoundsOver:
            break;
    }
    return "The rounds are over.";
}

std::vector<std::string> row(const std::string& name, double mean, const std::map<Family, double>& families,
                             const Refined& refined, const std::string& remark) {
    std::vector<std::string> cells{name, fmt::format("{:.4f}", mean)};
    for (const auto& [family, dtw] : refined.rounds.front().families) {
        const auto found = families.find(family);
        cells.push_back(found == families.end() ? "-" : fmt::format("{:.4f}", found->second));
    }
    cells.push_back(remark);
    return cells;
}

void printRounds(const Refined& refined) {
    std::vector<std::string> header{"round", "MEAN"};
    for (const auto& [family, dtw] : refined.rounds.front().families) {
        header.emplace_back(familyName(family));
    }
    header.emplace_back("");
    std::vector<std::vector<std::string>> rows;
    for (const Round& round : refined.rounds) {
        const std::string remark = round.number == refined.best ? "kept"
                                   : round.number == 0          ? "the plan as it came"
                                                                : "";
        rows.push_back(row(std::to_string(round.number), round.mean, round.families, refined, remark));
    }
    rows.push_back(row("again", refined.confirmed.mean, refined.confirmed.families, refined,
                       fmt::format("round {} executed once more", refined.best)));
    printTable(header, rows);
}

void print(const Refined& refined, const Setting& setting, const Options& options) {
    printRounds(refined);
    fmt::print("\n{} Floor {:.4f}{}. Mean DTW {:.4f} before, {:.4f} confirmed by another execution ({:.0f} %).\n",
               sentence(refined.ending), refined.floor,
               refined.floorMeasured ? ", between two executions of the plan as it came" : ", as given",
               refined.rounds.front().mean, refined.confirmed.mean,
               100.0 * refined.confirmed.mean / refined.rounds.front().mean);
    if (refined.simulated) {
        fmt::print("SIMULATED: executed on the simulated machine {}, nothing was measured.\n", setting.executor.name);
    }
    for (const std::string& note : refined.notes) {
        fmt::print("- {}\n", note);
    }
    fmt::print("{}: round {}. All rounds are kept in {}.\n", outputOf(options).string(), refined.best,
               roundsOf(options).string());
}

nlohmann::json familiesJson(const std::map<Family, double>& families) {
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [family, dtw] : families) {
        json[std::string(familyName(family))] = dtw;
    }
    return json;
}

void printAsJson(const Refined& refined, const Setting& setting, const Options& options) {
    nlohmann::json rounds = nlohmann::json::array();
    for (const Round& round : refined.rounds) {
        rounds.push_back({{"round", round.number},
                          {"mean", round.mean},
                          {"families", familiesJson(round.families)},
                          {"damping", round.damping},
                          {"best", round.number == refined.best}});
    }
    constexpr std::array kEndings{"floor-reached", "nothing-improves", "rounds-over"};
    printJson({{"plan", outputOf(options).string()},
               {"rounds", rounds},
               {"kept", refined.best},
               {"floor", refined.floor},
               {"floor_measured", refined.floorMeasured},
               {"confirmed", evaluation::toJson(refined.confirmed)},
               {"ending", kEndings.at(static_cast<std::size_t>(refined.ending))},
               {"from", setting.source.path.string()},
               {"executor", setting.executor.name},
               {"simulated", refined.simulated},
               {"folder", roundsOf(options).string()},
               {"notes", refined.notes}});
}

int run(const Options& options, const std::stop_token& stop) {
    if (auto writable = AtomicFile::create(outputOf(options)); !writable) {
        return report(writable.error());
    }
    const auto setting = open(options, stop);
    if (!setting) {
        return report(setting.error());
    }
    if (!*setting) {
        return reportCancelled();
    }
    auto refined = [&] {
        ProgressLine line;
        return refinement::refine((*setting)->plan, (*setting)->target, (*setting)->executor.run,
                                  *(*setting)->source.response, (*setting)->options, stop, {}, line.callback());
    }();
    if (!refined) {
        return report(refined.error());
    }
    if (!*refined) {
        return reportCancelled();
    }
    const auto written = generation::nameTrace((*refined)->plan, options.target).and_then([&] {
        return plan::writePlan((*refined)->plan, outputOf(options));
    });
    if (!written) {
        return report(written.error());
    }
    options.json ? printAsJson(**refined, **setting, options) : print(**refined, **setting, options);
    return kOk;
}

void addOptions(CLI::App& command, Options& options) {
    command.add_option("plan", options.plan, "Plan to refine (HDF5)")->required()->type_name("PLAN");
    command.add_option("--target", options.target, "Trace that the plan reproduces")->required()->type_name("TRACE");
    command
        .add_option("-o,--output", options.output,
                    "Refined plan; PLAN.refined.h5 if not given. Its rounds are kept in OUTPUT.rounds and continued")
        ->type_name("PLAN");
    command.add_option("--rounds", options.refinement.rounds, "Corrections at most")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
        ->capture_default_str()
        ->type_name("N");
    command
        .add_option("--model", options.model,
                    "Model whose forward part says how the machine responds, or \"simulated-c220g2\"")
        ->type_name("MODEL");
    command
        .add_option("--dataset", options.dataset,
                    "Samples that say so; those installed for this machine, else its model, if neither is given")
        ->type_name("DATASET");
    command.add_option("--executor", options.executor, "Where to run: local, simulated or simulated:MACHINE")
        ->capture_default_str()
        ->type_name("WHERE");
    command
        .add_option("--floor", options.refinement.floor,
                    "Mean DTW at which to stop; if not given, that between two executions of the plan")
        ->check(CLI::NonNegativeNumber)
        ->type_name("D");
    command
        .add_option("--ranges", options.ranges,
                    "What scales the metrics: the data set's or model's ranges, or those of the trace")
        ->check(CLI::IsMember({"dataset", "trace"}))
        ->capture_default_str();
    command.add_option("--damping", options.refinement.damping, "Share of what is wrong that a round corrects")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str()
        ->type_name("SHARE");
    command.add_option("--scratch-dir", options.scratchDirectory, "Folder on the disk to be loaded")->type_name("DIR");
    command.add_option("--seed", options.seed, "Seed of a simulated machine's noise")
        ->capture_default_str()
        ->type_name("N");
    command.add_flag("--json", options.json, "Print JSON");
}

}  // namespace

Verb refineVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "refine", "Execute a plan, correct it where the trace is missed, and repeat; keep the best.");
    addOptions(*command, *options);
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
