// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "stressor/stressor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace mimesys::stressor {

// How much a paced stressor does in the time slices it is given, and in what portions.
struct Pace {
    double bytesPerSecond = 100'000'000;     // of a worker whose fraction is 1
    std::size_t usualBlock = 256 * 1024;     // every 2.6 ms of slice time
    std::size_t smallestBlock = 32 * 1024;   // worth doing when a slice begins
    std::size_t largestBlock = 1024 * 1024;  // no block is larger
    std::size_t largestPart = largestBlock;  // of a block between two questions whether the slice is over
    bool operator==(const Pace&) const = default;

    // Blocks of one size at equal distances in slice time, of which half is done as soon as it is earned.
    [[nodiscard]] static constexpr Pace blockEvery(std::size_t block, double seconds, std::size_t part) {
        return {.bytesPerSecond = static_cast<double>(block) / seconds,
                .usualBlock = block,
                .smallestBlock = std::min<std::size_t>(block, 32 * 1024),
                .largestBlock = 2 * block,
                .largestPart = part};
    }
};

// Turns the time slices a stressor is given into bytes at a fixed rate: the slices add up, and what they are worth
// is read or written in large blocks while a slice lasts, and as one smaller block at the start of the next slice for
// what was left over. The rate is therefore proportional to the fraction, and smooth even when a slice is shorter than
// a large block's worth. Blocks grow when the disk is slow for small ones. What a disk slower than the rate owes beyond
// the largest block is dropped: a burst after a stall would be another load than the one meant.
class Pacer {
public:
    static constexpr std::int64_t kBytesPerSecond = static_cast<std::int64_t>(Pace{}.bytesPerSecond);
    static constexpr std::size_t kUsualBlock = Pace{}.usualBlock;
    static constexpr std::size_t kLargestBlock = Pace{}.largestBlock;
    static constexpr std::size_t kUnit = 4096;  // every operation is a multiple of it

    // The clock is another one only in tests.
    explicit Pacer(std::int64_t (*clock)() = monotonicNs) : Pacer(Pace{}, clock) {}
    explicit Pacer(const Pace& pace, std::int64_t (*clock)() = monotonicNs) : m_pace(pace), m_clock(clock) {}

    // Calls operate(bytes) until interrupt.due(). A false result (the disk refuses) ends the slice early.
    template <typename Operate>
    void run(Interrupt& interrupt, Operate operate) {
        run(interrupt, operate, [] { return true; });
    }

    // The same, where an operation is begun only when mayStart(), and else put off until the window is over.
    template <typename Operate, typename MayStart>
    void run(Interrupt& interrupt, Operate operate, MayStart mayStart) {
        m_countedUntil = m_clock();
        std::size_t worthwhile = m_pace.smallestBlock;
        bool works = true;
        while (works && !interrupt.due()) {
            earn();
            if (m_block == 0 && m_owedBytes >= static_cast<double>(worthwhile)) {
                m_block = static_cast<std::size_t>(m_owedBytes) / kUnit * kUnit;
                worthwhile = m_pace.usualBlock;
            }
            if (m_block == 0) {
                worthwhile = m_pace.usualBlock;
                interrupt.sleepUntil(m_countedUntil + nsUntilOwed(m_pace.usualBlock));
            } else if (mayStart()) {
                const std::size_t part = std::min(m_block, m_pace.largestPart);
                works = operate(part);
                m_owedBytes -= static_cast<double>(part);
                m_block -= part;
            } else {
                interrupt.sleepUntil(interrupt.windowEndNs());
            }
        }
        earn();
    }

private:
    void earn() {
        const std::int64_t now = m_clock();
        m_owedBytes += secondsFromNs(now - m_countedUntil) * m_pace.bytesPerSecond;
        m_owedBytes = std::min(m_owedBytes, static_cast<double>(m_pace.largestBlock));
        m_countedUntil = now;
    }
    // At least 1 µs, so that rounding cannot make a wait of nothing.
    [[nodiscard]] std::int64_t nsUntilOwed(std::size_t bytes) const {
        const double seconds = (static_cast<double>(bytes) - m_owedBytes) / m_pace.bytesPerSecond;
        return std::max<std::int64_t>(1000, nsFromSeconds(seconds));
    }

    Pace m_pace;
    std::int64_t (*m_clock)();
    double m_owedBytes = 0.0;
    std::size_t m_block = 0;  // what is left of the block that was begun
    std::int64_t m_countedUntil = 0;
};

}  // namespace mimesys::stressor
