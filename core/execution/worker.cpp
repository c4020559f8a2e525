// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/worker.h"

#include "base/clock.h"
#include "base/random.h"
#include "execution/schedule.h"
#include "execution/slice.h"
#include "execution/thread.h"

#include <fmt/format.h>
#include <pthread.h>
#include <sys/prctl.h>

#include <algorithm>

namespace mimesys::execution {
namespace {

// The kernel may delay a sleeping thread's wake-up by this much to save power; 50 µs unless asked.
constexpr unsigned long kTimerSlackNs = 1000;

}  // namespace

Worker::Worker(const plan::ExecutionPlan& plan, const Fit& fit, std::size_t row)
    : m_plan(plan), m_fit(fit), m_row(row), m_columns(plan.stressorCount()) {}

Expected<void> Worker::prepare(const machine::Machine& machine, std::size_t mostRecords, const std::stop_token& stop) {
    const int cpu = m_fit.cpus[m_row];
    if (Expected<void> pinned = pinTo(cpu); !pinned) {
        return pinned;
    }
    preferMemoryNear(cpu, machine);
    ::prctl(PR_SET_TIMERSLACK, kTimerSlackNs);
    ::pthread_setname_np(::pthread_self(), fmt::format("mimesys-cpu{}", cpu).substr(0, 15).c_str());
    m_mostRecords = mostRecords;
    m_records.reserve(mostRecords);
    m_order.reserve(m_columns.size());
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        bool used = false;
        for (std::size_t window = 0; window < m_plan.windowCount() && !used; ++window) {
            used = m_plan.at(window, m_row, column) > 0.0F;
        }
        if (!used) {
            continue;
        }
        if (stop.stop_requested()) {
            return {};
        }
        const stressor::Card& card = *m_fit.cards[column];
        Random seeds(m_plan.seed ^ (m_row << 32) ^ column);
        Expected<std::unique_ptr<stressor::Body>> body = card.prepare({.machine = machine,
                                                                       .cpu = cpu,
                                                                       .workers = static_cast<int>(m_plan.cpuCount()),
                                                                       .seed = seeds.next(),
                                                                       .scratchDirectory = m_fit.scratchDirectory});
        if (!body) {
            return tl::unexpected(body.error());
        }
        m_columns[column].accounting = card.accounting;
        m_columns[column].body = std::move(*body);
    }
    m_prepared = true;
    return {};
}

void Worker::run(const RunTimes& times, const std::stop_token& stop) {
    if (!m_prepared) {
        return;
    }
    const double length = m_plan.windowSeconds();
    for (std::int64_t window = 0; window < times.windows; ++window) {
        const std::int64_t begin = windowStartNs(times.startNs, length, window);
        if (begin >= times.endNs) {
            break;
        }
        const std::int64_t end = std::min(windowStartNs(times.startNs, length, window + 1), times.endNs);
        if (!sleepUntil(begin, stop) || !runWindow(window, begin, end, stop)) {
            return;
        }
        ++m_windowsDone;
        m_windowsMissed += m_record.missed ? 1 : 0;
        m_windowsDisplaced += m_record.displaced ? 1 : 0;
        if (m_records.size() < m_mostRecords) {
            m_records.push_back(m_record);
        }
    }
    m_completed = true;
}

bool Worker::runWindow(std::int64_t window, std::int64_t begin, std::int64_t end, const std::stop_token& stop) {
    const std::size_t planWindow = static_cast<std::size_t>(window) % m_plan.windowCount();
    const double windowNs = m_plan.windowSeconds() * 1e9;
    m_record = {};
    const std::int64_t late = monotonicNs() - begin;
    m_record.boundaryErrorMs = static_cast<float>(static_cast<double>(late) * 1e-6);
    m_record.missed = begin + late >= end;
    addPlanned(m_plan.row(planWindow, m_row), std::min(1.0, static_cast<double>(end - begin) / windowNs));
    m_elapsedCpuNs = 0;
    for (Column& column : m_columns) {
        column.achievedNs = 0;
    }
    const int rounds = roundCount(m_plan.windowSeconds());
    for (int round = 0; round < rounds && monotonicNs() < end; ++round) {
        const std::int64_t reachedNs = std::min(roundEndNs(m_plan.windowSeconds(), round), end - begin);
        if (returnTo(m_fit.cpus[m_row])) {
            runRound(planWindow, round, reachedNs, end, stop);
        } else {
            m_record.displaced = true;
        }
        if (!sleepUntil(std::min(begin + reachedNs, end), stop)) {
            return false;
        }
    }
    for (const Column& column : m_columns) {
        const auto achieved = static_cast<float>(static_cast<double>(column.achievedNs) / windowNs);
        (column.accounting == stressor::Accounting::CpuTime ? m_record.achievedCpu : m_record.achievedElapsed) +=
            achieved;
    }
    m_record.elapsedCpu = static_cast<float>(static_cast<double>(m_elapsedCpuNs) / windowNs);
    return true;
}

void Worker::addPlanned(std::span<const float> fractions, double part) {
    for (std::size_t column = 0; column < fractions.size(); ++column) {
        const auto planned = static_cast<float>(fractions[column] * part);
        (m_columns[column].accounting == stressor::Accounting::CpuTime ? m_record.plannedCpu
                                                                       : m_record.plannedElapsed) += planned;
    }
}

void Worker::runRound(std::size_t planWindow, int round, std::int64_t reachedNs, std::int64_t windowEnd,
                      const std::stop_token& stop) {
    const std::span<const float> fractions = m_plan.row(planWindow, m_row);
    m_order.clear();
    for (std::uint32_t column = 0; column < fractions.size(); ++column) {
        if (fractions[column] > 0.0F) {
            m_order.push_back(column);
        }
    }
    shuffleForRound(m_order, m_plan.seed, planWindow, static_cast<std::uint64_t>(round), m_row);
    for (const std::uint32_t column : m_order) {
        runShare(column, fractions[column], reachedNs, windowEnd, stop);
    }
}

void Worker::runShare(std::uint32_t column, float fraction, std::int64_t reachedNs, std::int64_t windowEnd,
                      const std::stop_token& stop) {
    Column& running = m_columns[column];
    const std::int64_t targetNs = shareNs(fraction, reachedNs);
    if (running.achievedNs >= targetNs || stop.stop_requested()) {
        return;
    }
    Slice slice(running.accounting, static_cast<double>(fraction), targetNs - running.achievedNs, windowEnd, stop);
    running.body->run(slice);
    if (running.accounting == stressor::Accounting::CpuTime) {
        running.achievedNs += slice.cpuNs();
    } else {
        running.achievedNs += slice.elapsedNs();
        m_elapsedCpuNs += slice.cpuNs();
    }
}

}  // namespace mimesys::execution
