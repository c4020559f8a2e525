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
