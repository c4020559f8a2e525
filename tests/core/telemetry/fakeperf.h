// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "telemetry/perfsystem.h"
#include "telemetry/procfile.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace mimesys::test {

// Counters whose values a test sets: every event of a CPU counts at a rate and in a share of the time of its own.
class FakePerf final : public telemetry::PerfSystem {
public:
    using Event = telemetry::PerfEvent;

    struct Behaviour {
        double perSecond = 0.0;  // while it counts
        double share = 1.0;      // of the time in which it does
    };

    // How an event behaves on a CPU, and on all CPUs not named.
    void set(const Event& event, int cpu, Behaviour behaviour) { m_behaviour[key(event, cpu)] = behaviour; }
    void set(const Event& event, Behaviour behaviour) { set(event, kAnyCpu, behaviour); }
    // What opening an event is refused with, from now on.
    void refuse(const Event& event, int error) { m_refused[key(event, kAnyCpu)] = error; }
    void allow(const Event& event) { m_refused.erase(key(event, kAnyCpu)); }
    // An offline CPU opens nothing, and what counted there stands still for ever, every event for itself.
    void setOnline(int cpu, bool online) {
        if (online) {
            m_offline.erase(cpu);
        } else {
            m_offline.insert(cpu);
        }
        for (auto& [descriptor, counter] : m_counters) {
            if (!online && counter.cpu == cpu) {
                counter.dead = true;
                counter.leader = -1;
            }
        }
    }
    // Readings of a CPU's counters find the end of the file, until they may read again.
    void endOfFile(int cpu) { m_ended.insert(cpu); }
    void readAgain(int cpu) { m_ended.erase(cpu); }
    // What happens before every reading; the thread may have to wait there.
    void beforeReading(std::function<void()> action) { m_beforeReading = std::move(action); }
    void startAgainFromZero(int cpu) {
        for (auto& [descriptor, counter] : m_counters) {
            if (counter.cpu == cpu) {
                counter.count = 0.0;
            }
        }
    }
    void limitOpenFiles(std::size_t soft, std::size_t hard) {
        m_softLimit = soft;
        m_hardLimit = hard;
    }

    [[nodiscard]] std::size_t openFileLimit() const { return m_softLimit; }

    // How many events fit into one group, and up to how many of them ever find enough registers free.
    void limitGroups(std::size_t events) { m_mostInGroup = events; }
    void limitRunning(std::size_t events) { m_mostRunning = events; }

    void pass(double seconds) {
        for (auto& [descriptor, counter] : m_counters) {
            if (counter.dead) {
                continue;
            }
            counter.enabledNs += seconds * 1e9;
            if (groupSize(counter.leader < 0 ? descriptor : counter.leader) > m_mostRunning) {
                continue;
            }
            const Behaviour behaviour = behaviourOf(counter);
            counter.runningNs += seconds * 1e9 * behaviour.share;
            counter.count += behaviour.perSecond * behaviour.share * seconds;
        }
    }

    // From now on time passes by a clock, whenever a counter is read.
    void follow(telemetry::Clock clock) {
        m_clock = clock;
        m_lastNs = clock();
    }

    [[nodiscard]] std::size_t openCount() const { return m_counters.size(); }
    // Events with the CPUs they were opened on, in order.
    [[nodiscard]] const std::vector<std::pair<Event, int>>& opened() const { return m_opened; }

    int open(const Event& event, int cpu, int leader) override {
        if (const auto refused = m_refused.find(key(event, kAnyCpu)); refused != m_refused.end()) {
            return -refused->second;
        }
        if (m_offline.contains(cpu)) {
            return -ENODEV;
        }
        if (m_counters.size() >= m_softLimit) {
            return -EMFILE;
        }
        if (leader >= 0 && groupSize(leader) >= m_mostInGroup) {
            return -EINVAL;
        }
        m_counters[++m_last] = {event, cpu, leader, false, 0.0, 0.0, 0.0};
        m_opened.emplace_back(event, cpu);
        return m_last;
    }

    int read(int descriptor, std::span<std::uint64_t> words) override {
        if (m_beforeReading) {
            m_beforeReading();
        }
        if (m_clock != nullptr) {
            const std::int64_t now = m_clock();
            pass(static_cast<double>(now - std::exchange(m_lastNs, now)) * 1e-9);
        }
        const auto leader = m_counters.find(descriptor);
        if (leader == m_counters.end()) {
            return -EBADF;
        }
        if (m_ended.contains(leader->second.cpu)) {
            return 0;
        }
        std::size_t used = 3;
        words[1] = static_cast<std::uint64_t>(leader->second.enabledNs + 0.5);
        words[2] = static_cast<std::uint64_t>(leader->second.runningNs + 0.5);
        for (const auto& [number, counter] : m_counters) {
            if (number == descriptor || counter.leader == descriptor) {
                words[used++] = static_cast<std::uint64_t>(counter.count + 0.5);
            }
        }
        words[0] = used - 3;
        return static_cast<int>(used);
    }

    void close(int descriptor) override { m_counters.erase(descriptor); }
    bool makeRoom(std::size_t counters) override {
        const std::size_t needed = m_counters.size() + counters + kOtherFiles;
        m_softLimit = m_softLimit < needed ? m_hardLimit : m_softLimit;
        return m_softLimit >= needed;
    }
    void wait(std::int64_t ns) override {
        if (m_clock != nullptr) {
            (void)sleepUntil(monotonicNs() + ns, {});
        } else {
            pass(static_cast<double>(ns) * 1e-9);
        }
    }

private:
    static constexpr int kAnyCpu = -1;
    using Key = std::tuple<std::uint32_t, std::uint64_t, std::uint64_t, std::uint64_t, int>;
    static Key key(const Event& event, int cpu) {
        return {event.type, event.config, event.config1, event.config2, cpu};
    }
    struct Counter {
        Event event;
        int cpu = 0;
        int leader = -1;
        bool dead = false;
        double enabledNs = 0.0;
        double runningNs = 0.0;
        double count = 0.0;
    };
    [[nodiscard]] Behaviour behaviourOf(const Counter& counter) const {
        for (const int cpu : {counter.cpu, kAnyCpu}) {
            if (const auto found = m_behaviour.find(key(counter.event, cpu)); found != m_behaviour.end()) {
                return found->second;
            }
        }
        return {};
    }

    [[nodiscard]] std::size_t groupSize(int leader) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            m_counters, [&](const auto& entry) { return entry.first == leader || entry.second.leader == leader; }));
    }

    std::map<int, Counter> m_counters;  // by descriptor
    std::vector<std::pair<Event, int>> m_opened;
    std::map<Key, Behaviour> m_behaviour;
    std::map<Key, int> m_refused;
    std::set<int> m_offline;
    std::set<int> m_ended;
    std::size_t m_mostInGroup = 100;
    std::size_t m_mostRunning = 100;
    std::size_t m_softLimit = 100'000;
    std::size_t m_hardLimit = 100'000;
    int m_last = 2;
    std::function<void()> m_beforeReading;
    telemetry::Clock m_clock = nullptr;
    std::int64_t m_lastNs = 0;
};

}  // namespace mimesys::test
