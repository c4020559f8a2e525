// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/describe.h"

#include "generation/driven.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys::training {
namespace {

// Below this a network learns the samples, not the machine.
constexpr std::size_t kFewestSamples = 32;
// Share of the samples beyond either end of a range.
constexpr double kOutliers = 0.002;
// With the middle sample in this share of the range or below, the metric is mostly small.
constexpr double kMostlySmall = 0.2;

model::Range rangeOf(const Metric& metric, const dataset::Dataset& dataset, Eigen::Index column) {
    if (cpuOfUtilizationId(metric.id)) {
        return {0.0, 100.0};
    }
    std::vector<double> values;
    for (Eigen::Index sample = 0; sample < dataset.mean.rows(); ++sample) {
        if (const float value = dataset.mean(sample, column); std::isfinite(value)) {
            values.push_back(static_cast<double>(value));
        }
    }
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const auto cut = static_cast<std::size_t>(kOutliers * static_cast<double>(values.size()));
    const double low = values[cut];
    const double high = values[values.size() - 1 - cut];
    if (!(high > low)) {
        return {low, low + 1.0};
    }
    const double middle = values[values.size() / 2];
    return {low, high, middle - low < kMostlySmall * (high - low) ? model::Scale::Root : model::Scale::Linear};
}

}  // namespace

Expected<model::Description> describe(const dataset::Dataset& dataset, const TrainOptions& options) {
    if (dataset.sampleCount() < kFewestSamples) {
        return badInput(fmt::format("The data set has {} samples; a model needs at least {}, so collect for longer.",
                                    dataset.sampleCount(), kFewestSamples));
    }
    model::Description description;
    description.network = options.network;
    description.diffusionSteps = options.diffusionSteps;
    const std::vector<std::string> reasons = generation::reasonsNotDriven(dataset);
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        if (!reasons[n].empty()) {
            description.notDriven[dataset.metrics[n].id] = reasons[n];
            continue;
        }
        description.metrics.push_back(dataset.metrics[n]);
        description.ranges.push_back(rangeOf(dataset.metrics[n], dataset, static_cast<Eigen::Index>(n)));
        description.measured.push_back(dataset.provenance[n]);
    }
    if (description.metrics.empty()) {
        return badInput("No metric of the data set is driven by its stressors, so there is nothing to learn.");
    }
    description.stressors = dataset.stressors;
    description.sockets = dataset::socketsOf(dataset);
    description.windowSeconds = dataset.windowSeconds;
    description.machine = dataset.machine;
    description.datasetHash = hashOf(dataset);
    description.samples = dataset.sampleCount();
    description.seed = options.seed;
    if (auto valid = model::validate(description); !valid) {
        return tl::unexpected(valid.error());
    }
    return description;
}

std::string hashOf(const dataset::Dataset& dataset) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
    if (!state) {
        throw std::bad_alloc();
    }
    XXH3_128bits_reset(state.get());
    const auto addText = [&](const std::string& text) {
        XXH3_128bits_update(state.get(), text.c_str(), text.size() + 1);
    };
    const auto addMatrix = [&](const trace::Matrix& matrix) {
        XXH3_128bits_update(state.get(), matrix.data(), static_cast<std::size_t>(matrix.size()) * sizeof(float));
    };
    std::ranges::for_each(dataset.stressors, addText);
    for (const Metric& metric : dataset.metrics) {
        addText(metric.id);
    }
    addMatrix(dataset.compositions);
    addMatrix(dataset.previous);
    addMatrix(dataset.mean);
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace mimesys::training
