// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"

#include <set>
#include <string>
#include <vector>

namespace mimesys::widgets {

class IndexedTrace;

enum class LaneKind {
    Family,    // a heading that folds its lanes
    CpuStrip,  // all cores as one heat strip, which opens into lanes
    Metric,
};

struct Lane {
    LaneKind kind = LaneKind::Metric;
    Family family = Family::Other;
    Metric metric;     // of Metric lanes
    int members = 0;   // metrics under a Family, cores in a CpuStrip
    bool open = true;  // of Family and CpuStrip
    bool operator==(const Lane&) const = default;
};

// More cores than this are shown as a strip first.
inline constexpr int kMostCpuLanes = 8;

struct LaneFolding {
    std::set<Family> closed;
    bool cpusOpen = false;  // lanes below the heat strip
};

// The lanes of both traces together (either may be null), in catalogue order.
[[nodiscard]] std::vector<Lane> listLanes(const IndexedTrace* real, const IndexedTrace* emulated,
                                          const LaneFolding& folding);

struct PlacedLane {
    Lane lane;
    int top = 0;
    int height = 0;
    [[nodiscard]] bool contains(int y) const { return y >= top && y < top + height; }
};

struct LaneHeights {
    int family = 20;
    int smallestMetric = 44;
    int largestMetric = 110;
};

// Stacks the lanes; metric lanes share what is left of `available`, within their bounds.
[[nodiscard]] std::vector<PlacedLane> placeLanes(const std::vector<Lane>& lanes, int available,
                                                 const LaneHeights& heights);

}  // namespace mimesys::widgets
