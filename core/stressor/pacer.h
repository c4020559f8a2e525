// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "stressor/stressor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mimesys::stressor {

// Turns the time slices a disk stressor is given into bytes at a fixed rate: the slices add up, and what they are worth
// is read or written in large blocks while a slice lasts, and as one smaller block at the start of the next slice for
// what was left over. The rate is therefore proportional to the fraction, and smooth even when a slice is shorter than
// a large block's worth. Blocks grow when the disk is slow for small ones.
class Pacer {
public:
    static constexpr std::int64_t kBytesPerSecond = 100'000'000;  // of a worker whose fraction is 1
    static constexpr std::size_t kUsualBlock = 256 * 1024;        // every 2.6 ms of slice time
    static constexpr std::size_t kSmallestBlock = 32 * 1024;
    // No operation is larger than this, and what a disk slower than the rate owes beyond it is dropped: a burst after a
    // stall would be another load than the one meant.
    static constexpr std::size_t kLargestBlock = 1024 * 1024;
    static constexpr std::size_t kUnit = 4096;  // every operation is a multiple of it

    // The clock is another one only in tests.
    explicit Pacer(std::int64_t (*clock)() = monotonicNs) : m_clock(clock) {}

    // Calls operate(bytes) until interrupt.due(). A false result (the disk refuses) ends the slice early.
    template <typename Operate>
    void run(Interrupt& interrupt, Operate operate) {
        m_countedUntil = m_clock();
        std::size_t worthwhile = kSmallestBlock;
        bool works = true;
        while (works && !interrupt.due()) {
            earn();
            if (m_owedBytes >= static_cast<double>(worthwhile)) {
                const std::size_t bytes = static_cast<std::size_t>(m_owedBytes) / kUnit * kUnit;
                works = operate(bytes);
                m_owedBytes -= static_cast<double>(bytes);
            } else {
                interrupt.sleepUntil(m_countedUntil + nsUntilOwed(kUsualBlock));
            }
            worthwhile = kUsualBlock;
        }
        earn();
    }

private:
    void earn() {
        const std::int64_t now = m_clock();
        m_owedBytes += secondsFromNs(now - m_countedUntil) * static_cast<double>(kBytesPerSecond);
        m_owedBytes = std::min(m_owedBytes, static_cast<double>(kLargestBlock));
        m_countedUntil = now;
    }
    // At least 1 µs, so that rounding cannot make a wait of nothing.
    [[nodiscard]] std::int64_t nsUntilOwed(std::size_t bytes) const {
        const double seconds = (static_cast<double>(bytes) - m_owedBytes) / static_cast<double>(kBytesPerSecond);
        return std::max<std::int64_t>(1000, nsFromSeconds(seconds));
    }

    std::int64_t (*m_clock)();
    double m_owedBytes = 0.0;
    std::int64_t m_countedUntil = 0;
};

}  // namespace mimesys::stressor
