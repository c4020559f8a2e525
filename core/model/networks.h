// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/forwardmodel.h"
#include "model/safetensors.h"

#include <memory>
#include <string>

namespace mimesys::model {

// What a model computes with.
struct Networks {
    std::shared_ptr<Denoiser> denoiser;
    std::shared_ptr<ForwardModel> forward;
};

// Randomly initialised, in evaluation mode, on the CPU.
[[nodiscard]] std::unique_ptr<Networks> makeNetworks(const Description& description);

// A copy on the CPU, in single precision.
[[nodiscard]] FloatTensor toFile(const torch::Tensor& tensor);

// Parameters as tensors of a file, each name with the prefix in front.
void store(const torch::nn::Module& module, const std::string& prefix, SafeTensors& file);
// BadInput when a parameter is missing, of another shape or not finite.
[[nodiscard]] Expected<void> load(torch::nn::Module& module, const std::string& prefix, const SafeTensors& file);

}  // namespace mimesys::model
