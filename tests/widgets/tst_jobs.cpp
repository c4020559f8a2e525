// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"
#include "samples.h"

#include <atomic>
#include <semaphore>

using namespace mimesys;
using namespace mimesys::widgets;

class JobsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void resultArrivesInTheGuiThread();
    void failureIsReportedOnce();
    void exceptionBecomesAnError();
    void cancelledJobEndsWithoutAResult();
    void newerJobSupersedesAnOlder();
    void runsDoNotSupersedeEachOther();
    void progressIsShown();
    void destructionStopsAndWaits();
};

namespace {

using Context = JobRunner::Context;

// Works until it is told to stop.
Cancellable<int> untilStopped(const Context& context) {
    while (!context.stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::optional<int>();
}

}  // namespace

void JobsTest::resultArrivesInTheGuiThread() {
    JobRunner runner;
    int result = 0;
    bool inGuiThread = false;
    runner.start<int>(
        JobKind::Open, QStringLiteral("job"), [](const Context&) -> Cancellable<int> { return std::optional(42); },
        [&](int value) {
            result = value;
            inGuiThread = QThread::currentThread() == QCoreApplication::instance()->thread();
        });
    QVERIFY(runner.isRunning(JobKind::Open));
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(result, 42);
    QVERIFY(inGuiThread);
}

void JobsTest::failureIsReportedOnce() {
    JobRunner runner;
    std::vector<std::string> errors;
    connect(&runner, &JobRunner::jobFailed, this,
            [&](JobKind, const Error& error) { errors.push_back(error.message); });
    bool done = false;
    runner.start<int>(
        JobKind::Run, QStringLiteral("job"), [](const Context&) -> Cancellable<int> { return failed("No."); },
        [&](int) { done = true; });
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(errors, std::vector<std::string>{"No."});
    QVERIFY(!done);
}

void JobsTest::exceptionBecomesAnError() {
    JobRunner runner;
    std::vector<std::string> errors;
    connect(&runner, &JobRunner::jobFailed, this,
            [&](JobKind, const Error& error) { errors.push_back(error.message); });
    runner.start<int>(
        JobKind::Run, QStringLiteral("job"), [](const Context&) -> Cancellable<int> { throw std::bad_alloc(); },
        [](int) {});
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(errors.size(), std::size_t{1});
    QVERIFY(errors.front().find("memory") != std::string::npos);
}

void JobsTest::cancelledJobEndsWithoutAResult() {
    JobRunner runner;
    QSignalSpy ended(&runner, &JobRunner::allEnded);
    bool done = false;
    bool failedAtAll = false;
    connect(&runner, &JobRunner::jobFailed, this, [&] { failedAtAll = true; });
    Job* job = runner.start<int>(JobKind::Run, QStringLiteral("job"), untilStopped, [&](int) { done = true; });
    QVERIFY(!job->isStopping());
    runner.stop(JobKind::Run);
    QVERIFY(job->isStopping());
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!done);
    QVERIFY(!failedAtAll);
}

void JobsTest::newerJobSupersedesAnOlder() {
    JobRunner runner;
    std::vector<int> results;
    // The older one comes to a result all the same; nobody wants it any more.
    runner.start<int>(
        JobKind::Open, QStringLiteral("old"),
        [](const Context& context) -> Cancellable<int> {
            [[maybe_unused]] const auto stopped = untilStopped(context);
            return std::optional(1);
        },
        [&](int value) { results.push_back(value); });
    runner.start<int>(
        JobKind::Open, QStringLiteral("new"), [](const Context&) -> Cancellable<int> { return std::optional(2); },
        [&](int value) { results.push_back(value); });
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(results, std::vector<int>{2});
}

void JobsTest::runsDoNotSupersedeEachOther() {
    JobRunner runner;
    std::vector<int> results;
    for (const int value : {1, 2}) {
        runner.start<int>(
            JobKind::Export, QStringLiteral("job"),
            [value](const Context&) -> Cancellable<int> { return std::optional(value); },
            [&](int result) { results.push_back(result); });
    }
    QTRY_VERIFY(!runner.isBusy());
    std::ranges::sort(results);
    QCOMPARE(results, (std::vector<int>{1, 2}));
}

void JobsTest::progressIsShown() {
    JobRunner runner;
    std::binary_semaphore seen(0);
    Job* job = runner.start<int>(
        JobKind::Open, QStringLiteral("job"),
        [&seen](const Context& context) -> Cancellable<int> {
            context.progress({0.5, "half way"});
            seen.acquire();
            return std::optional(1);
        },
        [](int) {});
    QTRY_COMPARE(job->fraction(), 0.5);
    QCOMPARE(job->step(), QStringLiteral("half way"));
    QVERIFY(job->remainingSeconds() >= 0.0);
    seen.release();
    QTRY_VERIFY(!runner.isBusy());
}

void JobsTest::destructionStopsAndWaits() {
    std::atomic<bool> ended = false;
    {
        JobRunner runner;
        runner.start<int>(
            JobKind::Run, QStringLiteral("job"),
            [&ended](const Context& context) -> Cancellable<int> {
                auto result = untilStopped(context);
                ended = true;
                return result;
            },
            [](int) {});
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
