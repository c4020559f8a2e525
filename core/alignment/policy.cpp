// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/policy.h"

#include "generation/diffusion/sampler.h"

#include <ATen/CPUGeneratorImpl.h>

namespace mimesys::alignment {
namespace {

using generation::Transition;

Transition transitionAt(const Policy& policy, model::Denoiser& denoiser, const model::Condition& condition,
                        const torch::Tensor& noisy, int step) {
    return generation::ancestralTransition(denoiser, policy.description.network.prediction, policy.schedule, condition,
                                           noisy, step, policy.steps);
}

// (B): sum over a composition's entries, so that ratios are those of whole compositions.
torch::Tensor sumOfEntries(const torch::Tensor& values) {
    return values.flatten(1).sum(1);
}

torch::Tensor logProbabilityOf(const torch::Tensor& state, const Transition& transition) {
    return sumOfEntries((state - transition.mean).square()) * (-0.5 / (transition.deviation * transition.deviation));
}

torch::Tensor chosen(const torch::Tensor& values, const torch::Tensor& indices) {
    return values.index_select(0, indices);
}

}  // namespace

Trajectories Trajectories::at(const torch::Tensor& indices) const {
    Trajectories part;
    part.condition = {chosen(condition.cores, indices), chosen(condition.metrics, indices),
                      chosen(condition.previous, indices), chosen(condition.previousKnown, indices)};
    for (const torch::Tensor& state : states) {
        part.states.push_back(chosen(state, indices));
    }
    part.logProbability = chosen(logProbability, indices);
    return part;
}

Trajectories Trajectories::to(const torch::Device& device) const {
    Trajectories moved{condition.to(device), {}, logProbability.to(device)};
    for (const torch::Tensor& state : states) {
        moved.states.push_back(state.to(device));
    }
    return moved;
}

Trajectories Trajectories::concatenate(const std::vector<Trajectories>& parts) {
    Trajectories whole = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        whole.condition = model::Condition::concatenate(whole.condition, parts[i].condition);
        for (std::size_t step = 0; step < whole.states.size(); ++step) {
            whole.states[step] = torch::cat(std::vector<torch::Tensor>{whole.states[step], parts[i].states[step]}, 0);
        }
        whole.logProbability = torch::cat(std::vector<torch::Tensor>{whole.logProbability, parts[i].logProbability}, 0);
    }
    return whole;
}

Trajectories sampleTrajectories(const Policy& policy, const model::Condition& condition, std::uint64_t seed,
                                const torch::Device& device) {
    const torch::NoGradGuard guard;
    policy.denoiser.eval();
    auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed);
    const auto noise = [&] {
        return torch::randn(condition.previous.sizes(), generator).to(device);
    };
    const model::Condition onDevice = condition.to(device);
    Trajectories result{condition, {noise()}, {}};
    std::vector<torch::Tensor> logProbabilities;
    for (int step = 0; step < policy.steps; ++step) {
        const torch::Tensor& noisy = result.states.back();
        const Transition transition = transitionAt(policy, policy.denoiser, onDevice, noisy, step);
        if (transition.deviation == 0.0) {
            result.states.push_back(transition.mean);
            continue;
        }
        result.states.push_back(transition.mean + noise() * transition.deviation);
        logProbabilities.push_back(logProbabilityOf(result.states.back(), transition));
    }
    result.logProbability = torch::stack(logProbabilities, 1);
    return result.to(torch::kCPU);
}

PolicyStep addPolicyGradient(const Policy& policy, model::Denoiser& reference, const Trajectories& trajectories,
                             const torch::Tensor& advantages, const PolicyLoss& options, double weight) {
    policy.denoiser.eval();
    PolicyStep result;
    const std::int64_t transitions = trajectories.logProbability.size(1);
    for (std::int64_t step = 0; step < transitions; ++step) {
        const auto at = static_cast<std::size_t>(step);
        const torch::Tensor& noisy = trajectories.states[at];
        const Transition now =
            transitionAt(policy, policy.denoiser, trajectories.condition, noisy, static_cast<int>(step));
        const Transition before = [&] {
            const torch::NoGradGuard guard;
            return transitionAt(policy, reference, trajectories.condition, noisy, static_cast<int>(step));
        }();
        const torch::Tensor ratio =
            (logProbabilityOf(trajectories.states[at + 1], now) - trajectories.logProbability.select(1, step)).exp();
        const torch::Tensor cut = ratio.clamp(1.0 - options.ratioClip, 1.0 + options.ratioClip);
        const torch::Tensor divergence = -logProbabilityOf(before.mean, now);
        const torch::Tensor loss =
            torch::maximum(-ratio * advantages, -cut * advantages).mean() + options.divergence * divergence.mean();
        const double share = 1.0 / static_cast<double>(transitions);
        (loss * (share * weight)).backward();
        result.loss += share * loss.item<double>();
        result.divergence += share * divergence.mean().item<double>();
        result.clipped += share * ratio.ne(cut).to(torch::kFloat32).mean().item<double>();
    }
    return result;
}

}  // namespace mimesys::alignment
