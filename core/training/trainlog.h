// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/description.h"

#include <filesystem>
#include <span>
#include <vector>

namespace mimesys::training {

// How a training went, and what it learnt from.
struct TrainLog {
    std::vector<model::TrainPoint> points;
    bool simulated = false;  // the data set, in whole or in part
};

// The training log as CSV: a header with the names of TrainPoint and "data", one line per point, which ends with
// "simulated" or "measured"; TensorBoard's own CSV readers, spreadsheets and pandas take it as it is. The file is
// replaced as a whole.
[[nodiscard]] Expected<void> writeTrainLog(std::span<const model::TrainPoint> points, bool simulated,
                                           const std::filesystem::path& path);

// Whether a file begins like a training log.
[[nodiscard]] bool looksLikeTrainLog(const std::filesystem::path& path);
// BadInput, with the line, for what is no training log. A last line that was cut off is left out.
[[nodiscard]] Expected<TrainLog> readTrainLog(const std::filesystem::path& path);

}  // namespace mimesys::training
