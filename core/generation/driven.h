// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"

#include <string>
#include <vector>

namespace mimesys::generation {

// Per metric of the data set why its stressors do not drive it, as the end of a sentence; empty when they do. A metric
// is driven when it is not memory in use, which the executor holds, and its values vary and the compositions, with
// those before them, explain some of that: at least a tenth of the variance of its ranks by a linear model of the
// stressors' sums over the CPUs and the roots of those (adjusted for the model's size). Ranks, because bursts that have
// nothing to do with the stressors are rare and large. What a core itself does is always its own stressors'.
[[nodiscard]] std::vector<std::string> reasonsNotDriven(const dataset::Dataset& dataset);

}  // namespace mimesys::generation
