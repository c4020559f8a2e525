// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/random.h"
#include "model/safetensors.h"
#include "training/samples.h"

#include <torch/torch.h>

#include <cstdint>
#include <optional>
#include <string>

namespace mimesys::alignment {

// What was executed so far, to learn from again; the oldest is forgotten first. Optionally the data set that the model
// was trained on beside it, so that what lies away from the traces is not forgotten.
class Experience {
public:
    Experience(std::int64_t capacity, std::optional<training::Samples> replay)
        : m_capacity(capacity), m_replay(std::move(replay)) {}

    void add(const training::Batch& samples);  // on the CPU
    [[nodiscard]] std::int64_t size() const { return m_composition.defined() ? m_composition.size(0) : 0; }

    // `count` samples, with the whole condition: half of them from the data set where there is one.
    [[nodiscard]] training::Batch draw(std::int64_t count, Random& random) const;

    void store(const std::string& prefix, model::SafeTensors& file) const;
    // BadInput when something is missing or of another shape.
    [[nodiscard]] Expected<void> restore(const std::string& prefix, const model::SafeTensors& file);

private:
    std::int64_t m_capacity;
    std::optional<training::Samples> m_replay;
    torch::Tensor m_composition;
    torch::Tensor m_previous;
    torch::Tensor m_cores;
    torch::Tensor m_metrics;
};

}  // namespace mimesys::alignment
