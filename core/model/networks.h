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

// Another one with the same weights, on the device.
[[nodiscard]] std::unique_ptr<Networks> copyOf(const Networks& networks, const Description& description,
                                               const torch::Device& device);

// A copy on the CPU, in single precision.
[[nodiscard]] FloatTensor toFile(const torch::Tensor& tensor);
// The values of a tensor of a file as a vector; undefined when there is none of this name.
[[nodiscard]] torch::Tensor vectorFrom(const SafeTensors& file, const std::string& name);

// Parameters as tensors of a file, each name with the prefix in front.
void store(const torch::nn::Module& module, const std::string& prefix, SafeTensors& file);
// BadInput when a parameter is missing, of another shape or not finite.
[[nodiscard]] Expected<void> load(torch::nn::Module& module, const std::string& prefix, const SafeTensors& file);

}  // namespace mimesys::model
