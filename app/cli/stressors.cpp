// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "calibrate.h"
#include "console.h"
#include "execution/host.h"
#include "stressor/stressor.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

struct Options {
    std::string scratchDirectory;
    bool json = false;
    CalibrateCommand calibrate;
};

nlohmann::json describe(const stressor::Card& card, const machine::Machine& machine,
                        const std::filesystem::path& scratch) {
    const stressor::Demand demand = card.demand(machine);
    const std::string reason = card.unavailable(machine, scratch);
    return {{"name", card.name},
            {"class", stressor::className(card.stressorClass)},
            {"loads", card.loads},
            {"aliases", card.aliases},
            {"response", card.response},
            {"available", reason.empty()},
            {"reason", reason},
            {"working_set_bytes", demand.workingSetBytes},
            {"memory_bytes_per_cpu", demand.memoryBytes},
            {"scratch_bytes_per_cpu", demand.scratchBytes}};
}

std::string sizeText(std::int64_t bytes) {
    constexpr std::int64_t kKiB = 1024;
    if (bytes == 0) {
        return "-";
    }
    return bytes < 10 * kKiB * kKiB ? fmt::format("{} KiB", bytes / kKiB) : fmt::format("{} MiB", bytes / kKiB / kKiB);
}

void printStressors(const nlohmann::json& stressors) {
    std::vector<std::vector<std::string>> rows;
    for (const nlohmann::json& stressor : stressors) {
        const bool available = stressor["available"].get<bool>();
        rows.push_back({stressor["name"].get<std::string>(), stressor["class"].get<std::string>(),
                        sizeText(stressor["memory_bytes_per_cpu"].get<std::int64_t>()),
                        sizeText(stressor["scratch_bytes_per_cpu"].get<std::int64_t>()), available ? "yes" : "no",
                        stressor[available ? "loads" : "reason"].get<std::string>()});
        if (stressor.contains("drives")) {
            rows.back().insert(rows.back().end() - 1, drivenText(stressor["drives"]));
        }
    }
    std::vector<std::string> header{"stressor", "class",     "memory/CPU",
                                    "disk/CPU", "available", "loads, or why it is not available"};
    if (!rows.empty() && rows.front().size() > header.size()) {
        header.insert(header.end() - 1, "drives, at full dose");
    }
    printTable(header, rows);
}

int run(const Options& options) {
    const Expected<machine::Machine> machine = execution::thisMachine();
    if (!machine) {
        return report(machine.error());
    }
    const std::filesystem::path scratch = options.scratchDirectory.empty()
                                              ? stressor::defaultScratchDirectory()
                                              : std::filesystem::path(options.scratchDirectory);
    const auto calibration = installedCalibration(*machine);
    nlohmann::json stressors = nlohmann::json::array();
    for (const stressor::Card& card : stressor::catalogue()) {
        stressors.push_back(describe(card, *machine, scratch));
        if (calibration) {
            stressors.back()["drives"] = drivenJson(*calibration, card.name);
        }
    }
    if (options.json) {
        printJson(stressors);
    } else {
        printStressors(stressors);
    }
    return kOk;
}

}  // namespace

Verb stressorsVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("stressors", "List the stressors plans are made of, or measure them.");
    command->add_option("--scratch-dir", options->scratchDirectory, "Folder the disk stressors would use")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print JSON");
    addCalibrateOptions(*command, options->calibrate);
    return {command, [options](const std::stop_token& stop) {
                options->calibrate.options.scratchDirectory = options->scratchDirectory;
                return options->calibrate.wanted ? runCalibrate(options->calibrate, options->json, stop)
                                                 : run(*options);
            }};
}

}  // namespace mimesys::cli
