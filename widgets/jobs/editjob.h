// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"

namespace mimesys::widgets {

// The trace or plan after an edit, ready to be shown.
[[nodiscard]] Cancellable<LoadedTrace> editTarget(const LoadedTrace& real, const curation::TraceEdit& edit,
                                                  const JobRunner::Context& context);
[[nodiscard]] Cancellable<LoadedPlan> editPlan(const LoadedPlan& plan, const curation::PlanEdit& edit,
                                               const JobRunner::Context& context);
// What was a file's plan is not any more.
[[nodiscard]] LoadedPlan edited(LoadedPlan plan);

}  // namespace mimesys::widgets
