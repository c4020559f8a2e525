// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "stressor/stressor.h"

#include <algorithm>
#include <cstdint>

namespace mimesys::stressor {

// Keeps operations that cannot be cut short (a disk's) from running into the next window: one is begun only when it
// probably ends before the window does, judged by the longest of the last ones.
class Punctuality {
public:
    // The clock is another one only in tests.
    explicit Punctuality(std::int64_t (*clock)() = monotonicNs) : m_clock(clock) {}

    // Whether an operation begun now probably ends in time. Each refusal shortens what is expected a little, or one
    // stall longer than a window would end the work for good.
    [[nodiscard]] bool mayStart(const Interrupt& interrupt) {
        if (interrupt.windowEndNs() - m_clock() >= m_expectedNs + m_expectedNs / 4) {
            return true;
        }
        m_expectedNs -= m_expectedNs / 8;
        return false;
    }

    // Does an operation and learns how long it takes; what it returns is handed on.
    template <typename Operate>
    auto measure(Operate operate) {
        const std::int64_t began = m_clock();
        const auto result = operate();
        m_expectedNs = std::max(m_clock() - began, m_expectedNs - m_expectedNs / 16);
        return result;
    }

private:
    static constexpr std::int64_t kFirstNs = 2'000'000;  // before anything is known
    std::int64_t (*m_clock)();
    std::int64_t m_expectedNs = kFirstNs;
};

}  // namespace mimesys::stressor
