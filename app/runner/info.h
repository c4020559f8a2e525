// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "release/workload.h"

#include <nlohmann/json_fwd.hpp>

namespace mimesys::runner {

// What a workload is, without running it.
[[nodiscard]] nlohmann::json infoJson(const release::Payload& payload);
void printInfo(const release::Payload& payload);

}  // namespace mimesys::runner
