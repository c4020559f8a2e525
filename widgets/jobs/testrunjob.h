// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"
#include "testrun/measure.h"

#include <QString>
#include <filesystem>
#include <functional>
#include <memory>

namespace mimesys::widgets {

// What is to be tested, beside what, and how often. Texts are commands as a shell understands them.
struct TestRunChoice {
    std::filesystem::path workload;  // an exported workload or a plan; empty = the plan that is open
    QString command;
    QString service;  // empty = none, or one that runs already
    double readySeconds = 1.0;
    QString realMix;  // empty = none
    testrun::Measure measure;
    std::size_t repetitions = 5;
    double settleSeconds = 2.0;
    double pauseSeconds = 1.0;
    bool fit = false;
};

struct TestRunRequest {
    TestRunChoice choice;
    LoadedPlan plan;                         // that is open
    std::filesystem::path scratchDirectory;  // empty = default
    // Called from the job's thread after every run.
    std::function<void(const LoadedTestRun&)> onRun;
};

// As `mimesys test-run` does it.
[[nodiscard]] Cancellable<LoadedTestRun> runTest(const TestRunRequest& request, const JobRunner::Context& context);
[[nodiscard]] Expected<LoadedTestRun> loadTestRun(const std::filesystem::path& path, const QString& name);
// Gives the path.
[[nodiscard]] Cancellable<std::filesystem::path> saveTestRun(const std::shared_ptr<const testrun::Report>& testRun,
                                                             const std::filesystem::path& path);

}  // namespace mimesys::widgets
