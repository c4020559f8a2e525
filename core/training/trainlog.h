// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/description.h"

#include <filesystem>
#include <span>

namespace mimesys::training {

// The training log as CSV: a header with the names of TrainPoint, one line per point; TensorBoard's own CSV readers,
// spreadsheets and pandas take it as it is. The file is replaced as a whole.
[[nodiscard]] Expected<void> writeTrainLog(std::span<const model::TrainPoint> points,
                                           const std::filesystem::path& path);

}  // namespace mimesys::training
