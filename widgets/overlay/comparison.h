// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/alignment.h"
#include "evaluation/score.h"
#include "evaluation/sides.h"
#include "timeline/indexedtrace.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::widgets {

// An emulation of the same trace that is drawn beside the current one, to compare the two.
struct OtherEmulation {
    evaluation::Emulated<IndexedTracePtr> trace{nullptr};
    int style = 0;  // which of the colours and dashes of others
};

// How the windows of one metric were laid against each other, from a time on of each side.
struct WarpingPath {
    std::string metricId;
    std::int64_t realFromNs = 0;
    std::int64_t emulatedFromNs = 0;
    std::shared_ptr<const evaluation::Alignment> alignment;  // null = none
};

// What is drawn over each other. Any of it may be null.
struct Comparison {
    evaluation::Real<IndexedTracePtr> real{nullptr};
    evaluation::Emulated<IndexedTracePtr> emulated{nullptr};
    std::shared_ptr<const evaluation::Score> score;
    std::vector<OtherEmulation> others;
    IndexedTracePtr difference;  // emulated minus real, window by window
    WarpingPath path;

    [[nodiscard]] std::optional<double> distanceOf(std::string_view metricId) const {
        if (score) {
            for (const evaluation::MetricScore& metric : score->metrics) {
                if (metric.metric.id == metricId) {
                    return metric.dtw;
                }
            }
        }
        return std::nullopt;
    }
};

}  // namespace mimesys::widgets
