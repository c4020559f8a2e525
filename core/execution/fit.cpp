// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/fit.h"

#include "base/memory.h"
#include "execution/cpulist.h"
#include "execution/host.h"
#include "execution/placement.h"
#include "execution/quota.h"
#include "stressor/scratch.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace mimesys::execution {
namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
// Part of what is free that a run may take; the rest is left to the machine's owner.
constexpr double kMemoryPart = 0.8;
constexpr double kDiskPart = 0.9;

Expected<std::vector<int>> chooseCpus(const plan::ExecutionPlan& plan, const std::vector<int>& wanted,
                                      const machine::Machine& machine) {
    const std::size_t rows = plan.cpuCount();
    const std::vector<int>& usable = machine.usableCpus;
    if (rows > usable.size()) {
        return badInput(
            fmt::format("The plan is for {} CPUs and this process may run on {} ({}); generate a plan for "
                        "{}, let the process have more and name them with --cpus, or fold it with --fit.",
                        rows, usable.size(), formatCpuList(usable), usable.size()));
    }
    if (wanted.empty()) {
        const Expected<machine::Machine> source = machine::fromJson(plan.machine);
        return placeRows(rows, source ? std::optional(*source) : std::nullopt, machine);
    }
    if (wanted.size() != rows) {
        return badInput(fmt::format("--cpus names {} CPUs and the plan is for {}; name one for each row of the plan.",
                                    wanted.size(), rows));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (std::ranges::find(usable, wanted[i]) == usable.end()) {
            return badInput(fmt::format("This process may not run on CPU {}; choose --cpus from {}.", wanted[i],
                                        formatCpuList(usable)));
        }
        if (std::find(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]) !=
            wanted.begin() + static_cast<std::ptrdiff_t>(i)) {
            return badInput(fmt::format("--cpus names CPU {} twice; name each once.", wanted[i]));
        }
    }
    return wanted;
}

std::vector<bool> usedColumns(const plan::ExecutionPlan& plan) {
    std::vector<bool> used(plan.stressorCount(), false);
    const std::span<const float> fractions = plan.fractions();
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        if (fractions[i] > 0.0F) {
            used[i % used.size()] = true;
        }
    }
    return used;
}

Expected<std::vector<const stressor::Card*>> findCards(const plan::ExecutionPlan& plan,
                                                       const Environment& environment) {
    const std::vector<bool> used = usedColumns(plan);
    std::vector<const stressor::Card*> cards(plan.stressorCount(), nullptr);
    for (std::size_t column = 0; column < cards.size(); ++column) {
        if (!used[column]) {
            continue;
        }
        cards[column] = environment.findCard(plan.stressors()[column]);
        if (cards[column] == nullptr) {
            return badInput(
                fmt::format("The plan uses the stressor \"{}\" (column {}), which this program does not "
                            "have; \"mimesys stressors\" lists those it has.",
                            plan.stressors()[column], column));
        }
    }
    return cards;
}

Expected<void> checkQuota(const plan::ExecutionPlan& plan, const Environment& environment) {
    const double quota = environment.machine.cpuQuota;
    if (quota <= 0.0) {
        return {};
    }
    const CpuTimeNeeded time(plan, environment);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        const double needed = time.cpus(plan, window);
        if (needed > quota + plan::kRowSumTolerance * static_cast<double>(plan.cpuCount())) {
            return badInput(
                fmt::format("Window {} of the plan needs {:.2f} CPUs at once and the control group of this "
                            "process grants {:.2f}; raise its cpu.max or scale the plan down with --fit.",
                            window, needed, quota));
        }
    }
    return {};
}

Expected<void> checkTime(const plan::ExecutionPlan& plan, const ExecutorOptions& options) {
    if (!(options.durationSeconds >= 0.0 && options.durationSeconds < 1e9)) {
        return badInput("The duration is not a number of seconds above 0.");
    }
    if (!options.budget.seconds) {
        return {};
    }
    const double budget = *options.budget.seconds;
    if (!(budget >= 0.0)) {
        return badInput("The most time a run may take is not a number of seconds.");
    }
    const double limit = options.durationSeconds > 0.0 ? options.durationSeconds : HUGE_VAL;
    const double seconds = std::min(options.loop ? HUGE_VAL : plan.durationSeconds(), limit);
    if (seconds > budget) {
        return unavailable(fmt::format(
            "The plan takes {} and --max-time allows {:g} s; allow more, or cut it with --duration.",
            std::isinf(seconds) ? std::string("as long as it is left running") : fmt::format("{:g} s", seconds),
            budget));
    }
    return {};
}

// What the user allows comes first: it is a decision, what is free is only a fact.
Expected<void> checkAllowance(const stressor::Demand& demand, const Budget& budget) {
    if (budget.memoryBytes && demand.memoryBytes > *budget.memoryBytes) {
        return unavailable(
            fmt::format("The plan's stressors need {} MiB of memory and --max-memory allows {} MiB; allow "
                        "more or run a plan for fewer CPUs.",
                        demand.memoryBytes / kMiB, *budget.memoryBytes / kMiB));
    }
    if (budget.scratchBytes && demand.scratchBytes > *budget.scratchBytes) {
        return unavailable(
            fmt::format("The plan's disk stressors need {} MiB of scratch files and --max-disk allows {} "
                        "MiB; allow more or run a plan for fewer CPUs.",
                        demand.scratchBytes / kMiB, *budget.scratchBytes / kMiB));
    }
    return {};
}

// 0 when unknown.
std::int64_t freeMemory(const machine::Machine& machine) {
    const std::int64_t available = availableMemoryBytes();
    return machine.memoryLimitBytes > 0 && (available == 0 || machine.memoryLimitBytes < available)
               ? machine.memoryLimitBytes
               : available;
}

Expected<void> checkFree(const Fit& fit, const machine::Machine& machine) {
    const std::int64_t memory = freeMemory(machine);
    if (memory > 0 && static_cast<double>(fit.demand.memoryBytes) > kMemoryPart * static_cast<double>(memory)) {
        return unavailable(
            fmt::format("The plan's stressors need {} MiB of memory on {} CPUs and {} MiB are free; "
                        "free some or run a plan for fewer CPUs.",
                        fit.demand.memoryBytes / kMiB, fit.cpus.size(), memory / kMiB));
    }
    if (fit.demand.scratchBytes == 0) {
        return {};
    }
    const std::int64_t disk = stressor::freeBytes(fit.scratchDirectory);
    if (disk >= 0 && static_cast<double>(fit.demand.scratchBytes) > kDiskPart * static_cast<double>(disk)) {
        return unavailable(
            fmt::format("The plan's disk stressors need {} MiB in {} and {} MiB are free; free some or "
                        "name another folder with --scratch-dir.",
                        fit.demand.scratchBytes / kMiB, fit.scratchDirectory.string(), disk / kMiB));
    }
    return {};
}

Expected<void> addDemands(Fit& fit, const Budget& budget, const machine::Machine& machine) {
    const auto workers = static_cast<std::int64_t>(fit.cpus.size());
    for (const stressor::Card* card : fit.cards) {
        if (card == nullptr) {
            continue;
        }
        const stressor::Demand demand = card->demand(machine);
        if (demand.scratchBytes > 0 && fit.scratchDirectory.empty()) {
            fit.scratchDirectory = stressor::defaultScratchDirectory();
        }
        if (const std::string reason = card->unavailable(machine, fit.scratchDirectory); !reason.empty()) {
            return unavailable(fmt::format("Stressor {} cannot run here: {}", card->name, reason));
        }
        fit.demand.memoryBytes += workers * demand.memoryBytes;
        fit.demand.scratchBytes += workers * demand.scratchBytes;
    }
    return checkAllowance(fit.demand, budget).and_then([&] { return checkFree(fit, machine); });
}

// What is left of the allowance and of what is free when the stressors have theirs.
void addHeldMemory(Fit& fit, const plan::ExecutionPlan& plan, const ExecutorOptions& options,
                   const machine::Machine& machine) {
    const MemoryState memory = memoryState();
    if (!options.holdMemory || plan.memoryUsed.empty() || memory.totalBytes == 0) {
        return;
    }
    double most = kMemoryPart * static_cast<double>(freeMemory(machine));
    if (options.budget.memoryBytes) {
        most = std::min(most, static_cast<double>(*options.budget.memoryBytes));
    }
    fit.mostHeldBytes = std::max<std::int64_t>(0, static_cast<std::int64_t>(most) - fit.demand.memoryBytes);
    const std::int64_t used = memory.usedBytes() + fit.demand.memoryBytes;
    const auto peak = static_cast<std::int64_t>(std::ranges::max(plan.memoryUsed));
    fit.heldBytes = std::clamp<std::int64_t>(peak - used, 0, *fit.mostHeldBytes);
}

}  // namespace

Expected<Fit> fitPlan(const plan::ExecutionPlan& plan, const ExecutorOptions& options, const Environment& environment) {
    if (Expected<void> valid = plan::validate(plan); !valid) {
        return tl::unexpected(valid.error());
    }
    if (Expected<void> time = checkTime(plan, options); !time) {
        return tl::unexpected(time.error());
    }
    Fit fit;
    fit.scratchDirectory = options.scratchDirectory;
    Expected<std::vector<int>> cpus = chooseCpus(plan, options.cpus, environment.machine);
    if (!cpus) {
        return tl::unexpected(cpus.error());
    }
    fit.cpus = std::move(*cpus);
    Expected<std::vector<const stressor::Card*>> cards = findCards(plan, environment);
    if (!cards) {
        return tl::unexpected(cards.error());
    }
    fit.cards = std::move(*cards);
    if (Expected<void> quota = checkQuota(plan, environment); !quota) {
        return tl::unexpected(quota.error());
    }
    if (Expected<void> added = addDemands(fit, options.budget, environment.machine); !added) {
        return tl::unexpected(added.error());
    }
    addHeldMemory(fit, plan, options, environment.machine);
    return fit;
}

Expected<Environment> thisEnvironment() {
    Expected<machine::Machine> machine = thisMachine();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return Environment{.machine = std::move(*machine), .findCard = stressor::findCard};
}

}  // namespace mimesys::execution
