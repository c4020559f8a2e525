// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"

#include <string>
#include <vector>

namespace mimesys::widgets {

// The stressors of two plans, each once: those of the first, then what only the second has.
[[nodiscard]] std::vector<std::string> stressorsOf(const Composition& first, const Composition& second);

// Named stressors × time: the mean fraction over CPUs; 0 for a stressor that the plan does not have, so that maps of
// several plans have the same rows.
[[nodiscard]] HeatSourcePtr namedStressorHeat(CompositionPtr composition, std::vector<std::string> names);
// The second less the first. A cell that covers several windows has the difference that is farthest from 0.
[[nodiscard]] HeatSourcePtr differenceHeat(CompositionPtr first, CompositionPtr second, std::vector<std::string> names);
// The largest difference there is, whatever its sign.
[[nodiscard]] float largestDifference(const Composition& first, const Composition& second,
                                      const std::vector<std::string>& names);

}  // namespace mimesys::widgets
