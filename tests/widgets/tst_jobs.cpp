// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"
#include "models/jobmodel.h"
#include "samples.h"

#include <QAbstractItemModelTester>
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
    void everyStepIsLogged();
    void listShowsRunningJobsFirst();
    void listTellsHowJobsEnded();
    void listRepeatsWhatCanBeRepeated();
    void listRemembersOnlyTheLast();
    void lostRunnerLeavesTheList();
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

void JobsTest::everyStepIsLogged() {
    JobRunner runner;
    JobModel model(&runner);
    runner.start<int>(
        JobKind::Open, QStringLiteral("job"),
        [](const Context& context) -> Cancellable<int> {
            // Faster than anything is shown.
            for (const char* step : {"one", "two", "two", "", "three"}) {
                context.progress({0.5, step});
            }
            return failed("No.");
        },
        [](int) {});
    QTRY_VERIFY(!runner.isBusy());
    QStringList said;
    for (const JobLine& line : model.lines(0)) {
        said += line.text;
        QVERIFY(std::abs(line.timeMs - QDateTime::currentMSecsSinceEpoch()) < 3600 * 1000);
    }
    QCOMPARE(said, (QStringList{QStringLiteral("Started: job"), QStringLiteral("one"), QStringLiteral("two"),
                                QStringLiteral("three"), QStringLiteral("Failed: No.")}));
}

namespace {

QStringList column(const JobModel& model, JobModel::Column which) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts += model.index(row, which).data().toString();
    }
    return texts;
}

}  // namespace

void JobsTest::listShowsRunningJobsFirst() {
    JobRunner runner;
    JobModel model(&runner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<Job*> jobs;
    for (const char* name : {"first", "second", "third"}) {
        jobs.push_back(runner.start<int>(JobKind::Export, QLatin1String(name), untilStopped, [](int) {}));
    }
    QCOMPARE(column(model, JobModel::TitleColumn).join(QLatin1Char(' ')), QStringLiteral("third second first"));
    const QPersistentModelIndex third(model.index(0, 0));
    const QPersistentModelIndex second(model.index(1, 0));
    QVERIFY(model.canCancel(1) && !model.canRetry(1));
    QCOMPARE(model.index(0, JobModel::ProgressColumn).data(JobModel::FractionRole).toDouble(), -1.0);
    model.cancel(1);
    QVERIFY(!model.canCancel(1));
    QTRY_COMPARE(model.runningCount(), 2);
    QCOMPARE(column(model, JobModel::TitleColumn).join(QLatin1Char(' ')), QStringLiteral("third first second"));
    model.cancel(0);
    QTRY_COMPARE(model.runningCount(), 1);
    QCOMPARE(column(model, JobModel::TitleColumn).join(QLatin1Char(' ')), QStringLiteral("first third second"));
    // A view stays with the job that was chosen in it.
    QCOMPARE(third.row(), 1);
    QCOMPARE(second.row(), 2);
    QVERIFY(!model.index(1, JobModel::ProgressColumn).data(JobModel::FractionRole).isValid());
    model.forgetEnded();
    QCOMPARE(column(model, JobModel::TitleColumn), QStringList{QStringLiteral("first")});
    model.tick();
    runner.stopAll();
    QTRY_VERIFY(!runner.isBusy());
}

void JobsTest::listTellsHowJobsEnded() {
    JobRunner runner;
    JobModel model(&runner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto run = [&](JobKind kind, const std::function<Cancellable<int>(const Context&)>& work) {
        return runner.start<int>(kind, QStringLiteral("job"), work, [](int) {});
    };
    run(JobKind::Export, [](const Context&) -> Cancellable<int> { return std::optional(1); });
    QTRY_VERIFY(!runner.isBusy());
    run(JobKind::Export, [](const Context&) -> Cancellable<int> { return failed("The disk is full.", "out.h5"); });
    QTRY_VERIFY(!runner.isBusy());
    run(JobKind::Export, untilStopped)->stop();
    QTRY_VERIFY(!runner.isBusy());
    run(JobKind::Open, untilStopped);
    run(JobKind::Open, [](const Context&) -> Cancellable<int> { return std::optional(1); });
    QTRY_VERIFY(!runner.isBusy());
    std::map<JobEnding, int> count;
    for (int row = 0; row < model.rowCount(); ++row) {
        ++count[*model.ending(row)];
    }
    QCOMPARE(count,
             (std::map<JobEnding, int>{
                 {JobEnding::Done, 2}, {JobEnding::Failed, 1}, {JobEnding::Stopped, 1}, {JobEnding::Superseded, 1}}));
    QVERIFY(column(model, JobModel::ProgressColumn).contains(QStringLiteral("Failed")));
    QVERIFY(column(model, JobModel::StepColumn).contains(QStringLiteral("out.h5: The disk is full.")));
}

void JobsTest::listRepeatsWhatCanBeRepeated() {
    JobRunner runner;
    JobModel model(&runner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int runs = 0;
    bool possible = true;
    std::function<void()> start;
    start = [&] {
        runner.start<int>(
            JobKind::Export, QStringLiteral("job"), [](const Context&) -> Cancellable<int> { return failed("No."); },
            [](int) {}, {[&] { return possible; }, start});
        ++runs;
    };
    start();
    QVERIFY(!model.canRetry(0));  // it runs
    QTRY_VERIFY(!runner.isBusy());
    possible = false;
    QVERIFY(!model.canRetry(0));
    model.retry(0);
    QCOMPARE(runs, 1);
    possible = true;
    QVERIFY(model.canRetry(0));
    model.retry(0);
    QCOMPARE(runs, 2);
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, 0).data(JobModel::IdRole) != model.index(1, 0).data(JobModel::IdRole));
    // A job whose starter gave no way cannot be repeated.
    runner.start<int>(
        JobKind::Export, QStringLiteral("job"), [](const Context&) -> Cancellable<int> { return std::optional(1); },
        [](int) {});
    QTRY_VERIFY(!runner.isBusy());
    QVERIFY(!model.canRetry(0));
}

void JobsTest::listRemembersOnlyTheLast() {
    JobRunner runner;
    JobModel model(&runner);
    constexpr int kMore = 5;
    for (int i = 0; i < JobModel::kMostEnded + kMore; ++i) {
        runner.start<int>(
            JobKind::Export, QString::number(i), [](const Context&) -> Cancellable<int> { return std::optional(1); },
            [](int) {});
        QTRY_VERIFY(!runner.isBusy());
    }
    QCOMPARE(model.rowCount(), JobModel::kMostEnded);
    QCOMPARE(model.index(JobModel::kMostEnded - 1, 0).data().toString(), QString::number(kMore));
    runner.start<int>(
        JobKind::Export, QStringLiteral("talkative"),
        [](const Context& context) -> Cancellable<int> {
            for (std::size_t i = 0; i < 3 * JobModel::kMostLines; ++i) {
                context.progress({0.5, std::to_string(i)});
            }
            return std::optional(1);
        },
        [](int) {});
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(model.lines(0).size(), JobModel::kMostLines);
    QCOMPARE(model.lines(0).back().text, QStringLiteral("Done"));
    QCOMPARE(std::prev(model.lines(0).end(), 2)->text, QString::number(3 * JobModel::kMostLines - 1));
}

void JobsTest::lostRunnerLeavesTheList() {
    auto runner = std::make_unique<JobRunner>();
    JobModel model(runner.get());
    runner->start<int>(JobKind::Export, QStringLiteral("job"), untilStopped, [](int) {});
    runner.reset();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.canCancel(0));
    QCOMPARE(model.index(0, JobModel::StepColumn).data().toString(), QString());
}

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
