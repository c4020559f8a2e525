// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "duration.h"
#include "evaluationtexts.h"
#include "readtraces.h"
#include "service/calibration.h"
#include "service/evaluationfile.h"
#include "service/resources.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

struct Options {
    std::vector<std::string> traces;
    std::string budget = "30m";
    std::string folder;
    std::string scratchDirectory;
    service::CalibrationOptions calibration;
    bool json = false;
};

// The bundled trace unless others are named; it is none of a simulated machine's.
Expected<std::vector<std::string>> namesOf(const Options& options) {
    if (!options.traces.empty()) {
        return options.traces;
    }
    if (options.calibration.executor != "local") {
        return badInput("The bundled trace is of a real machine; name traces of the simulated one with --traces.");
    }
    return service::findDemoTrace().map(
        [](const std::filesystem::path& path) { return std::vector<std::string>{path.string()}; });
}

void print(const service::Calibration& result) {
    std::vector<std::vector<std::string>> rows;
    for (const service::CalibrationStage& stage : result.stages) {
        rows.push_back({stage.name, fmt::format("{:.0f}", stage.seconds), stage.outcome});
    }
    printTable({"stage", "seconds", "outcome"}, rows);
    fmt::print("\nOn the last third of every trace, which the model has not seen:\n\n");
    printEvaluation(result.evaluation);
    fmt::print("\nInstalled for the {}machine {}: {} and {}; `mimesys generate` finds them by itself.\n",
               result.simulated ? "simulated " : "", result.fingerprint, result.dataset.string(),
               result.model.string());
}

nlohmann::ordered_json toJson(const service::Calibration& result) {
    nlohmann::ordered_json stages = nlohmann::ordered_json::array();
    for (const service::CalibrationStage& stage : result.stages) {
        stages.push_back({{"stage", stage.name}, {"seconds", stage.seconds}, {"outcome", stage.outcome}});
    }
    return {{"fingerprint", result.fingerprint},
            {"simulated", result.simulated},
            {"dataset", result.dataset.string()},
            {"model", result.model.string()},
            {"stages", stages},
            {"evaluation", service::toJson(result.evaluation)}};
}

int run(Options options, const std::stop_token& stop) {
    const auto budget = durationFromText(options.budget);
    const auto names = namesOf(options);
    if (!budget || !names) {
        return report(!budget ? budget.error() : names.error());
    }
    options.calibration.budgetSeconds = *budget;
    options.calibration.folder = options.folder;
    options.calibration.execution.scratchDirectory = options.scratchDirectory;
    const auto traces = readTraces(*names, stop);
    if (!traces || !*traces) {
        return traces ? reportCancelled() : report(traces.error());
    }
    const auto result = [&] {
        ProgressLine line;
        return service::calibrate(**traces, options.calibration, stop, line.callback());
    }();
    if (!result) {
        return report(result.error());
    }
    if (!*result) {
        fmt::print(stderr, "mimesys: what is finished is kept; the same command continues.\n");
        return reportCancelled();
    }
    options.json ? printJson(toJson(**result)) : print(**result);
    return kOk;
}

}  // namespace

Verb calibrateVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand("calibrate",
                                                   "Make this machine's own model: collect, train, align on traces, "
                                                   "evaluate, install; continues where it stopped.");
    command->add_option("--budget", options->budget, "Time for all of it: 90s, 30m, 2h")
        ->capture_default_str()
        ->type_name("TIME");
    command
        ->add_option("--traces", options->traces,
                     "Traces to align on, or folders of them; the bundled one if not given. The last third of each is "
                     "kept for the evaluation")
        ->type_name("FILE");
    command
        ->add_option("--stressors", options->calibration.stressors,
                     "essential, applications, research, all, or names separated by commas")
        ->capture_default_str()
        ->type_name("LIST");
    command
        ->add_option("--executor", options->calibration.executor,
                     "Machine to calibrate: local, simulated or simulated:MACHINE")
        ->capture_default_str()
        ->type_name("WHERE");
    command->add_option("--folder", options->folder, "Folder to work in; beside what is installed if not given")
        ->type_name("DIR");
    command->add_option("--window", options->calibration.windowSeconds, "Seconds per window of the traces")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--seed", options->calibration.seed, "Seed of collection, training, alignment and plans")
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--threads", options->calibration.threads, "CPU threads of learning; 0 = one per usable CPU")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--scratch-dir", options->scratchDirectory, "Folder for the disk stressors' scratch files")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
