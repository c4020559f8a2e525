// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/checkpoint.h"

#include "base/hash.h"
#include "base/jsonvalue.h"
#include "model/networks.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mimesys::alignment {
namespace {

using jsonvalue::numberOrNull;
using nlohmann::json;

constexpr const char* kStandingKey = "mimesys-alignment";

json toJson(const std::string& identity, const Standing& standing, const Advantages& advantages) {
    json history = json::array();
    for (const model::AlignPoint& point : standing.history) {
        history.push_back(model::toJson(point));
    }
    return {{"identity", identity},        {"iteration", standing.iteration},
            {"seconds", standing.seconds}, {"windows", standing.windows},
            {"updates", standing.updates}, {"best", numberOrNull<json>(standing.bestReward)},
            {"worse", standing.worse},     {"rewards", advantages.history()},
            {"history", history}};
}

Expected<Standing> parse(const json& root, const std::string& identity, Advantages& advantages) {
    if (root.at("identity") != identity) {
        return badInput(
            "It belongs to an alignment of another model, with other traces, another executor or other settings; "
            "remove it, or name another model to write.");
    }
    Standing standing;
    standing.iteration = root.at("iteration").get<int>();
    standing.seconds = root.at("seconds").get<double>();
    standing.windows = root.at("windows").get<std::int64_t>();
    standing.updates = root.at("updates").get<std::int64_t>();
    if (!root.at("best").is_null()) {
        standing.bestReward = root.at("best").get<double>();
    }
    standing.worse = root.at("worse").get<int>();
    for (const json& point : root.at("history")) {
        standing.history.push_back(model::alignPointFromJson(point));
    }
    advantages.restore(root.at("rewards").get<std::vector<double>>());
    return standing;
}

}  // namespace

std::string identityOf(const model::Model& model, const Traces& traces, const Site& site, const AlignOptions& options) {
    Hash weights;
    for (const auto& module : {std::shared_ptr<torch::nn::Module>(model.networks().denoiser),
                               std::shared_ptr<torch::nn::Module>(model.networks().forward)}) {
        for (const torch::Tensor& parameter : module->parameters()) {
            const torch::Tensor values = parameter.detach().contiguous();
            weights.add(std::span<const float>(values.data_ptr<float>(), static_cast<std::size_t>(values.numel())));
        }
    }
    Hash targets;
    for (const AlignTrace& trace : traces.traces) {
        targets.add(trace.hash);
    }
    return fmt::format(
        "model {} traces {} windows {} on {} seed {} segments {} by {} of {} x {} steps {} epochs {} rates {} {} clips "
        "{} {} "
        "divergence {} instability {} weights {} {} forward {} held out {} corrections {} {} idle {}",
        weights.text(), targets.text(), traces.windowSeconds, site.name, options.seed, options.segments,
        options.attempts, options.segmentWindows, options.repeats, options.steps, options.epochs, options.learningRate,
        options.forwardRate, options.ratioClip, options.advantageClip, options.divergence, options.instability,
        options.policyWeight, options.supervisedWeight, options.forwardSteps, options.heldOutWindows,
        options.sampling.polish, generation::unitsName(options.sampling.units), options.sampling.idleBelow);
}

Expected<void> writeCheckpoint(const std::filesystem::path& path, const std::string& identity, const Standing& standing,
                               const Parts& parts) {
    model::SafeTensors file;
    file.metadata[kStandingKey] = toJson(identity, standing, parts.advantages).dump();
    parts.denoiser.store("denoiser.", file);
    parts.forward.store("forward.", file);
    parts.experience.store("experience.", file);
    if (standing.bestDenoiser.defined()) {
        file.tensors["best.denoiser"] = model::toFile(standing.bestDenoiser);
        file.tensors["best.forward"] = model::toFile(standing.bestForward);
    }
    return model::writeSafeTensors(file, path);
}

Expected<Standing> readCheckpoint(const std::filesystem::path& path, const std::string& identity, const Parts& parts) {
    const auto file = model::readSafeTensors(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto text = file->metadata.find(kStandingKey);
    try {
        auto standing = text == file->metadata.end()
                            ? Expected<Standing>(badInput("It is no checkpoint of an alignment."))
                            : parse(json::parse(text->second), identity, parts.advantages);
        if (!standing) {
            return badInput(standing.error().message, path.string());
        }
        standing->bestDenoiser = model::vectorFrom(*file, "best.denoiser");
        standing->bestForward = model::vectorFrom(*file, "best.forward");
        const auto restored = parts.denoiser.restore("denoiser.", *file)
                                  .and_then([&] { return parts.forward.restore("forward.", *file); })
                                  .and_then([&] { return parts.experience.restore("experience.", *file); });
        if (!restored) {
            return badInput(restored.error().message, path.string());
        }
        return standing;
    } catch (const json::exception&) {
        return badInput("The checkpoint is damaged; remove it to start again.", path.string());
    }
}

}  // namespace mimesys::alignment
