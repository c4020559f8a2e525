// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace mimesys {

// Memory that can be taken without pushing others out; 0 when unknown.
[[nodiscard]] std::int64_t availableMemoryBytes();

}  // namespace mimesys
