// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "console.h"
#include "plan/planfile.h"
#include "release/workload.h"
#include "stressor/stressor.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

struct Options {
    std::string plan;
    std::string output;
    std::string actionList;
    bool json = false;
};

Expected<plan::ExecutionPlan> load(const Options& options) {
    if (options.actionList.empty()) {
        return plan::readPlan(options.plan);
    }
    return plan::readActionList(options.actionList).and_then([&](const std::vector<std::string>& names) {
        return plan::readPlan(options.plan, names);
    });
}

// A workload that no runner of this version can run is better not made.
Expected<void> checkStressors(const plan::ExecutionPlan& plan, const std::string& place) {
    const std::span<const float> fractions = plan.fractions();
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        const std::string& name = plan.stressors()[i % plan.stressorCount()];
        if (fractions[i] > 0.0F && stressor::findCard(name) == nullptr) {
            return badInput(fmt::format("The plan uses the stressor \"{}\", which exported workloads do not have; "
                                        "\"mimesys stressors\" lists those they have.",
                                        name),
                            place);
        }
    }
    return {};
}

Expected<void> writeTo(const std::filesystem::path& output, const plan::ExecutionPlan& plan) {
    // Before the runner is looked for: a wrong output name is the likelier mistake.
    if (const Expected<AtomicFile> writable = AtomicFile::create(output); !writable) {
        return tl::unexpected(writable.error());
    }
    return release::findRunner().and_then([&](const std::filesystem::path& runner) {
        return release::writeWorkload(runner, {.plan = plan, .metadata = plan.source}, output);
    });
}

void printResult(const Options& options, const plan::ExecutionPlan& plan) {
    std::error_code ignored;
    const std::uintmax_t bytes = std::filesystem::file_size(options.output, ignored);
    if (options.json) {
        printJson({{"file", options.output},
                   {"bytes", bytes},
                   {"windows", plan.windowCount()},
                   {"cpus", plan.cpuCount()},
                   {"seconds", plan.durationSeconds()}});
        return;
    }
    fmt::print("{}: {:.2f} MB, {} windows on {} CPUs, {:.1f} s; runs with nothing installed.\n", options.output,
               static_cast<double>(bytes) / 1e6, plan.windowCount(), plan.cpuCount(), plan.durationSeconds());
}

int run(const Options& options) {
    const Expected<plan::ExecutionPlan> plan = load(options);
    if (!plan) {
        return report(plan.error());
    }
    const Expected<void> written =
        checkStressors(*plan, options.plan).and_then([&] { return writeTo(options.output, *plan); });
    if (!written) {
        return report(written.error());
    }
    printResult(options, *plan);
    return kOk;
}

}  // namespace

Verb exportVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand("export", "Make a standalone executable of a plan.");
    command->add_option("plan", options->plan, "Plan file (HDF5)")->required()->type_name("PLAN");
    command->add_option("-o,--output", options->output, "Executable to write")->required()->type_name("FILE");
    command->add_option("--action-list", options->actionList, "Stressor names of a plan that carries none")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& /*stop*/) {
                return run(*options);
            }};
}

}  // namespace mimesys::cli
