// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/jsonvalue.h"
#include "collection/collector.h"
#include "console.h"
#include "dataset/dataset.h"
#include "generation/driven.h"
#include "machine/machine.h"
#include "service/executors.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using collection::CollectOptions;
using jsonvalue::numberOrNull;

struct Options {
    CollectOptions collect;
    std::string executor = "local";
    std::uint64_t noiseSeed = 1;
    std::string output;
    std::string scratchDirectory;
    bool json = false;
};

Expected<std::filesystem::path> outputPath(const Options& options) {
    if (!options.output.empty()) {
        return std::filesystem::path(options.output);
    }
    if (options.executor != "local") {
        return badInput("A data set of another machine is not installed for this one; name its file with -o.");
    }
    const auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return dataset::installedDatasetPath(machine::fingerprint(*machine));
}

void print(const dataset::Dataset& dataset, const std::filesystem::path& path, bool json) {
    const trace::Matrix ranges = dataset.ranges();
    const std::vector<std::string> reasons = generation::reasonsNotDriven(dataset);
    const auto sweep = std::ranges::count(dataset.kinds, dataset::kSweep);
    const bool simulated = std::ranges::find(dataset.provenance, Provenance::Simulation) != dataset.provenance.end();
    const double background = collection::backgroundPoints(dataset);
    nlohmann::json metrics = nlohmann::json::object();
    std::vector<std::vector<std::string>> rows;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const Metric& metric = dataset.metrics[n];
        const float low = ranges(0, static_cast<Eigen::Index>(n));
        const float high = ranges(1, static_cast<Eigen::Index>(n));
        metrics[metric.id] = {{"range", {numberOrNull<nlohmann::json>(low), numberOrNull<nlohmann::json>(high)}},
                              {"unit", metric.unit},
                              {"provenance", provenanceName(dataset.provenance[n])},
                              {"driven", reasons[n].empty()},
                              {"reason", reasons[n]}};
        rows.push_back({metric.id, fmt::format("{:.4g}", low), fmt::format("{:.4g}", high), metric.unit,
                        reasons[n].empty() ? std::string("yes") : "no: " + reasons[n]});
    }
    if (json) {
        printJson({{"dataset", path.string()},
                   {"samples", dataset.sampleCount()},
                   {"simulated", simulated},
                   {"sweep", sweep},
                   {"window_seconds", dataset.windowSeconds},
                   {"cpus", dataset.cpus},
                   {"stressors", dataset.stressors},
                   {"background_cpu_points", background},
                   {"metrics", metrics}});
        return;
    }
    fmt::print("{}: {} {}samples of {} s ({} of the sweep) on {} CPUs with {} stressors.\n\n", path.string(),
               dataset.sampleCount(), simulated ? "simulated " : "", dataset.windowSeconds, sweep, dataset.cpus,
               dataset.stressors.size());
    printTable({"metric", "lowest", "highest", "unit", "driven by the stressors"}, rows);
    if (background > collection::kBusyMachinePoints && !simulated) {
        fmt::print(
            "\nOther work took {:.0f} points of every CPU meanwhile; remove the file and collect again when the "
            "machine is quiet.\n",
            background);
    }
}

Cancellable<dataset::Dataset> collect(const Options& options, const std::filesystem::path& path,
                                      const std::stop_token& stop) {
    ProgressLine line;
    if (options.executor == "local") {
        return collection::collect(path, options.collect, stop, line.callback());
    }
    execution::ExecutorOptions executor;
    executor.scratchDirectory = options.scratchDirectory;
    const auto laboratory =
        service::openLaboratory(options.executor, executor, options.collect.stressors, options.noiseSeed);
    if (!laboratory) {
        return tl::unexpected(laboratory.error());
    }
    return collection::collectIn(*laboratory, path, options.collect, stop, line.callback());
}

int run(Options& options, const std::stop_token& stop) {
    options.collect.scratchDirectory = options.scratchDirectory;
    const auto path = outputPath(options);
    if (!path) {
        return report(path.error());
    }
    const auto dataset = collect(options, *path, stop);
    if (!dataset) {
        return report(dataset.error());
    }
    if (!*dataset) {
        fmt::print(stderr, "mimesys: {}: finished rounds are kept; the same command continues.\n", path->string());
        return reportCancelled();
    }
    print(**dataset, *path, options.json);
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
    command->add_option("--executor", options->executor, "Machine to measure: local, simulated or simulated:MACHINE")
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
                     "essential, research, all, or names separated by commas")
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
