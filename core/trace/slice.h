// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <cstdint>

namespace mimesys::trace {

// The samples whose intervals lie within [startNs, endNs), as a trace of its own. BadInput when there are none.
[[nodiscard]] Expected<TracePtr> slice(const Trace& trace, std::int64_t startNs, std::int64_t endNs);

}  // namespace mimesys::trace
