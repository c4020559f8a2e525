// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/executors.h"

#include "service/resources.h"
#include "simulation/executor.h"
#include "stressor/stressor.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace mimesys::service {
namespace {

constexpr std::string_view kSimulated = "simulated";
constexpr std::string_view kUsualMachine = "c220g2";

Expected<Executor> openLocal(const execution::ExecutorOptions& options) {
    auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return Executor{
        .name = "local", .simulated = false, .machine = std::move(*machine), .run = execution::executeHere(options)};
}

// The simulator of "simulated", "simulated:NAME" or "simulated:PROFILE.json".
Expected<std::shared_ptr<const simulation::Simulator>> openSimulator(std::string_view name) {
    const std::string_view machine = name == kSimulated ? kUsualMachine : name.substr(kSimulated.size() + 1);
    return findSimulatedMachine(machine).and_then(simulation::openSimulator).map([](simulation::Simulator&& simulator) {
        return std::make_shared<const simulation::Simulator>(std::move(simulator));
    });
}

bool isSimulated(std::string_view name) {
    return name == kSimulated || name.starts_with("simulated:");
}

Executor executorOf(std::shared_ptr<const simulation::Simulator> simulator, const execution::ExecutorOptions& options,
                    std::uint64_t seed) {
    Executor executor{
        .name = "simulated:" + simulator->profile.name, .simulated = true, .machine = simulator->machine, .run = {}};
    executor.run = [simulator = std::move(simulator), options, seed](std::shared_ptr<const plan::ExecutionPlan> plan,
                                                                     double periodSeconds, const std::stop_token& stop,
                                                                     const ProgressCallback& progress) {
        return simulation::runPlan(*simulator, std::move(plan), options, seed, periodSeconds, stop, progress);
    };
    return executor;
}

}  // namespace

Expected<Executor> openExecutor(std::string_view name, const execution::ExecutorOptions& options, std::uint64_t seed) {
    if (name == "local") {
        return openLocal(options);
    }
    if (isSimulated(name)) {
        return openSimulator(name).map([&](std::shared_ptr<const simulation::Simulator>&& simulator) {
            return executorOf(std::move(simulator), options, seed);
        });
    }
    if (name.starts_with("ssh:") || name.starts_with("slurm:")) {
        return unavailable(fmt::format(
            "This version runs plans on this machine and on simulated ones, not by \"{}\"; copy an exported workload "
            "there.",
            name));
    }
    return badInput(fmt::format(
        "There is no executor \"{}\"; choose local, simulated, simulated:NAME or simulated:PROFILE.json.", name));
}

Expected<collection::Laboratory> openLaboratory(std::string_view name, const execution::ExecutorOptions& options,
                                                std::string_view stressors, std::uint64_t seed) {
    if (!isSimulated(name)) {
        const auto executor = openExecutor(name, options, seed);
        return executor ? collection::thisMachine(options.scratchDirectory, stressors)
                        : Expected<collection::Laboratory>(tl::unexpected(executor.error()));
    }
    const auto selected = stressor::selectStressors(stressors);
    if (!selected) {
        return tl::unexpected(selected.error());
    }
    auto simulator = openSimulator(name);
    if (!simulator) {
        return tl::unexpected(simulator.error());
    }
    collection::Laboratory laboratory;
    for (const std::string& stressor : *selected) {
        if ((*simulator)->signatures.contains(stressor)) {
            laboratory.stressors.push_back(stressor);
        }
    }
    if (laboratory.stressors.empty()) {
        return unavailable(
            fmt::format("The simulated machine {} knows none of these stressors.", (*simulator)->profile.name));
    }
    laboratory.simulated = true;
    laboratory.machine = (*simulator)->machine;
    laboratory.execute = executorOf(std::move(*simulator), options, seed).run;
    return laboratory;
}

}  // namespace mimesys::service
