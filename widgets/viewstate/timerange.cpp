// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/timerange.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {

TimeRange clamped(TimeRange range, TimeRange extent) {
    if (range.lengthNs() >= extent.lengthNs()) {
        return extent;
    }
    const std::int64_t length = std::max(range.lengthNs(), std::min(kShortestViewNs, extent.lengthNs()));
    const std::int64_t begin = std::clamp(range.beginNs, extent.beginNs, extent.endNs - length);
    return {begin, begin + length};
}

TimeRange zoomed(TimeRange range, std::int64_t anchorNs, double factor, TimeRange extent) {
    const double length = std::clamp(static_cast<double>(range.lengthNs()) * factor,
                                     static_cast<double>(kShortestViewNs), static_cast<double>(extent.lengthNs()));
    const double share = static_cast<double>(anchorNs - range.beginNs) /
                         static_cast<double>(std::max<std::int64_t>(range.lengthNs(), 1));
    const std::int64_t begin = anchorNs - std::llround(share * length);
    return clamped({begin, begin + std::llround(length)}, extent);
}

TimeRange panned(TimeRange range, std::int64_t byNs, TimeRange extent) {
    const std::int64_t room =
        byNs < 0 ? std::max(byNs, extent.beginNs - range.beginNs) : std::min(byNs, extent.endNs - range.endNs);
    return clamped({range.beginNs + room, range.endNs + room}, extent);
}

}  // namespace mimesys::widgets
