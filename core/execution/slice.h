// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "stressor/stressor.h"

#include <algorithm>
#include <cstdint>
#include <stop_token>

namespace mimesys::execution {

// The time one body gets at one go: due when its share is used up, the window is over or the run is stopped. Bodies ask
// every few microseconds, so the answer must be cheap: CPU time cannot have passed faster than time, hence the thread's
// CPU clock (a system call) is read only when the monotonic clock (none) says that the share could be used up.
class Slice final : public stressor::Interrupt {
public:
    Slice(stressor::Accounting accounting, double fraction, std::int64_t shareNs, std::int64_t windowEndNs,
          const std::stop_token& stop)
        : m_stop(stop),
          m_fraction(fraction),
          m_accounting(accounting),
          m_shareNs(shareNs),
          m_windowEndNs(windowEndNs),
          m_startNs(monotonicNs()),
          m_startCpuNs(threadCpuNs()),
          m_earliestNs(std::min(m_startNs + shareNs, windowEndNs)) {}

    [[nodiscard]] bool due() override {
        const std::int64_t now = monotonicNs();
        if (now < m_earliestNs) {
            return m_stop.stop_requested();
        }
        if (now >= m_windowEndNs || m_accounting == stressor::Accounting::ElapsedTime) {
            return true;
        }
        const std::int64_t leftNs = m_shareNs - cpuNs();
        m_earliestNs = std::min(now + leftNs, m_windowEndNs);
        return leftNs <= 0 || m_stop.stop_requested();
    }

    void sleepUntil(std::int64_t time) override {
        const std::int64_t last = m_accounting == stressor::Accounting::ElapsedTime ? m_earliestNs : m_windowEndNs;
        (void)mimesys::sleepUntil(std::min(time, last), m_stop);
    }

    [[nodiscard]] std::int64_t windowEndNs() const override { return m_windowEndNs; }
    [[nodiscard]] double fraction() const override { return m_fraction; }

    [[nodiscard]] std::int64_t elapsedNs() const { return monotonicNs() - m_startNs; }
    [[nodiscard]] std::int64_t cpuNs() const { return threadCpuNs() - m_startCpuNs; }

private:
    const std::stop_token& m_stop;
    double m_fraction;  // of the window
    stressor::Accounting m_accounting;
    std::int64_t m_shareNs;
    std::int64_t m_windowEndNs;
    std::int64_t m_startNs;
    std::int64_t m_startCpuNs;
    std::int64_t m_earliestNs;  // not due before it, unless stopped
};

}  // namespace mimesys::execution
