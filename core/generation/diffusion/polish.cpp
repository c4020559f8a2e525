// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/polish.h"

#include "generation/diffusion/ranking.h"

#include <cmath>

namespace mimesys::generation {
namespace {

// Of a fraction per step, at first; falls to a tenth by the last.
constexpr double kStep = 0.02;
constexpr double kLastStep = 0.1;
constexpr double kFirstMoment = 0.8;
constexpr double kSecondMoment = 0.95;
constexpr double kSmallest = 1e-10;

// Fractions in [0, 1] with rows of at most 1: a row that is too long is shortened as a whole, which keeps its mixture.
torch::Tensor madeValid(const torch::Tensor& compositions) {
    const torch::Tensor positive = compositions.clamp(0.0, 1.0);
    return positive / positive.sum(2, true).clamp_min(1.0);
}

}  // namespace

torch::Tensor polished(model::ForwardModel& forward, const model::Description& description,
                       const torch::Tensor& compositions, const torch::Tensor& before,
                       const model::Condition& condition, const torch::Tensor& weights, const torch::Tensor& fixed,
                       int steps, State state) {
    const std::int64_t windows = compositions.size(0);
    const torch::Tensor movable =
        compositions.gt(0.0).to(torch::kFloat32) * (1.0 - fixed.to(torch::kFloat32)).view({-1, 1, 1});
    torch::Tensor values = compositions.clone();
    torch::Tensor first = torch::zeros_like(values);
    torch::Tensor second = torch::zeros_like(values);
    for (int step = 0; step < steps; ++step) {
        torch::Tensor gradient;
        {
            const torch::AutoGradMode enabled(true);
            const torch::Tensor variable = values.detach().requires_grad_(true);
            const torch::Tensor previous =
                state == State::Steady
                    ? variable
                    : torch::cat(std::vector<torch::Tensor>{before.unsqueeze(0), variable.narrow(0, 0, windows - 1)},
                                 0);
            const torch::Tensor distance =
                expectedDistance(forward, description, variable, previous, condition, weights).sum();
            gradient = torch::autograd::grad({distance}, {variable}).front() * movable;
        }
        first = first * kFirstMoment + gradient * (1.0 - kFirstMoment);
        second = second * kSecondMoment + gradient.square() * (1.0 - kSecondMoment);
        const torch::Tensor mean = first / (1.0 - std::pow(kFirstMoment, step + 1));
        const torch::Tensor deviation = (second / (1.0 - std::pow(kSecondMoment, step + 1))).sqrt() + kSmallest;
        const double progress = steps > 1 ? static_cast<double>(step) / (steps - 1) : 0.0;
        const double length = kStep * (1.0 + (kLastStep - 1.0) * progress);
        values = madeValid(values - mean / deviation * movable * length);
    }
    return values;
}

}  // namespace mimesys::generation
