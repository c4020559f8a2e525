// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/denoiser.h"

#include <cmath>

namespace mimesys::model {
namespace {

constexpr double kLowestFrequency = 1.0;
constexpr double kHighestFrequency = 10'000.0;

}  // namespace

Condition Condition::to(const torch::Device& device) const {
    return {cores.to(device), metrics.to(device), previous.to(device), previousKnown.to(device)};
}

Condition Condition::narrow(std::int64_t first, std::int64_t count) const {
    return {cores.narrow(0, first, count), metrics.narrow(0, first, count), previous.narrow(0, first, count),
            previousKnown.narrow(0, first, count)};
}

Condition Condition::withoutTrace() const {
    return {torch::zeros_like(cores), torch::zeros_like(metrics), previous, previousKnown};
}

Condition Condition::concatenate(const Condition& left, const Condition& right) {
    const auto join = [](const torch::Tensor& a, const torch::Tensor& b) {
        return torch::cat(std::vector<torch::Tensor>{a, b}, 0);
    };
    return {join(left.cores, right.cores), join(left.metrics, right.metrics), join(left.previous, right.previous),
            join(left.previousKnown, right.previousKnown)};
}

std::shared_ptr<Denoiser> makeDenoiser(const Description& description) {
    return description.network.architecture == Architecture::UNet ? makeUNet(description)
                                                                  : makeSetTransformer(description);
}

torch::Tensor timeFeatures(const torch::Tensor& time, std::int64_t size) {
    const std::int64_t half = size / 2;
    const double step = std::log(kHighestFrequency / kLowestFrequency) / static_cast<double>(half - 1);
    const torch::Tensor frequencies = torch::exp(torch::arange(half, time.options()) * step) * kLowestFrequency;
    const torch::Tensor angles = time.unsqueeze(1) * frequencies.unsqueeze(0);
    return torch::cat(std::vector<torch::Tensor>{torch::sin(angles), torch::cos(angles)}, 1);
}

}  // namespace mimesys::model
