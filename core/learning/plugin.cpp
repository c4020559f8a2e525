// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "learning/library.h"
#include "refinement/forward/forwardresponse.h"

namespace mimesys::learning {
namespace {

class Linked final : public Library {
public:
    [[nodiscard]] Cancellable<model::ModelPtr> train(const dataset::Dataset& dataset, const std::filesystem::path& path,
                                                     const training::TrainOptions& options, const std::stop_token& stop,
                                                     const training::TrainCallback& onPoint,
                                                     const ProgressCallback& progress) const override {
        return training::train(dataset, path, options, stop, onPoint, progress);
    }
    [[nodiscard]] Cancellable<model::ModelPtr> align(const model::Model& model, const alignment::Traces& traces,
                                                     const alignment::Site& site, const dataset::Dataset* replay,
                                                     const std::filesystem::path& path,
                                                     const alignment::AlignOptions& options,
                                                     const std::stop_token& stop,
                                                     const alignment::AlignCallback& onPoint,
                                                     const ProgressCallback& progress) const override {
        return alignment::align(model, traces, site, replay, path, options, stop, onPoint, progress);
    }
    [[nodiscard]] Expected<model::ModelPtr> readModel(const std::filesystem::path& path) const override {
        return model::readModel(path);
    }
    [[nodiscard]] Cancellable<generation::Generated> generate(const trace::WindowedTrace& trace,
                                                              const model::Model& model,
                                                              const generation::DiffusionOptions& options,
                                                              std::uint64_t seed, std::stop_token stop,
                                                              const ProgressCallback& progress,
                                                              const generation::Predecessor& before) const override {
        return generation::generate(trace, model, options, seed, std::move(stop), progress, before);
    }
    [[nodiscard]] refinement::ResponsePtr response(model::ModelPtr model) const override {
        return refinement::forwardResponse(std::move(model));
    }
};

const Linked kLinked;

}  // namespace
}  // namespace mimesys::learning

// Its name holds the version: see entry.h.
extern "C" __attribute__((visibility("default"))) const mimesys::learning::Library* MIMESYS_LEARNING_ENTRY() {
    return &mimesys::learning::kLinked;
}
