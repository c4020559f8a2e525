// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>
#include <vector>

namespace mimesys::trace {

// The files that are named, and those of named folders with a trace's ending, by name. BadInput for a folder that
// cannot be read or holds none; whether a named file is there is not looked at.
[[nodiscard]] Expected<std::vector<std::filesystem::path>> traceFiles(const std::vector<std::filesystem::path>& named);

}  // namespace mimesys::trace
