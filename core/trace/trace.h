// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace {

inline constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

struct Column {
    Metric metric;
    Provenance provenance = Provenance::Unknown;
    std::vector<float> values;  // one per sample; NaN = missing

    [[nodiscard]] bool isMissing(std::size_t sample) const { return values[sample] != values[sample]; }
};

// Resource usage over time. Sample i describes the interval that ends at timesNs[i] and begins at the sample
// before it (startNs for the first): a mean rate over it, or a gauge read at its end.
struct Trace {
    std::int64_t startNs = 0;           // since the Unix epoch
    std::vector<std::int64_t> timesNs;  // strictly increasing, all later than startNs
    std::vector<Column> columns;        // in metricOrder(), ids unique
    // Facts about the trace: "host", "cpu_count", "machine" (JSON of machine::Machine), "source", …
    std::map<std::string, std::string> attributes;

    [[nodiscard]] std::size_t sampleCount() const { return timesNs.size(); }
    [[nodiscard]] std::int64_t endNs() const { return timesNs.empty() ? startNs : timesNs.back(); }
    [[nodiscard]] double durationSeconds() const;
    [[nodiscard]] const Column* find(std::string_view metricId) const;  // nullptr when absent
    // Start of the interval sample i describes.
    [[nodiscard]] std::int64_t intervalStartNs(std::size_t i) const { return i == 0 ? startNs : timesNs[i - 1]; }
    // Number of cpu.utilization[k] columns.
    [[nodiscard]] int cpuCount() const;
};

// Traces are shared between threads as they are and never change once made.
using TracePtr = std::shared_ptr<const Trace>;

// Sorts the columns and checks the invariants above (BadInput when one is broken).
[[nodiscard]] Expected<TracePtr> makeTrace(Trace trace);

}  // namespace mimesys::trace
