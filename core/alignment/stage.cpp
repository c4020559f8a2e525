// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/stage.h"

#include "alignment/chain.h"
#include "base/random.h"
#include "base/within.h"
#include "generation/diffusion/compositions.h"
#include "generation/diffusion/conditions.h"
#include "generation/diffusion/idle.h"
#include "generation/diffusion/polish.h"
#include "generation/diffusion/ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::alignment {
namespace {

using Index = std::int64_t;
using torch::Tensor;
using Tensors = std::vector<torch::Tensor>;

enum Purpose : std::uint64_t { kStretches, kNoise, kRepeats };

// Mean over R repeats (R, C, n, 2) of values and masks, and (C) the summed squares of the deviations with their count.
struct Repeated {
    Tensor mean;     // (C, n, 2)
    Tensor squares;  // (C)
    Tensor count;    // (C): values that were measured more than once
};

Repeated overRepeats(const Tensor& values) {
    const Tensor mask = values.select(3, 1);
    const Tensor count = mask.sum(0);
    const Tensor mean = (values.select(3, 0) * mask).sum(0) / count.clamp_min(1.0);
    // Scaled values span 2; the deviation is that of a sample.
    const Tensor variance =
        (((values.select(3, 0) - mean) / 2.0).square() * mask).sum(0) / (count - 1.0).clamp_min(1.0);
    const Tensor several = count.gt(1.0).to(torch::kFloat32);
    return {torch::stack(Tensors{mean, count.gt(0.0).to(torch::kFloat32)}, 2), (variance * several).sum(1),
            several.sum(1)};
}

}  // namespace

Stage::Stage(const model::Description& description, const Traces& traces, const Site& site, const AlignOptions& options)
    : m_description(description), m_traces(traces), m_site(site), m_options(options) {
    for (const AlignTrace& trace : traces.traces) {
        const Tensor weights = generation::weightsOf(trace.windows, description);
        m_targets.push_back({generation::conditionsOf(trace.windows, description),
                             (options.sampling.units == generation::Units::Trace ? weights : torch::ones_like(weights))
                                 .unsqueeze(0)
                                 .repeat({trace.windows.windowCount(), 1})});
    }
    m_heldOut = lightFirst(traces.heldOut);
}

std::vector<Stretch> Stage::draw(std::uint64_t seed) const {
    Random random(streamSeed(seed, kStretches, 0));
    const auto length = static_cast<Eigen::Index>(m_options.segmentWindows);
    // Every place where a stretch can begin is as likely as any other.
    std::vector<Eigen::Index> ends;
    Eigen::Index places = 0;
    for (const Stretch& whole : m_traces.training) {
        places += whole.count - length + 1;
        ends.push_back(places);
    }
    std::vector<Stretch> drawn;
    while (std::ssize(drawn) < m_options.segments) {
        const auto place = static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(places)));
        const auto at = std::ranges::upper_bound(ends, place) - ends.begin();
        const Stretch& whole = m_traces.training[static_cast<std::size_t>(at)];
        const Eigen::Index begin = at == 0 ? 0 : ends[static_cast<std::size_t>(at - 1)];
        // One after the other, so that each but the first follows what the same windows left behind.
        for (int i = 0; i < m_options.attempts && std::ssize(drawn) < m_options.segments; ++i) {
            drawn.push_back({whole.trace, whole.first + place - begin, length});
        }
    }
    return lightFirst(std::move(drawn));
}

std::vector<Stretch> Stage::lightFirst(std::vector<Stretch> stretches) const {
    std::ranges::stable_sort(stretches, {}, [&](const Stretch& stretch) { return loadOf(stretch); });
    return stretches;
}

double Stage::loadOf(const Stretch& stretch) const {
    const model::Condition& condition = m_targets[stretch.trace].condition;
    double sum = 0.0;
    double count = 0.0;
    for (const Tensor& values : {condition.cores, condition.metrics}) {
        const Tensor windows = values.narrow(0, stretch.first, stretch.count);
        sum += (windows.select(2, 0) * windows.select(2, 1)).sum().item<double>();
        count += windows.select(2, 1).sum().item<double>();
    }
    return count > 0.0 ? sum / count : 0.0;
}

Stage::Target Stage::targetAt(const std::vector<Stretch>& stretches, Eigen::Index offset) const {
    Tensors cores;
    Tensors metrics;
    Tensors weights;
    for (const Stretch& stretch : stretches) {
        const Target& target = m_targets[stretch.trace];
        const Index window = stretch.first + offset;
        cores.push_back(target.condition.cores[window]);
        metrics.push_back(target.condition.metrics[window]);
        weights.push_back(target.weights[window]);
    }
    const auto count = static_cast<Index>(stretches.size());
    const auto cpus = static_cast<Index>(m_description.cpus());
    const auto stressors = static_cast<Index>(m_description.stressors.size());
    return {
        {torch::stack(cores), torch::stack(metrics), torch::zeros({count, cpus, stressors}), torch::zeros({count, 1})},
        torch::stack(weights)};
}

Stage::Target Stage::targetOf(const std::vector<Stretch>& stretches) const {
    std::vector<Stretch> windows;
    for (const Stretch& stretch : stretches) {
        for (Eigen::Index i = 0; i < stretch.count; ++i) {
            windows.push_back({stretch.trace, stretch.first + i, 1});
        }
    }
    return targetAt(windows, 0);
}

Cancellable<Outcomes> Stage::execute(const Tensor& compositions, const Target& target, int repeats, std::uint64_t seed,
                                     const std::stop_token& stop, const ProgressCallback& progress) const {
    plan::ExecutionPlan plan = generation::toPlan(compositions, m_description, m_traces.windowSeconds);
    plan.generator = "alignment";
    plan.machine = m_description.machine;
    Tensors cores;
    Tensors metrics;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        plan.seed = streamSeed(seed, kRepeats, static_cast<std::uint64_t>(repeat));
        const Chain chained = chain(plan);
        const double share = 1.0 / repeats;
        const auto run = m_site.execute(chained.plan, m_traces.windowSeconds, stop,
                                        within(progress, repeat * share, (repeat + 1) * share));
        if (!run) {
            return tl::unexpected(run.error());
        }
        if (run->report.cancelled) {
            return std::optional<Outcomes>();
        }
        if (!run->trace) {
            return failed("Nothing was recorded; `mimesys machine` says what can be.");
        }
        const auto measured = measurements(chained, *run->trace);
        if (!measured) {
            return failed(measured.error().message);
        }
        const model::Condition condition = generation::conditionsOf(*measured, m_description);
        cores.push_back(condition.cores);
        metrics.push_back(condition.metrics);
    }
    const Repeated core = overRepeats(torch::stack(cores));
    const Repeated machine = overRepeats(torch::stack(metrics));
    const Tensor comparable = (core.mean.select(2, 1) * target.condition.cores.select(2, 1)).sum(1) +
                              (machine.mean.select(2, 1) * target.condition.metrics.select(2, 1)).sum(1);
    const Tensor distance =
        generation::distanceBetween(core.mean, machine.mean, m_description, target.condition, target.weights);
    Outcomes outcomes;
    outcomes.distance =
        torch::where(comparable.gt(0.0), distance, torch::full_like(distance, std::numeric_limits<float>::quiet_NaN()));
    outcomes.instability = ((core.squares + machine.squares) / (core.count + machine.count).clamp_min(1.0)).sqrt();
    const Tensor before = torch::cat(
        Tensors{torch::zeros_like(compositions.narrow(0, 0, 1)), compositions.narrow(0, 0, compositions.size(0) - 1)},
        0);
    outcomes.samples.composition = compositions.repeat({repeats, 1, 1});
    outcomes.samples.previous = before.repeat({repeats, 1, 1});
    outcomes.samples.cores = torch::cat(cores, 0);
    outcomes.samples.metrics = torch::cat(metrics, 0);
    outcomes.samples.condition = {outcomes.samples.cores, outcomes.samples.metrics, outcomes.samples.previous,
                                  torch::ones({outcomes.samples.composition.size(0), 1})};
    return std::optional(std::move(outcomes));
}

Cancellable<Rollout> Stage::roll(const Policy& policy, model::ForwardModel& forward, const torch::Device& device,
                                 std::uint64_t seed, const std::stop_token& stop,
                                 const ProgressCallback& progress) const {
    const std::vector<Stretch> stretches = draw(seed);
    const auto count = static_cast<Index>(stretches.size());
    const Index length = m_options.segmentWindows;
    std::vector<Trajectories> parts;
    Tensors chosen;  // per offset, (B, K, M)
    for (Index offset = 0; offset < length; ++offset) {
        model::Condition condition = targetAt(stretches, offset).condition;
        if (offset > 0) {
            condition.previous = chosen.back();
            condition.previousKnown.fill_(1.0);
        }
        parts.push_back(sampleTrajectories(policy, condition,
                                           streamSeed(seed, kNoise, static_cast<std::uint64_t>(offset)), device));
        chosen.push_back(generation::fractionsOf(parts.back().states.back()) *
                         generation::allowedOf(condition, m_description, m_options.sampling.idleBelow));
        if (stop.stop_requested()) {
            return std::optional<Rollout>();
        }
    }
    // (B, L, …) → (B·L, …): stretch after stretch, as they are executed.
    Tensor compositions = torch::stack(chosen, 1).flatten(0, 1);
    const Target target = targetOf(stretches);
    if (m_options.sampling.polish > 0) {
        compositions = generation::polished(forward, m_description, compositions.to(device),
                                            torch::zeros_like(compositions[0]).to(device), target.condition.to(device),
                                            target.weights.to(device), torch::zeros({count * length}).to(device),
                                            m_options.sampling.polish, generation::State::Followed)
                           .to(torch::kCPU)
                           .contiguous();
        generation::projectRows(compositions);
    }
    auto outcomes = execute(compositions, target, m_options.repeats, seed, stop, progress);
    if (!outcomes || !*outcomes) {
        return outcomes ? Cancellable<Rollout>(std::optional<Rollout>()) : tl::unexpected(outcomes.error());
    }
    Rollout rollout;
    rollout.windows = m_options.repeats * (count * length + 1);
    rollout.samples = std::move((*outcomes)->samples);
    const Tensor rewards = -(*outcomes)->distance - (*outcomes)->instability * m_options.instability;
    // Trajectories are ordered by offset, executions by stretch: both are found by stretch and offset. What the first
    // window of a stretch followed was nothing the policy knew of.
    std::vector<Index> kept;
    for (Index offset = 1; offset < length; ++offset) {
        for (Index stretch = 0; stretch < count; ++stretch) {
            const double reward = rewards[stretch * length + offset].item<double>();
            if (std::isfinite(reward)) {
                kept.push_back((offset - 1) * count + stretch);
                rollout.rewards.push_back(reward);
                rollout.targets.push_back(stretch / m_options.attempts * length + offset);
            } else {
                ++rollout.missing;
            }
        }
    }
    parts.erase(parts.begin());
    rollout.trajectories = Trajectories::concatenate(parts).at(torch::tensor(kept, torch::kInt64));
    return std::optional(std::move(rollout));
}

std::int64_t Stage::heldOutWindows() const {
    std::int64_t windows = 0;
    for (const Stretch& stretch : m_heldOut) {
        windows += stretch.count;
    }
    return windows;
}

Cancellable<double> Stage::heldOutReward(const model::Model& model, const std::stop_token& stop,
                                         const ProgressCallback& progress) const {
    if (m_heldOut.empty()) {
        return std::optional(std::numeric_limits<double>::quiet_NaN());
    }
    Tensors compositions;
    for (const Stretch& stretch : m_heldOut) {
        const auto plan =
            generation::generate(windowsOf(m_traces.traces[stretch.trace].windows, stretch.first, stretch.count), model,
                                 m_options.sampling, m_options.seed, stop, {});
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        if (!*plan) {
            return std::optional<double>();
        }
        compositions.push_back(generation::fromPlan((*plan)->plan, m_description));
    }
    const auto outcomes = execute(torch::cat(compositions, 0), targetOf(m_heldOut), 1, m_options.seed, stop, progress);
    if (!outcomes || !*outcomes) {
        return outcomes ? Cancellable<double>(std::optional<double>()) : tl::unexpected(outcomes.error());
    }
    const Tensor distance = (*outcomes)->distance;
    const Tensor measured = distance.index_select(0, distance.isfinite().nonzero().squeeze(1));
    return std::optional(measured.numel() == 0 ? std::numeric_limits<double>::quiet_NaN()
                                               : -measured.mean().item<double>());
}

}  // namespace mimesys::alignment
