// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <cstddef>
#include <cstdint>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kElementsPerPoll = 4096;  // 96 KiB of traffic: about 10 µs
// STREAM's triad (McCalpin 1995): two streams read, one written.
class StreamDram final : public Body {
public:
    explicit StreamDram(Buffer memory)
        : m_memory(std::move(memory)),
          m_elements(m_memory.as<double>().size() / 3 / kElementsPerPoll * kElementsPerPoll) {}

    void run(Interrupt& interrupt) override {
        double* const target = m_memory.as<double>().data();
        const double* const first = target + m_elements;
        const double* const second = first + m_elements;
        while (!interrupt.due()) {
            for (std::size_t i = m_next; i < m_next + kElementsPerPoll; ++i) {
                target[i] = first[i] + 3.0 * second[i];
            }
            keep(target);
            m_next = (m_next + kElementsPerPoll) % m_elements;
        }
    }

private:
    Buffer m_memory;
    std::size_t m_elements;  // of each of the three arrays
    std::size_t m_next = 0;
};

Demand demand(const machine::Machine& machine) {
    return {.memoryBytes = beyondCachesBytes(machine), .workingSetBytes = beyondCachesBytes(machine)};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    Expected<Buffer> memory = Buffer::allocate(static_cast<std::size_t>(beyondCachesBytes(preparation.machine)));
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<StreamDram>(std::move(*memory));
}

}  // namespace

Card streamDramCard() {
    return {.name = "stream-dram",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory bandwidth: the STREAM triad over arrays beyond this CPU's share of the last-level cache.",
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
