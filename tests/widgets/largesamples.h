// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/score.h"
#include "samples.h"

// As large as what people bring.
namespace mimesys::widgets::samples {

inline trace::TracePtr longTrace(std::size_t count, const std::vector<std::string>& ids, std::uint64_t seed = 1) {
    trace::Trace trace;
    trace.startNs = kStartNs;
    trace.timesNs.reserve(count);
    for (std::size_t i = 1; i <= count; ++i) {
        trace.timesNs.push_back(kStartNs + static_cast<std::int64_t>(i) * kNanosecondsPerSecond);
    }
    Random random(seed);
    std::vector<float> noise(1 << 16);
    for (float& value : noise) {
        value = static_cast<float>(random.uniform() * 100.0);
    }
    for (const std::string& id : ids) {
        trace::Column column{metricFor(id), Provenance::Procfs, {}};
        const std::size_t offset = random.below(noise.size());
        column.values.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            column.values[i] = noise[(i + offset) % noise.size()];
        }
        trace.columns.push_back(std::move(column));
    }
    return checked(std::move(trace));
}

inline std::vector<std::string> manyMetrics(std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        ids.push_back("application.metric" + std::to_string(i));
    }
    return ids;
}

inline std::vector<std::string> manyCpus(int count) {
    std::vector<std::string> ids{"memory.used", "disk.write"};
    for (int cpu = 0; cpu < count; ++cpu) {
        ids.push_back(cpuUtilizationId(cpu));
    }
    return ids;
}

inline std::shared_ptr<const evaluation::Score> scoreOf(const trace::Trace& trace) {
    evaluation::Score score;
    for (const trace::Column& column : trace.columns) {
        evaluation::MetricScore metric;
        metric.metric = column.metric;
        metric.dtw = 0.1;
        score.families[column.metric.family] = 0.1;
        score.metrics.push_back(metric);
    }
    score.mean = 0.1;
    return std::make_shared<const evaluation::Score>(std::move(score));
}

}  // namespace mimesys::widgets::samples
