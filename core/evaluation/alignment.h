// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/score.h"

#include <cstddef>
#include <stop_token>
#include <string_view>
#include <vector>

namespace mimesys::evaluation {

// Which window of the emulation a window of the real trace was laid against when the two were scored.
struct AlignedWindows {
    std::size_t real = 0;
    std::size_t emulated = 0;
    bool operator==(const AlignedWindows&) const = default;
};

// The cheapest path through the windows of one metric, from the first of both to the last of both; windows without a
// value do not occur. Its cost is MetricScore::dtw of the same options.
struct Alignment {
    std::vector<AlignedWindows> path;
    double windowSeconds = 1.0;
};

// Keeping the path takes two bits for each pair of windows; longer traces have to be cut first.
inline constexpr std::size_t kMostPathCells = std::size_t{1} << 30;

// As score() does it. BadInput when the two do not have the metric in common, or are too long.
[[nodiscard]] Cancellable<Alignment> align(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                                           std::string_view metricId, const ScoreOptions& options = {},
                                           const std::stop_token& stop = {});

}  // namespace mimesys::evaluation
