// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/samples.h"

#include "model/scaling.h"

#include <algorithm>
#include <map>
#include <numeric>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys::training {
namespace {

using Index = std::int64_t;

// Chances of hide().
constexpr double kNoTrace = 0.1;
constexpr double kNoCores = 0.1;
constexpr double kSomeMetrics = 0.3;
constexpr double kNoPrevious = 0.15;

torch::Tensor fractions(const trace::Matrix& matrix, Index cpus, Index stressors) {
    return torch::from_blob(const_cast<float*>(matrix.data()), {matrix.rows(), cpus, stressors}).clone();
}

// Where the metrics of the description stand in the data set.
std::vector<Eigen::Index> columnsOf(const dataset::Dataset& dataset, const model::Description& description,
                                    const std::vector<std::size_t>& metrics) {
    std::vector<Eigen::Index> columns;
    for (const std::size_t n : metrics) {
        const auto found = std::ranges::find(dataset.metrics, description.metrics[n].id, &Metric::id);
        columns.push_back(found - dataset.metrics.begin());
    }
    return columns;
}

// (S, `count`, 2): scaled values and masks; metrics beyond those there are stay masked.
torch::Tensor scaledColumns(const dataset::Dataset& dataset, const model::Description& description,
                            const std::vector<std::size_t>& metrics, Index count) {
    const std::vector<Eigen::Index> columns = columnsOf(dataset, description, metrics);
    torch::Tensor values = torch::zeros({dataset.mean.rows(), count, 2});
    auto access = values.accessor<float, 3>();
    for (Index sample = 0; sample < dataset.mean.rows(); ++sample) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto scaled = model::scaled(dataset.mean(sample, columns[i]), description.ranges[metrics[i]]);
            access[sample][static_cast<Index>(i)][0] = scaled.value_or(0.0F);
            access[sample][static_cast<Index>(i)][1] = scaled ? 1.0F : 0.0F;
        }
    }
    return values;
}

// A random renaming: row k of the renamed machine is row result[k] of the old one.
void drawRenaming(const std::vector<std::vector<Index>>& sockets, Random& random, Index* renaming) {
    std::vector<std::size_t> order(sockets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) {
        const std::size_t j = random.below(i);
        if (sockets[order[i - 1]].size() == sockets[order[j]].size()) {
            std::swap(order[i - 1], order[j]);
        }
    }
    for (std::size_t socket = 0; socket < sockets.size(); ++socket) {
        std::vector<Index> from = sockets[order[socket]];
        random.shuffle(std::span(from));
        for (std::size_t i = 0; i < from.size(); ++i) {
            renaming[sockets[socket][i]] = from[i];
        }
    }
}

}  // namespace

Batch Batch::to(const torch::Device& device) const {
    return {composition.to(device), previous.to(device), cores.to(device), metrics.to(device), condition.to(device)};
}

Split splitByComposition(const dataset::Dataset& dataset, double validationShare, std::uint64_t seed) {
    Split split;
    const auto bytes = static_cast<std::size_t>(dataset.compositions.cols()) * sizeof(float);
    for (Index sample = 0; sample < dataset.compositions.rows(); ++sample) {
        const std::uint64_t hash = XXH3_64bits_withSeed(dataset.compositions.row(sample).data(), bytes, seed);
        const bool held = static_cast<double>(hash >> 11) * 0x1.0p-53 < validationShare;
        (held ? split.validation : split.training).push_back(sample);
    }
    return split;
}

Samples::Samples(const dataset::Dataset& dataset, const model::Description& description) {
    const auto cpus = static_cast<Index>(dataset.cpus);
    const auto stressors = static_cast<Index>(dataset.stressors.size());
    const std::vector<std::size_t> machine = description.machineMetrics();
    m_compositions = fractions(dataset.compositions, cpus, stressors);
    m_previous = fractions(dataset.previous, cpus, stressors);
    m_cores = scaledColumns(dataset, description, description.coreMetrics(), cpus);
    m_metrics = scaledColumns(dataset, description, machine, static_cast<Index>(machine.size()));
}

Batch Samples::at(std::span<const std::int64_t> indices) const {
    const torch::Tensor index =
        torch::from_blob(const_cast<Index*>(indices.data()), {static_cast<Index>(indices.size())}, torch::kInt64);
    const torch::Tensor previous = m_previous.index_select(0, index);
    const torch::Tensor cores = m_cores.index_select(0, index);
    const torch::Tensor metrics = m_metrics.index_select(0, index);
    return {m_compositions.index_select(0, index),
            previous,
            cores,
            metrics,
            {cores, metrics, previous, torch::ones({index.size(0), 1})}};
}

void interchange(Batch& batch, const std::vector<int>& sockets, Random& random) {
    std::map<int, std::vector<Index>> members;
    for (std::size_t cpu = 0; cpu < sockets.size(); ++cpu) {
        members[sockets[cpu]].push_back(static_cast<Index>(cpu));
    }
    std::vector<std::vector<Index>> groups;
    for (auto& [socket, cpus] : members) {
        groups.push_back(std::move(cpus));
    }
    const Index size = batch.composition.size(0);
    const auto cpus = static_cast<Index>(sockets.size());
    torch::Tensor renaming = torch::empty({size, cpus}, torch::kInt64);
    for (Index sample = 0; sample < size; ++sample) {
        drawRenaming(groups, random, renaming.data_ptr<Index>() + sample * cpus);
    }
    const auto renamed = [&](const torch::Tensor& values) {
        return values.gather(1, renaming.unsqueeze(2).expand({size, cpus, values.size(2)}));
    };
    batch.composition = renamed(batch.composition);
    batch.previous = renamed(batch.previous);
    batch.cores = renamed(batch.cores);
    batch.condition.previous = renamed(batch.condition.previous);
    batch.condition.cores = renamed(batch.condition.cores);
}

void hide(Batch& batch, Random& random) {
    const Index size = batch.composition.size(0);
    const Index cpus = batch.condition.cores.size(1);
    const Index metrics = batch.condition.metrics.size(1);
    torch::Tensor keepCores = torch::ones({size, cpus, 1});
    torch::Tensor keepMetrics = torch::ones({size, metrics, 1});
    torch::Tensor keepPrevious = torch::ones({size, 1});
    auto cores = keepCores.accessor<float, 3>();
    auto others = keepMetrics.accessor<float, 3>();
    auto previous = keepPrevious.accessor<float, 2>();
    for (Index sample = 0; sample < size; ++sample) {
        const bool noTrace = random.uniform() < kNoTrace;
        const bool noCores = random.uniform() < kNoCores;
        const double missing = random.uniform() < kSomeMetrics ? random.uniform() : 0.0;
        for (Index cpu = 0; cpu < cpus; ++cpu) {
            cores[sample][cpu][0] = noTrace || noCores || random.uniform() < missing ? 0.0F : 1.0F;
        }
        for (Index n = 0; n < metrics; ++n) {
            others[sample][n][0] = noTrace || random.uniform() < missing ? 0.0F : 1.0F;
        }
        previous[sample][0] = random.uniform() < kNoPrevious ? 0.0F : 1.0F;
    }
    batch.condition.cores = batch.condition.cores * keepCores;
    batch.condition.metrics = batch.condition.metrics * keepMetrics;
    batch.condition.previous = batch.condition.previous * keepPrevious.unsqueeze(2);
    batch.condition.previousKnown = batch.condition.previousKnown * keepPrevious;
}

}  // namespace mimesys::training
