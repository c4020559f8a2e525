// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"
#include "plan/plan.h"

#include <span>
#include <string>
#include <vector>

namespace mimesys::curation {

// The plan after the edit, which its `source` tells in words. Locked cells stay as they are, whatever an edit covers.
//
// A row never exceeds 1: what the edit asks for has precedence over what else is unlocked in the row, whose fractions
// shrink in proportion until all fit; where locked cells leave less room than the edit asks for, it gets what is left,
// shared in proportion when it asks for several stressors. ReplaceStressor skips cells where either of the two is
// locked, and adds to what `by` has there already. A stressor that the plan has no column for gets one when it is
// painted or put in the place of another.
//
// BadInput for a stressor that neither the plan nor this program knows, for an area outside of the plan, for numbers
// that make no sense, and when all that the edit covers is locked.
[[nodiscard]] Expected<plan::ExecutionPlan> apply(const PlanEdit& edit, const plan::ExecutionPlan& plan);
[[nodiscard]] Expected<plan::ExecutionPlan> apply(std::span<const PlanEdit> edits, plan::ExecutionPlan plan);

// The plan with a column of that name at the end, which is zero.
[[nodiscard]] plan::ExecutionPlan withStressor(const plan::ExecutionPlan& plan, const std::string& name);

// Makes a row fit as above: `asked` marks what has precedence, `locked` what stays.
void fitRow(std::span<float> row, const std::vector<bool>& asked, const std::vector<bool>& locked);

}  // namespace mimesys::curation
