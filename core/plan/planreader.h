// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <filesystem>
#include <span>
#include <string>

namespace mimesys::plan {

// What readPlan() does in its child process: a file that breaks the HDF5 library breaks whoever calls this.
[[nodiscard]] Expected<ExecutionPlan> readPlanHere(const std::filesystem::path& path,
                                                   std::span<const std::string> actionList);

}  // namespace mimesys::plan
