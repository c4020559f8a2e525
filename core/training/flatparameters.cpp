// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/flatparameters.h"

#include <vector>

namespace mimesys::training {

FlatParameters::FlatParameters(torch::nn::Module& module) {
    const torch::NoGradGuard guard;
    std::vector<torch::Tensor> flat;
    for (const torch::Tensor& parameter : module.parameters()) {
        flat.push_back(parameter.detach().flatten());
    }
    m_values = torch::cat(flat, 0);
    m_values.mutable_grad() = torch::zeros_like(m_values);
    std::int64_t offset = 0;
    for (torch::Tensor& parameter : module.parameters()) {
        const std::int64_t count = parameter.numel();
        parameter.set_data(m_values.narrow(0, offset, count).view(parameter.sizes()));
        // Autograd adds into a gradient that is there.
        parameter.mutable_grad() = m_values.grad().narrow(0, offset, count).view(parameter.sizes());
        offset += count;
    }
}

}  // namespace mimesys::training
