// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/metric.h"
#include "telemetry/procfile.h"
#include "telemetry/recorder.h"
#include "telemetry/source.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mimesys::telemetry {

// Every source this machine offers, read together. All files and counters are read first, in one go, and interpreted
// afterwards, so that the intervals of the metrics differ as little as possible.
class Sampler {
public:
    // Unavailable when not a single metric can be recorded.
    [[nodiscard]] static Expected<Sampler> open(const Roots& roots, Clock clock = monotonicNs);

    [[nodiscard]] const std::vector<Metric>& metrics() const { return m_metrics; }  // in metricOrder()

    // Where metrics()[index] came from, as far as the samples up to now tell.
    [[nodiscard]] Provenance provenance(std::size_t index) const;

    // Values of all metrics() since the previous call; the first takes the base line. Returns the time of the reading
    // on the clock. Allocates nothing unless a file has grown or a device has appeared.
    std::int64_t sample(std::span<float> values);

private:
    explicit Sampler(Clock clock) : m_clock(clock), m_files(std::make_unique<FileSet>(clock)) {}

    Clock m_clock;
    std::unique_ptr<FileSet> m_files;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::vector<Metric> m_metrics;
};

}  // namespace mimesys::telemetry
