// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/model.h"
#include "refinement/response.h"

namespace mimesys::refinement {

// The forward model of a trained model; what executed rounds measured does not change it. Defined where LibTorch is:
// programs ask learning::load() for it.
[[nodiscard]] ResponsePtr forwardResponse(model::ModelPtr model);

}  // namespace mimesys::refinement
