// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <string_view>

namespace mimesys::cli {

// "90", "90s", "10m" or "2h" in seconds. BadInput for anything else, and for a time that is not positive.
[[nodiscard]] Expected<double> durationFromText(std::string_view text);

}  // namespace mimesys::cli
