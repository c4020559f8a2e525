// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <utility>

namespace mimesys::stressor {

// x = a·x + b over all doubles of its memory, again and again: every line is read and written once per pass.
class StreamInPlace final : public Body {
public:
    explicit StreamInPlace(Buffer memory) : m_memory(std::move(memory)) {}

    void run(Interrupt& interrupt) override {
        const std::span<double> all = m_memory.as<double>();
        while (!interrupt.due()) {
            // The fixed point is 2, so the values neither grow nor become denormal.
            for (double& x : all.subspan(m_next, std::min(kElementsPerPoll, all.size() - m_next))) {
                x = 0.5 * x + 1.0;
            }
            keep(all.data());
            m_next += kElementsPerPoll;
            m_next = m_next < all.size() ? m_next : 0;
        }
    }

    [[nodiscard]] std::span<const double> values() const { return m_memory.as<double>(); }

private:
    static constexpr std::size_t kElementsPerPoll = 8192;  // 128 KiB of traffic: about 10 µs
    Buffer m_memory;
    std::size_t m_next = 0;
};

}  // namespace mimesys::stressor
