// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"

#include <string>
#include <string_view>

namespace mimesys::curation {

// Edits as people type them: words apart, names with spaces in double quotes. RANGE is in seconds, A..B, A.. or ..B.
// AREA is any of "windows A-B" and "cpus A-B" (or one number), counted from 0, the last one included. What is in
// brackets may be left out and is then everything.
inline constexpr std::string_view kTraceEditForms =
    "trim RANGE | cut RANGE | split SECONDS before|after | scale METRICS FACTOR [RANGE] | shift METRICS SECONDS "
    "[RANGE] "
    "| repeat RANGE TIMES | smooth METRICS SECONDS [RANGE] | mask METRICS [RANGE]";
inline constexpr std::string_view kPlanEditForms =
    "scale STRESSOR FACTOR [AREA] | replace STRESSOR BY [AREA] | paint STRESSOR FRACTION [AREA] | lock STRESSOR [AREA] "
    "| unlock STRESSOR [AREA]";

// BadInput with the form of the edit when it does not have it.
[[nodiscard]] Expected<TraceEdit> traceEditFromText(std::string_view text);
[[nodiscard]] Expected<PlanEdit> planEditFromText(std::string_view text);
[[nodiscard]] Expected<Span> spanFromText(std::string_view text);

}  // namespace mimesys::curation
