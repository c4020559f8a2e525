// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace mimesys {

// The options that `mimesys run` and an exported workload have in common: how a plan is executed here.
struct ExecutorArguments {
    double durationSeconds = 0.0;
    bool loop = false;
    bool fit = false;
    bool leaveMemory = false;
    std::string cpus;
    std::string scratchDirectory;
    std::optional<std::uint64_t> mostMemoryBytes;
    std::optional<std::uint64_t> mostDiskBytes;
    std::optional<double> mostSeconds;

    // The arguments must outlive the parsing.
    void addTo(CLI::App& command);
    // Without those about time, for what decides itself how long a plan runs.
    void addMachineTo(CLI::App& command);
    // BadInput for a list of CPUs that is none.
    [[nodiscard]] Expected<execution::ExecutorOptions> options() const;
};

}  // namespace mimesys
