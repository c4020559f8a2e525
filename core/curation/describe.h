// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "curation/edit.h"

#include <string>

namespace mimesys::curation {

// What was done, in a few words without a full stop: "cpu scaled by 0.5 from 10 s to 20 s".
[[nodiscard]] std::string describe(const TraceEdit& edit);
[[nodiscard]] std::string describe(const PlanEdit& edit);
// " in windows 3 to 5 on CPUs 0 to 1"; empty for the whole plan.
[[nodiscard]] std::string describe(const Area& area);

}  // namespace mimesys::curation
