// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "machine/machine.h"
#include "plan/plan.h"
#include "stressor/stressor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::execution {

// Most entries (windows × CPUs) a report holds, about 100 MB. A run that loops for days is counted to its end in
// RunReport::windows, but only its first windows stand in the report one by one.
inline constexpr std::size_t kMostReportedEntries = std::size_t{1} << 22;

// What a run may take at most; without one there is no bound but what the machine has free.
struct Budget {
    std::optional<std::int64_t> memoryBytes;
    std::optional<std::int64_t> scratchBytes;
    std::optional<double> seconds;
};

struct ExecutorOptions {
    std::vector<int> cpus;                   // logical CPU of each plan row; empty = as placeRows() says
    std::filesystem::path scratchDirectory;  // empty = stressor::defaultScratchDirectory()
    double durationSeconds = 0.0;  // stop at this time, in the middle of a window if need be; 0 = the whole plan
    bool loop = false;             // start again after the last window until stopped or the duration is over
    Budget budget;
    // Make a plan for more CPUs, or more CPU time, than there is fit instead of refusing it: see refit().
    bool fit = false;
    // Keep as much memory in use as the plan says, within the budget and four fifths of what is free.
    bool holdMemory = true;
};

struct Distribution {
    double p50 = 0.0;
    double p99 = 0.0;
    double maximum = 0.0;
};

// How far memory was in use as the plan says.
struct HeldMemory {
    std::int64_t mostBytes = 0;       // that were held at once
    std::size_t windowsShort = 0;     // in which not all could be held that was asked for
    std::size_t windowsExceeded = 0;  // that ask for less than was in use at the beginning

    [[nodiscard]] std::string text() const;  // one line for people
};

// What a run achieved, window by window. Times are fractions of the window length.
struct RunReport {
    std::string simulated;    // name of the simulated machine it ran on; empty = it was executed
    std::size_t windows = 0;  // executed, repetitions counted
    std::size_t cpus = 0;
    double elapsedSeconds = 0.0;
    bool cancelled = false;
    std::vector<std::string> changes;  // what ExecutorOptions::fit made of the plan, one sentence each
    std::vector<int> onCpus;           // logical CPU of each row
    std::optional<HeldMemory> memory;  // empty when the plan leaves memory alone
    // Windows × CPUs that were over before the CPU's thread got to run (the process was stopped), and those in which
    // the CPU was not to be had for a part at least (it went offline, or the cpuset lost it). Both are among those
    // below.
    std::size_t missed = 0;
    std::size_t displaced = 0;
    // (reportedWindows() × cpus), C order. Planned: the share of stressors that are accounted in CPU time. Achieved:
    // the CPU time those stressors got. Disk stressors are accounted in elapsed time and stand in the next pair. Of a
    // window that the end of the run cuts, the part before it counts.
    std::vector<float> plannedCpu;
    std::vector<float> achievedCpu;
    std::vector<float> plannedElapsed;
    std::vector<float> achievedElapsed;
    std::vector<float> elapsedCpu;       // CPU time spent inside stressors accounted in elapsed time
    std::vector<float> boundaryErrorMs;  // per window and CPU: how late the CPU was at the window's start

    // The windows that stand in the vectors: all of them, unless there were very many (kMostReportedEntries).
    [[nodiscard]] std::size_t reportedWindows() const { return cpus == 0 ? 0 : plannedCpu.size() / cpus; }
    // |achieved − planned| CPU in percentage points of a window, over windows and CPUs.
    [[nodiscard]] double meanCpuErrorPoints() const;
    [[nodiscard]] double maxCpuErrorPoints() const;
    [[nodiscard]] Distribution boundaryError() const;  // ms
};

// What a plan is run on and with; another one than the default only in tests.
struct Environment {
    machine::Machine machine;
    std::function<const stressor::Card*(std::string_view name)> findCard;
};

// Runs plans on this machine: one pinned thread per plan row, absolute window boundaries, exact shares.
//
// A window is cut into rounds of about 100 ms. In each round the stressors of a row run one after the other, in an
// order drawn from the plan's seed, window, round and row, each until it has its share of the window so far; then the
// CPU sleeps until the round ends. A stressor that got less than its share (somebody else had the CPU) makes up for it
// in the window's later rounds, never in the next window. A window that passed while the process was stopped is
// skipped. A thread whose CPU is taken away rests until it is back, rather than load a CPU that is another's. Nothing
// depends on the wall clock.
class LocalExecutor {
public:
    // Checks the plan against this machine (CPUs, stressors, memory, disk and time budget) and prepares every stressor
    // the plan uses: buffers are allocated and touched, scratch files created and unlinked. BadInput for a plan that
    // does not fit, Unavailable for a stressor that cannot run here. With many CPUs and disk stressors it may take
    // minutes: after a stop request the rest is left unprepared, and run() ends at once as cancelled.
    [[nodiscard]] static Expected<std::unique_ptr<LocalExecutor>> prepare(
        std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions options, const std::stop_token& stop = {});
    [[nodiscard]] static Expected<std::unique_ptr<LocalExecutor>> prepare(
        std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions options, const Environment& environment,
        const std::stop_token& stop = {});
    virtual ~LocalExecutor() = default;

    // Runs from this CLOCK_MONOTONIC time on; window t begins at start + t·W. Blocks until the end or a stop request,
    // after which every CPU is idle within about a millisecond or the length of one disk operation. Call it once.
    [[nodiscard]] virtual RunReport run(std::int64_t startMonotonicNs, std::stop_token stop,
                                        const ProgressCallback& progress) = 0;
};

}  // namespace mimesys::execution
