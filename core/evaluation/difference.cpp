// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/difference.h"

#include "base/clock.h"
#include "evaluation/pairs.h"

#include <algorithm>

namespace mimesys::evaluation {

Expected<trace::TracePtr> difference(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                                     double windowSeconds) {
    const Expected<Pairs> pairs = pairUp(real, emulated, windowSeconds);
    if (!pairs) {
        return tl::unexpected(pairs.error());
    }
    trace::Trace result;
    result.startNs = (*real)->startNs;
    const std::size_t windows = std::min(pairs->realWindows, pairs->emulatedWindows);
    for (std::size_t window = 1; window <= windows; ++window) {
        result.timesNs.push_back(result.startNs + nsFromSeconds(windowSeconds * static_cast<double>(window)));
    }
    for (const Pair& pair : pairs->pairs) {
        const bool simulated =
            pair.real->provenance == Provenance::Simulation || pair.emulated->provenance == Provenance::Simulation;
        trace::Column& column = result.columns.emplace_back(
            trace::Column{pair.metric, simulated ? Provenance::Simulation : pair.emulated->provenance, {}});
        for (std::size_t window = 0; window < windows; ++window) {
            const auto index = static_cast<Eigen::Index>(window);
            column.values.push_back(static_cast<float>(pair.emulated->values(index) - pair.real->values(index)));
        }
    }
    return trace::makeTrace(std::move(result));
}

}  // namespace mimesys::evaluation
