// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/align.h"
#include "base/error.h"
#include "model/description.h"
#include "service/evaluation.h"

#include <vector>

namespace mimesys::service {

// Traces as targets for a model's machine, `heldOutWindows` of them kept to look at only: see alignment::divide().
// BadInput, naming the trace, for one that cannot be cut into windows or has nothing to learn from.
[[nodiscard]] Expected<alignment::Traces> alignTargets(const std::vector<NamedTrace>& traces,
                                                       const model::Description& description, double windowSeconds,
                                                       const alignment::AlignOptions& options);

// For an alignment that ends with its time: on a machine where windows take real time each is executed once, and few
// are held out.
[[nodiscard]] alignment::AlignOptions alignOptionsWithin(double budgetSeconds, bool simulated);

}  // namespace mimesys::service
