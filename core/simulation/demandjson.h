// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/demand.h"
#include "simulation/jsonfields.h"

namespace mimesys::simulation {

// A demand without its working set, from fields named as in resources/simulation/signatures.json; throws Malformed.
// Whoever reads the working set then asks for fields.nothingElse().
[[nodiscard]] Demand demandFrom(Fields& fields);

}  // namespace mimesys::simulation
