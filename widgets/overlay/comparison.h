// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/score.h"
#include "evaluation/sides.h"
#include "timeline/indexedtrace.h"

#include <memory>
#include <optional>
#include <string_view>

namespace mimesys::widgets {

// The two sides that are drawn over each other. Either may be null.
struct Comparison {
    evaluation::Real<IndexedTracePtr> real{nullptr};
    evaluation::Emulated<IndexedTracePtr> emulated{nullptr};
    std::shared_ptr<const evaluation::Score> score;

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
