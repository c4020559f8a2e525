// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/pacer.h"
#include "stressor/workingset.h"

#include <array>
#include <cstring>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kPart = 128 * 1024;  // 5 to 25 µs
constexpr std::size_t kMiB = 1024 * 1024;

// Memory that is overwritten from its start to its end, each time with another byte.
class Fill {
public:
    explicit Fill(Buffer memory) : m_memory(std::move(memory)) {}

    // At most kPart bytes.
    void next(std::size_t bytes) {
        const std::size_t part = std::min(bytes, m_memory.size() - m_offset);
        std::memset(m_memory.data() + m_offset, m_value, part);
        keep(m_memory.data());
        m_offset += part;
        if (m_offset == m_memory.size()) {
            m_offset = 0;
            m_value = (m_value + 1) % 256;
        }
    }

private:
    Buffer m_memory;
    std::size_t m_offset = 0;
    int m_value = 1;
};

class Memset final : public Body {
public:
    explicit Memset(Buffer memory) : m_fill(std::move(memory)) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            m_fill.next(kPart);
        }
    }

private:
    Fill m_fill;
};

class PacedMemset final : public Body {
public:
    explicit PacedMemset(Buffer memory)
        : m_pacer(Pace::blockEvery(memory.size(), 0.050, kPart)), m_fill(std::move(memory)) {}

    void run(Interrupt& interrupt) override {
        m_pacer.run(interrupt, [this](std::size_t bytes) {
            m_fill.next(bytes);
            return true;
        });
    }

private:
    Pacer m_pacer;
    Fill m_fill;
};

template <std::size_t mebibytes>
Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = mebibytes * kMiB, .workingSetBytes = mebibytes * kMiB};
}

template <typename MemsetBody, std::size_t mebibytes>
Expected<std::unique_ptr<Body>> prepare(const Preparation& /*preparation*/) {
    static_assert(mebibytes * kMiB % kPart == 0);
    Expected<Buffer> memory = Buffer::allocate(mebibytes * kMiB);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<MemsetBody>(std::move(*memory));
}

}  // namespace

Card memset8mCard() {
    return {
        .name = "memset-8m",
        .stressorClass = Class::Memory,
        .accounting = Accounting::CpuTime,
        .loads = "Writing without a break: memset of 8 MiB, again and again.",
        .response = "Memory bandwidth falls where 8 MiB fit the last-level cache: then that cache takes the writes.",
        .demand = demand<8>,
        .unavailable = alwaysAvailable,
        .prepare = prepare<Memset, 8>};
}

Card memset32mCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_DIRECTMEMSET_32MB_NoSleep"};
    return {.name = "memset-32m",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory bandwidth, mostly writing: memset of 32 MiB, again and again.",
            .aliases = aliases,
            .response = "Memory bandwidth flattens when several CPUs run it: a few saturate the memory channels.",
            .demand = demand<32>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<Memset, 32>};
}

Card memset32m50msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_DIRECTMEMSET_32MB_WeightScaled_50ms"};
    return {.name = "memset-32m-50ms",
            .stressorClass = Class::Memory,
            .accounting = Accounting::ElapsedTime,
            .loads = "Memory bandwidth with a mostly idle CPU: memset of 32 MiB every 50 ms of its time.",
            .aliases = aliases,
            .demand = demand<32>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<PacedMemset, 32>};
}

}  // namespace mimesys::stressor
