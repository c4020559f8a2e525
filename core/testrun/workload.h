// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mimesys::testrun {

// What stands in for the real neighbours.
struct Workload {
    std::string name;  // of its file, without folders
    std::shared_ptr<const plan::ExecutionPlan> plan;
};

// A released workload (its executable file) or a plan. BadInput when it is neither, or damaged.
[[nodiscard]] Expected<Workload> readWorkload(const std::filesystem::path& file);

}  // namespace mimesys::testrun
