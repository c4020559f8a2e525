// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/processes.h"
#include "plan/planfile.h"
#include "verb.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace mimesys;
using test::isGone;
using tests::Result;

// `mimesys test-run` as its users see it: tables, files, exit codes, and processes left behind.
class TestRunVerbTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tableNamesConditionsAndSlowdowns();
    void jsonAndRecordingsHoldEveryRun();
    void simulatedOriginIsSaid();
    void mistakesAreFoundBeforeAnythingRuns_data();
    void mistakesAreFoundBeforeAnythingRuns();
    void conditionWithoutARunIsAFailure();
    void interruptEndsEverything();
    void killLeavesNothing();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList arguments(const QStringList& options, const QString& script) const;
    // Starts one that goes on until it is ended, and gives the numbers of its processes.
    QList<qint64> startEndless(QProcess& process, const QString& name) const;
    QTemporaryDir m_folder;
};

namespace {

constexpr int kPatienceMs = 60'000;

plan::ExecutionPlan littlePlan() {
    plan::ExecutionPlan plan(20, 1, {"memcpy-l1"}, 0.1);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        plan.row(window, 0)[0] = 0.1F;
    }
    return plan;
}

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, kPatienceMs);
}

}  // namespace

void TestRunVerbTest::initTestCase() {
    plan::ExecutionPlan plan = littlePlan();
    QVERIFY(plan::writePlan(plan, file("plan.h5").toStdString()));
    plan.source = R"({"dataset": {"simulated": true}})";
    QVERIFY(plan::writePlan(plan, file("simulated.h5").toStdString()));
}

QStringList TestRunVerbTest::arguments(const QStringList& options, const QString& script) const {
    return QStringList{"test-run", file("plan.h5"), "--warm-ups", "0", "--settle", "0.4", "--pause", "0"} + options +
           QStringList{"--", "sh", "-c", script};
}

void TestRunVerbTest::tableNamesConditionsAndSlowdowns() {
    const QString flag = file("flag");
    const QString mix = QString("trap 'rm %1; exit' TERM; touch %1; while :; do sleep 0.01; done").arg(flag);
    const Result result = verb(
        arguments({"-n", "2", "--real-mix", mix, "--pattern", "rate ([0-9]+)", "--unit", "ops/s", "--higher-is-better"},
                  QString("if [ -e %1 ]; then echo rate 60; else echo rate 80; fi").arg(flag)));
    QCOMPARE(result.exitCode, 0);
    const QString text = QString::fromUtf8(result.output);
    QVERIFY2(text.contains("mean ops/s"), result.output.constData());
    QVERIFY(text.contains(QRegularExpression("alone +2 +80 +80")));
    QVERIFY(text.contains(QRegularExpression("beside the workload +2 +80 +80 .* 0\\.0 ")));
    QVERIFY(text.contains(QRegularExpression("beside the real mix +2 +60 +60 .* 25\\.0 ")));
    QVERIFY(text.contains("workload: 25.0 points (95 %: 25.0 to 25.0)"));
    QVERIFY(text.contains("more is better"));
    QVERIFY(!text.contains("SIMULATED"));
    QVERIFY2(result.errors.contains("beside the workload"), result.errors.constData());
}

void TestRunVerbTest::jsonAndRecordingsHoldEveryRun() {
    const Result result =
        verb(arguments({"-n", "2", "--json", "--record", file("out"), "--period", "0.05"}, "sleep 0.3"));
    QCOMPARE(result.exitCode, 0);
    const QJsonObject json = result.json();
    QCOMPARE(json["format"].toString(), QString("mimesys-test-run"));
    QCOMPARE(json["runs"].toArray().size(), 4);
    QVERIFY(json["conditions"].toObject()["alone"].toObject()["mean"].toDouble() >= 0.3);
    QVERIFY(json["conditions"].toObject()["workload"].toObject()["slowdown"].toObject()["interval_95"].isArray());
    QVERIFY(QFile::exists(file("out.json")));
    for (const QJsonValue& run : json["runs"].toArray()) {
        const QString recording = m_folder.filePath(run.toObject()["recording"].toString());
        QVERIFY2(QFileInfo(recording).isFile(), qPrintable(recording));
        QCOMPARE(verb({"inspect", recording}).exitCode, 0);
    }
}

void TestRunVerbTest::simulatedOriginIsSaid() {
    QStringList simulated = arguments({"-n", "1"}, "true");
    simulated[1] = file("simulated.h5");
    const Result result = verb(simulated);
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.output.contains("SIMULATED origin"), result.output.constData());
    QVERIFY(verb(simulated << "--json").exitCode == 0);
}

void TestRunVerbTest::mistakesAreFoundBeforeAnythingRuns_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    const QStringList command{"--", "touch", file("touched")};
    const QString plan = file("plan.h5");
    QTest::newRow("no command") << QStringList{plan} << 2 << "COMMAND";
    QTest::newRow("no workload") << QStringList{file("absent")} + command << 3 << "absent";
    QTest::newRow("other file") << QStringList{"/proc/self/exe"} + command << 3 << "exe";
    QTest::newRow("direction missing") << QStringList{plan, "--pattern", "(a)"} + command << 3 << "--higher-is-better";
    QTest::newRow("direction without pattern") << QStringList{plan, "--higher-is-better"} + command << 3 << "--pattern";
    QTest::newRow("both directions") << QStringList{plan, "--pattern", "(a)", "--higher-is-better",
                                                    "--lower-is-better"} +
                                            command
                                     << 2 << "excludes";
    QTest::newRow("pattern") << QStringList{plan, "--pattern", "(", "--lower-is-better"} + command << 3
                             << "no regular expression";
    QTest::newRow("no repetition") << QStringList{plan, "-n", "0"} + command << 2 << "--repetitions";
    QTest::newRow("absent folder") << QStringList{plan, "--record", "/absent/folder/x"} + command << 3
                                   << "/absent/folder";
    QTest::newRow("absent program") << QStringList{plan, "--", "/absent/program"} << 3 << "/absent/program";
}

void TestRunVerbTest::mistakesAreFoundBeforeAnythingRuns() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, said);
    const Result result = verb(QStringList{"test-run"} + arguments);
    QVERIFY2(QString::fromUtf8(result.errors).contains(said), result.errors.constData());
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(!QFile::exists(file("touched")));
}

void TestRunVerbTest::conditionWithoutARunIsAFailure() {
    const Result result = verb(arguments({"-n", "1", "--real-mix", "exit 5"}, "sleep 0.1"));
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.contains("does not count: The real mix ended with exit code 5"), result.output.constData());
    QVERIFY2(result.errors.contains("No run beside the real mix succeeded"), result.errors.constData());
}

QList<qint64> TestRunVerbTest::startEndless(QProcess& process, const QString& name) const {
    const QString numbers = file(name);
    process.start(MIMESYS_PROGRAM,
                  arguments({"--service", QString("setsid sleep 1000 & echo $! > %1; wait").arg(numbers)},
                            QString("setsid sleep 1000 & echo $! $$ >> %1; wait").arg(numbers)));
    QList<qint64> pids;
    for (int tries = 0; tries < kPatienceMs / 20 && pids.size() != 3; ++tries) {
        QTest::qWait(20);
        QFile file(numbers);
        pids.clear();
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& number : file.readAll().simplified().split(' ')) {
                pids.append(number.toLongLong());
            }
        }
    }
    return pids;
}

void TestRunVerbTest::interruptEndsEverything() {
    QProcess process;
    const QList<qint64> pids = startEndless(process, "interrupted");
    QCOMPARE(pids.size(), qsizetype{3});
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QCOMPARE(tests::finished(process, kPatienceMs).exitCode, 130);
    for (const qint64 pid : pids) {
        QVERIFY(pid > 1 && isGone(pid));
    }
}

void TestRunVerbTest::killLeavesNothing() {
    QProcess process;
    const QList<qint64> pids = startEndless(process, "killed");
    QCOMPARE(pids.size(), qsizetype{3});
    process.kill();
    QVERIFY(process.waitForFinished(kPatienceMs));
    for (const qint64 pid : pids) {
        QTRY_VERIFY_WITH_TIMEOUT(pid > 1 && isGone(pid), kPatienceMs);
    }
}

QTEST_GUILESS_MAIN(TestRunVerbTest)
#include "tst_testrunverb.moc"
