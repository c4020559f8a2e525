// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/perfsystem.h"
#include "telemetry/procfile.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace mimesys::telemetry {

// Up to four events that one CPU counts at the same time: all or none are in the hardware. When there are more
// events than registers the kernel lets groups take turns; rates are then extrapolated from the time in which the group
// counted, and say so.
//
// A CPU may go offline. The interval in which its counters were lost is unknown, one in which it was offline throughout
// is told apart (an offline CPU runs nothing itself), and the one in which it came back is unknown again.
class CounterGroup {
public:
    static constexpr std::size_t kMostEvents = 4;

    CounterGroup(std::shared_ptr<PerfSystem> perf, Clock clock, std::span<const PerfEvent> events, int cpu);
    ~CounterGroup() { close(); }
    CounterGroup(CounterGroup&& other) noexcept;
    CounterGroup& operator=(CounterGroup&&) = delete;

    // Starts counting; 0 or the error number. ENODEV: the CPU is offline, and refresh() tries again.
    [[nodiscard]] int open();

    // Whether it is open and has never counted yet: the kernel opens groups that would fit into the registers, also
    // where others hold some of them for good.
    [[nodiscard]] bool waits();

    void refresh();

    enum class Kind { Unknown, Known, Offline };
    struct Interval {
        Kind kind = Kind::Unknown;
        bool scaled = false;
        std::array<double, kMostEvents> perSecond{};  // 0 when offline
    };
    // From the refresh() before the last to the last.
    [[nodiscard]] Interval advance();

private:
    static constexpr std::size_t kHeaderWords = 3;
    struct Reading {
        bool valid = false;
        std::int64_t beginNs = 0;  // the kernel read the counters between these two
        std::int64_t endNs = 0;
        // Number of counters, ns enabled, ns counting, counts.
        std::array<std::uint64_t, kHeaderWords + kMostEvents> words{};
    };

    void close();
    [[nodiscard]] Interval between(const Reading& before, const Reading& now);

    std::shared_ptr<PerfSystem> m_perf;
    Clock m_clock;
    std::array<PerfEvent, kMostEvents> m_events{};
    std::size_t m_count;
    int m_cpu;
    std::array<int, kMostEvents> m_descriptors{-1, -1, -1, -1};
    Reading m_before;
    Reading m_now;
    bool m_offline = false;     // at the last refresh()
    bool m_wasOffline = false;  // at the one before
};

}  // namespace mimesys::telemetry
