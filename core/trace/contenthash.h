// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/hash.h"
#include "trace/trace.h"

namespace mimesys::trace {

// What a trace says, wherever and in whatever format it was stored: times, metrics, units and values, not attributes.
[[nodiscard]] Hash contentHash(const Trace& trace);

}  // namespace mimesys::trace
