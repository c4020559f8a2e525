// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/learning.h"

#include "learning/library.h"

namespace mimesys::widgets {
namespace {

Expected<generation::Generator> openModel(const std::filesystem::path& path,
                                          const generation::DiffusionOptions& options) {
    const auto library = learning::load();
    if (!library) {
        return tl::unexpected(library.error());
    }
    return (*library)->readModel(path).map(
        [&](model::ModelPtr model) { return learning::bind(**library, std::move(model), options); });
}

Cancellable<model::Description> trainModel(const dataset::Dataset& dataset, const std::filesystem::path& path,
                                           const training::TrainOptions& options, const std::stop_token& stop,
                                           const training::TrainCallback& onPoint, const ProgressCallback& progress) {
    const auto library = learning::load();
    if (!library) {
        return tl::unexpected(library.error());
    }
    return (*library)->train(dataset, path, options, stop, onPoint, progress).map([](const auto& model) {
        return model ? std::optional((*model)->description()) : std::nullopt;
    });
}

Expected<refinement::ResponsePtr> openResponse(const std::filesystem::path& path) {
    const auto library = learning::load();
    if (!library) {
        return tl::unexpected(library.error());
    }
    return (*library)->readModel(path).map(
        [&](model::ModelPtr model) { return (*library)->response(std::move(model)); });
}

}  // namespace

Learning installedLearning() {
    return {openModel, trainModel, openResponse};
}

}  // namespace mimesys::widgets
