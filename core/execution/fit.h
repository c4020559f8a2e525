// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace mimesys::execution {

// A plan that was checked against a machine: which CPU each row takes and which card each column is.
struct Fit {
    std::vector<int> cpus;                     // one per plan row
    std::vector<const stressor::Card*> cards;  // one per plan column; null where the plan never uses the column
    std::filesystem::path scratchDirectory;
    stressor::Demand demand;  // of all workers together
    // What may be held beside that to keep memory in use as the plan says, and what that would be from now on. Empty
    // when the plan leaves memory alone, or is to be run without.
    std::optional<std::int64_t> mostHeldBytes;
    std::int64_t heldBytes = 0;
};

// BadInput when the plan does not fit the machine, Unavailable when a stressor it uses cannot run here or memory or
// disk do not suffice. Starts and allocates nothing.
[[nodiscard]] Expected<Fit> fitPlan(const plan::ExecutionPlan& plan, const ExecutorOptions& options,
                                    const Environment& environment);

// The machine of this process and the catalogue of this build.
[[nodiscard]] Expected<Environment> thisEnvironment();

}  // namespace mimesys::execution
