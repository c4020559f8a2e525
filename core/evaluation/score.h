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
    double rmse = 0.0;        // without warping, over the common length, in the same units
    Range range;              // what the values were scaled by
    std::size_t missing = 0;  // windows left out because either side has no value
    std::size_t band = 0;     // Sakoe-Chiba half-width in windows; 0 = unconstrained
};

struct Score {
    std::vector<MetricScore> metrics;   // in metricOrder()
    std::map<Family, double> families;  // mean DTW of the family's metrics; per-core CPU averaged into one value first
    double mean = 0.0;                  // mean over families
    std::vector<std::string> onlyReal;  // metrics that one side lacks, not scored
    std::vector<std::string> onlyEmulated;
};

struct ScoreOptions {
    double windowSeconds = 1.0;
    std::map<std::string, Range>
        ranges;            // reference ranges by metric id; others: 0–100 for CPU, else 0 to the real maximum
    std::size_t band = 0;  // 0 = unconstrained
};

// Dynamic time warping as DESIGN.md defines it. Failed when the two have no metric or no window in common.
[[nodiscard]] Cancellable<Score> score(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                                       const ScoreOptions& options = {}, std::stop_token stop = {});

}  // namespace mimesys::evaluation
