// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "evaluation/sides.h"
#include "trace/trace.h"

namespace mimesys::evaluation {

// Emulated minus real, window by window, both counted from their own starts: a trace with the metrics that both have,
// in their units, as long as the shorter one. Missing where either is. Where the sides have different CPUs the
// difference of their averages stands for them. A column is simulated when either side of it is. Errors are those of
// score().
[[nodiscard]] Expected<trace::TracePtr> difference(const Real<trace::TracePtr>& real,
                                                   const Emulated<trace::TracePtr>& emulated, double windowSeconds);

}  // namespace mimesys::evaluation
