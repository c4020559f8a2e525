// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kBytes = 1 << 20;
constexpr std::size_t kPagesPerPoll = 32;  // 10 to 60 µs

// Gives pages back and touches them again: each is a fault, a page taken and zeroed. Small pages only, so that the
// buffer is smaller than what huge pages are asked for.
class PageFaults final : public Body {
public:
    PageFaults(Buffer memory, std::size_t pageBytes) : m_memory(std::move(memory)), m_pageBytes(pageBytes) {}

    void run(Interrupt& interrupt) override {
        const std::size_t part = std::min(kPagesPerPoll * m_pageBytes, m_memory.size());
        while (!interrupt.due()) {
            std::byte* const pages = m_memory.data() + m_offset;
            ::madvise(pages, part, MADV_DONTNEED);
            for (std::size_t i = 0; i < part; i += m_pageBytes) {
                pages[i] = std::byte{1};
                keep(pages + i);
            }
            m_offset = m_offset + 2 * part <= m_memory.size() ? m_offset + part : 0;
        }
    }

private:
    Buffer m_memory;
    std::size_t m_pageBytes;
    std::size_t m_offset = 0;
};

Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = kBytes, .workingSetBytes = kBytes};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& /*preparation*/) {
    Expected<Buffer> memory = Buffer::allocate(kBytes);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    // Where the system gives huge pages to all.
    ::madvise(memory->data(), memory->size(), MADV_NOHUGEPAGE);
    const auto pageBytes = static_cast<std::size_t>(std::max(4096L, ::sysconf(_SC_PAGESIZE)));
    return std::make_unique<PageFaults>(std::move(*memory), pageBytes);
}

}  // namespace

Card pageFaultsCard() {
    return {.name = "page-faults",
            .stressorClass = Class::Kernel,
            .accounting = Accounting::CpuTime,
            .loads = "The kernel's memory management: pages given back and faulted in again.",
            .response = "Faults per second flatten when many CPUs run it: they share the list of free pages.",
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
