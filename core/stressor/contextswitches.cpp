// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/affinity.h"
#include "stressor/cards.h"

#include <fmt/format.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <thread>

namespace mimesys::stressor {
namespace {

constexpr int kRoundsPerPoll = 4;  // two switches each, together 10 to 30 µs

// Two threads wait for each other in turn; standard library semaphores would spin instead of sleeping.
class Signal {
public:
    Signal() : m_descriptor(::eventfd(0, EFD_CLOEXEC)) {}
    Signal(const Signal&) = delete;
    Signal& operator=(const Signal&) = delete;
    ~Signal() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    [[nodiscard]] bool works() const { return m_descriptor >= 0; }
    void raise() const { (void)::eventfd_write(m_descriptor, 1); }
    // False on anything but the signal.
    [[nodiscard]] bool wait() const {
        eventfd_t value = 0;
        int result = -1;
        do {
            result = ::eventfd_read(m_descriptor, &value);
        } while (result != 0 && errno == EINTR);
        return result == 0;
    }

private:
    int m_descriptor;
};

class ContextSwitches final : public Body {
public:
    [[nodiscard]] static Expected<std::unique_ptr<Body>> make(int cpu) {
        auto body = std::unique_ptr<ContextSwitches>(new ContextSwitches(cpu));
        if (!body->m_ping.works() || !body->m_pong.works()) {
            return failed(fmt::format("Two threads cannot signal each other ({}).", std::strerror(errno)));
        }
        try {
            body->m_helper = std::thread([helped = body.get()] { helped->answer(); });
        } catch (const std::system_error& error) {
            return failed(fmt::format("No helper thread can be started ({}).", error.what()));
        }
        // The helper does nothing but answer, hence its name and CPU can be set from here.
        if (const int error = bindToCpu(body->m_helper.native_handle(), cpu); error != 0) {
            return unavailable(fmt::format("No thread can be bound to CPU {} ({}).", cpu, std::strerror(error)));
        }
        ::pthread_setname_np(body->m_helper.native_handle(), "mimesys-helper");
        return body;
    }
    ContextSwitches(const ContextSwitches&) = delete;
    ContextSwitches& operator=(const ContextSwitches&) = delete;
    ~ContextSwitches() override {
        m_ends = true;
        m_ping.raise();
        if (m_helper.joinable()) {
            m_helper.join();
        }
    }

    void run(Interrupt& interrupt) override {
        // Whoever changes what the process may run on, moves the helper too and never back.
        bool works = bindToCpu(m_helper.native_handle(), m_cpu) == 0;
        while (works && !interrupt.due()) {
            for (int round = 0; round < kRoundsPerPoll && works; ++round) {
                m_ping.raise();
                works = m_pong.wait();
            }
        }
    }

private:
    explicit ContextSwitches(int cpu) : m_cpu(cpu) {}

    void answer() {
        while (m_ping.wait() && !m_ends) {
            m_pong.raise();
        }
    }

    int m_cpu;
    Signal m_ping;
    Signal m_pong;
    std::atomic<bool> m_ends = false;
    std::thread m_helper;
};

Demand demand(const machine::Machine& /*machine*/) {
    // What a thread's stack takes of its address space is hardly touched.
    return {.memoryBytes = 64 * 1024};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    return ContextSwitches::make(preparation.cpu);
}

}  // namespace

Card contextSwitchesCard() {
    return {.name = "context-switches",
            .stressorClass = Class::Kernel,
            // Half of the CPU time is the helper's, and each of the two waits for the other half.
            .accounting = Accounting::ElapsedTime,
            .cpuPerTime = 1.0,
            .loads = "The kernel's scheduler: two threads on one CPU that wake each other in turn.",
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
