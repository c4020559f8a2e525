// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace mimesys::plan {

// HDF5: dataset "execution_plan" (T, K, M) float32 with the attributes of DESIGN.md. A file without the attribute
// "format" is an upstream plan of any float type; its columns take their names from `actionList`, and a plan whose
// width does not match the list is BadInput. Read plans are validated.
[[nodiscard]] Expected<ExecutionPlan> readPlan(const std::filesystem::path& path,
                                               std::span<const std::string> actionList = {});
// Whether it is an HDF5 file with an execution plan; whether that can be used is another matter.
[[nodiscard]] bool looksLikePlan(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writePlan(const ExecutionPlan& plan, const std::filesystem::path& path);

// One name per line, "#" comments and empty lines skipped; names may hold spaces, commas and colons.
[[nodiscard]] Expected<std::vector<std::string>> readActionList(const std::filesystem::path& path);

}  // namespace mimesys::plan
