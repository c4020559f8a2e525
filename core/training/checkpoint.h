// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"
#include "training/learner.h"
#include "training/train.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mimesys::training {

// Where a training stands, apart from its learners.
struct Standing {
    std::int64_t step = 0;
    double seconds = 0.0;
    double bestLoss = 0.0;
    int worse = 0;               // validations since the best
    double forwardError = 0.0;   // of the best, Description::forwardError
    torch::Tensor bestDenoiser;  // averaged weights; undefined before the first validation
    torch::Tensor bestForward;
    std::vector<model::TrainPoint> history;
};

// One sentence that two trainings share if one can continue the other: data, network, seed and batch.
[[nodiscard]] std::string identityOf(const model::Description& description, const TrainOptions& options);

[[nodiscard]] Expected<void> writeCheckpoint(const std::filesystem::path& path, const std::string& identity,
                                             const Standing& standing, const Learner& denoiser, const Learner& forward);
// BadInput for a file that is damaged or of another identity; then nothing was changed.
[[nodiscard]] Expected<Standing> readCheckpoint(const std::filesystem::path& path, const std::string& identity,
                                                Learner& denoiser, Learner& forward);

}  // namespace mimesys::training
