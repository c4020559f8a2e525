// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"

#include <torch/torch.h>

#include <memory>

namespace mimesys::model {

// What compositions do to the metrics: scaled cores (B, K) and scaled machine metrics (B, G).
struct Outcome {
    torch::Tensor cores;
    torch::Tensor metrics;
};

// Predicts the outcome of a composition after another one. CPUs of a socket are a set and so are the sockets (deep
// sets, Zaheer et al. 2017): encoded one by one, summed per socket, and the sockets summed.
class ForwardModel final : public torch::nn::Module {
public:
    explicit ForwardModel(const Description& description);
    // Fractions (B, K, M) of a window and of the one before.
    [[nodiscard]] Outcome forward(const torch::Tensor& composition, const torch::Tensor& previous);

private:
    torch::nn::Sequential m_cpu{nullptr};
    torch::nn::Sequential m_socket{nullptr};
    torch::nn::Sequential m_machine{nullptr};
    torch::nn::Sequential m_core{nullptr};
    torch::Tensor m_membership;  // (S, K): 1 where the CPU belongs to the socket
};

}  // namespace mimesys::model
