// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"
#include "jobs/job.h"
#include "models/document.h"
#include "timeline/indexedtrace.h"

#include <QStringList>
#include <filesystem>
#include <functional>

namespace mimesys::widgets {

struct RunRequest {
    PlanPtr plan;
    std::filesystem::path scratchDirectory;  // empty = default
    bool fit = false;                        // fold a plan for more CPUs, or CPU time, onto what there is
    // Called from the recorder's thread with all that was recorded so far; may be empty.
    std::function<void(IndexedTracePtr)> onRecorded;
};

struct RunOutcome {
    LoadedTrace emulated;  // empty when nothing was recorded
    bool stopped = false;
    QStringList changes;  // what fitting made of the plan, a sentence each
    std::size_t windows = 0;
    double elapsedSeconds = 0.0;
    double meanCpuErrorPoints = 0.0;
    double maxCpuErrorPoints = 0.0;
    double boundaryErrorP99Ms = 0.0;
};

// Runs a plan on this machine and records it. A stopped run gives what there is.
[[nodiscard]] Cancellable<RunOutcome> runPlan(const RunRequest& request, const JobRunner::Context& context);

}  // namespace mimesys::widgets
