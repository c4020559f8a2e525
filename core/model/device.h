// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <torch/torch.h>

#include <string>

namespace mimesys::model {

// "auto" (CUDA where LibTorch has a device), "cpu", "cuda" or "cuda:N". Unavailable when it is not there, BadInput for
// another name.
[[nodiscard]] Expected<torch::Device> chooseDevice(const std::string& name);

// LibTorch comes up with one thread. 0 = one per CPU this process may run on.
void useThreads(int threads);

// Whether the device multiplies bfloat16 natively, so that mixed precision pays.
[[nodiscard]] bool multipliesBFloat16(const torch::Device& device);

// Matrix products in bfloat16 as long as this lives, on this thread.
class MixedPrecision {
public:
    MixedPrecision(const torch::Device& device, bool enabled);
    ~MixedPrecision();
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    bool m_cuda;
    bool m_enabled;
};

}  // namespace mimesys::model
