// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace mimesys::execution {

// CPU numbers as the kernel writes them: "0-3,8". Parsing keeps the order and refuses anything else (BadInput).
[[nodiscard]] Expected<std::vector<int>> parseCpuList(std::string_view text);
[[nodiscard]] std::string formatCpuList(std::vector<int> cpus);

}  // namespace mimesys::execution
