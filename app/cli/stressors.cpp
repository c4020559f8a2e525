// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "calibrate.h"
#include "console.h"
#include "execution/host.h"
#include "stressor/stressor.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
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

// Lines of at most this many characters, broken at spaces.
constexpr std::size_t kSentenceWidth = 60;

std::vector<std::string> wrapped(const std::string& sentence) {
    std::vector<std::string> lines(1);
    std::istringstream words(sentence);
    for (std::string word; words >> word;) {
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > kSentenceWidth) {
            lines.emplace_back();
        }
        lines.back() += (lines.back().empty() ? "" : " ") + word;
    }
    return lines;
}

void printStressors(const nlohmann::json& stressors) {
    std::vector<std::vector<std::string>> rows;
    std::string lastClass;
    for (const nlohmann::json& stressor : stressors) {
        const bool available = stressor["available"].get<bool>();
        const auto size = [&stressor](const char* key) {
            return sizeText(stressor[key].get<std::int64_t>());
        };
        const std::string className = stressor["class"].get<std::string>();
        if (!lastClass.empty() && className != lastClass) {
            rows.emplace_back();
        }
        lastClass = className;
        std::vector<std::string> lines = wrapped(stressor[available ? "loads" : "reason"].get<std::string>());
        if (stressor.contains("drives")) {
            std::ranges::move(wrapped("Drives: " + drivenText(stressor["drives"])), std::back_inserter(lines));
        }
        rows.push_back({stressor["name"].get<std::string>(), className, size("working_set_bytes"),
                        size("memory_bytes_per_cpu"), size("scratch_bytes_per_cpu"), available ? "yes" : "no",
                        lines.front()});
        for (std::size_t i = 1; i < lines.size(); ++i) {
            rows.push_back({"", "", "", "", "", "", lines[i]});
        }
    }
    printTable({"stressor", "class", "working set", "memory/CPU", "disk/CPU", "available", "loads, or why not"}, rows);
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
