// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "collection/compositions.h"
#include "dataset/dataset.h"
#include "machine/machine.h"
#include "model/description.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <vector>

// A machine of four CPUs on two sockets with three stressors whose effects are known exactly: a CPU's utilisation is
// 100 × the sum of its first two fractions, disk.read 50 MB/s × the sum of all third fractions, and
// memory.read_bandwidth 2 GB/s × the sum of the second ones plus 1 GB/s × that sum in the window before.
namespace toy {

using namespace mimesys;

inline constexpr std::size_t kCpus = 4;
inline constexpr std::size_t kStressors = 3;

inline std::string machineJson() {
    machine::Machine machine;
    machine.cpuModel = "Toy";
    for (int cpu = 0; cpu < static_cast<int>(kCpus); ++cpu) {
        machine.cpus.push_back({.id = cpu, .socket = cpu / 2, .core = cpu % 2, .node = 0});
        machine.usableCpus.push_back(cpu);
    }
    return machine::toJson(machine);
}

inline std::vector<Metric> metrics() {
    std::vector<Metric> metrics;
    for (int cpu = 0; cpu < static_cast<int>(kCpus); ++cpu) {
        metrics.push_back(metricFor(cpuUtilizationId(cpu)));
    }
    metrics.push_back(metricFor("memory.read_bandwidth"));
    metrics.push_back(metricFor("disk.read"));
    return metrics;
}

// N values for a composition after another one.
inline std::vector<float> measure(std::span<const float> composition, std::span<const float> previous) {
    std::vector<float> values(kCpus + 2, 0.0F);
    for (std::size_t cpu = 0; cpu < kCpus; ++cpu) {
        const auto row = composition.subspan(cpu * kStressors, kStressors);
        values[cpu] = 100.0F * (row[0] + row[1]);
        values[kCpus] += 2.0F * row[1] + previous[cpu * kStressors + 1];
        values[kCpus + 1] += 50.0F * row[2];
    }
    return values;
}

// Real names of stressors, so that plans made of them are accepted.
inline std::vector<std::string> stressors() {
    return {"hash-insert", "stream-dram", "disk-read-paced"};
}

inline dataset::Dataset dataset(std::size_t samples, std::uint64_t seed = 1) {
    dataset::Dataset data;
    data.stressors = stressors();
    data.metrics = metrics();
    data.provenance.assign(data.metrics.size(), Provenance::Simulation);
    data.cpus = kCpus;
    data.windowSeconds = 1.0;
    data.machine = machineJson();
    data.seed = seed;
    const auto rows = static_cast<Eigen::Index>(samples);
    data.compositions.resize(rows, static_cast<Eigen::Index>(kCpus * kStressors));
    data.previous.resize(rows, static_cast<Eigen::Index>(kCpus * kStressors));
    data.mean.resize(rows, static_cast<Eigen::Index>(data.metrics.size()));
    data.deviation = trace::Matrix::Zero(rows, static_cast<Eigen::Index>(data.metrics.size()));
    const collection::Space space{kCpus, kStressors};
    std::vector<float> previous(space.size(), 0.0F);
    for (Eigen::Index sample = 0; sample < rows; ++sample) {
        const auto chosen = collection::compositionFor(static_cast<std::size_t>(sample), seed, space);
        const std::vector<float> values = measure(chosen.fractions, previous);
        std::ranges::copy(chosen.fractions, data.compositions.row(sample).data());
        std::ranges::copy(previous, data.previous.row(sample).data());
        std::ranges::copy(values, data.mean.row(sample).data());
        data.kinds.emplace_back(chosen.kind);
        previous = chosen.fractions;
    }
    return data;
}

inline model::Description description(const model::Network& network = {}) {
    model::Description description;
    description.network = network;
    description.metrics = metrics();
    description.ranges.assign(kCpus, {0.0, 100.0});
    description.ranges.push_back({0.0, 12.0});
    description.ranges.push_back({0.0, 200.0});
    description.measured.assign(description.metrics.size(), Provenance::Simulation);
    description.stressors = stressors();
    description.sockets = {0, 0, 1, 1};
    description.machine = machineJson();
    description.datasetHash = "0123";
    description.samples = 100;
    return description;
}

// Small enough to be trained within a test.
inline model::Network smallNetwork() {
    return {.architecture = model::Architecture::SetTransformer,
            .prediction = model::Prediction::Velocity,
            .width = 32,
            .layers = 2,
            .heads = 2,
            .dropout = 0.0};
}

}  // namespace toy
