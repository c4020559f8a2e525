// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <string_view>
#include <vector>

namespace mimesys::curation {

// Which columns of the trace are meant: the metric of that id, else the family of that name, else "all". BadInput when
// there is none.
[[nodiscard]] Expected<std::vector<std::size_t>> chooseColumns(const trace::Trace& trace, std::string_view metrics);

}  // namespace mimesys::curation
