// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <filesystem>

namespace mimesys::generation {

// Adds to the plan's `source` which trace it reproduces: {"trace": {"file": name without folders, "xxh3": 128 bits of
// the file's content in hexadecimal}}.
[[nodiscard]] Expected<void> nameTrace(plan::ExecutionPlan& plan, const std::filesystem::path& trace);

}  // namespace mimesys::generation
