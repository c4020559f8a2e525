// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/evaluationtable.h"

namespace mimesys::cli {

// Tables of methods per load level, of the ablations and of generation speed, and every trial that failed with its
// reason. Simulated results say so.
void printEvaluation(const service::Evaluation& evaluation);

}  // namespace mimesys::cli
