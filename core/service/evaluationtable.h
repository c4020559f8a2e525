// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation.h"

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::service {

inline constexpr std::string_view kAllLoads = "all";

// A mean over traces. NaN: of no trace, or the standard error of one.
struct Estimate {
    double mean = std::numeric_limits<double>::quiet_NaN();
    double standardError = std::numeric_limits<double>::quiet_NaN();  // deviation of the sample / √traces
    std::size_t traces = 0;
};

// What one method reached in one view, over the traces of one load level or over all of them.
struct TableRow {
    std::string method;
    View view;
    std::string load;        // a load level or kAllLoads
    std::size_t traces = 0;  // scored
    std::size_t failed = 0;
    std::map<Family, Estimate> families;  // of the traces that have the family
    Estimate mean;                        // of MEAN
    // MEAN over the families that the generator saw, and how many times that of the same method, traces and families
    // with the whole trace in view (NaN without any).
    Estimate remaining;
    double ofWhole = std::numeric_limits<double>::quiet_NaN();
};

// How fast a method made its plans.
struct Speed {
    std::string method;
    double seconds = 0.0;
    std::size_t windows = 0;
    [[nodiscard]] double windowsPerSecond() const;  // NaN before any was made
};

struct EvaluationTable {
    std::vector<TableRow> rows;  // by view, load level, method; ablations over all load levels only
    std::vector<Speed> speeds;   // with the whole trace in view
};

[[nodiscard]] EvaluationTable summarise(const Evaluation& evaluation);

}  // namespace mimesys::service
