// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/description.h"

#include <filesystem>
#include <span>
#include <vector>

namespace mimesys::alignment {

// How an alignment went.
struct AlignLog {
    std::vector<model::AlignPoint> points;
    bool simulated = false;  // its executions
};

// The log of an alignment as CSV: a header with the names of AlignPoint and "data", one line per point, which ends with
// "simulated" or "measured". The file is replaced as a whole.
[[nodiscard]] Expected<void> writeAlignLog(std::span<const model::AlignPoint> points, bool simulated,
                                           const std::filesystem::path& path);

// Whether a file begins like the log of an alignment.
[[nodiscard]] bool looksLikeAlignLog(const std::filesystem::path& path);
// BadInput, with the line, for what is none. A last line that was cut off is left out.
[[nodiscard]] Expected<AlignLog> readAlignLog(const std::filesystem::path& path);

[[nodiscard]] std::filesystem::path logPath(const std::filesystem::path& model);
[[nodiscard]] std::filesystem::path checkpointPath(const std::filesystem::path& model);

}  // namespace mimesys::alignment
