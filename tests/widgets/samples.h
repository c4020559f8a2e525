// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "heatmap/composition.h"
#include "plan/plan.h"
#include "timeline/indexedtrace.h"
#include "trace/trace.h"

#include <QRegularExpression>
#include <QtTest>
#include <cmath>

// Traces and plans made in memory.
namespace mimesys::widgets::samples {

inline constexpr std::int64_t kStartNs = 1'700'000'000 * kNanosecondsPerSecond;

// An unexpected warning of Qt fails the test that caused it. Those let through are about the platform the tests run on.
inline void failOnQtWarnings() {
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
}

inline trace::TracePtr checked(trace::Trace trace) {
    auto made = trace::makeTrace(std::move(trace));
    Q_ASSERT(made.has_value());
    return *made;
}

// Samples of random lengths and values, some of them missing.
inline trace::TracePtr randomTrace(std::uint64_t seed, std::size_t samples, std::vector<std::string> ids) {
    Random random(seed);
    trace::Trace trace;
    trace.startNs = kStartNs;
    std::int64_t time = kStartNs;
    for (std::size_t i = 0; i < samples; ++i) {
        time += 1 + static_cast<std::int64_t>(random.uniform() * 2e9);
        trace.timesNs.push_back(time);
    }
    for (const std::string& id : ids) {
        trace::Column column{metricFor(id), Provenance::Procfs, {}};
        for (std::size_t i = 0; i < samples; ++i) {
            column.values.push_back(random.below(10) == 0 ? trace::kMissing
                                                          : static_cast<float>(random.uniform() * 100.0));
        }
        trace.columns.push_back(std::move(column));
    }
    return checked(std::move(trace));
}

// One sample a second: cores that follow a wave and a disk that writes in bursts.
inline trace::TracePtr machineTrace(int cpus, int seconds, double shift = 0.0,
                                    Provenance provenance = Provenance::Procfs) {
    trace::Trace trace;
    trace.startNs = kStartNs;
    for (int second = 1; second <= seconds; ++second) {
        trace.timesNs.push_back(kStartNs + second * kNanosecondsPerSecond);
    }
    const auto add = [&](const std::string& id, auto value) {
        trace::Column column{metricFor(id), provenance, {}};
        for (int second = 0; second < seconds; ++second) {
            column.values.push_back(static_cast<float>(value(second)));
        }
        trace.columns.push_back(std::move(column));
    };
    for (int cpu = 0; cpu < cpus; ++cpu) {
        add(cpuUtilizationId(cpu), [&](int second) { return 50.0 + 40.0 * std::sin((second + cpu + shift) / 5.0); });
    }
    add("memory.used", [&](int second) { return 2e9 + 1e7 * second; });
    add("disk.write", [&](int second) { return second % 20 < 3 ? 120.0 + shift : 2.0; });
    return checked(std::move(trace));
}

inline IndexedTracePtr indexed(trace::TracePtr trace) {
    return makeDisposable<IndexedTrace>(std::move(trace));
}

// Random rows that sum to at most 1.
inline PlanPtr randomPlan(std::size_t windows, std::size_t cpus, std::vector<std::string> stressors,
                          std::uint64_t seed = 1) {
    Random random(seed);
    plan::ExecutionPlan plan(windows, cpus, std::move(stressors));
    for (std::size_t window = 0; window < windows; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            for (float& fraction : plan.row(window, cpu)) {
                fraction = static_cast<float>(random.uniform() / static_cast<double>(plan.stressorCount()));
            }
        }
    }
    return std::make_shared<const plan::ExecutionPlan>(std::move(plan));
}

}  // namespace mimesys::widgets::samples
