// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "execution/executor.h"

#include <nlohmann/json_fwd.hpp>

namespace mimesys::cli {

// Planned against achieved, window by window.
[[nodiscard]] nlohmann::json runReportJson(const execution::RunReport& report);
void printRunReport(const execution::RunReport& report);

}  // namespace mimesys::cli
