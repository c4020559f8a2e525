// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/score.h"

namespace mimesys::cli {

// One table per metric, one per family with the MEAN, and what the numbers depend on. A simulated side is named.
void printScore(const evaluation::Score& score);

}  // namespace mimesys::cli
