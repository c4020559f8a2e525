// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignment/align.h"
#include "dataset/dataset.h"
#include "generation/diffusion/diffusion.h"
#include "generation/generator.h"
#include "model/description.h"
#include "refinement/response.h"
#include "service/evaluation.h"
#include "training/train.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace mimesys::widgets {

// What needs LibTorch, as jobs call it.
struct Learning {
    // A model's file as a generator.
    std::function<Expected<generation::Generator>(const std::filesystem::path& model,
                                                  const generation::DiffusionOptions& options)>
        open;
    // training::train(); what it wrote.
    std::function<Cancellable<model::Description>(
        const dataset::Dataset& dataset, const std::filesystem::path& model, const training::TrainOptions& options,
        const std::stop_token& stop, const training::TrainCallback& onPoint, const ProgressCallback& progress)>
        train;
    // alignment::align() of a model's file on traces; what it wrote.
    std::function<Cancellable<model::Description>(
        const std::filesystem::path& model, const std::vector<service::NamedTrace>& traces, const alignment::Site& site,
        const dataset::Dataset* replay, const std::filesystem::path& output, const alignment::AlignOptions& options,
        const std::stop_token& stop, const alignment::AlignCallback& onPoint, const ProgressCallback& progress)>
        align;
    // What a model's file knows of how its machine responds.
    std::function<Expected<refinement::ResponsePtr>(const std::filesystem::path& model)> respond;
};

// Loads the library with the first call, which so belongs on a job's thread; Unavailable where there is none.
[[nodiscard]] Learning installedLearning();

}  // namespace mimesys::widgets
