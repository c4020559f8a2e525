// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mimesys::collection {

// What can be composed: K CPUs and M stressors.
struct Space {
    std::size_t cpus = 0;
    std::size_t stressors = 0;
    [[nodiscard]] std::size_t size() const { return cpus * stressors; }
};

struct Composition {
    std::vector<float> fractions;  // K×M, C order; every row adds up to at most 1
    std::string_view kind;         // of the dataset's
};

// Compositions that are run one after the other; before the first the machine is idle for a window.
using Stretch = std::vector<Composition>;

// Samples of a sweep: idle once, then every stressor alone, at full and at partial fractions, on all, one and half of
// the CPUs. In an order that reaches every stressor early.
[[nodiscard]] std::size_t sweepLength(const Space& space);

// The composition of sample `index` of a collection: the sweep, then random ones without end. A pure function, so that
// a collection can be continued where it stopped. Random compositions vary in how many CPUs are busy, how busy, and how
// many stressors share a row (often few, and seldom evenly: traces of applications are not mixtures of everything);
// half of them vary the composition before.
[[nodiscard]] Composition compositionFor(std::size_t index, std::uint64_t seed, const Space& space);

// As compositionFor(), but after the sweep each fraction is drawn from [0, 1), half of a row's stressors to all but one
// are left out, rows that are too long are shortened to 0.90, 0.95 or 1, and one CPU to all but one idle: how the
// MIMESYS research system draws at random.
[[nodiscard]] Composition uniformFor(std::size_t index, std::uint64_t seed, const Space& space);

// Sample `index` of sweeps without end: the first is that of compositionFor(), the others try every stressor on any
// number of CPUs at any fraction.
[[nodiscard]] Composition sweepFor(std::size_t index, std::uint64_t seed, const Space& space);

// Of the sweep every other setting, as on a chessboard of CPU counts and fractions: enough to begin with where what
// follows is chosen by what was measured.
[[nodiscard]] std::size_t sparseSweepLength(const Space& space);
[[nodiscard]] Composition sparseSweepFor(std::size_t index, std::uint64_t seed, const Space& space);

// One random composition, as compositionFor() draws those that vary none.
[[nodiscard]] std::vector<float> randomComposition(Random& random, const Space& space);
// What may follow a composition a window later, as compositionFor() varies the one before: about half of the rows as
// they were, others busier or quieter, the rest, one at least, from a new random composition.
[[nodiscard]] std::vector<float> variationOf(std::span<const float> before, Random& random, const Space& space);

}  // namespace mimesys::collection
