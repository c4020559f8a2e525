// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <filesystem>
#include <stop_token>

namespace mimesys::trace {

// Writes by extension: .h5 (everything), .csv (column "time" in seconds since the epoch, then metric ids),
// .txt (HPCPerfStats text with cumulative counters). Any other extension is BadInput. The file appears complete or not
// at all.
[[nodiscard]] Expected<void> writeTrace(const Trace& trace, const std::filesystem::path& path);

}  // namespace mimesys::trace
