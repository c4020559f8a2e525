// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluation.h"

#include <string>

namespace mimesys::service {

// SVG: bars of DTW per family and MEAN, a panel for all traces and one per load level, and one per kind of ablation.
[[nodiscard]] std::string plot(const Evaluation& evaluation);

}  // namespace mimesys::service
