// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/memcmpllc.h"

#include "base/random.h"
#include "stressor/cards.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mimesys::stressor {
namespace {

// The largest takes 20 to 60 µs.
constexpr std::array<std::size_t, 4> kPieces{4096, 16384, 65536, 262144};
// The second buffer lies a line further than a power of two from the first, so that the two do not fight for sets.
constexpr std::size_t kSkew = 64;
constexpr std::int64_t kMost = 64 << 20;

// Both buffers together fill three quarters of this CPU's share of the last-level cache. Where the second level is not
// much smaller they are twice as large as that, or the last level would hardly be asked.
std::size_t halfBytes(const machine::Machine& machine) {
    const std::int64_t both = std::max(lastLevelShareBytes(machine) * 3 / 4, 2 * l2Bytes(machine));
    return static_cast<std::size_t>(std::min(both, kMost)) / 2 / 4096 * 4096;
}

Demand demand(const machine::Machine& machine) {
    const auto bytes = static_cast<std::int64_t>(2 * halfBytes(machine));
    return {.memoryBytes = bytes + static_cast<std::int64_t>(kSkew), .workingSetBytes = bytes};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    return MemcmpLlc::make(halfBytes(preparation.machine), preparation.seed);
}

}  // namespace

Expected<std::unique_ptr<MemcmpLlc>> MemcmpLlc::make(std::size_t halfBytes, std::uint64_t seed) {
    Expected<Buffer> memory = Buffer::allocate(2 * halfBytes + kSkew);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    Random random(seed);
    std::ranges::generate(memory->as<std::uint64_t>(), [&] { return random.next(); });
    return std::unique_ptr<MemcmpLlc>(new MemcmpLlc(std::move(*memory), halfBytes));
}

MemcmpLlc::MemcmpLlc(Buffer memory, std::size_t half)
    : m_memory(std::move(memory)), m_half(half), m_first(m_memory.data()), m_second(m_memory.data() + m_half + kSkew) {
    std::memcpy(m_second, m_first, m_half);
}

void MemcmpLlc::run(Interrupt& interrupt) {
    while (!interrupt.due()) {
        const std::size_t size = std::min(kPieces[m_turn], m_half - m_offset);
        m_turn = (m_turn + 1) % kPieces.size();
        m_difference |= std::memcmp(m_first + m_offset, m_second + m_offset, size);
        keep(&m_difference);
        m_offset = (m_offset + size) % m_half;
    }
}

Card memcmpLlcCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_LIBC_Memcmp_Fleet_LLC"};
    return {.name = "memcmp-llc",
            .stressorClass = Class::Cache,
            .accounting = Accounting::CpuTime,
            .loads = "Last-level cache, reading: comparisons of equal memory inside this CPU's share of it.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
