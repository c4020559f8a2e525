// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/samplestore.h"

#include <algorithm>

namespace mimesys::telemetry {

void SampleStore::append(std::int64_t timeNs, std::span<const float> values) {
    const std::size_t row = m_size % kBlockSamples;
    if (row == 0) {
        m_blocks.push_back(std::make_unique<Block>());
        m_blocks.back()->values = std::make_unique<float[]>(kBlockSamples * m_columns);
    }
    Block& block = *m_blocks.back();
    block.times[row] = timeNs;
    std::ranges::copy(values.first(m_columns), block.values.get() + row * m_columns);
    ++m_size;
}

std::vector<std::int64_t> SampleStore::times() const {
    std::vector<std::int64_t> times;
    times.reserve(m_size);
    for (std::size_t i = 0; i < m_size; ++i) {
        times.push_back(m_blocks[i / kBlockSamples]->times[i % kBlockSamples]);
    }
    return times;
}

std::vector<float> SampleStore::column(std::size_t index) const {
    std::vector<float> values;
    values.reserve(m_size);
    for (std::size_t i = 0; i < m_size; ++i) {
        values.push_back(m_blocks[i / kBlockSamples]->values[(i % kBlockSamples) * m_columns + index]);
    }
    return values;
}

}  // namespace mimesys::telemetry
