// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mimesys::telemetry {

// Samples in blocks: a recording of days never has to move what it has, as one growing array would.
class SampleStore {
public:
    explicit SampleStore(std::size_t columns) : m_columns(columns) {}

    void append(std::int64_t timeNs, std::span<const float> values);  // one value per column
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::vector<std::int64_t> times() const;
    [[nodiscard]] std::vector<float> column(std::size_t index) const;

private:
    static constexpr std::size_t kBlockSamples = 512;
    struct Block {
        std::array<std::int64_t, kBlockSamples> times;
        std::unique_ptr<float[]> values;  // one row after the other
    };

    std::size_t m_columns;
    std::size_t m_size = 0;
    std::vector<std::unique_ptr<Block>> m_blocks;
};

}  // namespace mimesys::telemetry
