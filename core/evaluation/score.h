// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "evaluation/sides.h"
#include "trace/trace.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::evaluation {

struct Range {
    double low = 0.0;
    double high = 1.0;
    bool operator==(const Range&) const = default;
};

struct MetricScore {
    Metric metric;
    double dtw = 0.0;         // average difference per step in units of the range; 0 = identical
    double rmse = 0.0;        // without warping, over the windows where both sides have a value; NaN when there is none
    Range range;              // what the values were scaled by
    std::size_t missing = 0;  // windows without a value, left out before warping: real ones plus emulated ones
    std::size_t band = 0;     // Sakoe-Chiba half-width used, in windows; 0 = unconstrained
    Provenance real = Provenance::Unknown;  // where the two columns were taken from
    Provenance emulated = Provenance::Unknown;
};

struct Score {
    std::vector<MetricScore> metrics;   // in metricOrder()
    std::map<Family, double> families;  // mean DTW of the family's metrics; per-core CPU averaged into one value first
    double mean = 0.0;                  // mean over families
    std::vector<std::string> onlyReal;  // metrics that one side lacks or has no value of; not scored
    std::vector<std::string> onlyEmulated;
    double windowSeconds = 1.0;
    std::size_t realWindows = 0;  // windows of each side, both counted from the side's own start
    std::size_t emulatedWindows = 0;
    bool realSimulated = false;  // a scored column of the side was simulated, not measured
    bool emulatedSimulated = false;
    std::vector<std::string> notes;  // one sentence per choice the numbers depend on
};

struct ScoreOptions {
    double windowSeconds = 1.0;
    // Reference ranges by metric id; others: 0–100 for CPU, else 0 to the real maximum.
    std::map<std::string, Range> ranges;
    std::size_t band = 0;  // 0 = unconstrained
};

// What the metrics were scaled by, for another score that is to be comparable with this one.
[[nodiscard]] std::map<std::string, Range> rangesOf(const Score& score);

// Dynamic time warping as DESIGN.md defines it. Metrics are compared where both sides have them. When the sides have
// different CPUs, or one has only the average, the averages over their cores are compared, and a note says so. A metric
// that is 0 throughout the real trace has no range of its own and is scaled by the emulated maximum, which flatters
// nobody. BadInput when the two have no metric with values in common.
[[nodiscard]] Cancellable<Score> score(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                                       const ScoreOptions& options = {}, std::stop_token stop = {});

}  // namespace mimesys::evaluation
