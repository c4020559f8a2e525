// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace mimesys::plan {

// Names that the reader and the writer of plan files share.
inline const std::string kDataset = "execution_plan";
inline const std::string kMemoryUsed = "memory_used";  // (T) float32, bytes; may be absent
inline const std::string kRoot = "/";
inline const std::string kFormat = "mimesys-plan";
inline constexpr std::uint64_t kVersion = 1;

}  // namespace mimesys::plan
