// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "service/evaluation.h"

#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::cli {

// The traces that are named, and those in named folders, by their file names where these tell them apart.
[[nodiscard]] Cancellable<std::vector<service::NamedTrace>> readTraces(const std::vector<std::string>& named,
                                                                       const std::stop_token& stop);

}  // namespace mimesys::cli
