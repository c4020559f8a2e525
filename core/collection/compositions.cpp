// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/compositions.h"

#include "base/random.h"
#include "dataset/dataset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace mimesys::collection {
namespace {

constexpr std::array kSweepFractions{1.0F, 0.5F, 0.25F, 0.75F, 0.1F};

// Chances of a random composition.
constexpr double kAllCpus = 0.4;        // every CPU is busy
constexpr double kGroups = 0.75;        // busy CPUs form groups that run the same stressors, as threads of a program do
constexpr double kFewStressors = 0.75;  // one to three stressors in a row instead of any number
constexpr double kSameLevel = 0.5;      // all busy CPUs of a group are equally busy
constexpr double kFullRow = 0.1;        // a busy CPU does not sleep at all
constexpr double kLightLoad = 0.35;     // the whole machine is scaled down: quiet windows are common, and look alike
constexpr std::size_t kMostGroups = 4;
// Chances of a variation of the composition before: load seldom changes altogether from one second to the next, and
// some of what a machine does (dirty pages, warm caches) shows only when it lasts.
constexpr double kVariation = 0.5;
constexpr double kKeptRow = 0.5;
constexpr double kScaledRow = 0.25;

std::vector<std::size_t> sweepCpuCounts(std::size_t cpus) {
    std::vector<std::size_t> counts{cpus};
    for (const std::size_t count : {std::size_t{1}, cpus / 2}) {
        if (count > 0 && std::ranges::find(counts, count) == counts.end()) {
            counts.push_back(count);
        }
    }
    return counts;
}

// `count` of the numbers below `total`, in random order.
std::vector<std::size_t> pick(Random& random, std::size_t count, std::size_t total) {
    std::vector<std::size_t> numbers(total);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    random.shuffle(std::span(numbers));
    numbers.resize(count);
    return numbers;
}

// The square of a normal variate: normalised, several of them are Dirichlet(1/2), which favours uneven shares.
double unevenShare(Random& random) {
    const double radius = -2.0 * std::log(1.0 - random.uniform());
    const double cosine = std::cos(2.0 * std::numbers::pi * random.uniform());
    return radius * cosine * cosine;
}

std::vector<std::size_t> pickStressors(Random& random, std::size_t stressors) {
    const std::size_t most = random.uniform() < kFewStressors ? std::min<std::size_t>(3, stressors) : stressors;
    return pick(random, 1 + random.below(most), stressors);
}

void fillRow(Random& random, const std::vector<std::size_t>& stressors, double level, std::span<float> row) {
    std::vector<double> shares;
    double sum = 0.0;
    for (std::size_t i = 0; i < stressors.size(); ++i) {
        shares.push_back(unevenShare(random) + 1e-9);
        sum += shares.back();
    }
    for (std::size_t i = 0; i < stressors.size(); ++i) {
        row[stressors[i]] = static_cast<float>(level * shares[i] / sum);
    }
}

std::vector<float> sweepComposition(std::size_t index, Random& random, const Space& space) {
    std::vector<float> fractions(space.size(), 0.0F);
    if (index == 0) {
        return fractions;
    }
    const std::vector<std::size_t> counts = sweepCpuCounts(space.cpus);
    const std::size_t position = index - 1;
    const std::size_t stressor = position % space.stressors;
    const std::size_t count = counts[position / space.stressors % counts.size()];
    const float fraction = kSweepFractions[position / space.stressors / counts.size()];
    for (const std::size_t cpu : pick(random, count, space.cpus)) {
        fractions[cpu * space.stressors + stressor] = fraction;
    }
    return fractions;
}

// Rows of CPUs that run the same stressors, or each its own.
void fillGroup(Random& random, std::span<const std::size_t> cpus, bool shared, double scale, const Space& space,
               std::vector<float>& fractions) {
    const bool sameLevel = random.uniform() < kSameLevel;
    const std::vector<std::size_t> common = pickStressors(random, space.stressors);
    const double commonLevel = random.uniform();
    for (const std::size_t cpu : cpus) {
        const double own = random.uniform() < kFullRow ? 1.0 : random.uniform();
        const std::span<float> row = std::span(fractions).subspan(cpu * space.stressors, space.stressors);
        fillRow(random, shared ? common : pickStressors(random, space.stressors),
                scale * (sameLevel ? commonLevel : own), row);
    }
}

// The generator's own steps are a fixed stride in its state; a scrambled start keeps samples unrelated.
Random randomAt(std::uint64_t seed, std::size_t sample) {
    return Random(Random(seed).next() ^ Random(sample).next());
}

// Positions of the settings of fractions and CPU counts that a sparse sweep has.
std::vector<std::size_t> sparseSettings(const Space& space) {
    const std::size_t counts = sweepCpuCounts(space.cpus).size();
    std::vector<std::size_t> settings;
    for (std::size_t setting = 0; setting < counts * kSweepFractions.size(); ++setting) {
        if ((setting % counts + setting / counts) % 2 == 0) {
            settings.push_back(setting);
        }
    }
    return settings;
}

}  // namespace

std::vector<float> randomComposition(Random& random, const Space& space) {
    std::vector<float> fractions(space.size(), 0.0F);
    const std::size_t busy = random.uniform() < kAllCpus ? space.cpus : 1 + random.below(space.cpus);
    const double scale = random.uniform() < kLightLoad ? random.uniform() : 1.0;
    const bool shared = random.uniform() < kGroups;
    const std::size_t groups = shared ? 1 + random.below(std::min(kMostGroups, busy)) : 1;
    const std::vector<std::size_t> cpus = pick(random, busy, space.cpus);
    std::size_t first = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        // The last one takes what is left; every group has a CPU.
        const std::size_t spare = busy - first - (groups - group);
        const std::size_t count = 1 + (group + 1 == groups ? spare : random.below(spare + 1));
        fillGroup(random, std::span(cpus).subspan(first, count), shared, scale, space, fractions);
        first += count;
    }
    return fractions;
}

std::vector<float> variationOf(std::span<const float> before, Random& random, const Space& space) {
    std::vector<float> fractions = randomComposition(random, space);
    const std::size_t changed = random.below(space.cpus);
    for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
        const double chance = random.uniform();
        const double scale = random.uniform() * 1.5;
        if (cpu == changed || chance > kKeptRow + kScaledRow) {
            continue;
        }
        const auto old = before.subspan(cpu * space.stressors, space.stressors);
        const auto row = std::span(fractions).subspan(cpu * space.stressors, space.stressors);
        const double sum = std::accumulate(old.begin(), old.end(), 0.0);
        const double factor = chance < kKeptRow || sum <= 0.0 ? 1.0 : std::min(scale, 1.0 / sum);
        std::ranges::transform(old, row.begin(),
                               [&](float value) { return static_cast<float>(factor * static_cast<double>(value)); });
    }
    return fractions;
}

std::size_t sweepLength(const Space& space) {
    return 1 + space.stressors * kSweepFractions.size() * sweepCpuCounts(space.cpus).size();
}

Composition compositionFor(std::size_t index, std::uint64_t seed, const Space& space) {
    Random random = randomAt(seed, index);
    if (index < sweepLength(space)) {
        return {sweepComposition(index, random, space), dataset::kSweep};
    }
    // Back to where the variations began, and forward from there.
    std::size_t first = index;
    while (first > sweepLength(space) && randomAt(seed, first).uniform() < kVariation) {
        --first;
    }
    std::vector<float> fractions;
    for (std::size_t sample = first; sample <= index; ++sample) {
        random = randomAt(seed, sample);
        (void)random.uniform();  // decided above
        fractions = sample == first ? randomComposition(random, space) : variationOf(fractions, random, space);
    }
    return {std::move(fractions), dataset::kRandom};
}

Composition uniformFor(std::size_t index, std::uint64_t seed, const Space& space) {
    if (index < sweepLength(space)) {
        return compositionFor(index, seed, space);
    }
    Random random = randomAt(seed, index);
    std::vector<float> fractions(space.size(), 0.0F);
    const std::size_t most = space.stressors - space.stressors / 2;  // that a row keeps
    for (const std::size_t cpu : pick(random, std::max<std::size_t>(1, random.below(space.cpus)), space.cpus)) {
        const auto row = std::span(fractions).subspan(cpu * space.stressors, space.stressors);
        double sum = 0.0;
        for (const std::size_t stressor : pick(random, 1 + random.below(most), space.stressors)) {
            row[stressor] = static_cast<float>(random.uniform());
            sum += static_cast<double>(row[stressor]);
        }
        const double longest = 0.9 + 0.05 * static_cast<double>(random.below(3));
        if (sum > longest) {
            std::ranges::transform(row, row.begin(), [&](float value) {
                return static_cast<float>(static_cast<double>(value) * longest / sum);
            });
        }
    }
    return {std::move(fractions), dataset::kRandom};
}

std::size_t sparseSweepLength(const Space& space) {
    return 1 + space.stressors * sparseSettings(space).size();
}

Composition sparseSweepFor(std::size_t index, std::uint64_t seed, const Space& space) {
    if (index == 0) {
        return compositionFor(0, seed, space);
    }
    const std::size_t setting = sparseSettings(space)[(index - 1) / space.stressors];
    return compositionFor(1 + setting * space.stressors + (index - 1) % space.stressors, seed, space);
}

Composition sweepFor(std::size_t index, std::uint64_t seed, const Space& space) {
    Random random = randomAt(seed, index);
    if (index < sweepLength(space)) {
        return {sweepComposition(index, random, space), dataset::kSweep};
    }
    std::vector<float> fractions(space.size(), 0.0F);
    const std::size_t stressor = (index - sweepLength(space)) % space.stressors;
    const auto fraction = static_cast<float>(1.0 - random.uniform());
    for (const std::size_t cpu : pick(random, 1 + random.below(space.cpus), space.cpus)) {
        fractions[cpu * space.stressors + stressor] = fraction;
    }
    return {std::move(fractions), dataset::kSweep};
}

}  // namespace mimesys::collection
