// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "dataset/dataset.h"
#include "model/denoiser.h"

#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <vector>

namespace mimesys::training {

// B samples as a network sees them.
struct Batch {
    torch::Tensor composition;   // (B, K, M) fractions
    torch::Tensor previous;      // (B, K, M) fractions of the window before
    torch::Tensor cores;         // (B, K, 2) scaled utilisation and mask, as measured
    torch::Tensor metrics;       // (B, G, 2) scaled machine metrics and mask, as measured
    model::Condition condition;  // what the denoiser is told of all this

    [[nodiscard]] Batch to(const torch::Device& device) const;
};

// Which samples train and which validate. Samples that share their composition are a group and stay on one side; the
// side follows from the composition alone, so that a data set that grew keeps its split.
struct Split {
    std::vector<std::int64_t> training;
    std::vector<std::int64_t> validation;
};
[[nodiscard]] Split splitByComposition(const dataset::Dataset& dataset, double validationShare, std::uint64_t seed);

// A data set as tensors on the CPU.
class Samples {
public:
    Samples(const dataset::Dataset& dataset, const model::Description& description);

    [[nodiscard]] std::int64_t size() const { return m_compositions.size(0); }  // S
    [[nodiscard]] Batch at(std::span<const std::int64_t> indices) const;

private:
    torch::Tensor m_compositions;  // (S, K, M)
    torch::Tensor m_previous;      // (S, K, M)
    torch::Tensor m_cores;         // (S, K, 2) scaled, mask
    torch::Tensor m_metrics;       // (S, G, 2)
};

// Renames the CPUs of every sample at random: CPUs within their socket, and sockets of equal size, which no
// measurement could tell apart. `sockets` is Description::sockets.
void interchange(Batch& batch, const std::vector<int>& sockets, Random& random);

// Hides parts of the condition at random, so that the network learns to do without: the whole trace (for guidance),
// all cores, single metrics, and, independently of those, the previous composition.
void hide(Batch& batch, Random& random);

}  // namespace mimesys::training
