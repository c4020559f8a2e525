// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learning/library.h"

namespace mimesys::learning {

// What the library exports, by a name that only programs of the same version ask for: its types are theirs.
using Entry = const Library* (*)();
inline constexpr const char* kEntryName = "mimesysLearning_" MIMESYS_ABI;

}  // namespace mimesys::learning
