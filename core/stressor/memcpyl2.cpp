// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mimesys::stressor {
namespace {

constexpr std::array<std::size_t, 4> kCopies{1024, 4096, 16384, 65536};  // one turn: 3 to 10 µs
constexpr std::size_t kSkew = 64;

// Both buffers together fill three quarters of the second-level cache.
std::size_t halfBytes(const machine::Machine& machine) {
    return static_cast<std::size_t>(l2Bytes(machine)) * 3 / 8 / 4096 * 4096;
}

class MemcpyL2 final : public Body {
public:
    MemcpyL2(Buffer memory, std::size_t half) : m_memory(std::move(memory)), m_half(half) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            for (const std::size_t size : kCopies) {
                copy(std::min(size, m_half / 4));
            }
        }
    }

private:
    // The target runs ahead of the source by a line per copy, so that the pairs of places change.
    void copy(std::size_t size) {
        m_from = m_from + size > m_half ? 0 : m_from;
        m_to = m_to + size > m_half ? 0 : m_to;
        std::memcpy(m_memory.data() + m_half + m_to, m_memory.data() + m_from, size);
        keep(m_memory.data());
        m_from += size;
        m_to += size + kSkew;
    }

    Buffer m_memory;
    std::size_t m_half;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
};

Demand demand(const machine::Machine& machine) {
    const auto bytes = static_cast<std::int64_t>(2 * halfBytes(machine));
    return {.memoryBytes = bytes, .workingSetBytes = bytes};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    const std::size_t half = halfBytes(preparation.machine);
    Expected<Buffer> memory = Buffer::allocate(2 * half);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<MemcpyL2>(std::move(*memory), half);
}

}  // namespace

Card memcpyL2Card() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_LIBC_Memcpy_Fleet_L2"};
    return {.name = "memcpy-l2",
            .stressorClass = Class::Cache,
            .accounting = Accounting::CpuTime,
            .loads = "Second-level cache: copies of 1 to 64 KiB inside it.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
