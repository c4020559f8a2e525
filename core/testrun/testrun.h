// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "execution/executor.h"
#include "testrun/measure.h"
#include "testrun/report.h"
#include "testrun/workload.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::testrun {

// An application alone and beside what is to stand in for its neighbours.
struct Request {
    Workload workload;
    execution::ExecutorOptions execution;  // of the workload; it is repeated until the command ends
    // The neighbours that the workload stands in for: a shell command that goes on until it is ended. Empty = none.
    std::string realMix;
    // What the command is a client of: a shell command that is started before each run and ended after it. Empty =
    // none, or one that runs already.
    std::string service;
    double readySeconds = 1.0;         // that it is given before anything else begins
    std::vector<std::string> command;  // a program and its arguments
    Measure measure;
    std::size_t repetitions = 5;   // of every condition
    std::size_t warmUps = 1;       // runs alone before, which do not count
    double settleSeconds = 2.0;    // between the neighbour's start and the command's; alone as well
    double pauseSeconds = 1.0;     // between runs
    double limitSeconds = 3600.0;  // a run that takes longer has failed
    double periodSeconds = 1.0;    // of the recording
};

inline constexpr std::size_t kMostRepetitions = 1000;

// A command as a person would type it; what a shell is to run (kShell, "-c", text) as that text.
[[nodiscard]] std::string shellText(const std::vector<std::string>& command);

// Runs the command in rounds of one run per condition. Every other round goes in the opposite order, so that a machine
// that gets slower or faster meanwhile does not look like a slowdown. The machine is recorded from the start of every
// run to its end. Everything that was started is ended in any case, even when this process is killed.
//
// BadInput for a pattern, a command or a workload that cannot be used, found before anything runs where that is
// possible; Unavailable for a workload that cannot run here; Failed when the command fails the first time it is run. A
// run that fails later stands in the report with its reason. After each run onReport, which may be empty, is given what
// there is.
[[nodiscard]] Cancellable<Report> run(const Request& request, const std::stop_token& stop,
                                      const std::function<void(const Report&)>& onReport,
                                      const ProgressCallback& progress);

}  // namespace mimesys::testrun
