// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/testrunjob.h"

#include "heatmap/composition.h"
#include "models/paths.h"
#include "testrun/command.h"
#include "testrun/reportfile.h"
#include "testrun/testrun.h"
#include "timeline/indexedtrace.h"

namespace mimesys::widgets {
namespace {

constexpr double kPeriodSeconds = 0.5;  // of the recordings: many commands take only seconds

Expected<testrun::Workload> workloadOf(const TestRunRequest& request) {
    if (!request.choice.workload.empty()) {
        return testrun::readWorkload(request.choice.workload);
    }
    return testrun::Workload{request.plan.name.toStdString(), request.plan.composition->planPtr()};
}

Expected<testrun::Request> requestOf(const TestRunRequest& request) {
    return workloadOf(request).map([&](testrun::Workload&& workload) {
        const TestRunChoice& choice = request.choice;
        testrun::Request result;
        result.workload = std::move(workload);
        result.execution.scratchDirectory = request.scratchDirectory;
        result.execution.fit = choice.fit;
        result.realMix = choice.realMix.toStdString();
        result.service = choice.service.toStdString();
        result.readySeconds = choice.readySeconds;
        result.command = {testrun::kShell, "-c", choice.command.toStdString()};
        result.measure = choice.measure;
        result.repetitions = choice.repetitions;
        result.settleSeconds = choice.settleSeconds;
        result.pauseSeconds = choice.pauseSeconds;
        result.periodSeconds = kPeriodSeconds;
        return result;
    });
}

// What is on the screen of it. A recording that was shown before is not indexed again.
LoadedTestRun loaded(const testrun::Report& report, const LoadedTestRun& before) {
    LoadedTestRun result;
    result.report = std::make_shared<const testrun::Report>(report);
    for (std::size_t i = 0; i < LoadedTestRun::kConditions; ++i) {
        const testrun::Run* run = report.typicalRun(testrun::kConditions[i]);
        if (run == nullptr || !run->trace) {
            continue;
        }
        const bool known = before.recordings[i] && before.recordings[i]->tracePtr() == run->trace;
        result.recordings[i] = known ? before.recordings[i] : std::make_shared<const IndexedTrace>(run->trace);
    }
    return result;
}

}  // namespace

Cancellable<LoadedTestRun> runTest(const TestRunRequest& request, const JobRunner::Context& context) {
    const auto wanted = requestOf(request);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    LoadedTestRun shown;
    const auto onReport = [&](const testrun::Report& report) {
        shown = loaded(report, shown);
        if (request.onRun) {
            request.onRun(shown);
        }
    };
    auto report = testrun::run(*wanted, context.stop, onReport, context.progress);
    if (!report) {
        return tl::unexpected(report.error());
    }
    return *report ? std::optional(loaded(**report, shown)) : std::optional<LoadedTestRun>();
}

Expected<LoadedTestRun> loadTestRun(const std::filesystem::path& path, const QString& name) {
    return testrun::readReport(path).map([&](const testrun::Report& report) {
        LoadedTestRun result = loaded(report, {});
        result.name = name;
        result.path = toName(path);
        return result;
    });
}

Cancellable<std::filesystem::path> saveTestRun(const std::shared_ptr<const testrun::Report>& testRun,
                                               const std::filesystem::path& path) {
    testrun::Report report = *testRun;
    return testrun::writeReport(report, path).map([&] { return std::optional(path); });
}

}  // namespace mimesys::widgets
