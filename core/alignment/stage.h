// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/align.h"
#include "alignment/policy.h"
#include "alignment/traces.h"
#include "model/networks.h"
#include "training/samples.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace mimesys::alignment {

// What an execution of C compositions measured, and how far that is from what was asked for. On the CPU.
struct Outcomes {
    training::Batch samples;  // C × repeats: compositions with what was before them and what they did; no condition
    torch::Tensor distance;   // (C): from the target to the mean of the repeats; NaN = nothing comparable was measured
    torch::Tensor instability;  // (C): root mean square over metrics of the deviation between repeats, in ranges
};

// One iteration's samplings with what became of them.
struct Rollout {
    Trajectories trajectories;          // those that were measured
    std::vector<double> rewards;        // of each
    std::vector<std::int64_t> targets;  // of each: the same number for the same window of a trace
    training::Batch samples;            // everything that was executed, each repeat by itself
    int missing = 0;                    // samplings without a measurement: they are not among the trajectories
    std::int64_t windows = 0;           // executed
};

// Where samplings become executions: the targets, and the machine.
class Stage {
public:
    // Keeps references to its arguments.
    Stage(const model::Description& description, const Traces& traces, const Site& site, const AlignOptions& options);

    // Samples compositions for stretches of training windows that the seed chooses, executes and judges them. The
    // networks are on the device. Empty when stopped.
    [[nodiscard]] Cancellable<Rollout> roll(const Policy& policy, model::ForwardModel& forward,
                                            const torch::Device& device, std::uint64_t seed,
                                            const std::stop_token& stop, const ProgressCallback& progress) const;

    // Minus the mean distance of the held-out windows, for plans that are generated as users generate them. NaN when
    // there are none or none was measured.
    [[nodiscard]] Cancellable<double> heldOutReward(const model::Model& model, const std::stop_token& stop,
                                                    const ProgressCallback& progress) const;

    // Windows that a look at the held-out ones executes.
    [[nodiscard]] std::int64_t heldOutWindows() const;

private:
    // Windows of a trace as the network is told of them, and what differences in each metric count for.
    struct Target {
        model::Condition condition;
        torch::Tensor weights;  // (T, G)
    };

    [[nodiscard]] std::vector<Stretch> draw(std::uint64_t seed) const;
    // What a machine keeps of one stretch, a filled cache for instance, the next one finds there: the light ones, to
    // which it matters most, run first, while there is nothing yet.
    [[nodiscard]] std::vector<Stretch> lightFirst(std::vector<Stretch> stretches) const;
    // Mean of what the windows ask for, each metric from -1 (its least) to 1 (its most).
    [[nodiscard]] double loadOf(const Stretch& stretch) const;
    // The windows at `offset` of all stretches, one after the other.
    [[nodiscard]] Target targetAt(const std::vector<Stretch>& stretches, Eigen::Index offset) const;
    [[nodiscard]] Target targetOf(const std::vector<Stretch>& stretches) const;
    // Executes compositions (C, K, M) in order, each followed by the next, and that anew for every repeat; empty when
    // stopped.
    [[nodiscard]] Cancellable<Outcomes> execute(const torch::Tensor& compositions, const Target& target, int repeats,
                                                std::uint64_t seed, const std::stop_token& stop,
                                                const ProgressCallback& progress) const;

    const model::Description& m_description;
    const Traces& m_traces;
    const Site& m_site;
    const AlignOptions& m_options;
    std::vector<Target> m_targets;  // per trace
    std::vector<Stretch> m_heldOut;
};

}  // namespace mimesys::alignment
