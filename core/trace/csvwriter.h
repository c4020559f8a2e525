// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <filesystem>

namespace mimesys::trace {

// CSV with the column "time" (seconds since the epoch, end of each sample's interval) and one column per metric id;
// a missing value is an empty field. The start of the first interval and the attributes stand in "# key: value"
// lines before the header. Part of the runtime, so that an exported workload can record without HDF5.
[[nodiscard]] Expected<void> writeCsv(const Trace& trace, const std::filesystem::path& path);

}  // namespace mimesys::trace
