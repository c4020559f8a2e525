// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/align.h"
#include "generation/diffusion/diffusion.h"
#include "model/model.h"
#include "refinement/response.h"
#include "training/train.h"

#include <filesystem>
#include <string>

namespace mimesys::learning {

// Everything that needs LibTorch, behind plain types. It lives in a library of its own that is loaded when it is first
// needed: LibTorch brings some three hundred others along, which take nearly half a second, and a host that only runs
// plans need not have any of them.
class Library {
public:
    virtual ~Library() = default;

    // training::train(), alignment::align(), model::readModel() and generation::generate().
    [[nodiscard]] virtual Cancellable<model::ModelPtr> train(const dataset::Dataset& dataset,
                                                             const std::filesystem::path& path,
                                                             const training::TrainOptions& options,
                                                             const std::stop_token& stop,
                                                             const training::TrainCallback& onPoint,
                                                             const ProgressCallback& progress) const = 0;
    [[nodiscard]] virtual Cancellable<model::ModelPtr> align(
        const model::Model& model, const alignment::Traces& traces, const alignment::Site& site,
        const dataset::Dataset* replay, const std::filesystem::path& path, const alignment::AlignOptions& options,
        const std::stop_token& stop, const alignment::AlignCallback& onPoint,
        const ProgressCallback& progress) const = 0;
    [[nodiscard]] virtual Expected<model::ModelPtr> readModel(const std::filesystem::path& path) const = 0;
    [[nodiscard]] virtual Cancellable<generation::Generated> generate(const trace::WindowedTrace& trace,
                                                                      const model::Model& model,
                                                                      const generation::DiffusionOptions& options,
                                                                      std::uint64_t seed, std::stop_token stop,
                                                                      const ProgressCallback& progress,
                                                                      const generation::Predecessor& before) const = 0;
    // refinement::forwardResponse().
    [[nodiscard]] virtual refinement::ResponsePtr response(model::ModelPtr model) const = 0;
};

// ../lib/mimesys/libmimesys-learning.so seen from the running program's folder, in an installation as in a build
// folder. It stays loaded. Unavailable, with the reason, when it or LibTorch is not installed.
[[nodiscard]] Expected<const Library*> load();

// The model as a generator for whatever compares several.
[[nodiscard]] generation::Generator bind(const Library& library, model::ModelPtr model,
                                         const generation::DiffusionOptions& options, std::string name = "diffusion");

}  // namespace mimesys::learning
