// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/features.h"

#include <algorithm>

namespace mimesys::collection {
namespace {

constexpr std::size_t kPerSocketBesideStressors = 2;  // busy CPUs, load

std::size_t perSocket(const Layout& layout) {
    return layout.space.stressors + kPerSocketBesideStressors;
}

void describeOne(std::span<const float> composition, const Layout& layout, std::span<float> features) {
    const std::size_t stressors = layout.space.stressors;
    std::ranges::fill(features, 0.0F);
    for (std::size_t cpu = 0; cpu < layout.space.cpus; ++cpu) {
        const auto row = composition.subspan(cpu * stressors, stressors);
        const auto socket = features.subspan(static_cast<std::size_t>(layout.sockets[cpu]) * perSocket(layout));
        float load = 0.0F;
        for (std::size_t stressor = 0; stressor < stressors; ++stressor) {
            socket[stressor] += row[stressor];
            load += row[stressor];
        }
        socket[stressors] += load > 0.0F ? 1.0F : 0.0F;
        socket[stressors + 1] += load;
    }
}

}  // namespace

Layout layoutOf(const dataset::Dataset& dataset) {
    Layout layout{{dataset.cpus, dataset.stressors.size()}, dataset::socketsOf(dataset), 1};
    for (const int socket : layout.sockets) {
        layout.socketCount = std::max(layout.socketCount, static_cast<std::size_t>(socket) + 1);
    }
    return layout;
}

std::size_t featureCount(const Layout& layout) {
    return 2 * layout.socketCount * perSocket(layout);
}

void describeComposition(std::span<const float> composition, std::span<const float> previous, const Layout& layout,
                         std::span<float> features) {
    const std::size_t half = featureCount(layout) / 2;
    describeOne(composition, layout, features.first(half));
    describeOne(previous, layout, features.subspan(half, half));
}

Features featuresOf(const dataset::Dataset& dataset, const Layout& layout) {
    const std::size_t count = featureCount(layout);
    Features features(dataset.compositions.rows(), static_cast<Eigen::Index>(count));
    const std::size_t width = layout.space.size();
    for (Eigen::Index sample = 0; sample < features.rows(); ++sample) {
        describeComposition({dataset.compositions.row(sample).data(), width},
                            {dataset.previous.row(sample).data(), width}, layout, {features.row(sample).data(), count});
    }
    return features;
}

}  // namespace mimesys::collection
