// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/checkpoint.h"

#include "base/jsonvalue.h"
#include "model/networks.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>

namespace mimesys::training {
namespace {

using jsonvalue::numberOrNaN;
using jsonvalue::numberOrNull;
using nlohmann::json;

constexpr const char* kStandingKey = "mimesys-training";

json toJson(const std::string& identity, const Standing& standing) {
    json history = json::array();
    for (const model::TrainPoint& point : standing.history) {
        history.push_back(model::toJson(point));
    }
    return {{"identity", identity},        {"step", standing.step},
            {"seconds", standing.seconds}, {"best", numberOrNull<json>(standing.bestLoss)},
            {"worse", standing.worse},     {"forward_error", numberOrNull<json>(standing.forwardError)},
            {"history", history}};
}

Expected<Standing> parse(const json& root, const std::string& identity) {
    if (root.at("identity") != identity) {
        return badInput(
            "It belongs to a training with other data, another network or another seed; remove it, or name "
            "another model to write.");
    }
    Standing standing;
    standing.step = root.at("step").get<std::int64_t>();
    standing.seconds = root.at("seconds").get<double>();
    // Null before the first validation, and without samples held out.
    standing.bestLoss =
        root.at("best").is_null() ? std::numeric_limits<double>::infinity() : root.at("best").get<double>();
    standing.worse = root.at("worse").get<int>();
    standing.forwardError = numberOrNaN(root.at("forward_error"));
    for (const json& point : root.at("history")) {
        standing.history.push_back(model::trainPointFromJson(point));
    }
    return standing;
}

}  // namespace

std::string identityOf(const model::Description& description, const TrainOptions& options) {
    const model::Network& network = description.network;
    return fmt::format("{} {} {} {} {} {} {} seed {} batch {} of {} lr {} wd {} clip {} ema {} held out {}",
                       description.datasetHash, model::architectureName(network.architecture),
                       model::predictionName(network.prediction), network.width, network.layers, network.heads,
                       network.dropout, options.seed, options.batch, options.membership.size, options.learningRate,
                       options.weightDecay, options.clipNorm, options.emaDecay, options.validationShare);
}

Expected<void> writeCheckpoint(const std::filesystem::path& path, const std::string& identity, const Standing& standing,
                               const Learner& denoiser, const Learner& forward) {
    model::SafeTensors file;
    file.metadata[kStandingKey] = toJson(identity, standing).dump();
    denoiser.store("denoiser.", file);
    forward.store("forward.", file);
    if (standing.bestDenoiser.defined()) {
        file.tensors["best.denoiser"] = model::toFile(standing.bestDenoiser);
        file.tensors["best.forward"] = model::toFile(standing.bestForward);
    }
    return model::writeSafeTensors(file, path);
}

Expected<Standing> readCheckpoint(const std::filesystem::path& path, const std::string& identity, Learner& denoiser,
                                  Learner& forward) {
    const auto file = model::readSafeTensors(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto text = file->metadata.find(kStandingKey);
    try {
        auto standing = text == file->metadata.end()
                            ? Expected<Standing>(badInput("It is no checkpoint of a training."))
                            : parse(json::parse(text->second), identity);
        if (!standing) {
            return badInput(standing.error().message, path.string());
        }
        standing->bestDenoiser = model::vectorFrom(*file, "best.denoiser");
        standing->bestForward = model::vectorFrom(*file, "best.forward");
        const auto restored =
            denoiser.restore("denoiser.", *file).and_then([&] { return forward.restore("forward.", *file); });
        if (!restored) {
            return badInput(restored.error().message, path.string());
        }
        return standing;
    } catch (const json::exception&) {
        return badInput("The checkpoint is damaged; remove it to start again.", path.string());
    }
}

}  // namespace mimesys::training
