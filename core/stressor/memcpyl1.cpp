// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kCopies = 512;  // between two polls: a few microseconds
constexpr std::size_t kLargestCopy = 2048;

// Both buffers together fill three quarters of the first-level data cache, and stack and sizes the rest.
std::size_t halfBytes(const machine::Machine& machine) {
    return static_cast<std::size_t>(l1DataBytes(machine)) * 3 / 8 / 64 * 64;
}

class MemcpyL1 final : public Body {
public:
    MemcpyL1(Buffer memory, std::size_t half, std::uint64_t seed) : m_memory(std::move(memory)), m_half(half) {
        // Copies in programs are mostly short: sizes are spread evenly over powers of two from 16 to 2048.
        Random random(seed);
        for (std::uint16_t& size : m_sizes) {
            const std::size_t power = std::size_t{16} << random.below(7);
            size = static_cast<std::uint16_t>(power + random.below(power));
        }
    }

    void run(Interrupt& interrupt) override {
        std::byte* const source = m_memory.data();
        std::byte* const target = source + m_half;
        while (!interrupt.due()) {
            for (const std::uint16_t size : m_sizes) {
                if (m_offset + size > m_half) {
                    m_offset = 0;
                }
                std::memcpy(target + m_offset, source + m_offset, size);
                keep(target);
                m_offset += size;
            }
        }
    }

private:
    Buffer m_memory;
    std::size_t m_half;
    std::size_t m_offset = 0;
    std::array<std::uint16_t, kCopies> m_sizes{};
};

Demand demand(const machine::Machine& machine) {
    const auto bytes = static_cast<std::int64_t>(2 * halfBytes(machine));
    return {.memoryBytes = bytes, .workingSetBytes = bytes};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    const std::size_t half = halfBytes(preparation.machine);
    static_assert(kLargestCopy < 8 * 1024 * 3 / 8, "the largest copy fits the smallest buffer");
    Expected<Buffer> memory = Buffer::allocate(2 * half);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<MemcpyL1>(std::move(*memory), half, preparation.seed);
}

}  // namespace

Card memcpyL1Card() {
    static constexpr std::array<std::string_view, 2> aliases{"BM_LIBC_Memcpy_Fleet_L1", "Memcpy_Fleet_L1"};
    return {.name = "memcpy-l1",
            .stressorClass = Class::Cache,
            .accounting = Accounting::CpuTime,
            .loads = "Load and store ports: copies of 16 to 2048 bytes inside the first-level data cache.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
