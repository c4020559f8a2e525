// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "execution/executor.h"
#include "telemetry/recorder.h"
#include "trace/trace.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace mimesys::execution {

struct RecordedRun {
    RunReport report;
    // One sample per recorder period, aligned with window boundaries; null when nothing was recorded.
    trace::TracePtr trace;
};

// Where plans run, with everything else already chosen: runs one and records a sample per period. A simulated machine
// takes the place of this one here.
using Execute =
    std::function<Expected<RecordedRun>(std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds,
                                        std::stop_token stop, const ProgressCallback& progress)>;

// This machine; a period of 0 records nothing.
[[nodiscard]] Execute executeHere(ExecutorOptions options);

// A CLOCK_MONOTONIC time to start at: far enough ahead for every thread to be asleep and waiting for it.
[[nodiscard]] std::int64_t nextStartNs();

// Runs a plan while the machine is recorded, both on the same start time. A cancelled run returns what there is, with
// report.cancelled set.
[[nodiscard]] Expected<RecordedRun> runRecorded(std::shared_ptr<const plan::ExecutionPlan> plan,
                                                ExecutorOptions options, telemetry::RecorderOptions recorderOptions,
                                                std::stop_token stop, const ProgressCallback& progress);

}  // namespace mimesys::execution
