// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "executorarguments.h"

#include "execution/cpulist.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace mimesys {
namespace {

std::optional<std::int64_t> bytes(const std::optional<std::uint64_t>& count) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    return count ? std::optional(static_cast<std::int64_t>(std::min(*count, kMost))) : std::nullopt;
}

}  // namespace

void ExecutorArguments::addTo(CLI::App& command) {
    command.add_option("--duration", durationSeconds, "Stop after so many seconds")
        ->check(CLI::PositiveNumber)
        ->type_name("S");
    command.add_flag("--loop", loop, "Start again at the end, until stopped or the duration is over");
    addMachineTo(command);
    command.add_option("--max-time", mostSeconds, "Refuse a plan that takes more seconds")
        ->check(CLI::PositiveNumber)
        ->type_name("S");
}

void ExecutorArguments::addMachineTo(CLI::App& command) {
    constexpr bool kThousands = false;  // a kb has 1024 bytes
    command.add_option("--cpus", cpus, "CPU of each row of the plan, such as 0-3,8")->type_name("LIST");
    command.add_flag("--fit", fit, "Fold a plan for more CPUs onto those there are, and scale it to a CPU quota");
    command.add_option("--scratch-dir", scratchDirectory, "Folder for the disk stressors' scratch files")
        ->type_name("DIR");
    command.add_flag("--leave-memory", leaveMemory, "Do not keep as much memory in use as the plan says");
    command
        .add_option("--max-memory", mostMemoryBytes,
                    "Refuse a plan whose stressors need more memory, such as 2GB, and hold no more than that")
        ->transform(CLI::AsSizeValue(kThousands))
        ->type_name("SIZE");
    command.add_option("--max-disk", mostDiskBytes, "Refuse a plan that needs more scratch space, such as 500MB")
        ->transform(CLI::AsSizeValue(kThousands))
        ->type_name("SIZE");
}

Expected<execution::ExecutorOptions> ExecutorArguments::options() const {
    execution::ExecutorOptions result;
    if (!cpus.empty()) {
        Expected<std::vector<int>> list = execution::parseCpuList(cpus);
        if (!list) {
            return tl::unexpected(list.error());
        }
        result.cpus = std::move(*list);
    }
    result.scratchDirectory = scratchDirectory;
    result.durationSeconds = durationSeconds;
    result.loop = loop;
    result.fit = fit;
    result.holdMemory = !leaveMemory;
    result.budget = {
        .memoryBytes = bytes(mostMemoryBytes), .scratchBytes = bytes(mostDiskBytes), .seconds = mostSeconds};
    return result;
}

}  // namespace mimesys
