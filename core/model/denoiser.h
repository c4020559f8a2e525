// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"

#include <torch/torch.h>

#include <memory>

namespace mimesys::model {

// What a denoiser is told about B windows of a machine with K CPUs, M stressors and G metrics that are not a core's.
// A missing value is 0 with a mask of 0, which is not the same as a value of 0.
struct Condition {
    torch::Tensor cores;          // (B, K, 2): scaled utilisation, mask
    torch::Tensor metrics;        // (B, G, 2): scaled value, mask
    torch::Tensor previous;       // (B, K, M): fractions of the window before, 0 where they are not known
    torch::Tensor previousKnown;  // (B, 1): 1 or 0

    [[nodiscard]] Condition to(const torch::Device& device) const;
    // Samples [first, first + count), views where possible.
    [[nodiscard]] Condition narrow(std::int64_t first, std::int64_t count) const;
    // The same without the trace: what guidance compares with. The previous composition stays.
    [[nodiscard]] Condition withoutTrace() const;
    [[nodiscard]] static Condition concatenate(const Condition& left, const Condition& right);
};

// A network that tells noise from composition. No sample of a batch sees another.
class Denoiser : public torch::nn::Module {
public:
    // `noisy` (B, K, M) holds compositions scaled to [−1, 1] with noise; `time` (B) is in (0, 1]. Returns (B, K, M):
    // what Description::prediction says.
    [[nodiscard]] virtual torch::Tensor forward(const torch::Tensor& noisy, const torch::Tensor& time,
                                                const Condition& condition) = 0;
};

// Randomly initialised from torch's generator.
[[nodiscard]] std::shared_ptr<Denoiser> makeDenoiser(const Description& description);

// One token per CPU, its M fractions as features; attention without positions, so that neither axis is an image, with
// a learned bias between CPUs of one socket. A CPU's utilisation enters at its own token; everything else, and the
// time, modulates every layer (adaLN-zero, Peebles and Xie 2023).
[[nodiscard]] std::shared_ptr<Denoiser> makeSetTransformer(const Description& description);
// The network of the MIMESYS paper: a 1-D U-Net over the stressors with the CPUs as channels, 64 × (1, 2, 4) wide, an
// encoder of the trace and one of the previous composition, each an MLP to 256 values, that modulate every block.
[[nodiscard]] std::shared_ptr<Denoiser> makeUNet(const Description& description);

// (B) in [0, 1] to (B, size): sines and cosines of frequencies from 1 to 10,000 in geometric progression.
[[nodiscard]] torch::Tensor timeFeatures(const torch::Tensor& time, std::int64_t size);

}  // namespace mimesys::model
