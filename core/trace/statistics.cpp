// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/statistics.h"

#include "base/clock.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mimesys::trace {
namespace {

constexpr std::size_t kStopPollSamples = 1U << 20;

// Nearest rank: the smallest value that at least this share of the values does not exceed. Orders `values` in part.
double quantile(std::vector<float>& values, double share) {
    const auto count = static_cast<double>(values.size());
    const auto rank = static_cast<std::ptrdiff_t>(std::max(std::ceil(share * count) - 1.0, 0.0));
    std::ranges::nth_element(values, values.begin() + rank);
    return static_cast<double>(values[static_cast<std::size_t>(rank)]);
}

}  // namespace

std::optional<Statistics> statistics(const Trace& trace, std::size_t column, std::int64_t fromNs, std::int64_t toNs,
                                     const std::stop_token& stop) {
    const auto& times = trace.timesNs;
    const Column& values = trace.columns[column];
    Statistics result;
    std::vector<float> present;
    double mean = 0.0;
    double squares = 0.0;
    // Sample i covers [times[i-1], times[i]).
    auto i = static_cast<std::size_t>(std::ranges::upper_bound(times, fromNs) - times.begin());
    for (std::size_t seen = 0; i < times.size() && trace.intervalStartNs(i) < toNs; ++i, ++seen) {
        if (seen % kStopPollSamples == 0 && stop.stop_requested()) {
            return std::nullopt;
        }
        if (values.isMissing(i)) {
            ++result.missing;
            continue;
        }
        const float value = values.values[i];
        const double seconds = secondsFromNs(std::min(times[i], toNs) - std::max(trace.intervalStartNs(i), fromNs));
        present.push_back(value);
        // West (1979), "Updating mean and variance estimates: an improved method", with seconds as weights.
        result.seconds += seconds;
        const double off = static_cast<double>(value) - mean;
        mean += off * seconds / result.seconds;
        squares += seconds * off * (static_cast<double>(value) - mean);
    }
    result.samples = present.size();
    if (!present.empty()) {
        const auto [low, high] = std::ranges::minmax(present);
        result.minimum = static_cast<double>(low);
        result.maximum = static_cast<double>(high);
        result.mean = mean;
        result.deviation = std::sqrt(std::max(squares / result.seconds, 0.0));
        result.median = quantile(present, 0.5);
        result.p95 = quantile(present, 0.95);
        result.p99 = quantile(present, 0.99);
    }
    return result;
}

}  // namespace mimesys::trace
