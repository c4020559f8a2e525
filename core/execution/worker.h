// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/fit.h"
#include "plan/plan.h"
#include "stressor/stressor.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <stop_token>
#include <vector>

namespace mimesys::execution {

// When a run begins and ends, on CLOCK_MONOTONIC.
struct RunTimes {
    std::int64_t startNs = 0;
    std::int64_t endNs = std::numeric_limits<std::int64_t>::max();  // cuts a window if need be
    std::int64_t windows = std::numeric_limits<std::int64_t>::max();
};

// One window of one row, as in RunReport.
struct WindowRecord {
    float plannedCpu = 0.0F;
    float achievedCpu = 0.0F;
    float plannedElapsed = 0.0F;
    float achievedElapsed = 0.0F;
    float elapsedCpu = 0.0F;
    float boundaryErrorMs = 0.0F;
    bool missed = false;
    bool displaced = false;
};

// What runs one row of a plan. All members but the constructor are called by the row's own thread.
class Worker {
public:
    Worker(const plan::ExecutionPlan& plan, const Fit& fit, std::size_t row);

    // Pins the calling thread to the row's CPU and prepares the stressors the row uses, until a stop request.
    [[nodiscard]] Expected<void> prepare(const machine::Machine& machine, std::size_t mostRecords,
                                         const std::stop_token& stop);
    // Until the end or a stop request; a window that was not finished leaves no record. Does nothing when it was not
    // prepared to the end.
    void run(const RunTimes& times, const std::stop_token& stop);

    // Whether the run came to its end rather than to a stop.
    [[nodiscard]] bool completed() const { return m_completed; }
    [[nodiscard]] std::int64_t windowsDone() const { return m_windowsDone; }
    [[nodiscard]] std::size_t windowsMissed() const { return m_windowsMissed; }
    [[nodiscard]] std::size_t windowsDisplaced() const { return m_windowsDisplaced; }
    [[nodiscard]] const std::vector<WindowRecord>& records() const { return m_records; }

private:
    struct Column {
        stressor::Accounting accounting = stressor::Accounting::CpuTime;
        std::unique_ptr<stressor::Body> body;  // null when the row never uses it
        std::int64_t achievedNs = 0;           // in the running window
    };
    [[nodiscard]] bool runWindow(std::int64_t window, std::int64_t begin, std::int64_t end,
                                 const std::stop_token& stop);
    void runRound(std::size_t planWindow, int round, std::int64_t reachedNs, std::int64_t windowEnd,
                  const std::stop_token& stop);
    void runShare(std::uint32_t column, float fraction, std::int64_t reachedNs, std::int64_t windowEnd,
                  const std::stop_token& stop);
    void addPlanned(std::span<const float> fractions, double part);

    const plan::ExecutionPlan& m_plan;
    const Fit& m_fit;
    std::size_t m_row;
    std::vector<Column> m_columns;
    std::vector<std::uint32_t> m_order;  // of the running round; only columns the window uses
    WindowRecord m_record;               // of the running window
    std::int64_t m_elapsedCpuNs = 0;
    std::vector<WindowRecord> m_records;
    std::size_t m_mostRecords = 0;
    std::int64_t m_windowsDone = 0;
    std::size_t m_windowsMissed = 0;
    std::size_t m_windowsDisplaced = 0;
    bool m_prepared = false;
    bool m_completed = false;
};

}  // namespace mimesys::execution
