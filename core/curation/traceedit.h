// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"
#include "trace/trace.h"

#include <span>
#include <string>
#include <utility>

namespace mimesys::curation {

// The attribute by which an edited trace never passes for a recorded one: its edits in words, oldest first, "; "
// between them.
inline constexpr const char* kEditedAttribute = "edited";
[[nodiscard]] bool isEdited(const trace::Trace& trace);

// The trace after the edit; the one given stays as it is. Units and provenances stay, and the attribute above tells
// what was done.
//
// Time counts, not the number of samples. Trim, Cut, Split and Repeat are exact to the nanosecond: a sample that a
// border falls into is cut, and each part keeps its value. Elsewhere a sample belongs to a range when the middle of its
// interval does, so that ranges side by side share none.
// Scale keeps percentages within 0 and 100. Shift gives every sample the mean over the time it takes its place from,
// weighted by time; where less than half of that lies in the range or has values, it is missing. Smooth takes the mean,
// weighted by time, of what is there over its time around the middle of a sample, outside the range too; what was
// missing stays missing.
//
// BadInput for a range that holds no sample, for metrics the trace does not have, and for numbers that make no sense.
[[nodiscard]] Expected<trace::TracePtr> apply(const TraceEdit& edit, const trace::Trace& trace);
// One after the other; ranges of each refer to what the one before left.
[[nodiscard]] Expected<trace::TracePtr> apply(std::span<const TraceEdit> edits, trace::TracePtr trace);

// Both parts.
[[nodiscard]] Expected<std::pair<trace::TracePtr, trace::TracePtr>> split(const trace::Trace& trace, std::int64_t atNs);

}  // namespace mimesys::curation
