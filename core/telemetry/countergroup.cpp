// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/countergroup.h"

#include "base/clock.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace mimesys::telemetry {
namespace {

enum Word { Counters, Enabled, Running, FirstCount };

// Where the time enabled falls further behind the clock than this, the counter was not there all the time.
constexpr double kLeastEnabled = 0.9;

}  // namespace

CounterGroup::CounterGroup(std::shared_ptr<PerfSystem> perf, Clock clock, std::span<const PerfEvent> events, int cpu)
    : m_perf(std::move(perf)), m_clock(clock), m_count(std::min(events.size(), kMostEvents)), m_cpu(cpu) {
    std::ranges::copy(events.first(m_count), m_events.begin());
}

CounterGroup::CounterGroup(CounterGroup&& other) noexcept
    : m_perf(std::move(other.m_perf)),
      m_clock(other.m_clock),
      m_events(other.m_events),
      m_count(other.m_count),
      m_cpu(other.m_cpu),
      m_descriptors(std::exchange(other.m_descriptors, {-1, -1, -1, -1})),
      m_before(other.m_before),
      m_now(other.m_now),
      m_offline(other.m_offline),
      m_wasOffline(other.m_wasOffline) {}

int CounterGroup::open() {
    m_offline = false;
    for (std::size_t i = 0; i < m_count; ++i) {
        const int descriptor = m_perf->open(m_events[i], m_cpu, i == 0 ? -1 : m_descriptors[0]);
        if (descriptor < 0) {
            close();
            m_offline = descriptor == -ENODEV;
            return -descriptor;
        }
        m_descriptors[i] = descriptor;
    }
    return 0;
}

void CounterGroup::close() {
    // The leader last: its group would fall apart into single events first.
    for (std::size_t i = kMostEvents; i-- > 0;) {
        if (m_descriptors[i] >= 0) {
            m_perf->close(std::exchange(m_descriptors[i], -1));
        }
    }
}

bool CounterGroup::waits() {
    std::array<std::uint64_t, kHeaderWords + kMostEvents> words{};
    const auto used = std::span(words).first(kHeaderWords + m_count);
    return m_descriptors[0] >= 0 && m_perf->read(m_descriptors[0], used) == static_cast<int>(used.size()) &&
           words[Running] == 0;
}

void CounterGroup::refresh() {
    m_before = m_now;
    m_now.valid = false;
    m_wasOffline = m_offline;
    if (m_descriptors[0] < 0 && open() != 0) {
        return;
    }
    const std::size_t words = kHeaderWords + m_count;
    m_now.beginNs = m_clock();
    const int read = m_perf->read(m_descriptors[0], std::span(m_now.words).first(words));
    m_now.endNs = m_clock();
    m_now.valid = read == static_cast<int>(words) && m_now.words[Counters] == m_count;
    if (!m_now.valid) {
        close();
    }
}

CounterGroup::Interval CounterGroup::advance() {
    if (m_offline) {
        return {m_wasOffline ? Kind::Offline : Kind::Unknown, false, {}};
    }
    return m_before.valid && m_now.valid ? between(m_before, m_now) : Interval{};
}

CounterGroup::Interval CounterGroup::between(const Reading& before, const Reading& now) {
    const auto reading = [](const Reading& of, std::size_t word) {
        return of.words[word];
    };
    for (std::size_t word = Enabled; word < FirstCount + m_count; ++word) {
        if (reading(now, word) < reading(before, word)) {
            return {};  // it was reset, and what it counted before that is unknown
        }
    }
    const std::uint64_t enabled = now.words[Enabled] - before.words[Enabled];
    const std::uint64_t running = now.words[Running] - before.words[Running];
    // This thread may have had to wait around either reading; only what certainly lies between them counts.
    if (static_cast<double>(enabled) < kLeastEnabled * static_cast<double>(now.beginNs - before.endNs)) {
        // Events of a CPU that went offline stand still for ever, also when it is back.
        close();
        m_now.valid = false;
        return {};
    }
    if (running == 0) {
        return {};  // the others never gave up their turn
    }
    Interval interval{Kind::Known, running < enabled, {}};
    for (std::size_t i = 0; i < m_count; ++i) {
        const std::uint64_t count = now.words[FirstCount + i] - before.words[FirstCount + i];
        interval.perSecond[i] = static_cast<double>(count) / secondsFromNs(static_cast<std::int64_t>(running));
    }
    return interval;
}

}  // namespace mimesys::telemetry
