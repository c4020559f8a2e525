// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/windowed.h"

#include <string>
#include <utility>
#include <vector>

// A windowed trace from one list of values per metric.
inline mimesys::trace::WindowedTrace windowsOf(const std::vector<std::pair<std::string, std::vector<float>>>& metrics) {
    mimesys::trace::WindowedTrace windows;
    windows.startNs = 1'000'000'000;
    windows.windowSeconds = 1.0;
    windows.values.resize(static_cast<Eigen::Index>(metrics.front().second.size()),
                          static_cast<Eigen::Index>(metrics.size()));
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        windows.metrics.push_back(mimesys::metricFor(metrics[n].first));
        for (std::size_t t = 0; t < metrics[n].second.size(); ++t) {
            windows.values(static_cast<Eigen::Index>(t), static_cast<Eigen::Index>(n)) = metrics[n].second[t];
        }
    }
    return windows;
}
