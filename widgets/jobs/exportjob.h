// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"
#include "jobs/job.h"
#include "jobs/scorejob.h"
#include "trace/trace.h"

#include <filesystem>
#include <memory>

namespace mimesys::widgets {

// Each gives the path it wrote.
[[nodiscard]] Cancellable<std::filesystem::path> exportWorkload(const PlanPtr& plan,
                                                                const std::filesystem::path& output);
[[nodiscard]] Cancellable<std::filesystem::path> exportPlan(const PlanPtr& plan, const std::filesystem::path& output);
[[nodiscard]] Cancellable<std::filesystem::path> exportTrace(const trace::TracePtr& trace,
                                                             const std::filesystem::path& output);
// CSV with one row per metric, family and the mean.
[[nodiscard]] Cancellable<std::filesystem::path> exportScore(const ScorePtr& score,
                                                             const std::filesystem::path& output);

}  // namespace mimesys::widgets
