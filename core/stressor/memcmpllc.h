// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stressor/stressor.h"
#include "stressor/workingset.h"

namespace mimesys::stressor {

// Compares two buffers of equal contents, piece by piece, so that every byte of both is read.
class MemcmpLlc final : public Body {
public:
    [[nodiscard]] static Expected<std::unique_ptr<MemcmpLlc>> make(std::size_t halfBytes, std::uint64_t seed);
    void run(Interrupt& interrupt) override;

    // Whether every comparison so far found the contents equal.
    [[nodiscard]] bool alwaysEqual() const { return m_difference == 0; }
    [[nodiscard]] std::span<std::byte> second() const { return {m_second, m_half}; }

private:
    MemcmpLlc(Buffer memory, std::size_t half);
    Buffer m_memory;
    std::size_t m_half;
    const std::byte* m_first;
    std::byte* m_second;
    std::size_t m_offset = 0;
    std::size_t m_turn = 0;
    int m_difference = 0;
};

}  // namespace mimesys::stressor
