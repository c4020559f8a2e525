// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "execution/executor.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace mimesys {

// How the reports of `mimesys run` and of an exported workload say what memory was held; null for a run that left
// memory alone.
[[nodiscard]] inline nlohmann::json memoryJson(const std::optional<execution::HeldMemory>& memory) {
    return memory ? nlohmann::json({{"most_held_bytes", memory->mostBytes},
                                    {"windows_short", memory->windowsShort},
                                    {"windows_exceeded", memory->windowsExceeded}})
                  : nlohmann::json();
}

}  // namespace mimesys
