// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generation/generator.h"
#include "model/description.h"

namespace mimesys::generation {

// The machine a model is for.
[[nodiscard]] Destination destinationOf(const model::Description& description);

}  // namespace mimesys::generation
