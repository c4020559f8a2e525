// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::model {

enum class Architecture { SetTransformer, UNet };
[[nodiscard]] std::string_view architectureName(Architecture architecture);  // "set-transformer", "u-net"
[[nodiscard]] Expected<Architecture> architectureFromName(std::string_view name);

// What the network puts out: the noise ε (Ho et al. 2020), or the velocity √ᾱ·ε − √(1−ᾱ)·x₀ (Salimans and Ho 2022),
// which stays well conditioned where there is nearly only noise and so bears fewer steps.
enum class Prediction { Noise, Velocity };
[[nodiscard]] std::string_view predictionName(Prediction prediction);  // "noise", "velocity"

// Size of a network; which fields count depends on the architecture.
struct Network {
    Architecture architecture = Architecture::SetTransformer;
    Prediction prediction = Prediction::Velocity;
    int width = 128;  // set transformer: features per token; U-Net: channels of the first stage
    int layers = 4;   // set transformer
    int heads = 4;
    double dropout = 0.0;
    bool operator==(const Network&) const = default;
};
// The network of the paper (U-Net) or ours, in their usual sizes.
[[nodiscard]] Network defaultNetwork(Architecture architecture);

// How a metric's values lie between the ends of its range: evenly, or by the root of their distance from the low end.
// Root suits what is mostly small and at times very large, such as rates of events, as it does counts, whose noise it
// makes even (Bartlett 1936): evenly, all but the largest would look alike to a network.
enum class Scale { Linear, Root };
[[nodiscard]] std::string_view scaleName(Scale scale);  // "linear", "root"

// What a metric's values are scaled by: low becomes −1 and high 1. The bulk of what was measured, without the rare
// outliers that a plain minimum and maximum would follow.
struct Range {
    double low = 0.0;
    double high = 1.0;
    Scale scale = Scale::Linear;
    bool operator==(const Range&) const = default;
};

// One line of a training log.
struct TrainPoint {
    std::int64_t step = 0;
    double epoch = 0.0;
    double seconds = 0.0;         // of training, over all sessions of a resumed one
    double trainLoss = 0.0;       // mean over the steps since the point before
    double validationLoss = 0.0;  // of the averaged weights on the held-out groups; NaN without any
    double learningRate = 0.0;
    double gradientNorm = 0.0;  // before clipping, mean since the point before
};

// One iteration of an alignment.
struct AlignPoint {
    int iteration = 0;             // 0 = the model it began with
    double seconds = 0.0;          // over all sessions of a resumed one
    std::int64_t windows = 0;      // executed until then
    double reward = 0.0;           // mean over the iteration's samples; NaN before the first
    double rewardDeviation = 0.0;  // and their standard deviation
    double heldOutReward = 0.0;    // of the averaged weights on the held-out windows; NaN where it was not looked at
    double divergence = 0.0;       // KL per transition of the sampler from the model it began with
    double clipped = 0.0;          // share of probability ratios that were cut
    double forwardError = 0.0;     // mean |error| of the forward model on what was executed, before learning from it
    int missing = 0;               // samples without a measurement, which earned nothing
};

// Alignments a model went through, all together.
struct Alignment {
    std::vector<std::string> traces;     // trace::contentHash() of all traces seen: such a trace judges it no more
    std::vector<std::string> executors;  // where plans were executed
    bool simulated = false;              // one of these at least
    std::vector<AlignPoint> history;     // of the last
};

// Everything needed to use a model, kept in its file.
struct Description {
    Network network;
    int diffusionSteps = 25;           // of the full sampler
    std::vector<Metric> metrics;       // N; those of the cores in order of the plan's rows
    std::vector<Range> ranges;         // N
    std::vector<Provenance> measured;  // N: where the training data came from
    // Metrics of the data set that its stressors do not drive, and why: the end of a sentence.
    std::map<std::string, std::string> notDriven;
    std::vector<std::string> stressors;  // M
    std::vector<int> sockets;            // K: socket of each row, counted from 0
    double windowSeconds = 1.0;
    std::string machine;      // JSON of machine::Machine
    std::string datasetHash;  // XXH3-128 of the training data, hexadecimal
    std::size_t samples = 0;  // it was trained on, validation included
    std::uint64_t seed = 0;
    std::vector<TrainPoint> history;
    Alignment alignment;        // empty before any
    double forwardError = 0.0;  // of the forward model on the held-out groups: mean |error|, a range being 1

    [[nodiscard]] std::size_t cpus() const { return sockets.size(); }
    // Indices into metrics of the cores (in row order) and of all others.
    [[nodiscard]] std::vector<std::size_t> coreMetrics() const;
    [[nodiscard]] std::vector<std::size_t> machineMetrics() const;
    // Trained or aligned on simulated measurements, in whole or in part.
    [[nodiscard]] bool simulated() const;
};

// BadInput when the parts do not belong together or a size is beyond what a model can have.
[[nodiscard]] Expected<void> validate(const Description& description);

// A point as a list in the order of its members; null = not a number. The other way throws nlohmann's exceptions.
[[nodiscard]] nlohmann::json toJson(const TrainPoint& point);
[[nodiscard]] TrainPoint trainPointFromJson(const nlohmann::json& value);
[[nodiscard]] nlohmann::json toJson(const AlignPoint& point);
[[nodiscard]] AlignPoint alignPointFromJson(const nlohmann::json& value);

[[nodiscard]] nlohmann::json toJson(const Description& description);
[[nodiscard]] Expected<Description> descriptionFromJson(const std::string& text);

}  // namespace mimesys::model
