// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/processes.h"
#include "machine/machine.h"
#include "testrun/testrun.h"

#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <thread>

using namespace mimesys;
using namespace mimesys::testrun;
using test::isGone;

// Whole test runs with commands of milliseconds.
class TestRunTest : public QObject {
    Q_OBJECT

private slots:
    void conditionsTakeTurnsInBothOrders();
    void workloadRunsBesideTheCommandOnly();
    void realMixIsThereInItsRunsOnly();
    void serviceIsThereInEveryRun();
    void timeIsMeasuredWithoutAPattern();
    void firstFailureIsAnError_data();
    void firstFailureIsAnError();
    void laterFailuresStandInTheReport();
    void mixThatEndsIsNoNeighbour();
    void workloadForMoreCpusIsRefusedUnlessFitted();
    void whatCannotBeUsedIsFoundBeforeAnythingRuns_data();
    void whatCannotBeUsedIsFoundBeforeAnythingRuns();
    void cancellationLeavesNoProcess();
    void commandLeavesNothingBehind();
    void machineIsRecordedInEveryRun();
    void commandLineIsShownAsAShellTakesIt();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

namespace {

constexpr int kPatienceMs = 60'000;
constexpr double kSettleSeconds = 0.3;  // for a shell to begin

std::vector<std::string> shell(const QString& script) {
    return {"sh", "-c", script.toStdString()};
}

Workload workloadOf(std::size_t cpus) {
    plan::ExecutionPlan plan(20, cpus, {"memcpy-l1"}, 0.1);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            plan.row(window, cpu)[0] = 0.1F;
        }
    }
    return {"little", std::make_shared<const plan::ExecutionPlan>(std::move(plan))};
}

Request requestOf(const QString& script) {
    Request request;
    request.workload = workloadOf(1);
    request.command = shell(script);
    request.repetitions = 2;
    request.warmUps = 0;
    request.settleSeconds = 0.0;
    request.pauseSeconds = 0.0;
    request.readySeconds = kSettleSeconds;
    request.periodSeconds = 0.05;
    request.measure = {"value ([0-9.]+)", Measure::Better::Lower, "u"};
    return request;
}

Report reportOf(const Request& request) {
    auto report = run(request, {}, {}, {});
    if (!report) {
        qWarning("%s", report.error().text().c_str());
    }
    return report.value().value();
}

// A shell script that goes on, with the file there as long as it does.
QString flagging(const QString& file) {
    return QString("trap 'rm %1; exit 0' TERM; touch %1; while :; do sleep 0.01; done").arg(file);
}

QList<qint64> numbersIn(const QString& path) {
    QFile file(path);
    QList<qint64> numbers;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& number : file.readAll().simplified().split(' ')) {
            numbers.append(number.toLongLong());
        }
    }
    return numbers;
}

// Writes the numbers of a shell and of a child that left its session, and goes on.
QString family(const QString& file) {
    return QString("setsid sleep 1000 & echo $! $$ > %1; wait").arg(file);
}

}  // namespace

void TestRunTest::conditionsTakeTurnsInBothOrders() {
    Request request = requestOf("echo value 5");
    request.realMix = "sleep 1000";
    request.warmUps = 1;
    std::vector<std::size_t> grown;
    std::vector<std::string> texts;
    const auto report = run(
        request, {}, [&](const Report& soFar) { grown.push_back(soFar.runs.size()); },
        [&](const Progress& progress) { texts.push_back(progress.text); });
    std::vector<Condition> order;
    for (const Run& run : report->value().runs) {
        order.push_back(run.condition);
    }
    using enum Condition;
    QCOMPARE(order, (std::vector{Alone, BesideWorkload, BesideRealMix, BesideRealMix, BesideWorkload, Alone}));
    QCOMPARE(grown, (std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(texts.front(), std::string("warming up"));
    QCOMPARE(texts[1], std::string("run 2 of 7: alone"));
    QCOMPARE((*report)->slowdown(BesideWorkload)->value, 0.0);
}

void TestRunTest::workloadRunsBesideTheCommandOnly() {
    Request request = requestOf(QString("echo value $(ls /proc/%1/task | wc -l)").arg(::getpid()));
    request.settleSeconds = kSettleSeconds;
    const Report report = reportOf(request);
    const auto alone = report.valuesOf(Condition::Alone);
    const auto beside = report.valuesOf(Condition::BesideWorkload);
    QCOMPARE(alone.size(), std::size_t{2});
    // A thread per row of the plan, and the one that waits for them.
    QVERIFY(std::ranges::min(beside) >= std::ranges::max(alone) + 2.0);
}

void TestRunTest::realMixIsThereInItsRunsOnly() {
    const QString flag = path("mix");
    Request request = requestOf(QString("if [ -e %1 ]; then echo value 15; else echo value 10; fi").arg(flag));
    request.realMix = flagging(flag).toStdString();
    request.settleSeconds = kSettleSeconds;
    const Report report = reportOf(request);
    QCOMPARE(report.valuesOf(Condition::Alone), (std::vector{10.0, 10.0}));
    QCOMPARE(report.valuesOf(Condition::BesideWorkload), (std::vector{10.0, 10.0}));
    QCOMPARE(report.valuesOf(Condition::BesideRealMix), (std::vector{15.0, 15.0}));
    QCOMPARE(report.slowdown(Condition::BesideRealMix)->value, 50.0);
    QCOMPARE(report.degradationDifference()->value, 50.0);
    QVERIFY(!QFile::exists(flag));
}

void TestRunTest::serviceIsThereInEveryRun() {
    const QString flag = path("service");
    Request request = requestOf(QString("test -e %1 && echo value 1").arg(flag));
    request.service = flagging(flag).toStdString();
    const Report report = reportOf(request);
    for (const Run& run : report.runs) {
        QVERIFY2(run.failure.empty(), run.failure.c_str());
    }
    QCOMPARE(report.runs.size(), std::size_t{4});
    QVERIFY(!QFile::exists(flag));
}

void TestRunTest::timeIsMeasuredWithoutAPattern() {
    Request request = requestOf("sleep 0.2");
    request.measure = {};
    const Report report = reportOf(request);
    for (const Run& run : report.runs) {
        QVERIFY(*run.value >= 0.2);
        QCOMPARE(run.seconds, *run.value);
    }
}

void TestRunTest::firstFailureIsAnError_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("said");
    QTest::newRow("exit code") << "echo broken >&2; exit 7"
                               << "exit code 7; the last it said was \"broken\"";
    QTest::newRow("signal") << "kill -9 $$"
                            << "signal 9";
    QTest::newRow("no number") << "echo other"
                               << "the last one is \"other\"";
    QTest::newRow("too long") << "sleep 1000"
                              << "more than 0.5 s";
}

void TestRunTest::firstFailureIsAnError() {
    QFETCH(QString, script);
    QFETCH(QString, said);
    Request request = requestOf(script);
    request.limitSeconds = 0.5;
    const auto failed = run(request, {}, {}, {});
    QVERIFY(!failed);
    QVERIFY2(QString::fromStdString(failed.error().message).contains(said), failed.error().message.c_str());
}

void TestRunTest::laterFailuresStandInTheReport() {
    const QString counter = path("counter");
    Request request = requestOf(QString("echo x >> %1; test $(wc -l < %1) -ne 2 && echo value 3").arg(counter));
    const Report report = reportOf(request);
    QCOMPARE(report.runs.size(), std::size_t{4});
    QVERIFY(QString::fromStdString(report.runs[1].failure).contains("exit code 1"));
    QVERIFY(!report.runs[1].value);
    QCOMPARE(report.valuesOf(Condition::BesideWorkload), std::vector<double>{3.0});
}

void TestRunTest::mixThatEndsIsNoNeighbour() {
    Request request = requestOf("sleep 0.1; echo value 3");
    request.realMix = "echo enough; exit 3";
    request.settleSeconds = kSettleSeconds;
    const Report report = reportOf(request);
    QVERIFY(report.valuesOf(Condition::BesideRealMix).empty());
    QCOMPARE(report.valuesOf(Condition::Alone).size(), std::size_t{2});
    const QString failure = QString::fromStdString(report.runs[2].failure);
    QVERIFY2(failure.contains("The real mix ended with exit code 3; the last it said was \"enough\""),
             qPrintable(failure));
}

void TestRunTest::workloadForMoreCpusIsRefusedUnlessFitted() {
    const std::size_t usable = machine::discover()->usableCpus.size();
    const QString made = path("made");
    Request request = requestOf(QString("touch %1; echo value 1").arg(made));
    request.repetitions = 1;
    request.workload = workloadOf(usable + 1);
    const auto refused = run(request, {}, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY(!QFile::exists(made));
    request.execution.fit = true;
    const Report report = reportOf(request);
    QVERIFY(!report.notes.empty());
    QCOMPARE(report.valuesOf(Condition::BesideWorkload), std::vector<double>{1.0});
}

void TestRunTest::whatCannotBeUsedIsFoundBeforeAnythingRuns_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("said");
    QTest::newRow("no command") << "(a)" << QStringList{} << "no command";
    QTest::newRow("absent program") << "(a)" << QStringList{"/absent/program"} << "cannot be started";
    QTest::newRow("pattern") << "(" << QStringList{"true"} << "no regular expression";
}

void TestRunTest::whatCannotBeUsedIsFoundBeforeAnythingRuns() {
    QFETCH(QString, pattern);
    QFETCH(QStringList, command);
    QFETCH(QString, said);
    Request request = requestOf("");
    request.measure.pattern = pattern.toStdString();
    request.command.clear();
    for (const QString& argument : command) {
        request.command.push_back(argument.toStdString());
    }
    const auto refused = run(request, {}, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(refused.error().text()).contains(said), refused.error().text().c_str());
}

void TestRunTest::cancellationLeavesNoProcess() {
    const QStringList files{path("command"), path("mix"), path("service")};
    Request request = requestOf(QString("if [ -e %1 ]; then %2; fi; echo value 1").arg(files[1], family(files[0])));
    request.realMix = family(files[1]).toStdString();
    request.service = family(files[2]).toStdString();
    request.settleSeconds = kSettleSeconds;
    std::stop_source stop;
    std::optional<Cancellable<Report>> result;
    std::thread worker([&] { result = run(request, stop.get_token(), {}, {}); });
    bool begun = false;
    for (int tries = 0; tries < kPatienceMs / 20 && !begun; ++tries) {
        QTest::qWait(20);
        begun = numbersIn(files[0]).size() == 2;
    }
    stop.request_stop();
    worker.join();
    QVERIFY(begun);
    QVERIFY(result->has_value());
    QVERIFY(!result->value());
    for (const QString& file : files) {
        const QList<qint64> pids = numbersIn(file);
        QCOMPARE(pids.size(), qsizetype{2});
        for (const qint64 pid : pids) {
            QVERIFY(pid > 1 && isGone(pid));
        }
    }
}

void TestRunTest::commandLeavesNothingBehind() {
    const QString file = path("left");
    const Report report = reportOf(requestOf(QString("setsid sleep 1000 & echo $! >> %1; echo value 1").arg(file)));
    QCOMPARE(report.valuesOf(Condition::Alone).size(), std::size_t{2});
    const QList<qint64> pids = numbersIn(file);
    QCOMPARE(pids.size(), qsizetype{4});
    for (const qint64 pid : pids) {
        QVERIFY(pid > 1 && isGone(pid));
    }
}

void TestRunTest::machineIsRecordedInEveryRun() {
    Request request = requestOf("sleep 0.3; echo value 1");
    const Report report = reportOf(request);
    for (const Run& run : report.runs) {
        QVERIFY(run.trace != nullptr);
        QVERIFY(run.trace->cpuCount() >= 1);
        QVERIFY(run.trace->durationSeconds() >= 0.2);
    }
    QCOMPARE(report.runs[1].trace->attributes.at("test_run"), std::string("beside the workload, run 1"));
}

void TestRunTest::commandLineIsShownAsAShellTakesIt() {
    QCOMPARE(shellText({"/bin/sh", "-c", "make -j2 | tail"}), std::string("make -j2 | tail"));
    QCOMPARE(shellText({"redis-benchmark", "-n", "10"}), std::string("redis-benchmark -n 10"));
    QCOMPARE(shellText({"sh", "-c", "echo 'a' $b", ""}), std::string("sh -c 'echo '\\''a'\\'' $b' ''"));
}

QTEST_GUILESS_MAIN(TestRunTest)
#include "tst_testrun.moc"
