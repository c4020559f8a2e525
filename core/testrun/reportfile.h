// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "testrun/report.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace mimesys::testrun {

// The format "mimesys-test-run": the runs, from which everything else follows, and, for other programs, what follows.
[[nodiscard]] nlohmann::ordered_json toJson(const Report& report);
// BadInput when it is none, or damaged. Recordings are named, not read.
[[nodiscard]] Expected<Report> reportFromJson(const std::string& text);

// FILE as JSON, and what was recorded beside it as FILE.runs/CONDITION-N.h5, with FILE's ending left out. Sets the
// runs' traceFile.
[[nodiscard]] Expected<void> writeReport(Report& report, const std::filesystem::path& file);
// With the recordings of the typical runs; one that cannot be read becomes a note.
[[nodiscard]] Expected<Report> readReport(const std::filesystem::path& file);
// By its first bytes; whether it can be used is another matter.
[[nodiscard]] bool looksLikeReport(const std::filesystem::path& file);

}  // namespace mimesys::testrun
