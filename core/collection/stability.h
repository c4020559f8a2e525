// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/round.h"
#include "dataset/dataset.h"
#include "execution/executor.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mimesys::collection {

// Reasons beside the ids of metrics for which a sample is left out.
inline constexpr std::string_view kMissedWindow = "missed window";  // a CPU's thread came too late to run at all
inline constexpr std::string_view kLostCpu = "lost CPU";            // somebody else had a CPU for part of the window

// Largest standard error of a window's mean, as a share of the metric's range.
inline constexpr double kMostUncertain = 0.1;

// Per sampled window of a share why its measurement does not stand for its composition, as far as the executor knows;
// empty when it does.
[[nodiscard]] std::vector<std::string> disturbances(const Share& share, const execution::RunReport& report);

// Why a sample's measurement is unsteady: the id of the metric with the largest standard error of the window's mean, in
// units of its range, when that is above kMostUncertain; else empty. The error follows from the deviation of the parts
// of the window (kPartsPerWindow), less what the metric's own resolution gives: procfs counts CPU time in ticks. It is
// the mean that a sample is taken for: a stressor that works in bursts deviates in every window, and its mean is none
// the less the same again and again.
// `judged` says which metrics count.
[[nodiscard]] std::string unsteadyMetric(const dataset::Dataset& dataset, const trace::Matrix& ranges,
                                         const std::vector<bool>& judged, Eigen::Index sample);

// Removes those samples from `first` on that were disturbed or are unsteady, and counts why. `disturbed` has one entry
// per sample from `first` on. Metrics that the stressors do not drive are others' doing and do not count; before a
// sweep is complete nobody knows which these are, and only the cores' utilisation counts.
void dropUnstable(dataset::Dataset& dataset, std::size_t first, const std::vector<std::string>& disturbed,
                  bool sweepComplete);

}  // namespace mimesys::collection
