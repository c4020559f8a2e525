// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/slice.h"
#include "viewstate/timerange.h"

namespace mimesys::widgets {

// What lies within a stretch of what views show, as trace::slice() cuts it out.
[[nodiscard]] inline Expected<trace::TracePtr> partOf(const trace::Trace& trace, TimeRange range) {
    return trace::slice(trace, trace.startNs + range.beginNs, trace.startNs + range.endNs);
}

}  // namespace mimesys::widgets
