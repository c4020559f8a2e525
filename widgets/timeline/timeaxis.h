// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QString>
#include <vector>

namespace mimesys::widgets {

enum class TimeLabels { Relative, Clock };

struct Tick {
    std::int64_t timeNs = 0;  // since the start of the trace
    QString label;
};

// Length of a step of 1, 2, 5 · 10^n seconds below a minute and of common clock units above, so that at most
// `maximumTicks` fit into the range.
[[nodiscard]] std::int64_t tickStepNs(std::int64_t lengthNs, int maximumTicks);

// Ticks inside the range. Relative labels count from the start of the trace ("1:05", "0.25 s"); clock labels are the
// local time, for which `startNs` is the trace's start since the epoch.
[[nodiscard]] std::vector<Tick> timeTicks(TimeRange range, int maximumTicks, TimeLabels labels, std::int64_t startNs);

// One time with enough digits to tell two pixels apart.
[[nodiscard]] QString timeLabel(std::int64_t timeNs, std::int64_t resolutionNs, TimeLabels labels,
                                std::int64_t startNs);

}  // namespace mimesys::widgets
