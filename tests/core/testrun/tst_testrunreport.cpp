// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "machine/machine.h"
#include "testrun/reportfile.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using namespace mimesys::testrun;

class TestRunReportTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void comparisonsStandInTheFile();
    void recordingsLieBesideIt();
    void lostRecordingIsANote();
    void damageIsRefused_data();
    void damageIsRefused();
    void isToldFromOtherFiles();
};

namespace {

trace::TracePtr traceOf(float level) {
    trace::Trace trace;
    trace.startNs = 1'000'000'000;
    trace.timesNs = {2'000'000'000, 3'000'000'000};
    trace.columns.push_back({metricFor("cpu.utilization[0]"), Provenance::Procfs, {level, level}});
    return trace::makeTrace(std::move(trace)).value();
}

Run runOf(Condition condition, std::size_t repetition, double value) {
    Run run;
    run.condition = condition;
    run.repetition = repetition;
    run.startedNs = 5;
    run.seconds = value;
    run.value = value;
    return run;
}

Report reportOfThree() {
    machine::Machine machine;
    machine.cpuModel = "Test CPU";
    machine.cpus = {{.id = 0}};
    machine.usableCpus = {0};
    Report report;
    report.command = "sh -c 'echo 1'";
    report.workload = "workload";
    report.workloadSeconds = 30.0;
    report.simulatedOrigin = true;
    report.realMix = "mix";
    report.service = "serve";
    report.measure = {"p99 ([0-9.]+)", Measure::Better::Lower, "ms"};
    report.repetitions = 2;
    report.machine = machine::toJson(machine);
    report.startedNs = 7;
    report.notes = {"A note."};
    report.runs = {runOf(Condition::Alone, 1, 10.0),          runOf(Condition::BesideWorkload, 1, 12.0),
                   runOf(Condition::BesideRealMix, 1, 15.0),  runOf(Condition::BesideRealMix, 2, 15.0),
                   runOf(Condition::BesideWorkload, 2, 14.0), runOf(Condition::Alone, 2, 10.0)};
    return report;
}

std::string textOf(const Report& report) {
    return toJson(report).dump();
}

}  // namespace

void TestRunReportTest::comesBackAsItWas() {
    Report report = reportOfThree();
    report.runs[1].value.reset();
    report.runs[1].failure = "The command ended with exit code 1.";
    const auto read = reportFromJson(textOf(report));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(textOf(*read), textOf(report));
    QCOMPARE(read->measure, report.measure);
    QCOMPARE(read->valuesOf(Condition::BesideWorkload), std::vector<double>{14.0});
    QVERIFY(read->simulatedOrigin);
}

void TestRunReportTest::comparisonsStandInTheFile() {
    const nlohmann::ordered_json json = toJson(reportOfThree());
    QCOMPARE(json["conditions"]["alone"]["mean"].get<double>(), 10.0);
    QVERIFY(!json["conditions"]["alone"].contains("slowdown"));
    QVERIFY(std::abs(json["conditions"]["workload"]["slowdown"]["percent"].get<double>() - 30.0) < 1e-9);
    QVERIFY(std::abs(json["conditions"]["real-mix"]["slowdown"]["percent"].get<double>() - 50.0) < 1e-9);
    QVERIFY(std::abs(json["degradation_difference"]["points"].get<double>() - 20.0) < 1e-9);
    Report without = reportOfThree();
    without.realMix.clear();
    QVERIFY(!toJson(without)["conditions"].contains("real-mix"));
}

void TestRunReportTest::recordingsLieBesideIt() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("result.json").toStdString();
    Report report = reportOfThree();
    report.runs[0].trace = traceOf(10.0F);
    report.runs[4].trace = traceOf(40.0F);
    QVERIFY(writeReport(report, file));
    QVERIFY(QFile::exists(folder.filePath("result.runs/alone-1.h5")));
    const auto read = readReport(file);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->typicalRun(Condition::Alone)->trace->columns[0].values[0], 10.0F);
    QCOMPARE(read->typicalRun(Condition::BesideWorkload)->repetition, std::size_t{2});
    QCOMPARE(read->typicalRun(Condition::BesideWorkload)->trace->columns[0].values[1], 40.0F);
    QVERIFY(read->typicalRun(Condition::BesideRealMix) == nullptr);
}

void TestRunReportTest::lostRecordingIsANote() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("result.json").toStdString();
    Report report = reportOfThree();
    report.runs[0].trace = traceOf(10.0F);
    QVERIFY(writeReport(report, file));
    QVERIFY(QFile::remove(folder.filePath("result.runs/alone-1.h5")));
    const auto read = readReport(file);
    QVERIFY(read.has_value());
    QCOMPARE(read->notes.size(), std::size_t{2});
    QVERIFY(QString::fromStdString(read->notes.back()).contains("alone-1.h5"));
    QVERIFY(read->typicalRun(Condition::Alone)->trace == nullptr);
}

void TestRunReportTest::damageIsRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("other format") << "/format"
                                  << "\"mimesys-calibration\""
                                  << "no report of a test run";
    QTest::newRow("newer version") << "/version"
                                   << "2"
                                   << "not of version 1";
    QTest::newRow("no condition") << "/runs/0/condition"
                                  << "\"elsewhere\""
                                  << "no condition \"elsewhere\"";
    QTest::newRow("neither value nor failure") << "/runs/0/value"
                                               << "null"
                                               << "neither a value nor a failure";
    QTest::newRow("value and failure") << "/runs/0/failure"
                                       << "\"no\""
                                       << "or both";
    QTest::newRow("value is a text") << "/runs/0/value"
                                     << "\"5\""
                                     << "\"value\" is not a number";
    QTest::newRow("recording elsewhere") << "/runs/0/recording"
                                         << "\"/etc/passwd\""
                                         << "not in a folder beside it";
    QTest::newRow("recording above") << "/runs/0/recording"
                                     << "\"a/../../b.h5\""
                                     << "not in a folder beside it";
    QTest::newRow("direction") << "/measure/better"
                               << "\"faster\""
                               << "\"better\"";
    QTest::newRow("machine") << "/machine"
                             << "{}"
                             << "no machine";
    QTest::newRow("runs") << "/runs"
                          << "5"
                          << "\"runs\" is not a list";
}

void TestRunReportTest::damageIsRefused() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, said);
    nlohmann::ordered_json json = toJson(reportOfThree());
    json[nlohmann::ordered_json::json_pointer(pointer.toStdString())] =
        nlohmann::ordered_json::parse(value.toStdString());
    const auto refused = reportFromJson(json.dump());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(refused.error().message).contains(said), refused.error().message.c_str());
}

void TestRunReportTest::isToldFromOtherFiles() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("a.json").toStdString();
    Report report = reportOfThree();
    QVERIFY(writeReport(report, file));
    QVERIFY(looksLikeReport(file));
    QVERIFY(writeFile(file, "{\"format\": \"mimesys-calibration\"}"));
    QVERIFY(!looksLikeReport(file));
    QVERIFY(!looksLikeReport(folder.filePath("absent.json").toStdString()));
}

QTEST_GUILESS_MAIN(TestRunReportTest)
#include "tst_testrunreport.moc"
