// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/jsonvalue.h"
#include "collection/collector.h"
#include "collection/coverage.h"
#include "collection/strategy.h"
#include "console.h"
#include "dataset/dataset.h"
#include "generation/driven.h"
#include "machine/machine.h"
#include "service/executors.h"
#include "verb.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

using collection::CollectOptions;
using jsonvalue::numberOrNull;

struct Options {
    CollectOptions collect;
    std::string strategy;
    std::vector<std::string> executors{"local"};
    std::uint64_t noiseSeed = 1;
    std::string output;
    std::string scratchDirectory;
    bool json = false;
};

Expected<std::filesystem::path> outputPath(const Options& options) {
    if (!options.output.empty()) {
        return std::filesystem::path(options.output);
    }
    if (options.executors != std::vector<std::string>{"local"}) {
        return badInput("A data set of another machine is not installed for this one; name its file with -o.");
    }
    const auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return dataset::installedDatasetPath(machine::fingerprint(*machine));
}

nlohmann::json coverageJson(const collection::Coverage& coverage) {
    nlohmann::json pairs = nlohmann::json::array();
    for (const collection::PairCoverage& pair : coverage.pairs) {
        pairs.push_back({{"x", pair.xName},
                         {"y", pair.yName},
                         {"occupied", pair.occupied()},
                         {"reachable", pair.reachable()},
                         {"share", pair.share()}});
    }
    return {{"share", coverage.share()},
            {"occupied", coverage.occupied()},
            {"occupied_by_round", coverage.occupiedByRound},
            {"pairs", pairs}};
}

struct MetricTable {
    nlohmann::json json = nlohmann::json::object();
    std::vector<std::vector<std::string>> rows;
};

MetricTable describeMetrics(const dataset::Dataset& dataset) {
    const trace::Matrix ranges = dataset.ranges();
    const std::vector<std::string> reasons = generation::reasonsNotDriven(dataset);
    MetricTable table;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const Metric& metric = dataset.metrics[n];
        const float low = ranges(0, static_cast<Eigen::Index>(n));
        const float high = ranges(1, static_cast<Eigen::Index>(n));
        table.json[metric.id] = {{"range", {numberOrNull<nlohmann::json>(low), numberOrNull<nlohmann::json>(high)}},
                                 {"unit", metric.unit},
                                 {"provenance", provenanceName(dataset.provenance[n])},
                                 {"driven", reasons[n].empty()},
                                 {"reason", reasons[n]}};
        table.rows.push_back({metric.id, fmt::format("{:.4g}", low), fmt::format("{:.4g}", high), metric.unit,
                              reasons[n].empty() ? std::string("yes") : "no: " + reasons[n]});
    }
    return table;
}

std::string droppedText(const dataset::Dataset& dataset) {
    if (dataset.dropped.empty()) {
        return "none dropped as unstable";
    }
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : dataset.dropped) {
        reasons.push_back(fmt::format("{} for {}", count, reason));
    }
    return fmt::format("{} dropped as unstable ({})", dataset.droppedCount(), fmt::join(reasons, ", "));
}

void print(const collection::Collected& collected, const std::filesystem::path& path, bool json) {
    const dataset::Dataset& dataset = collected.dataset;
    const auto sweep = std::ranges::count(dataset.kinds, dataset::kSweep);
    const double background = collection::backgroundPoints(dataset);
    const collection::Coverage coverage = collection::coverageOf(dataset);
    const MetricTable metrics = describeMetrics(dataset);
    if (json) {
        printJson({{"dataset", path.string()},
                   {"samples", dataset.sampleCount()},
                   {"simulated", dataset.simulated()},
                   {"strategy", dataset.strategy},
                   {"sweep", sweep},
                   {"rounds", dataset.finishedRounds},
                   {"dropped", dataset.dropped},
                   {"ended_because", collection::endingText(collected.ending)},
                   {"coverage", coverageJson(coverage)},
                   {"window_seconds", dataset.windowSeconds},
                   {"cpus", dataset.cpus},
                   {"stressors", dataset.stressors},
                   {"background_cpu_points", background},
                   {"metrics", metrics.json}});
        return;
    }
    fmt::print("{}: {} {}samples of {} s ({} of the sweep) on {} CPUs with {} stressors.\n", path.string(),
               dataset.sampleCount(), dataset.simulated() ? "simulated " : "", dataset.windowSeconds, sweep,
               dataset.cpus, dataset.stressors.size());
    fmt::print("Strategy {}, {} rounds; {}. It ended because {}.\n", dataset.strategy, dataset.finishedRounds,
               droppedText(dataset), collection::endingText(collected.ending));
    fmt::print("Samples lie in {:.0f} % of the cells they can be in, over {} pairs of metrics.\n\n",
               100.0 * coverage.share(), coverage.pairs.size());
    printTable({"metric", "lowest", "highest", "unit", "driven by the stressors"}, metrics.rows);
    if (background > collection::kBusyMachinePoints && !dataset.simulated()) {
        fmt::print(
            "\nOther work took {:.0f} points of every CPU meanwhile; remove the file and collect again when the "
            "machine is quiet.\n",
            background);
    }
}

// One laboratory per executor; of several simulated machines each has noise of its own.
Expected<std::vector<collection::Laboratory>> openLaboratories(const Options& options) {
    execution::ExecutorOptions executor;
    executor.scratchDirectory = options.scratchDirectory;
    std::vector<collection::Laboratory> laboratories;
    for (const std::string& name : options.executors) {
        if (name == "local" && std::ranges::count(options.executors, name) > 1) {
            return badInput("This machine is named twice; two runs on it would disturb each other.");
        }
        auto laboratory =
            service::openLaboratory(name, executor, options.collect.stressors, options.noiseSeed + laboratories.size());
        if (!laboratory) {
            return tl::unexpected(laboratory.error());
        }
        laboratories.push_back(std::move(*laboratory));
    }
    return laboratories;
}

Cancellable<collection::Collected> collect(const Options& options, const std::filesystem::path& path,
                                           const std::stop_token& stop) {
    const auto laboratories = openLaboratories(options);
    if (!laboratories) {
        return tl::unexpected(laboratories.error());
    }
    if (const auto prepared = collection::prepareFolder(path, laboratories->front().machine); !prepared) {
        return tl::unexpected(prepared.error());
    }
    ProgressLine line;
    return collection::collectOn(*laboratories, path, options.collect, stop, line.callback());
}

// Empty = that of the data set there.
Expected<std::optional<collection::Strategy>> chosenStrategy(const Options& options,
                                                             const std::filesystem::path& path) {
    if (!options.strategy.empty()) {
        return collection::strategyFromName(options.strategy).map([](collection::Strategy strategy) {
            return std::optional(strategy);
        });
    }
    std::error_code ignored;
    const bool exists = std::filesystem::exists(path, ignored);
    return exists ? std::nullopt : std::optional(collection::Strategy::Novelty);
}

int run(Options& options, const std::stop_token& stop) {
    options.collect.scratchDirectory = options.scratchDirectory;
    const auto path = outputPath(options);
    if (!path) {
        return report(path.error());
    }
    const auto strategy = chosenStrategy(options, *path);
    if (!strategy) {
        return report(strategy.error());
    }
    options.collect.strategy = *strategy;
    const auto collected = collect(options, *path, stop);
    if (!collected) {
        return report(collected.error());
    }
    if (!*collected) {
        fmt::print(stderr, "mimesys: {}: finished rounds are kept; the same command continues.\n", path->string());
        return reportCancelled();
    }
    print(**collected, *path, options.json);
    return kOk;
}

}  // namespace

Verb collectVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "collect", "Measure what stressors do on this machine, as a data set to generate plans from.");
    command->add_option("-o,--output", options->output, "Data set to write or continue; this machine's if not given")
        ->type_name("DATASET");
    command->add_option("--duration", options->collect.durationSeconds, "Seconds of execution that the data set holds")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--samples", options->collect.samples, "Samples that it holds, instead of a duration")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command->add_flag("--until-saturated", options->collect.untilSaturated,
                      "Stop before that when rounds bring next to nothing new");
    command
        ->add_option("--strategy", options->strategy,
                     "How compositions are chosen: novelty (what should do something new), random, uniform (as "
                     "the MIMESYS research system draws), or sweep (single stressors); novelty if not given, or as the "
                     "data set was begun")
        ->type_name("NAME");
    command
        ->add_option(
            "--executor", options->executors,
            "Machine to measure: local, simulated or simulated:MACHINE; several of the same kind, separated by "
            "commas or with the option repeated, share the work")
        ->delimiter(',')
        ->capture_default_str()
        ->type_name("WHERE");
    command->add_option("--noise-seed", options->noiseSeed, "Seed of a simulated machine's noise")
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--window", options->collect.windowSeconds, "Seconds per sample")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--seed", options->collect.seed, "Seed of the random compositions")
        ->capture_default_str()
        ->type_name("N");
    command
        ->add_option("--stressors", options->collect.stressors,
                     "essential, applications, research, all, or names separated by commas")
        ->capture_default_str()
        ->type_name("LIST");
    command->add_option("--scratch-dir", options->scratchDirectory, "Folder for the disk stressors' scratch files")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
