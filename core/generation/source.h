// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <filesystem>
#include <string>

namespace mimesys::generation {

// XXH3 of a file's content, 128 bits in hexadecimal. BadInput when it cannot be opened.
[[nodiscard]] Expected<std::string> hashOfContent(const std::filesystem::path& path);

// Adds to the plan's `source` which trace it reproduces: {"trace": {"file": name without folders, "xxh3":
// hashOfContent()}}, and how it was edited after it was read, if it was.
[[nodiscard]] Expected<void> nameTrace(plan::ExecutionPlan& plan, const std::filesystem::path& trace,
                                       const std::string& edited = {});

// Whether its `source` says that the data set or model it was made from, in whole or in a range, or what it was refined
// by, was simulated, in whole or in part.
[[nodiscard]] bool restsOnSimulation(const plan::ExecutionPlan& plan);

}  // namespace mimesys::generation
