// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"
#include "telemetry/recorder.h"
#include "timeline/indexedtrace.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace mimesys::widgets {

// Puts a recorder's samples together into a growing trace, for the eye only: the recorder hands over the real one at
// the end. Every showing is a copy with its index, made on a thread of its own so that the recorder is never late, and
// rarer the longer it takes.
class LiveTrace {
public:
    // `show` is called from that thread, and not any more once this is destroyed.
    using Show = std::function<void(IndexedTracePtr)>;
    LiveTrace(const std::vector<Metric>& metrics, double periodSeconds, Show show);
    LiveTrace(const LiveTrace&) = delete;
    LiveTrace& operator=(const LiveTrace&) = delete;

    // From the recorder's thread.
    void take(const telemetry::Sample& sample);

private:
    void work(const std::stop_token& stop);
    void append();

    std::int64_t m_periodNs;
    Show m_show;
    trace::Trace m_trace;  // touched by the thread alone
    std::mutex m_mutex;
    std::condition_variable_any m_came;
    std::vector<std::int64_t> m_newTimes;
    std::vector<float> m_newValues;  // sample after sample
    std::jthread m_thread;           // last: it uses all of the others
};

}  // namespace mimesys::widgets
