// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "collection/compositions.h"
#include "collection/strategy.h"
#include "dataset/dataset.h"
#include "plan/plan.h"
#include "trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mimesys::collection {

// Compositions that are run one after the other; before the first the machine is idle for a window.
using Stretch = std::vector<Composition>;

// What is executed before the data set is written again.
struct Round {
    std::vector<Stretch> stretches;

    [[nodiscard]] std::size_t sampleCount() const;
    [[nodiscard]] std::size_t windowCount() const;  // with the idle ones
};

// Samples [first, first + count) of the sequence that belongs to the data set's seed, CPUs and stressors, in as many
// stretches as there are hosts. Novelty's sequence is its sweep.
[[nodiscard]] Round sequenceRound(const dataset::Dataset& dataset, Strategy strategy, std::size_t first,
                                  std::size_t count, std::size_t hosts);

// Each composition once after an idle window and once after another of them (after itself, when there is only one): an
// idle window, a composition and the next one, again and again, so that every window but the idle ones is a sample. The
// first `samples` of these.
[[nodiscard]] Round pairedRound(const std::vector<Composition>& compositions, std::size_t samples);

// What one host executes of a round.
struct Share {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    std::vector<std::string_view> kinds;  // per window; empty: the machine is idle and nothing is sampled
};
// In as many parts of about the same length as there are hosts, or fewer when there are fewer stretches. `seed` orders
// stressors within windows.
[[nodiscard]] std::vector<Share> divide(const Round& round, const dataset::Dataset& dataset, std::size_t hosts,
                                        std::uint64_t seed);

// Appends the samples of a share that was executed and recorded. The first one settles which metrics the data set has:
// all that were recorded, but of the cores only those the compositions ran on. Failed when the recording is shorter
// than the plan.
[[nodiscard]] Expected<void> appendShare(dataset::Dataset& dataset, const Share& share, const trace::Trace& recording,
                                         const std::vector<int>& cpus);

}  // namespace mimesys::collection
