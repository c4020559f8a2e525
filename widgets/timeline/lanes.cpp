// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lanes.h"

#include "timeline/indexedtrace.h"

#include <algorithm>
#include <map>

namespace mimesys::widgets {
namespace {

constexpr int kStripRowHeight = 2;
constexpr int kSmallestStrip = 72;
constexpr int kLargestStrip = 192;

struct MetricOrder {
    bool operator()(const std::string& a, const std::string& b) const { return metricOrder(a, b); }
};

int stripHeight(int cpus) {
    return std::clamp(cpus * kStripRowHeight, kSmallestStrip, kLargestStrip);
}

}  // namespace

std::vector<Lane> listLanes(const IndexedTrace* real, const IndexedTrace* emulated, const LaneFolding& folding) {
    std::map<std::string, Metric, MetricOrder> metrics;
    int cpus = 0;
    for (const IndexedTrace* side : {real, emulated}) {
        if (side != nullptr) {
            for (const trace::Column& column : side->trace().columns) {
                metrics.try_emplace(column.metric.id, column.metric);
            }
            cpus = std::max(cpus, static_cast<int>(side->cpuColumns().size()));
        }
    }
    const bool strip = cpus > kMostCpuLanes;
    std::vector<Lane> lanes;
    for (const Family family : kFamilies) {
        const auto members =
            std::ranges::count_if(metrics, [&](const auto& entry) { return entry.second.family == family; });
        if (members == 0) {
            continue;
        }
        const bool open = !folding.closed.contains(family);
        lanes.push_back({LaneKind::Family, family, {}, static_cast<int>(members), open});
        if (!open) {
            continue;
        }
        bool stripListed = false;
        for (const auto& [id, metric] : metrics) {
            if (metric.family != family) {
                continue;
            }
            const bool isCore = strip && cpuOfUtilizationId(id).has_value();
            if (isCore && !stripListed) {
                lanes.push_back({LaneKind::CpuStrip, family, {}, cpus, folding.cpusOpen});
                stripListed = true;
            }
            if (!isCore || folding.cpusOpen) {
                lanes.push_back({LaneKind::Metric, family, metric, 0, true});
            }
        }
    }
    return lanes;
}

std::vector<PlacedLane> placeLanes(const std::vector<Lane>& lanes, int available, const LaneHeights& heights) {
    int fixed = 0;
    int metricLanes = 0;
    for (const Lane& lane : lanes) {
        fixed += lane.kind == LaneKind::Family     ? heights.family
                 : lane.kind == LaneKind::CpuStrip ? stripHeight(lane.members)
                                                   : 0;
        metricLanes += lane.kind == LaneKind::Metric ? 1 : 0;
    }
    const int metricHeight =
        std::clamp((available - fixed) / std::max(metricLanes, 1), heights.smallestMetric, heights.largestMetric);
    std::vector<PlacedLane> placed;
    int top = 0;
    for (const Lane& lane : lanes) {
        const int height = lane.kind == LaneKind::Family     ? heights.family
                           : lane.kind == LaneKind::CpuStrip ? stripHeight(lane.members)
                                                             : metricHeight;
        placed.push_back({lane, top, height});
        top += height;
    }
    return placed;
}

}  // namespace mimesys::widgets
