// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr double kNoise = 0.03;       // standard deviation of the logarithm of a fraction
constexpr double kSocketScale = 0.3;  // of that of a socket's load
constexpr std::size_t kMostParents = 4;
constexpr int kTriesForMixture = 3;  // before a single stressor is taken for a parent

double normal(Random& random) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

std::span<float> rowOf(std::vector<float>& fractions, std::size_t cpu, const Space& space) {
    return std::span(fractions).subspan(cpu * space.stressors, space.stressors);
}

// `count` of the numbers below `total`.
std::vector<std::size_t> someOf(std::size_t total, std::size_t count, Random& random) {
    std::vector<std::size_t> numbers(total);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    random.shuffle(std::span(numbers));
    numbers.resize(std::min(count, total));
    return numbers;
}

void takeRows(std::vector<float>& child, std::vector<float> other, const Space& space, Random& random) {
    const std::size_t most = std::max<std::size_t>(1, space.cpus / 2);
    for (const std::size_t cpu : someOf(space.cpus, 1 + random.below(most), random)) {
        std::ranges::copy(rowOf(other, cpu, space), rowOf(child, cpu, space).begin());
    }
}

void takeColumns(std::vector<float>& child, const std::vector<float>& other, const Space& space, Random& random) {
    const std::size_t most = std::max<std::size_t>(1, space.stressors / 3);
    for (const std::size_t stressor : someOf(space.stressors, 1 + random.below(most), random)) {
        for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
            child[cpu * space.stressors + stressor] = other[cpu * space.stressors + stressor];
        }
    }
}

// Weights of Dirichlet(1): exponential variates, normalised.
void blend(std::vector<float>& child, const Pool& pool, Random& random) {
    const std::size_t parents = 2 + random.below(kMostParents - 1);
    std::vector<double> sum(child.size(), 0.0);
    double total = 0.0;
    for (std::size_t parent = 0; parent < parents; ++parent) {
        const std::vector<float> fractions = parent == 0 ? child : drawParent(pool, random);
        const double weight = -std::log(1.0 - random.uniform());
        total += weight;
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += weight * static_cast<double>(fractions[i]);
        }
    }
    for (std::size_t i = 0; i < sum.size(); ++i) {
        child[i] = static_cast<float>(total > 0.0 ? sum[i] / total : 0.0);
    }
}

void disturb(std::vector<float>& child, const Space& space, Random& random) {
    for (float& fraction : child) {
        fraction *= static_cast<float>(std::exp(kNoise * normal(random)));
    }
    for (const std::size_t cpu : someOf(space.cpus, random.below(space.cpus / 4 + 1), random)) {
        std::ranges::fill(rowOf(child, cpu, space), 0.0F);
    }
}

void takeSocket(std::vector<float>& child, std::vector<float> other, const Layout& layout, Random& random) {
    const auto socket = static_cast<int>(random.below(layout.socketCount));
    for (std::size_t cpu = 0; cpu < layout.space.cpus; ++cpu) {
        if (layout.sockets[cpu] == socket) {
            std::ranges::copy(rowOf(other, cpu, layout.space), rowOf(child, cpu, layout.space).begin());
        }
    }
}

void scaleSockets(std::vector<float>& child, const Layout& layout, Random& random) {
    std::vector<double> scales(layout.socketCount);
    std::ranges::generate(scales, [&] { return std::exp(kSocketScale * normal(random)); });
    for (std::size_t cpu = 0; cpu < layout.space.cpus; ++cpu) {
        for (float& fraction : rowOf(child, cpu, layout.space)) {
            fraction *= static_cast<float>(scales[static_cast<std::size_t>(layout.sockets[cpu])]);
        }
    }
}

}  // namespace

std::vector<float> drawParent(const Pool& pool, Random& random) {
    auto sample = static_cast<Index>(random.below(pool.dataset.sampleCount()));
    for (int tries = 0;
         tries < kTriesForMixture && pool.dataset.kinds[static_cast<std::size_t>(sample)] == dataset::kSweep; ++tries) {
        sample = static_cast<Index>(random.below(pool.dataset.sampleCount()));
    }
    const auto row = pool.dataset.compositions.row(sample);
    return {row.data(), row.data() + row.size()};
}

std::vector<float> mutation(const Pool& pool, Random& random) {
    const Space& space = pool.layout.space;
    std::vector<float> child = drawParent(pool, random);
    switch (random.below(6)) {
        case 0:
            takeRows(child, drawParent(pool, random), space, random);
            break;
        case 1:
            takeColumns(child, drawParent(pool, random), space, random);
            break;
        case 2:
            blend(child, pool, random);
            break;
        case 3:
            disturb(child, space, random);
            break;
        case 4:
            takeSocket(child, drawParent(pool, random), pool.layout, random);
            break;
        default:
            scaleSockets(child, pool.layout, random);
            break;
    }
    return child;
}

std::vector<float> unionOf(std::span<const float> first, std::span<const float> second, const Layout& layout,
                           Random& random) {
    const Space& space = layout.space;
    std::vector<float> together(space.size(), 0.0F);
    std::vector<std::size_t> free = someOf(space.cpus, space.cpus, random);
    // A free CPU of the socket if there is one, else any.
    const auto place = [&](std::span<const float> row, int socket) {
        if (free.empty()) {
            return;
        }
        auto found = std::ranges::find(free, socket, [&](std::size_t cpu) { return layout.sockets[cpu]; });
        found = found == free.end() ? free.begin() : found;
        std::ranges::copy(row, rowOf(together, *found, space).begin());
        free.erase(found);
    };
    const std::size_t shareOfFirst = 1 + random.below(space.cpus);
    std::size_t placed = 0;
    for (const auto& parent : {first, second}) {
        for (const std::size_t cpu : someOf(space.cpus, space.cpus, random)) {
            const auto row = parent.subspan(cpu * space.stressors, space.stressors);
            const bool busy = std::ranges::any_of(row, [](float fraction) { return fraction > 0.0F; });
            const bool full = parent.data() == first.data() && placed >= shareOfFirst;
            if (busy && !full) {
                place(row, layout.sockets[cpu]);
                ++placed;
            }
        }
    }
    return together;
}

}  // namespace mimesys::collection
