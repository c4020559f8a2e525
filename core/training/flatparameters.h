// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <torch/torch.h>

namespace mimesys::training {

// All parameters of a module as one vector, and their gradients as another: the module's parameters become views of
// it. Averaging, clipping, summing over processes and the optimiser are then single operations on vectors. The module
// has to stay on its device.
class FlatParameters {
public:
    explicit FlatParameters(torch::nn::Module& module);

    // (P), requires no gradient of its own; its grad() is the module's gradient, zeroed by zeroGradient().
    [[nodiscard]] const torch::Tensor& values() const { return m_values; }
    [[nodiscard]] torch::Tensor gradient() const { return m_values.grad(); }
    void zeroGradient() { m_values.mutable_grad().zero_(); }

private:
    torch::Tensor m_values;
};

}  // namespace mimesys::training
