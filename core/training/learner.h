// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/safetensors.h"
#include "training/flatparameters.h"
#include "training/group.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <string>

namespace mimesys::training {

struct LearnerOptions {
    double weightDecay = 1e-2;
    double clipNorm = 1.0;
    double emaDecay = 0.999;
};

// One network in training: its optimiser (AdamW, Loshchilov and Hutter 2019), and the exponential moving average of its
// weights, which is what is used in the end.
class Learner {
public:
    // Both modules are of the same make; `average` receives the averaged weights.
    Learner(std::shared_ptr<torch::nn::Module> module, std::shared_ptr<torch::nn::Module> average,
            const LearnerOptions& options);

    // One step down the gradient that backward() left in the module, averaged over the group's processes. Returns its
    // norm before clipping. `step` counts from 0: the average follows quickly at first.
    double update(double learningRate, std::int64_t step, Group& group);

    // Weights, average and the optimiser's moments, under names that begin with the prefix.
    void store(const std::string& prefix, model::SafeTensors& file) const;
    // BadInput when something is missing or of another size.
    [[nodiscard]] Expected<void> restore(const std::string& prefix, const model::SafeTensors& file);

    // The averaged weights as one vector on the CPU, and back.
    [[nodiscard]] torch::Tensor average() const;
    void setAverage(const torch::Tensor& weights);

private:
    [[nodiscard]] torch::optim::AdamWParamState& moments() const;

    LearnerOptions m_options;
    std::shared_ptr<torch::nn::Module> m_module;
    std::shared_ptr<torch::nn::Module> m_averageModule;
    FlatParameters m_weights;
    FlatParameters m_average;
    std::unique_ptr<torch::optim::AdamW> m_optimizer;
};

}  // namespace mimesys::training
