// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/sides.h"
#include "jobs/job.h"
#include "trace/trace.h"
#include "viewstate/timerange.h"

#include <filesystem>
#include <string>

namespace mimesys::widgets {

// One side of the comparison; no trace = none.
struct RangeSide {
    trace::TracePtr trace;
    std::string name;
};

// CSV: a row per sample whose interval lies in the range, those of the real side first, and a column per metric of
// either, after "side", "simulated" (yes or no), "begin_s" and "end_s", which count from the start of the side. What a
// side does not have is empty. Lines that begin with "#" tell range, sides and units. BadInput when no sample lies
// within the range.
[[nodiscard]] Cancellable<std::filesystem::path> exportRange(const evaluation::Real<RangeSide>& real,
                                                             const evaluation::Emulated<RangeSide>& emulated,
                                                             TimeRange range, const std::filesystem::path& output,
                                                             const JobRunner::Context& context);

}  // namespace mimesys::widgets
