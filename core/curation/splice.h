// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"
#include "trace/trace.h"

#include <vector>

namespace mimesys::curation {

// The part of a range that lies within the trace, with both ends given. BadInput when there is none.
[[nodiscard]] Expected<Span> within(const Span& range, const trace::Trace& trace);

// A trace made of stretches of another one, each within it, in the order given, without gaps between them; it begins
// at `startNs`. A sample that a border falls into is cut, and each part keeps its value. BadInput when the result would
// be too large.
[[nodiscard]] Expected<trace::Trace> splice(const trace::Trace& trace, const std::vector<Span>& stretches,
                                            std::int64_t startNs);

}  // namespace mimesys::curation
