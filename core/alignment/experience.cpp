// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/experience.h"

#include "model/networks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace mimesys::alignment {
namespace {

using Tensors = std::vector<torch::Tensor>;
using training::Batch;

std::vector<std::int64_t> drawIndices(std::int64_t count, std::int64_t size, Random& random) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::ranges::generate(indices,
                          [&] { return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(size))); });
    return indices;
}

torch::Tensor joined(const torch::Tensor& left, const torch::Tensor& right) {
    return torch::cat(Tensors{left, right}, 0);
}

Expected<torch::Tensor> tensorFrom(const model::SafeTensors& file, const std::string& name) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end() || found->second.shape.size() != 3) {
        return badInput(fmt::format("The tensor {} is missing or of another shape.", name));
    }
    return torch::tensor(found->second.values).view(found->second.shape);
}

}  // namespace

void Experience::add(const Batch& samples) {
    const auto grow = [this](torch::Tensor& all, const torch::Tensor& added) {
        all = all.defined() ? joined(all, added) : added;
        if (all.size(0) > m_capacity) {
            all = all.narrow(0, all.size(0) - m_capacity, m_capacity).clone();
        }
    };
    grow(m_composition, samples.composition);
    grow(m_previous, samples.previous);
    grow(m_cores, samples.cores);
    grow(m_metrics, samples.metrics);
}

Batch Experience::draw(std::int64_t count, Random& random) const {
    const std::int64_t replayed = m_replay ? count / 2 : 0;
    const std::vector<std::int64_t> own = drawIndices(count - replayed, size(), random);
    const torch::Tensor index = torch::tensor(own, torch::kInt64);
    Batch batch{m_composition.index_select(0, index),
                m_previous.index_select(0, index),
                m_cores.index_select(0, index),
                m_metrics.index_select(0, index),
                {}};
    if (replayed > 0) {
        const Batch old = m_replay->at(drawIndices(replayed, m_replay->size(), random));
        batch = {joined(batch.composition, old.composition),
                 joined(batch.previous, old.previous),
                 joined(batch.cores, old.cores),
                 joined(batch.metrics, old.metrics),
                 {}};
    }
    batch.condition = {batch.cores, batch.metrics, batch.previous, torch::ones({count, 1})};
    return batch;
}

void Experience::store(const std::string& prefix, model::SafeTensors& file) const {
    if (size() > 0) {
        file.tensors[prefix + "composition"] = model::toFile(m_composition);
        file.tensors[prefix + "previous"] = model::toFile(m_previous);
        file.tensors[prefix + "cores"] = model::toFile(m_cores);
        file.tensors[prefix + "metrics"] = model::toFile(m_metrics);
    }
}

Expected<void> Experience::restore(const std::string& prefix, const model::SafeTensors& file) {
    const std::array names{"composition", "previous", "cores", "metrics"};
    const std::array places{&m_composition, &m_previous, &m_cores, &m_metrics};
    if (!file.tensors.contains(prefix + names.front())) {
        return {};
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto tensor = tensorFrom(file, prefix + names[i]);
        if (!tensor) {
            return tl::unexpected(tensor.error());
        }
        *places[i] = std::move(*tensor);
        if (places[i]->size(0) != m_composition.size(0)) {
            return badInput("What was executed is damaged in the checkpoint.");
        }
    }
    return {};
}

}  // namespace mimesys::alignment
