// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/learning.h"

#include "learning/library.h"
#include "model/model.h"
#include "service/aligning.h"

namespace mimesys::widgets {
namespace {

constexpr double kWindowSeconds = 1.0;  // of the traces, as `mimesys align` cuts them

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

Cancellable<model::Description> alignModel(const std::filesystem::path& path,
                                           const std::vector<service::NamedTrace>& traces, const alignment::Site& site,
                                           const dataset::Dataset* replay, const std::filesystem::path& output,
                                           const alignment::AlignOptions& options, const std::stop_token& stop,
                                           const alignment::AlignCallback& onPoint, const ProgressCallback& progress) {
    const auto library = learning::load();
    if (!library) {
        return tl::unexpected(library.error());
    }
    const auto model = (*library)->readModel(path);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const auto targets = service::alignTargets(traces, (*model)->description(), kWindowSeconds, options);
    if (!targets) {
        return tl::unexpected(targets.error());
    }
    return (*library)
        ->align(**model, *targets, site, replay, output, options, stop, onPoint, progress)
        .map([](const auto& aligned) { return aligned ? std::optional((*aligned)->description()) : std::nullopt; });
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
    return {openModel, trainModel, alignModel, openResponse};
}

}  // namespace mimesys::widgets
