// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::execution {

struct ExecutorOptions {
    std::vector<int> cpus;                   // logical CPU of each plan row; empty = the first K usable CPUs
    std::filesystem::path scratchDirectory;  // empty = stressor::defaultScratchDirectory()
    double durationSeconds = 0.0;  // stop at this time, in the middle of a window if need be; 0 = the whole plan
    bool loop = false;             // start again after the last window until stopped or the duration is over
};

struct Distribution {
    double p50 = 0.0;
    double p99 = 0.0;
    double maximum = 0.0;
};

// What a run achieved, window by window. Times are fractions of the window length.
struct RunReport {
    std::size_t windows = 0;  // executed, repetitions counted
    std::size_t cpus = 0;
    double elapsedSeconds = 0.0;
    bool cancelled = false;
    // (windows × cpus), C order. Planned: the share of stressors that are accounted in CPU time. Achieved: the CPU
    // time those stressors got. Disk stressors are accounted in elapsed time and stand in the next pair.
    std::vector<float> plannedCpu;
    std::vector<float> achievedCpu;
    std::vector<float> plannedElapsed;
    std::vector<float> achievedElapsed;
    std::vector<float> elapsedCpu;       // CPU time spent inside stressors accounted in elapsed time
    std::vector<float> boundaryErrorMs;  // per window and CPU: how late the CPU was at the window's start

    // |achieved − planned| CPU in percentage points of a window, over windows and CPUs.
    [[nodiscard]] double meanCpuErrorPoints() const;
    [[nodiscard]] double maxCpuErrorPoints() const;
    [[nodiscard]] Distribution boundaryError() const;  // ms
};

// Runs plans on this machine: one pinned thread per plan row, absolute window boundaries, exact shares.
class LocalExecutor {
public:
    // Checks the plan against this machine (CPUs, stressors, memory and disk budget) and prepares every stressor the
    // plan uses: buffers are allocated and touched, scratch files created and unlinked. BadInput for a plan that does
    // not fit, Unavailable for a stressor that cannot run here.
    [[nodiscard]] static Expected<std::unique_ptr<LocalExecutor>> prepare(
        std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions options);
    virtual ~LocalExecutor() = default;

    // Runs from this CLOCK_MONOTONIC time on; window t begins at start + t·W. Blocks until the end or a stop request,
    // after which every CPU is idle within about a millisecond or the length of one disk operation. Call it once.
    [[nodiscard]] virtual RunReport run(std::int64_t startMonotonicNs, std::stop_token stop,
                                        const ProgressCallback& progress) = 0;
};

}  // namespace mimesys::execution
