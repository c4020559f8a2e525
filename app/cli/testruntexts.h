// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testrun/report.h"

namespace mimesys::cli {

// The table of conditions, and sentences about what it does not show.
void printTestRun(const testrun::Report& report);

}  // namespace mimesys::cli
