// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace mimesys::trace {

// A sequence that grows without ever being copied as a whole: reading a trace whose length is unknown then needs hardly
// more memory than the finished columns.
template <typename T>
class Chunks {
public:
    void push(T value) {
        const std::size_t offset = m_size % kChunk;
        if (offset == 0) {
            m_chunks.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
        }
        m_chunks.back()[offset] = value;
        ++m_size;
    }
    // Appends `value` until there are `size` elements.
    void padTo(std::size_t size, T value) {
        while (m_size < size) {
            push(value);
        }
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T& operator[](std::size_t i) { return m_chunks[i / kChunk][i % kChunk]; }

    // The elements as one vector; each chunk is freed as soon as it has been copied.
    [[nodiscard]] std::vector<T> take() {
        std::vector<T> all;
        all.reserve(m_size);
        for (auto& chunk : m_chunks) {
            const std::size_t count = std::min(kChunk, m_size - all.size());
            all.insert(all.end(), chunk.get(), chunk.get() + count);
            chunk.reset();
        }
        m_chunks.clear();
        m_size = 0;
        return all;
    }

private:
    // Large enough that the allocator maps a chunk by itself and gives it back when it is freed.
    static constexpr std::size_t kChunk = 256 * 1024 / sizeof(T);
    std::vector<std::unique_ptr<T[]>> m_chunks;
    std::size_t m_size = 0;
};

}  // namespace mimesys::trace
