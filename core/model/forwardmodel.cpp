// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/forwardmodel.h"

#include <algorithm>

namespace mimesys::model {
namespace {

namespace nn = torch::nn;

constexpr std::int64_t kWidth = 128;

nn::Sequential perceptron(std::int64_t in, std::int64_t out) {
    return nn::Sequential(nn::Linear(in, kWidth), nn::SiLU(), nn::Linear(kWidth, kWidth), nn::SiLU(),
                          nn::Linear(kWidth, out));
}

torch::Tensor socketMembership(const std::vector<int>& sockets) {
    const int count = *std::ranges::max_element(sockets) + 1;
    torch::Tensor membership = torch::zeros({count, static_cast<std::int64_t>(sockets.size())});
    for (std::size_t cpu = 0; cpu < sockets.size(); ++cpu) {
        membership[sockets[cpu]][static_cast<std::int64_t>(cpu)] = 1.0;
    }
    return membership;
}

}  // namespace

ForwardModel::ForwardModel(const Description& description) {
    const auto stressors = static_cast<std::int64_t>(description.stressors.size());
    const auto metrics = static_cast<std::int64_t>(description.machineMetrics().size());
    m_cpu = register_module("cpu", perceptron(2 * stressors, kWidth));
    m_socket = register_module("socket", perceptron(kWidth + 2 * stressors, kWidth));
    m_machine = register_module("machine", perceptron(kWidth + 2 * stressors, std::max<std::int64_t>(metrics, 1)));
    m_core = register_module("core", perceptron(2 * stressors + 2 * kWidth, 1));
    m_membership = register_buffer("membership", socketMembership(description.sockets));
}

Outcome ForwardModel::forward(const torch::Tensor& composition, const torch::Tensor& previous) {
    const auto cpus = static_cast<double>(composition.size(1));
    const torch::Tensor rows = torch::cat(std::vector<torch::Tensor>{composition, previous}, 2);  // (B, K, 2M)
    const torch::Tensor encoded = m_cpu->forward(rows);                                           // (B, K, w)
    const torch::Tensor perSocket =
        torch::matmul(m_membership, torch::cat(std::vector<torch::Tensor>{encoded, rows}, 2)) / cpus;
    const torch::Tensor sockets = m_socket->forward(perSocket);  // (B, S, w)
    const torch::Tensor machine =
        m_machine->forward(torch::cat(std::vector<torch::Tensor>{sockets.sum(1), rows.mean(1)}, 1));
    const torch::Tensor neighbours = torch::matmul(m_membership.t(), sockets);  // (B, K, w)
    const torch::Tensor cores =
        m_core->forward(torch::cat(std::vector<torch::Tensor>{rows, encoded, neighbours}, 2)).squeeze(2);
    return {cores, machine};
}

}  // namespace mimesys::model
