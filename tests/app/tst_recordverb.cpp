// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/processes.h"
#include "verb.h"

#include <sys/types.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace mimesys;
using test::isGone;
using tests::Result;

// `mimesys record` and `mimesys machine` as their users see them: exit codes, files, and processes left behind.
class RecordVerbTest : public QObject {
    Q_OBJECT

private slots:
    void durationGivesAFileAndItsDescription();
    void failingCommandIsReportedAndItsRecordingKept();
    void commandsOutputDoesNotDisturbJson();
    void mistakesAreFoundBeforeRecording_data();
    void mistakesAreFoundBeforeRecording();
    void interruptedRecordingOfOpenLengthIsComplete();
    void interruptEndsTheCommandAndEverythingItStarted();
    void killedRecorderLeavesNoProcessAndNoFile();
    void durationEndsACommandThatGoesOn();
    void machineListsMetricsWithReasons();
    void logIsRecordedWhereItHasAPlace();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

namespace {

constexpr int kPatienceMs = 60'000;

Result finished(QProcess& process) {
    return tests::finished(process, kPatienceMs);
}

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, kPatienceMs);
}

// A shell and a child that has left its process group and session; both tell their numbers.
const QStringList kFamily{"sh", "-c", "setsid sleep 1000 & echo $! $$; wait"};

// Reads those two numbers; empty when they do not come.
QList<qint64> familyOf(QProcess& process) {
    while (!process.canReadLine() && process.waitForReadyRead(kPatienceMs)) {
    }
    QList<qint64> pids;
    for (const QByteArray& number : process.readLine().split(' ')) {
        pids.append(number.toLongLong());
    }
    return pids;
}

// Number of read calls the process has made so far.
qint64 readCalls(qint64 pid) {
    QFile io(QString("/proc/%1/io").arg(pid));
    if (!io.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray& line : io.readAll().split('\n')) {
        if (line.startsWith("syscr: ")) {
            return line.mid(7).toLongLong();
        }
    }
    return -1;
}

QList<QByteArray> linesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
}

}  // namespace

void RecordVerbTest::durationGivesAFileAndItsDescription() {
    const Result result = verb({"record", "-o", file("a.csv"), "--duration", "0.3", "--period", "0.05", "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(json["file"].toString(), file("a.csv"));
    QVERIFY(json["samples"].toInt() >= 1);
    QVERIFY(json["duration_seconds"].toDouble() > 0.0);
    QVERIFY(json["command_exit_code"].isNull());
    QStringList header{"time"};
    for (const QJsonValue& id : json["columns"].toArray()) {
        header.append(id.toString());
    }
    QVERIFY(header.contains("cpu.utilization[0]") || header.filter("cpu.utilization[").size() > 0);
    int samples = 0;
    bool headerSeen = false;
    for (const QByteArray& line : linesOf(file("a.csv"))) {
        if (line.startsWith('#')) {
            continue;
        }
        headerSeen = headerSeen || line == header.join(',').toUtf8();
        samples += line.startsWith("time") ? 0 : 1;
    }
    QVERIFY(headerSeen);
    QCOMPARE(samples, json["samples"].toInt());
}

void RecordVerbTest::failingCommandIsReportedAndItsRecordingKept() {
    const Result result =
        verb({"record", "-o", file("b.csv"), "--period", "0.02", "--json", "--", "sh", "-c", "sleep 0.3; exit 7"});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("exit code 7"), result.errors.constData());
    QCOMPARE(QJsonDocument::fromJson(result.output).object()["command_exit_code"].toInt(), 7);
    QVERIFY(QFile::exists(file("b.csv")));
}

void RecordVerbTest::commandsOutputDoesNotDisturbJson() {
    const Result result = verb({"record", "-o", file("c.csv"), "--period", "0.02", "--json", "--", "sh", "-c",
                                "echo \"$0 $1\"; sleep 0.2", "--json", "-o"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(QJsonDocument::fromJson(result.output).isObject());
    QVERIFY2(result.errors.contains("--json -o"), result.errors.constData());
}

void RecordVerbTest::mistakesAreFoundBeforeRecording_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    // A duration that the test's patience would not survive.
    const QStringList endless{"--duration", "100000"};
    QTest::newRow("no output") << endless << 2 << "--output";
    QTest::newRow("absent folder") << QStringList{"-o", "/absent/folder/a.csv"} + endless << 3 << "/absent/folder";
    QTest::newRow("a folder") << QStringList{"-o", "folder.csv"} + endless << 3 << "folder";
    QTest::newRow("unknown format") << QStringList{"-o", "a.xyz"} + endless << 3 << ".h5, .csv, .txt or .log";
    QTest::newRow("negative duration") << QStringList{"-o", "a.csv", "--duration", "-1"} << 2 << "--duration";
    QTest::newRow("period too short") << QStringList{"-o", "a.csv", "--period", "0.001"} << 2 << "--period";
    QTest::newRow("duration below half a period")
        << QStringList{"-o", "a.csv", "--period", "100", "--duration", "1"} << 3 << "half a period";
    QTest::newRow("absent program") << QStringList{"-o", "a.csv", "--", "/absent/program"} << 3 << "/absent/program";
}

void RecordVerbTest::mistakesAreFoundBeforeRecording() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, said);
    QDir(m_folder.path()).mkdir("folder.csv");
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(MIMESYS_PROGRAM, QStringList{"record"} + arguments);
    const Result result = finished(process);
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY2(QString::fromUtf8(result.errors).contains(said), result.errors.constData());
    QVERIFY(!QFile::exists(file("a.xyz")));
}

void RecordVerbTest::interruptedRecordingOfOpenLengthIsComplete() {
    QProcess process;
    process.start(MIMESYS_PROGRAM, {"record", "-o", file("d.csv"), "--period", "0.01"});
    QVERIFY(process.waitForStarted());
    if (readCalls(process.processId()) < 0) {
        process.kill();
        process.waitForFinished();
        QSKIP("This kernel does not count read calls.");
    }
    // Samples read files; that many calls are several samples.
    QTRY_VERIFY_WITH_TIMEOUT(readCalls(process.processId()) > 1000, kPatienceMs);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Result result = finished(process);
    QCOMPARE(result.exitCode, 0);
    QVERIFY(linesOf(file("d.csv")).size() > 2);
}

void RecordVerbTest::interruptEndsTheCommandAndEverythingItStarted() {
    QProcess process;
    process.start(MIMESYS_PROGRAM, QStringList{"record", "-o", file("e.csv"), "--period", "0.01", "--"} + kFamily);
    const QList<qint64> pids = familyOf(process);
    QCOMPARE(pids.size(), qsizetype{2});
    QTest::qWait(50);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QCOMPARE(finished(process).exitCode, 130);
    for (const qint64 pid : pids) {
        QVERIFY(isGone(pid));
    }
}

void RecordVerbTest::killedRecorderLeavesNoProcessAndNoFile() {
    QTemporaryDir folder;
    QProcess process;
    process.start(MIMESYS_PROGRAM,
                  QStringList{"record", "-o", folder.filePath("f.csv"), "--period", "0.01", "--"} + kFamily);
    const QList<qint64> pids = familyOf(process);
    QCOMPARE(pids.size(), qsizetype{2});
    process.kill();
    QVERIFY(process.waitForFinished(kPatienceMs));
    for (const qint64 pid : pids) {
        QTRY_VERIFY_WITH_TIMEOUT(isGone(pid), kPatienceMs);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void RecordVerbTest::durationEndsACommandThatGoesOn() {
    QProcess process;
    process.start(MIMESYS_PROGRAM,
                  QStringList{"record", "-o", file("g.csv"), "--period", "0.05", "--duration", "0.5", "--"} + kFamily);
    const QList<qint64> pids = familyOf(process);
    QCOMPARE(finished(process).exitCode, 0);
    for (const qint64 pid : pids) {
        QVERIFY(isGone(pid));
    }
    QVERIFY(QFile::exists(file("g.csv")));
}

void RecordVerbTest::machineListsMetricsWithReasons() {
    const Result result = verb({"machine", "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(json["fingerprint"].toString().size(), qsizetype{16});
    QVERIFY(!json["machine"].toObject()["cpus"].toArray().isEmpty());
    int available = 0;
    for (const QJsonValue& metric : json["metrics"].toArray()) {
        available += metric["available"].toBool() ? 1 : 0;
        QCOMPARE(metric["reason"].toString().isEmpty(), metric["available"].toBool());
    }
    QVERIFY(available > 0);
    const Result text = verb({"machine"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("cpu.utilization["));
    QVERIFY(text.output.contains("llc.misses"));
}

void RecordVerbTest::logIsRecordedWhereItHasAPlace() {
    bool hasPlace = false;
    const QJsonDocument machine = QJsonDocument::fromJson(verb({"machine", "--json"}).output);
    for (const QJsonValue& metric : machine["metrics"].toArray()) {
        const QStringList held{"cpu.ipc", "llc.misses", "llc.occupancy", "memory.local_bandwidth"};
        hasPlace = hasPlace || (metric["available"].toBool() && held.contains(metric["id"].toString()));
    }
    const QString file = m_folder.filePath("counters.log");
    const Result result = verb({"record", "-o", file, "--duration", "1", "--period", "0.2"});
    QCOMPARE(result.exitCode, hasPlace ? 0 : 4);
    QVERIFY2(result.errors.contains("no place for"), result.errors.constData());  // not for disks in any case
    QCOMPARE(QFile::exists(file), hasPlace);
}

QTEST_GUILESS_MAIN(RecordVerbTest)
#include "tst_recordverb.moc"
