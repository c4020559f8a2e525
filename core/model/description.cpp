// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/description.h"

#include "base/jsonvalue.h"
#include "plan/plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace mimesys::model {
namespace {

using jsonvalue::numberOrNaN;
using jsonvalue::numberOrNull;
using nlohmann::json;

constexpr int kVersion = 2;  // 1 had linear ranges only
// Far beyond any sensible network; what a damaged file may claim.
constexpr int kMostWidth = 4096;
constexpr int kMostLayers = 256;
constexpr int kMostHeads = 64;
constexpr int kMostSteps = 10'000;
constexpr std::size_t kMostMetrics = 8192;

constexpr std::array kArchitectures{Architecture::SetTransformer, Architecture::UNet};
constexpr std::array kScales{Scale::Linear, Scale::Root};
constexpr std::array kPredictions{Prediction::Noise, Prediction::Velocity};

// That of the values with this name; BadInput with the sentence, whose {} is the name, when there is none.
template <typename T, std::size_t N>
Expected<T> fromName(const std::array<T, N>& values, std::string_view (*nameOf)(T), std::string_view name,
                     const char* sentence) {
    const auto found = std::ranges::find(values, name, nameOf);
    return found == values.end() ? Expected<T>(badInput(fmt::format(fmt::runtime(sentence), name))) : *found;
}

json metricsJson(const Description& description) {
    json metrics = json::array();
    for (std::size_t n = 0; n < description.metrics.size(); ++n) {
        const Metric& metric = description.metrics[n];
        metrics.push_back({{"id", metric.id},
                           {"unit", metric.unit},
                           {"family", familyName(metric.family)},
                           {"low", description.ranges[n].low},
                           {"high", description.ranges[n].high},
                           {"scale", scaleName(description.ranges[n].scale)},
                           {"provenance", provenanceName(description.measured[n])}});
    }
    return metrics;
}

Expected<void> readMetrics(const json& metrics, Description& description) {
    for (const json& entry : metrics) {
        Metric metric = metricFor(entry.at("id").get<std::string>());
        metric.unit = entry.at("unit").get<std::string>();
        description.metrics.push_back(std::move(metric));
        const auto scale = fromName(kScales, scaleName, entry.value("scale", "linear"),
                                    "The model scales a metric by \"{}\", which this version does not know.");
        if (!scale) {
            return tl::unexpected(scale.error());
        }
        description.ranges.push_back(
            {.low = entry.at("low").get<double>(), .high = entry.at("high").get<double>(), .scale = *scale});
        description.measured.push_back(
            provenanceFromName(entry.at("provenance").get<std::string>()).value_or(Provenance::Unknown));
    }
    return {};
}

Alignment alignmentFromJson(const json& value) {
    Alignment alignment{.traces = value.at("traces").get<std::vector<std::string>>(),
                        .executors = value.at("executors").get<std::vector<std::string>>(),
                        .simulated = value.at("simulated").get<bool>(),
                        .history = {}};
    for (const json& point : value.at("history")) {
        alignment.history.push_back(alignPointFromJson(point));
    }
    return alignment;
}

json toJson(const Alignment& alignment) {
    json history = json::array();
    for (const AlignPoint& point : alignment.history) {
        history.push_back(toJson(point));
    }
    return {{"traces", alignment.traces},
            {"executors", alignment.executors},
            {"simulated", alignment.simulated},
            {"history_columns",
             {"iteration", "seconds", "windows", "reward", "reward_deviation", "held_out_reward", "divergence",
              "clipped", "forward_error", "missing"}},
            {"history", history}};
}

Expected<Description> parse(const json& root) {
    if (root.at("format") != "mimesys-model") {
        return badInput("This is no mimesys model.");
    }
    if (root.at("version").get<int>() > kVersion) {
        return badInput(fmt::format("The model is of version {}, this program knows {}; use a newer one.",
                                    root.at("version").get<int>(), kVersion));
    }
    Description description;
    const json& network = root.at("network");
    const auto architecture = architectureFromName(network.at("architecture").get<std::string>());
    const auto prediction = fromName(kPredictions, predictionName, network.at("prediction").get<std::string>(),
                                     "The model predicts \"{}\", which this version does not know.");
    if (!architecture || !prediction) {
        return tl::unexpected(!architecture ? architecture.error() : prediction.error());
    }
    description.network = {.architecture = *architecture,
                           .prediction = *prediction,
                           .width = network.at("width").get<int>(),
                           .layers = network.at("layers").get<int>(),
                           .heads = network.at("heads").get<int>(),
                           .dropout = network.at("dropout").get<double>()};
    description.diffusionSteps = root.at("diffusion_steps").get<int>();
    if (auto read = readMetrics(root.at("metrics"), description); !read) {
        return tl::unexpected(read.error());
    }
    description.notDriven = root.at("not_driven").get<std::map<std::string, std::string>>();
    description.stressors = root.at("stressors").get<std::vector<std::string>>();
    description.sockets = root.at("sockets").get<std::vector<int>>();
    description.windowSeconds = root.at("window_seconds").get<double>();
    description.machine = root.at("machine").dump();
    description.datasetHash = root.at("dataset").at("xxh3").get<std::string>();
    description.samples = root.at("dataset").at("samples").get<std::size_t>();
    description.seed = root.at("seed").get<std::uint64_t>();
    description.forwardError = numberOrNaN(root.at("forward_error"));
    for (const json& point : root.at("history")) {
        description.history.push_back(trainPointFromJson(point));
    }
    if (root.contains("alignment")) {
        description.alignment = alignmentFromJson(root.at("alignment"));
    }
    return description;
}

Expected<void> validateNetwork(const Network& network) {
    const bool sizes = network.width >= 8 && network.width <= kMostWidth && network.layers >= 1 &&
                       network.layers <= kMostLayers && network.heads >= 1 && network.heads <= kMostHeads;
    if (!sizes || network.width % 2 != 0 || network.width % network.heads != 0) {
        return badInput(fmt::format("A network of width {} with {} layers and {} heads cannot be built.", network.width,
                                    network.layers, network.heads));
    }
    if (!(network.dropout >= 0.0 && network.dropout < 1.0)) {
        return badInput(fmt::format("A dropout of {} is outside of [0, 1).", network.dropout));
    }
    return {};
}

Expected<void> validateNames(const Description& description) {
    std::set<std::string> ids;
    for (const Metric& metric : description.metrics) {
        if (!ids.insert(metric.id).second) {
            return badInput(fmt::format("The model has the metric {} twice.", metric.id));
        }
    }
    std::set<std::string> names(description.stressors.begin(), description.stressors.end());
    if (names.size() != description.stressors.size()) {
        return badInput("The model has a stressor twice.");
    }
    return {};
}

}  // namespace

std::string_view architectureName(Architecture architecture) {
    return architecture == Architecture::UNet ? "u-net" : "set-transformer";
}

Expected<Architecture> architectureFromName(std::string_view name) {
    return fromName(kArchitectures, architectureName, name,
                    "There is no architecture \"{}\"; choose set-transformer or u-net.");
}

std::string_view predictionName(Prediction prediction) {
    return prediction == Prediction::Noise ? "noise" : "velocity";
}

std::string_view scaleName(Scale scale) {
    return scale == Scale::Root ? "root" : "linear";
}

Network defaultNetwork(Architecture architecture) {
    if (architecture == Architecture::UNet) {
        return {.architecture = architecture,
                .prediction = Prediction::Noise,
                .width = 64,
                .layers = 3,
                .heads = 4,
                .dropout = 0.1};
    }
    return {};
}

std::vector<std::size_t> Description::coreMetrics() const {
    std::vector<std::size_t> indices;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        if (cpuOfUtilizationId(metrics[n].id)) {
            indices.push_back(n);
        }
    }
    return indices;
}

std::vector<std::size_t> Description::machineMetrics() const {
    std::vector<std::size_t> indices;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        if (!cpuOfUtilizationId(metrics[n].id)) {
            indices.push_back(n);
        }
    }
    return indices;
}

bool Description::simulated() const {
    return alignment.simulated || std::ranges::find(measured, Provenance::Simulation) != measured.end();
}

Expected<void> validate(const Description& description) {
    const std::size_t metrics = description.metrics.size();
    if (metrics == 0 || metrics > kMostMetrics || description.ranges.size() != metrics ||
        description.measured.size() != metrics) {
        return badInput("The model does not say which metrics it follows.");
    }
    const std::size_t cores = description.coreMetrics().size();
    if (cores != 0 && cores != description.cpus()) {
        return badInput(fmt::format("The model has {} CPUs but utilisations of {}.", description.cpus(), cores));
    }
    const auto socketsFit = [&](int socket) {
        return socket >= 0 && socket < static_cast<int>(description.cpus());
    };
    if (description.cpus() == 0 || !std::ranges::all_of(description.sockets, socketsFit)) {
        return badInput("The model does not say which CPUs it is for.");
    }
    if (description.stressors.empty()) {
        return badInput("The model has no stressor.");
    }
    if (auto size = plan::checkSize(1, description.cpus(), description.stressors.size()); !size) {
        return size;
    }
    const auto rangeFits = [](const Range& range) {
        return std::isfinite(range.low) && std::isfinite(range.high) && range.low < range.high;
    };
    if (!std::ranges::all_of(description.ranges, rangeFits)) {
        return badInput("The model has a metric without a range.");
    }
    if (description.diffusionSteps < 2 || description.diffusionSteps > kMostSteps) {
        return badInput(fmt::format("A model of {} diffusion steps cannot be used.", description.diffusionSteps));
    }
    if (!(description.windowSeconds > 0.0 && description.windowSeconds <= 3600.0)) {
        return badInput(fmt::format("The model's windows of {} s cannot be used.", description.windowSeconds));
    }
    if (auto names = validateNames(description); !names) {
        return names;
    }
    return validateNetwork(description.network);
}

json toJson(const TrainPoint& point) {
    return {point.step,
            numberOrNull<json>(point.epoch),
            numberOrNull<json>(point.seconds),
            numberOrNull<json>(point.trainLoss),
            numberOrNull<json>(point.validationLoss),
            numberOrNull<json>(point.learningRate),
            numberOrNull<json>(point.gradientNorm)};
}

TrainPoint trainPointFromJson(const json& value) {
    return {.step = value.at(0).get<std::int64_t>(),
            .epoch = numberOrNaN(value.at(1)),
            .seconds = numberOrNaN(value.at(2)),
            .trainLoss = numberOrNaN(value.at(3)),
            .validationLoss = numberOrNaN(value.at(4)),
            .learningRate = numberOrNaN(value.at(5)),
            .gradientNorm = numberOrNaN(value.at(6))};
}

json toJson(const AlignPoint& point) {
    return {point.iteration,
            numberOrNull<json>(point.seconds),
            point.windows,
            numberOrNull<json>(point.reward),
            numberOrNull<json>(point.rewardDeviation),
            numberOrNull<json>(point.heldOutReward),
            numberOrNull<json>(point.divergence),
            numberOrNull<json>(point.clipped),
            numberOrNull<json>(point.forwardError),
            point.missing};
}

AlignPoint alignPointFromJson(const json& value) {
    return {.iteration = value.at(0).get<int>(),
            .seconds = numberOrNaN(value.at(1)),
            .windows = value.at(2).get<std::int64_t>(),
            .reward = numberOrNaN(value.at(3)),
            .rewardDeviation = numberOrNaN(value.at(4)),
            .heldOutReward = numberOrNaN(value.at(5)),
            .divergence = numberOrNaN(value.at(6)),
            .clipped = numberOrNaN(value.at(7)),
            .forwardError = numberOrNaN(value.at(8)),
            .missing = value.at(9).get<int>()};
}

json toJson(const Description& description) {
    json history = json::array();
    for (const TrainPoint& point : description.history) {
        history.push_back(toJson(point));
    }
    const json machine = json::parse(description.machine, nullptr, false);
    json root{{"format", "mimesys-model"},
              {"version", kVersion},
              {"network",
               {{"architecture", architectureName(description.network.architecture)},
                {"prediction", predictionName(description.network.prediction)},
                {"width", description.network.width},
                {"layers", description.network.layers},
                {"heads", description.network.heads},
                {"dropout", description.network.dropout}}},
              {"diffusion_steps", description.diffusionSteps},
              {"simulated", description.simulated()},
              {"metrics", metricsJson(description)},
              {"not_driven", description.notDriven},
              {"stressors", description.stressors},
              {"sockets", description.sockets},
              {"window_seconds", description.windowSeconds},
              {"machine", machine.is_discarded() ? json() : machine},
              {"dataset", {{"xxh3", description.datasetHash}, {"samples", description.samples}}},
              {"seed", description.seed},
              {"forward_error", numberOrNull<json>(description.forwardError)},
              {"history_columns",
               {"step", "epoch", "seconds", "train_loss", "validation_loss", "learning_rate", "gradient_norm"}},
              {"history", history}};
    if (!description.alignment.traces.empty()) {
        root["alignment"] = toJson(description.alignment);
    }
    return root;
}

Expected<Description> descriptionFromJson(const std::string& text) {
    try {
        auto description = parse(json::parse(text));
        if (!description) {
            return description;
        }
        if (auto valid = validate(*description); !valid) {
            return tl::unexpected(valid.error());
        }
        return description;
    } catch (const json::exception&) {
        return badInput("The description inside the model is damaged or of another program.");
    }
}

}  // namespace mimesys::model
