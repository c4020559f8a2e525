// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace {

// The endings writeTrace() knows, for messages.
inline constexpr std::string_view kWritableEndings = ".h5, .csv, .txt or .log";

[[nodiscard]] bool isWritableName(const std::filesystem::path& path);

// That a trace could be written there: found out before a recording, not after it.
[[nodiscard]] Expected<void> checkWritable(const std::filesystem::path& path);

// Writes by extension: .h5 (everything), .csv (column "time" in seconds since the epoch, then metric ids),
// .txt (HPCPerfStats text with cumulative counters), .log (pqos). Any other extension is BadInput. The file appears
// complete or not at all.
[[nodiscard]] Expected<void> writeTrace(const Trace& trace, const std::filesystem::path& path);

// Whether the format of that extension has a place for at least one of the metrics: what is known before recording.
[[nodiscard]] bool hasPlaceForAny(const std::vector<Metric>& metrics, const std::filesystem::path& path);

// Metrics which the format of that extension has no place for (only .txt and .log leave any out).
[[nodiscard]] std::vector<std::string> metricsLeftOut(const Trace& trace, const std::filesystem::path& path);

}  // namespace mimesys::trace
