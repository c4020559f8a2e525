// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

// `mimesys stressors` as its users see it: a list, a short calibration of this machine, and what the list tells of it.
class StressorsVerbTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void listSaysNothingOfDrivenMetricsWithoutACalibration();
    void calibratesAndContinues();
    void listNamesWhatTheInstalledCalibrationFound();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();
    void interruptedCalibrationKeepsItsStressors();

private:
    struct Result {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(output); }
    };
    [[nodiscard]] Result verb(const QStringList& arguments) const;
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int kPatienceMs = 110'000;
const QStringList kShort{"stressors", "--calibrate", "--dose-seconds", "1.2", "--stressors"};

QJsonObject stressor(const QJsonObject& calibration, const QString& name) {
    for (const QJsonValue& entry : calibration.value("stressors").toArray()) {
        if (entry.toObject().value("name").toString() == name) {
            return entry.toObject();
        }
    }
    return {};
}

}  // namespace

void StressorsVerbTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QProcessEnvironment StressorsVerbTest::environment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", file("data"));
    return environment;
}

StressorsVerbTest::Result StressorsVerbTest::verb(const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder->path());
    process.start(MIMESYS_PROGRAM, arguments);
    if (!process.waitForFinished(kPatienceMs) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void StressorsVerbTest::listSaysNothingOfDrivenMetricsWithoutACalibration() {
    const Result table = verb({"stressors"});
    QCOMPARE(table.exitCode, 0);
    QVERIFY(!table.output.contains("drives"));
    const QJsonArray stressors = verb({"stressors", "--json"}).json().array();
    QVERIFY(stressors.size() >= 7);
    QVERIFY(!stressors.first().toObject().contains("drives"));
}

void StressorsVerbTest::calibratesAndContinues() {
    const Result first = verb(kShort + QStringList{"memcpy-l1", "-o", "c.json", "--json"});
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    const QJsonObject one = first.json().object();
    QCOMPARE(one.value("format").toString(), QString("mimesys-calibration"));
    QCOMPARE(one.value("stressors").toArray().size(), 1);
    const QJsonObject cpu = stressor(one, "memcpy-l1").value("metrics").toObject().value("cpu.utilization").toObject();
    const QJsonArray mean = cpu.value("mean").toArray();
    QCOMPARE(mean.size(), one.value("doses").toArray().size());
    QCOMPARE(cpu.value("count").toArray().first().toInt(), 6);
    // At full dose all CPUs are busy with it, whatever else runs here.
    QVERIFY2(mean.last().toDouble() > 80.0, qPrintable(QString::number(mean.last().toDouble())));
    QFile written(file("c.json"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(written.readAll()).object(), one);

    const Result second = verb(kShort + QStringList{"zstd-decompress,memcpy-l1", "-o", "c.json"});
    QVERIFY2(second.exitCode == 0, second.errors.constData());
    QVERIFY(second.output.contains("zstd-decompress") && second.output.contains("2 of 2 stressors measured"));
    QVERIFY(second.errors.contains("(1 of 1)"));
    const QJsonObject both = verb(kShort + QStringList{"memcpy-l1", "-o", "c.json", "--json"}).json().object();
    QCOMPARE(both.value("stressors").toArray().size(), 2);
    QCOMPARE(stressor(both, "memcpy-l1"), stressor(one, "memcpy-l1"));
}

void StressorsVerbTest::listNamesWhatTheInstalledCalibrationFound() {
    QCOMPARE(verb(kShort + QStringList{"memcpy-l1"}).exitCode, 0);
    const QJsonArray stressors = verb({"stressors", "--json"}).json().array();
    int measured = 0;
    for (const QJsonValue& entry : stressors) {
        QVERIFY(entry.toObject().contains("drives"));
        measured += entry.toObject().value("drives").isArray() ? 1 : 0;
    }
    QCOMPARE(measured, 1);
    const Result table = verb({"stressors"});
    QVERIFY(table.output.contains("Drives: "));
    QVERIFY(table.output.contains("not measured"));
}

void StressorsVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("options without calibrating") << QStringList{"stressors", "--restart"} << 2;
    QTest::newRow("dose of no time") << QStringList{"stressors", "--calibrate", "--dose-seconds", "0"} << 2;
    QTest::newRow("dose of too little time")
        << QStringList{"stressors", "--calibrate", "--dose-seconds", "0.2", "-o", "c.json"} << 3;
    QTest::newRow("unknown stressor") << kShort + QStringList{"nonsense", "-o", "c.json"} << 3;
    QTest::newRow("folder that is not there") << kShort + QStringList{"memcpy-l1", "-o", "absent/c.json"} << 3;
    QTest::newRow("file that is none") << kShort + QStringList{"memcpy-l1", "-o", "text.json"} << 3;
    QTest::newRow("nothing that can run")
        << kShort + QStringList{"disk-read-paced", "-o", "c.json", "--scratch-dir", "absent"} << 4;
}

void StressorsVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFile text(file("text.json"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("something else\n") > 0);
    text.close();
    const Result result = verb(arguments);
    QVERIFY2(result.exitCode == exitCode, qPrintable(QString::number(result.exitCode) + result.errors));
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(!QFile::exists(file("c.json")));
}

void StressorsVerbTest::interruptedCalibrationKeepsItsStressors() {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(MIMESYS_PROGRAM, kShort + QStringList{"zstd-decompress,memcpy-l1,stream-dram", "-o", file("c.json")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("c.json")), kPatienceMs);
    process.terminate();
    QVERIFY(process.waitForFinished(kPatienceMs));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("finished stressors are kept"));
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(m_folder->path()).entryList(all), QStringList{"c.json"});
    QFile kept(file("c.json"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const auto count = QJsonDocument::fromJson(kept.readAll()).object().value("stressors").toArray().size();
    QVERIFY(count >= 1 && count < 3);
}

QTEST_GUILESS_MAIN(StressorsVerbTest)
#include "tst_stressorsverb.moc"
