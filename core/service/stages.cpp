// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/stages.h"

#include "training/describe.h"

namespace mimesys::service {

Cancellable<model::ModelPtr> obtainModel(const learning::Library& library, const dataset::Dataset& dataset,
                                         const std::filesystem::path& path, double budgetSeconds, std::uint64_t seed,
                                         int threads, const std::stop_token& stop, const ProgressCallback& progress) {
    const auto description = model::readDescription(path);
    if (description && description->datasetHash == training::hashOf(dataset)) {
        return library.readModel(path).map([](model::ModelPtr model) { return std::optional(std::move(model)); });
    }
    training::TrainOptions train;
    train.network.width = 64;
    train.network.dropout = 0.1;
    train.epochs = 1e6;
    train.budgetSeconds = budgetSeconds;
    train.batch = 128;
    train.patience = 0;
    train.seed = seed;
    train.threads = threads;
    return library.train(dataset, path, train, stop, {}, progress);
}

}  // namespace mimesys::service
