// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/livetrace.h"

#include "base/clock.h"

#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kShortestPauseNs = kNanosecondsPerSecond / 2;
// What is recorded is the machine this runs on: making copies takes at most a fiftieth of one CPU.
constexpr std::int64_t kPausePerWork = 50;

}  // namespace

LiveTrace::LiveTrace(const std::vector<Metric>& metrics, double periodSeconds, Show show)
    : m_periodNs(nsFromSeconds(periodSeconds)), m_show(std::move(show)) {
    for (const Metric& metric : metrics) {
        m_trace.columns.push_back({metric, Provenance::Procfs, {}});
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

void LiveTrace::take(const telemetry::Sample& sample) {
    if (sample.values.size() != m_trace.columns.size()) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_newTimes.push_back(sample.timeNs);
        m_newValues.insert(m_newValues.end(), sample.values.begin(), sample.values.end());
    }
    m_came.notify_one();
}

void LiveTrace::append() {
    if (m_trace.timesNs.empty()) {
        m_trace.startNs = m_newTimes.front() - m_periodNs;
    }
    m_trace.timesNs.insert(m_trace.timesNs.end(), m_newTimes.begin(), m_newTimes.end());
    const float* value = m_newValues.data();
    for (std::size_t sample = 0; sample < m_newTimes.size(); ++sample) {
        for (trace::Column& column : m_trace.columns) {
            column.values.push_back(*value++);
        }
    }
    m_newTimes.clear();
    m_newValues.clear();
}

void LiveTrace::work(const std::stop_token& stop) {
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_came.wait(lock, stop, [this] { return !m_newTimes.empty(); }) || stop.stop_requested()) {
                return;
            }
            append();
        }
        const std::int64_t before = threadCpuNs();
        if (auto snapshot = trace::makeTrace(m_trace)) {
            m_show(makeDisposable<IndexedTrace>(std::move(*snapshot)));
        }
        const std::int64_t worked = threadCpuNs() - before;
        if (!sleepUntil(monotonicNs() + std::max(kShortestPauseNs, worked * kPausePerWork), stop)) {
            return;
        }
    }
}

}  // namespace mimesys::widgets
