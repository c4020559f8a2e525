// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/recorder.h"

#include "base/wait.h"
#include "machine/machine.h"
#include "telemetry/sampler.h"
#include "telemetry/samplestore.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace mimesys::telemetry {
namespace {

constexpr double kShortestPeriod = 0.01;
constexpr double kLongestPeriod = 3600.0;

class SamplingRecorder final : public Recorder {
public:
    SamplingRecorder(Sampler sampler, RecorderOptions options)
        : m_sampler(std::move(sampler)), m_options(std::move(options)), m_store(m_sampler.metrics().size()) {}

    ~SamplingRecorder() override { join(); }

    const std::vector<Metric>& metrics() const override { return m_sampler.metrics(); }

    void start(std::int64_t startMonotonicNs) override {
        const std::lock_guard lock(m_mutex);
        if (m_started) {
            return;
        }
        m_started = true;
        try {
            m_thread = std::jthread([this, startMonotonicNs](const std::stop_token& stop) {
                try {
                    record(startMonotonicNs, stop);
                } catch (const std::bad_alloc&) {  // what was recorded so far is kept
                }
            });
        } catch (const std::system_error& error) {
            m_result = failed(fmt::format("The recorder's thread cannot be started ({}).", error.what()));
        }
    }

    Expected<trace::TracePtr> stop() override {
        const std::lock_guard lock(m_mutex);
        m_started = true;  // a recorder that was stopped does not start any more
        join();
        if (!m_result) {
            m_result = makeTrace();
        }
        return *m_result;
    }

private:
    void join() {
        if (m_thread.joinable()) {
            m_thread.request_stop();
            m_thread.join();
        }
    }

    void record(std::int64_t startNs, const std::stop_token& stop);
    void takeSample(std::span<float> values);
    Expected<trace::TracePtr> makeTrace();

    Sampler m_sampler;
    RecorderOptions m_options;

    // Written by the thread, read after its end.
    SampleStore m_store;
    std::int64_t m_baseMonotonicNs = 0;
    std::int64_t m_baseRealtimeNs = 0;
    std::int64_t m_lastMonotonicNs = 0;

    std::mutex m_mutex;  // guards what follows
    bool m_started = false;
    std::optional<Expected<trace::TracePtr>> m_result;
    std::jthread m_thread;
};

void SamplingRecorder::record(std::int64_t startNs, const std::stop_token& stop) {
    const std::int64_t period = nsFromSeconds(m_options.periodSeconds);
    startNs = std::max(startNs, monotonicNs());
    if (!waitUntil(startNs, stop)) {
        return;
    }
    std::vector<float> values(m_sampler.metrics().size());
    m_baseMonotonicNs = m_sampler.sample(values);
    // The wall clock is asked once. Later time stamps follow the monotonic clock, so that a clock that is set while
    // recording can neither reverse the samples' order nor stretch an interval.
    m_baseRealtimeNs = realtimeNs() - (monotonicNs() - m_baseMonotonicNs);
    m_lastMonotonicNs = m_baseMonotonicNs;
    std::int64_t due = startNs + period;
    while (waitUntil(due, stop)) {
        takeSample(values);
        // Times that have passed meanwhile (the machine slept, or was overloaded) are left out.
        due += period * std::max<std::int64_t>(1, (monotonicNs() - due) / period + 1);
    }
    if ((monotonicNs() - m_lastMonotonicNs) * 2 >= period) {
        takeSample(values);
    }
}

void SamplingRecorder::takeSample(std::span<float> values) {
    m_lastMonotonicNs = m_sampler.sample(values);
    const std::int64_t time = m_baseRealtimeNs + (m_lastMonotonicNs - m_baseMonotonicNs);
    m_store.append(time, values);
    if (m_options.onSample) {
        m_options.onSample({time, values});
    }
}

Expected<trace::TracePtr> SamplingRecorder::makeTrace() {
    if (m_store.size() == 0) {
        return failed(
            fmt::format("Nothing was recorded: it ended before the first sample, half a period ({:g} s) after "
                        "the start; record for longer or with a shorter period.",
                        m_options.periodSeconds / 2.0));
    }
    trace::Trace trace;
    trace.startNs = m_baseRealtimeNs;
    trace.timesNs = m_store.times();
    int cpus = 0;
    for (std::size_t i = 0; i < m_sampler.metrics().size(); ++i) {
        const Metric& metric = m_sampler.metrics()[i];
        trace.columns.push_back({metric, m_sampler.provenance(i), m_store.column(i)});
        cpus += cpuOfUtilizationId(metric.id) ? 1 : 0;
    }
    trace.attributes["recorder"] = "mimesys " MIMESYS_VERSION;
    trace.attributes["cpu_count"] = std::to_string(cpus);
    // The host's name stays out: traces are meant to be passed on.
    if (const auto machine = machine::discover({m_options.roots.proc, m_options.roots.sys})) {
        trace.attributes["machine"] = machine::toJson(*machine);
        trace.attributes["kernel"] = machine->kernel;
    }
    return trace::makeTrace(std::move(trace));
}

}  // namespace

Expected<std::unique_ptr<Recorder>> Recorder::open(RecorderOptions options) {
    if (!(options.periodSeconds >= kShortestPeriod && options.periodSeconds <= kLongestPeriod)) {
        return badInput(
            fmt::format("The period has to be between {} and {} seconds.", kShortestPeriod, kLongestPeriod));
    }
    auto sampler = Sampler::open(options.roots);
    if (!sampler) {
        return tl::unexpected(sampler.error());
    }
    return std::make_unique<SamplingRecorder>(std::move(*sampler), std::move(options));
}

}  // namespace mimesys::telemetry
