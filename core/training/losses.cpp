// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/losses.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace mimesys::training {
namespace {

constexpr double kRowSumWeight = 0.05;

// √ᾱ and √(1−ᾱ) at the times, (B, 1, 1).
std::pair<torch::Tensor, torch::Tensor> mixture(const model::CosineSchedule& schedule, const torch::Tensor& time) {
    const torch::Tensor onHost = time.to(torch::kCPU);
    torch::Tensor alpha = torch::empty_like(onHost);
    const auto times = onHost.accessor<float, 1>();
    auto alphas = alpha.accessor<float, 1>();
    for (std::int64_t i = 0; i < onHost.numel(); ++i) {
        alphas[i] = static_cast<float>(schedule.alphaBar(times[i]));
    }
    alpha = alpha.to(time.device()).view({-1, 1, 1});
    return {alpha.sqrt(), (1.0 - alpha).sqrt()};
}

torch::Tensor maskedMean(const torch::Tensor& values, const torch::Tensor& mask) {
    return (values * mask).sum() / mask.sum().clamp_min(1.0);
}

}  // namespace

Corruption Corruption::draw(const torch::IntArrayRef& shape, std::uint64_t seed) {
    auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed);
    const std::int64_t batch = shape[0];
    const torch::Tensor place = torch::rand({batch}, generator);
    return {(torch::arange(batch) + 1.0 - place) / static_cast<double>(batch), torch::randn(shape, generator)};
}

Corruption Corruption::to(const torch::Device& device) const {
    return {time.to(device), noise.to(device)};
}

torch::Tensor denoisingLoss(model::Denoiser& denoiser, const model::Description& description,
                            const model::CosineSchedule& schedule, const Batch& batch, const Corruption& corruption) {
    const auto [signal, noise] = mixture(schedule, corruption.time);
    const torch::Tensor clean = batch.composition * 2.0 - 1.0;
    const torch::Tensor noisy = signal * clean + noise * corruption.noise;
    const torch::Tensor output = denoiser.forward(noisy, corruption.time, batch.condition).to(torch::kFloat32);
    if (description.network.prediction == model::Prediction::Noise) {
        return torch::mse_loss(output, corruption.noise);
    }
    const torch::Tensor velocity = signal * corruption.noise - noise * clean;
    const torch::Tensor implied = signal * noisy - noise * output;
    return torch::mse_loss(output, velocity) + kRowSumWeight * torch::mse_loss(implied.sum(2), clean.sum(2));
}

torch::Tensor forwardLoss(model::ForwardModel& forward, const Batch& batch) {
    const model::Outcome outcome = forward.forward(batch.composition, batch.previous);
    const auto error = [](const torch::Tensor& predicted, const torch::Tensor& measured) {
        return maskedMean((predicted.to(torch::kFloat32) - measured.select(2, 0)).square(), measured.select(2, 1));
    };
    return error(outcome.cores, batch.cores) + error(outcome.metrics, batch.metrics);
}

double forwardError(model::ForwardModel& forward, const Batch& batch) {
    const torch::InferenceMode guard;
    const model::Outcome outcome = forward.forward(batch.composition, batch.previous);
    const torch::Tensor& cores = batch.cores;
    const torch::Tensor& metrics = batch.metrics;
    const bool hasCores = cores.select(2, 1).sum().item<double>() > 0.0;
    const double core =
        hasCores ? maskedMean((outcome.cores - cores.select(2, 0)).abs(), cores.select(2, 1)).item<double>() : 0.0;
    const auto count = static_cast<double>(metrics.size(1));
    const double machine =
        count > 0.0 ? maskedMean((outcome.metrics - metrics.select(2, 0)).abs(), metrics.select(2, 1)).item<double>()
                    : 0.0;
    // Scaled values span 2.
    return (core * (hasCores ? 1.0 : 0.0) + machine * count) / (count + (hasCores ? 1.0 : 0.0)) / 2.0;
}

}  // namespace mimesys::training
