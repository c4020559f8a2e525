// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/description.h"

#include <filesystem>
#include <span>
#include <vector>

namespace mimesys::training {

// The training log as CSV: a header with the names of TrainPoint, one line per point; TensorBoard's own CSV readers,
// spreadsheets and pandas take it as it is. The file is replaced as a whole.
[[nodiscard]] Expected<void> writeTrainLog(std::span<const model::TrainPoint> points,
                                           const std::filesystem::path& path);

// Whether a file begins like a training log.
[[nodiscard]] bool looksLikeTrainLog(const std::filesystem::path& path);
// BadInput, with the line, for what is no training log. A last line that was cut off is left out.
[[nodiscard]] Expected<std::vector<model::TrainPoint>> readTrainLog(const std::filesystem::path& path);

}  // namespace mimesys::training
