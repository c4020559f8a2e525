// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/sampler.h"

#include <algorithm>
#include <cmath>

namespace mimesys::generation {
namespace {

// Signal and noise in the mixture at one time.
struct Level {
    double signal = 1.0;  // √ᾱ
    double noise = 0.0;   // √(1−ᾱ)

    // Half the logarithm of the signal-to-noise ratio.
    [[nodiscard]] double lambda() const { return std::log(signal / noise); }
};

Level levelAt(const model::CosineSchedule& schedule, double time) {
    const double alphaBar = schedule.alphaBar(time);
    return {std::sqrt(alphaBar), std::sqrt(std::max(0.0, 1.0 - alphaBar))};
}

// The denoiser as an estimate of the clean composition.
class Estimator {
public:
    Estimator(model::Denoiser& denoiser, model::Prediction prediction, const model::Condition& condition,
              double guidance)
        : m_denoiser(denoiser), m_prediction(prediction), m_guidance(guidance), m_condition(condition) {
        if (guided()) {
            m_condition = model::Condition::concatenate(condition, condition.withoutTrace());
        }
    }

    torch::Tensor operator()(const torch::Tensor& noisy, double time, const Level& level) {
        const torch::Tensor output = guided() ? guidedOutput(noisy, time) : evaluate(noisy, time);
        const torch::Tensor clean = m_prediction == model::Prediction::Noise
                                        ? (noisy - output * level.noise) / level.signal
                                        : noisy * level.signal - output * level.noise;
        return clean.clamp(-1.0, 1.0);
    }

private:
    [[nodiscard]] bool guided() const { return m_guidance != 1.0; }

    torch::Tensor evaluate(const torch::Tensor& noisy, double time) {
        return m_denoiser.forward(noisy, torch::full({noisy.size(0)}, time, noisy.options()), m_condition);
    }

    torch::Tensor guidedOutput(const torch::Tensor& noisy, double time) {
        const auto halves = evaluate(torch::cat(std::vector<torch::Tensor>{noisy, noisy}, 0), time).chunk(2, 0);
        return halves[1] + (halves[0] - halves[1]) * m_guidance;
    }

    model::Denoiser& m_denoiser;
    model::Prediction m_prediction;
    double m_guidance;
    model::Condition m_condition;
};

// One step of DDIM (stochasticity 0) or DDPM (1), from one level to a cleaner one (Song et al. 2021, equations 12, 16).
Transition ancestralStep(const torch::Tensor& noisy, const torch::Tensor& clean, const Level& from, const Level& to,
                         double stochasticity) {
    const torch::Tensor noise = (noisy - clean * from.signal) / from.noise;
    const double ratio = from.signal / to.signal;
    const double deviation = stochasticity * to.noise / from.noise * std::sqrt(std::max(0.0, 1.0 - ratio * ratio));
    const double direction = std::sqrt(std::max(0.0, to.noise * to.noise - deviation * deviation));
    return {clean * to.signal + noise * direction, deviation};
}

// DPM-Solver++(2M) (Lu et al. 2022, algorithm 2): the estimate is extrapolated from the one before.
class SecondOrder {
public:
    torch::Tensor step(const torch::Tensor& noisy, const torch::Tensor& clean, const Level& from, const Level& to) {
        const double h = to.lambda() - from.lambda();
        torch::Tensor estimate = clean;
        if (m_before.defined()) {
            const double weight = h / (2.0 * m_hBefore);
            estimate = clean * (1.0 + weight) - m_before * weight;
        }
        m_before = clean;
        m_hBefore = h;
        return noisy * (to.noise / from.noise) - estimate * (to.signal * std::expm1(-h));
    }

private:
    torch::Tensor m_before;
    double m_hBefore = 0.0;
};

}  // namespace

torch::Tensor sample(model::Denoiser& denoiser, model::Prediction prediction, const model::CosineSchedule& schedule,
                     const model::Condition& condition, const SamplerOptions& options, const NoiseForStep& noise) {
    Estimator estimate(denoiser, prediction, condition, options.guidance);
    SecondOrder solver;
    torch::Tensor noisy = noise(0);
    for (int step = 0; step < options.steps; ++step) {
        const double time = 1.0 - static_cast<double>(step) / options.steps;
        const Level from = levelAt(schedule, time);
        const torch::Tensor clean = estimate(noisy, time, from);
        if (step + 1 == options.steps) {
            return clean;
        }
        const Level to = levelAt(schedule, 1.0 - static_cast<double>(step + 1) / options.steps);
        if (options.sampler == Sampler::DpmSolver) {
            noisy = solver.step(noisy, clean, from, to);
        } else {
            const Transition next = ancestralStep(noisy, clean, from, to, options.sampler == Sampler::Ddpm ? 1.0 : 0.0);
            noisy = next.deviation > 0.0 ? next.mean + noise(step + 1) * next.deviation : next.mean;
        }
    }
    return noisy;
}

Transition ancestralTransition(model::Denoiser& denoiser, model::Prediction prediction,
                               const model::CosineSchedule& schedule, const model::Condition& condition,
                               const torch::Tensor& noisy, int step, int steps) {
    const double time = 1.0 - static_cast<double>(step) / steps;
    const Level from = levelAt(schedule, time);
    const torch::Tensor clean = Estimator(denoiser, prediction, condition, 1.0)(noisy, time, from);
    if (step + 1 == steps) {
        return {clean, 0.0};
    }
    return ancestralStep(noisy, clean, from, levelAt(schedule, 1.0 - static_cast<double>(step + 1) / steps), 1.0);
}

}  // namespace mimesys::generation
