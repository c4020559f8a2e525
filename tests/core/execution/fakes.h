// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "execution/executor.h"

#include <sched.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

// Stressors whose behaviour tests choose, and that write down what was done with them. Cards hold plain functions, so
// what they share is global to a test program.
namespace mimesys::execution::fakes {

struct Call {
    int cpu = 0;
    char stressor = ' ';
    bool operator==(const Call&) const = default;
};

struct Log {
    std::mutex mutex;
    std::vector<Call> calls;
    std::vector<Call> prepared;
    bool preparedOnItsCpu = true;
    std::stop_source stop;
    int stopAtCall = -1;

    void add(std::vector<Call>& list, Call call) {
        const std::lock_guard lock(mutex);
        list.push_back(call);
        if (static_cast<int>(calls.size()) == stopAtCall) {
            stop.request_stop();
        }
    }
    std::vector<char> callsOn(int cpu) {
        const std::lock_guard lock(mutex);
        std::vector<char> names;
        for (const Call& call : calls) {
            if (call.cpu == cpu) {
                names.push_back(call.stressor);
            }
        }
        return names;
    }
};

inline std::unique_ptr<Log>& log() {
    static std::unique_ptr<Log> instance = std::make_unique<Log>();
    return instance;
}

enum class Behaviour { ReturnsAtOnce, Burns, Waits };

template <char Name, Behaviour What>
class FakeBody final : public stressor::Body {
public:
    explicit FakeBody(int cpu) : m_cpu(cpu) {}
    void run(stressor::Interrupt& interrupt) override {
        log()->add(log()->calls, {m_cpu, Name});
        if (What == Behaviour::Burns) {
            while (!interrupt.due()) {
            }
        }
        if (What == Behaviour::Waits) {
            while (!interrupt.due()) {
                interrupt.sleepUntil(std::numeric_limits<std::int64_t>::max());
            }
        }
    }

private:
    int m_cpu;
};

template <char Name, Behaviour What>
Expected<std::unique_ptr<stressor::Body>> prepareFake(const stressor::Preparation& preparation) {
    log()->add(log()->prepared, {preparation.cpu, Name});
    if (::sched_getcpu() != preparation.cpu) {
        log()->preparedOnItsCpu = false;
    }
    return std::make_unique<FakeBody<Name, What>>(preparation.cpu);
}

inline Expected<std::unique_ptr<stressor::Body>> failToPrepare(const stressor::Preparation& /*preparation*/) {
    return failed("The stressor broke.");
}

inline stressor::Demand smallDemand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = 1, .scratchBytes = 0};
}
inline stressor::Demand smallScratch(const machine::Machine& /*machine*/) {
    return {.memoryBytes = 1, .scratchBytes = 1};
}
inline stressor::Demand hugeMemory(const machine::Machine& /*machine*/) {
    return {.memoryBytes = std::int64_t{1} << 60, .scratchBytes = 0};
}
inline stressor::Demand hugeScratch(const machine::Machine& /*machine*/) {
    return {.memoryBytes = 1, .scratchBytes = std::int64_t{1} << 60};
}
inline std::string available(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return {};
}
inline std::string notHere(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return "This machine has no such unit.";
}

template <char Name, Behaviour What>
stressor::Card card(std::string_view name, stressor::Accounting accounting) {
    return {.name = name,
            .stressorClass = stressor::Class::Compute,
            .accounting = accounting,
            .loads = "A test.",
            .demand = smallDemand,
            .unavailable = available,
            .prepare = prepareFake<Name, What>};
}

inline const std::vector<stressor::Card>& cards() {
    using enum stressor::Accounting;
    static const std::vector<stressor::Card> all = [] {
        std::vector<stressor::Card> list{card<'a', Behaviour::ReturnsAtOnce>("a", CpuTime),
                                         card<'b', Behaviour::ReturnsAtOnce>("b", CpuTime),
                                         card<'c', Behaviour::ReturnsAtOnce>("c", CpuTime),
                                         card<'u', Behaviour::Burns>("burns", CpuTime),
                                         card<'w', Behaviour::Waits>("waits", ElapsedTime),
                                         card<'x', Behaviour::ReturnsAtOnce>("breaks", CpuTime),
                                         card<'y', Behaviour::ReturnsAtOnce>("huge memory", CpuTime),
                                         card<'z', Behaviour::ReturnsAtOnce>("huge scratch", CpuTime),
                                         card<'n', Behaviour::ReturnsAtOnce>("not here", CpuTime),
                                         card<'s', Behaviour::ReturnsAtOnce>("small scratch", CpuTime),
                                         card<'h', Behaviour::Waits>("waits with a helper", ElapsedTime)};
        list[5].prepare = failToPrepare;
        list[6].demand = hugeMemory;
        list[7].demand = hugeScratch;
        list[8].unavailable = notHere;
        list[9].demand = smallScratch;
        list[10].cpuPerTime = 1.0;
        return list;
    }();
    return all;
}

// This process's CPUs and the cards above.
inline Environment environment() {
    Environment environment;
    cpu_set_t set;
    CPU_ZERO(&set);
    ::sched_getaffinity(0, sizeof set, &set);
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) {
            environment.machine.usableCpus.push_back(cpu);
        }
    }
    environment.findCard = [](std::string_view name) -> const stressor::Card* {
        for (const stressor::Card& candidate : cards()) {
            if (candidate.name == name) {
                return &candidate;
            }
        }
        return nullptr;
    };
    return environment;
}

}  // namespace mimesys::execution::fakes
