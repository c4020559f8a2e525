// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "console.h"
#include "service/resources.h"
#include "simulation/mix.h"
#include "simulation/profile.h"
#include "trace/write.h"
#include "verb.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostTraces = 100'000;

struct Options {
    fs::path output;
    std::string executor = "simulated:c220g2";
    std::string load;
    std::size_t count = 0;  // 0 = one trace, and the output is its file
    simulation::MixOptions mix;
    bool json = false;
};

Expected<simulation::Profile> openProfile(const std::string& executor) {
    const std::string prefix = "simulated:";
    if (executor != "simulated" && !executor.starts_with(prefix)) {
        return badInput(fmt::format(
            "Applications are simulated on simulated machines only; \"{}\" is none, choose simulated:MACHINE.",
            executor));
    }
    return service::findSimulatedMachine(executor == "simulated" ? "c220g2" : executor.substr(prefix.size()))
        .and_then(simulation::readProfile);
}

// Where each trace goes.
Expected<std::vector<fs::path>> outputs(const Options& options) {
    if (options.count == 0) {
        if (!trace::isWritableName(options.output)) {
            return badInput(
                fmt::format("The name has to end in {}, which says the format; several traces need --count.",
                            trace::kWritableEndings),
                options.output.string());
        }
        return std::vector{options.output};
    }
    std::error_code error;
    fs::create_directories(options.output, error);
    if (error) {
        return failed(fmt::format("The folder cannot be created ({}).", error.message()), options.output.string());
    }
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < options.count; ++i) {
        paths.push_back(options.output / fmt::format("simulated_{:04}.h5", i));
    }
    return paths;
}

// What was made, once as JSON and once for a table.
struct Made {
    nlohmann::json traces = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;

    void add(const std::string& file, std::uint64_t seed, const simulation::MixedTrace& mixed) {
        const std::string load(simulation::loadName(mixed.load));
        traces.push_back({{"file", file},
                          {"load", load},
                          {"cores", mixed.cores},
                          {"seed", seed},
                          {"samples", mixed.trace->sampleCount()},
                          {"applications", mixed.applications}});
        rows.push_back({file, load, std::to_string(mixed.cores), std::to_string(seed),
                        fmt::format("{}", fmt::join(mixed.applications, "; "))});
    }
};

Cancellable<Made> simulateAll(const Options& options, const simulation::Profile& profile,
                              const std::vector<fs::path>& paths, const std::stop_token& stop) {
    Made made;
    ProgressLine line;
    const ProgressCallback progress = line.callback();
    simulation::MixOptions mix = options.mix;
    mix.load = simulation::loadFromName(options.load);
    for (const fs::path& path : paths) {
        progress(
            {static_cast<double>(made.rows.size()) / static_cast<double>(paths.size()), "simulating applications"});
        const auto mixed = simulation::simulateMix(profile, mix, stop);
        if (!mixed) {
            return tl::unexpected(mixed.error());
        }
        if (!*mixed) {
            return std::optional<Made>();
        }
        if (const auto written = trace::writeTrace(*(*mixed)->trace, path); !written) {
            return tl::unexpected(written.error());
        }
        made.add(path.string(), mix.seed++, **mixed);
    }
    return std::optional(std::move(made));
}

int run(const Options& options, const std::stop_token& stop) {
    const auto profile = openProfile(options.executor);
    if (!profile) {
        return report(profile.error());
    }
    const auto paths = outputs(options);
    if (!paths) {
        return report(paths.error());
    }
    const auto made = simulateAll(options, *profile, *paths, stop);
    if (!made) {
        return report(made.error());
    }
    if (!*made) {
        return reportCancelled();
    }
    if (options.json) {
        printJson({{"simulated", profile->name}, {"traces", (*made)->traces}});
        return kOk;
    }
    printTable({"simulated trace", "load", "cores", "seed", "applications"}, (*made)->rows);
    fmt::print("\nSimulated on {}, not measured: {}\n", profile->name, profile->description);
    return kOk;
}

}  // namespace

Verb simulateVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "simulate", "Make traces of applications on a simulated machine, drawn at random and marked as simulated.");
    command
        ->add_option("-o,--output", options->output, "Trace to write (.h5, .csv, .txt, .log), or a folder with --count")
        ->required()
        ->type_name("OUT");
    command->add_option("--executor", options->executor, "Simulated machine")
        ->capture_default_str()
        ->type_name("simulated:MACHINE");
    command
        ->add_option("--applications", options->mix.applications,
                     "How many run beside each other; at random if not given")
        ->check(CLI::Range(1, simulation::kMostApplications))
        ->type_name("N");
    command->add_option("--load", options->load, "Share of the cores they have: low (to 30 %), mid (to 60 %), high")
        ->check(CLI::IsMember({"low", "mid", "high"}));
    command->add_option("--seconds", options->mix.seconds, "Length of a trace")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--period", options->mix.periodSeconds, "Seconds between samples")
        ->check(CLI::Range(0.01, 3600.0))
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--count", options->count, "So many traces, with seeds one after the other, into a folder")
        ->check(CLI::Range(std::size_t{1}, kMostTraces))
        ->type_name("N");
    command->add_option("--seed", options->mix.seed, "Seed of everything that is drawn")
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
