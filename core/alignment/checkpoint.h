// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/advantage.h"
#include "alignment/align.h"
#include "alignment/experience.h"
#include "training/learner.h"

#include <torch/torch.h>

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace mimesys::alignment {

// Where an alignment stands, apart from its learners and what it executed.
struct Standing {
    int iteration = 0;  // finished ones
    double seconds = 0.0;
    std::int64_t windows = 0;  // executed
    std::int64_t updates = 0;  // of the denoiser
    double bestReward = -std::numeric_limits<double>::infinity();
    int worse = 0;               // looks at the held-out windows since the best
    torch::Tensor bestDenoiser;  // averaged weights; undefined before the first look
    torch::Tensor bestForward;
    std::vector<model::AlignPoint> history;
};

// What a checkpoint holds, by reference.
struct Parts {
    training::Learner& denoiser;
    training::Learner& forward;
    Experience& experience;
    Advantages& advantages;
};

// One sentence that two alignments share if one can continue the other: model, traces, executor and settings.
[[nodiscard]] std::string identityOf(const model::Model& model, const Traces& traces, const Site& site,
                                     const AlignOptions& options);

[[nodiscard]] Expected<void> writeCheckpoint(const std::filesystem::path& path, const std::string& identity,
                                             const Standing& standing, const Parts& parts);
// BadInput for a file that is damaged or of another identity.
[[nodiscard]] Expected<Standing> readCheckpoint(const std::filesystem::path& path, const std::string& identity,
                                                const Parts& parts);

}  // namespace mimesys::alignment
