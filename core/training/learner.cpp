// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/learner.h"

#include "model/networks.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::training {
namespace {

// The average forgets a random start: its decay rises with the steps.
double decayAt(std::int64_t step, double most) {
    const auto count = static_cast<double>(step);
    return std::min(most, (1.0 + count) / (10.0 + count));
}

Expected<void> fromFile(const model::SafeTensors& file, const std::string& name, torch::Tensor vector) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end() || found->second.values.size() != static_cast<std::size_t>(vector.numel())) {
        return badInput(fmt::format("The tensor {} is missing or of another size.", name));
    }
    const torch::NoGradGuard guard;
    vector.copy_(torch::from_blob(const_cast<float*>(found->second.values.data()), {vector.numel()}));
    return {};
}

}  // namespace

Learner::Learner(std::shared_ptr<torch::nn::Module> module, std::shared_ptr<torch::nn::Module> average,
                 const LearnerOptions& options)
    : m_options(options),
      m_module(std::move(module)),
      m_averageModule(std::move(average)),
      m_weights(*m_module),
      m_average(*m_averageModule) {
    const torch::NoGradGuard guard;
    m_average.values().copy_(m_weights.values());
    m_optimizer = std::make_unique<torch::optim::AdamW>(
        std::vector<torch::Tensor>{m_weights.values()},
        torch::optim::AdamWOptions(0.0).betas({0.9, 0.99}).weight_decay(m_options.weightDecay));
    // A step of length 0 along no gradient makes the optimiser's state, so that restore() finds it.
    m_optimizer->step();
    moments().step(0);
}

double Learner::update(double learningRate, std::int64_t step, Group& group) {
    const torch::NoGradGuard guard;
    torch::Tensor gradient = m_weights.gradient();
    group.average(gradient);
    const double norm = gradient.norm().item<double>();
    if (std::isfinite(norm)) {
        if (norm > m_options.clipNorm) {
            gradient.mul_(m_options.clipNorm / norm);
        }
        static_cast<torch::optim::AdamWOptions&>(m_optimizer->param_groups().front().options()).lr(learningRate);
        m_optimizer->step();
        m_average.values().lerp_(m_weights.values(), 1.0 - decayAt(step, m_options.emaDecay));
    }
    m_weights.zeroGradient();
    return norm;
}

torch::optim::AdamWParamState& Learner::moments() const {
    return static_cast<torch::optim::AdamWParamState&>(*m_optimizer->state().begin()->second);
}

void Learner::store(const std::string& prefix, model::SafeTensors& file) const {
    file.tensors[prefix + "weights"] = model::toFile(m_weights.values());
    file.tensors[prefix + "average"] = model::toFile(m_average.values());
    file.tensors[prefix + "first_moment"] = model::toFile(moments().exp_avg());
    file.tensors[prefix + "second_moment"] = model::toFile(moments().exp_avg_sq());
    file.metadata[prefix + "optimiser_steps"] = std::to_string(moments().step());
}

Expected<void> Learner::restore(const std::string& prefix, const model::SafeTensors& file) {
    const auto steps = file.metadata.find(prefix + "optimiser_steps");
    if (steps == file.metadata.end()) {
        return badInput("The checkpoint does not say how many steps were made.");
    }
    moments().step(std::strtoll(steps->second.c_str(), nullptr, 10));
    return fromFile(file, prefix + "weights", m_weights.values())
        .and_then([&] { return fromFile(file, prefix + "average", m_average.values()); })
        .and_then([&] { return fromFile(file, prefix + "first_moment", moments().exp_avg()); })
        .and_then([&] { return fromFile(file, prefix + "second_moment", moments().exp_avg_sq()); });
}

torch::Tensor Learner::average() const {
    return m_average.values().detach().to(torch::kCPU).clone();
}

void Learner::setAverage(const torch::Tensor& weights) {
    const torch::NoGradGuard guard;
    m_average.values().copy_(weights);
}

}  // namespace mimesys::training
