// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "collection/calibrationfile.h"
#include "samplecalibration.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <fstream>

using namespace mimesys;
using collection::Calibration;
using collection::Verdict;
using Json = nlohmann::ordered_json;

// What a calibration says, and its file.
class CalibrationFileTest : public QObject {
    Q_OBJECT

private slots:
    void verdictsNameWhatIsNotMonotoneAndWhy_data();
    void verdictsNameWhatIsNotMonotoneAndWhy();
    void humpThatEndsWhereItBeganIsNotMonotone();
    void gainsAreRelativeToTheStrongestStressor();
    void roundTripKeepsEverything();
    void judgementsInTheFileAreNotBelieved();
    void isRecognisedByItsBeginning();
    void damagedFilesAreBadInput_data();
    void damagedFilesAreBadInput();
    void everyCutFileIsRefused();
    void foreignMetricKeepsItsUnit();
};

namespace {

std::filesystem::path in(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

std::string text(const Calibration& calibration) {
    return collection::toJson(calibration).dump();
}

}  // namespace

void CalibrationFileTest::verdictsNameWhatIsNotMonotoneAndWhy_data() {
    QTest::addColumn<QString>("stressor");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("monotone") << "spin" << int(Verdict::Kind::Monotone) << "The metric it drives follows the dose.";
    QTest::newRow("no effect") << "sleep" << int(Verdict::Kind::NoEffect)
                               << "It changes none of the recorded metrics beyond chance.";
    QTest::newRow("with a reason") << "thrash" << int(Verdict::Kind::NotMonotone)
                                   << "Not monotone in disk.read. Reads are merged above half of the dose.";
    QTest::newRow("unavailable") << "tape" << int(Verdict::Kind::Unavailable) << "There is no tape drive.";
}

void CalibrationFileTest::verdictsNameWhatIsNotMonotoneAndWhy() {
    QFETCH(QString, stressor);
    Calibration calibration = sampleCalibration();
    const Verdict verdict = verdictOf(*calibration.find(stressor.toStdString()));
    QTEST(static_cast<int>(verdict.kind), "kind");
    QTEST(QString::fromStdString(verdict.sentence), "sentence");
    calibration.signatures[2].cardResponse.clear();
    QVERIFY(verdictOf(calibration.signatures[2]).sentence.ends_with("Its card gives no reason."));
}

void CalibrationFileTest::humpThatEndsWhereItBeganIsNotMonotone() {
    Calibration calibration = sampleCalibration();
    for (const char* stressor : {"spin", "sleep"}) {
        auto& signature = calibration.signatures[stressor == std::string_view("spin") ? 0 : 1];
        auto& reads = signature.curves[1];
        const std::array means{0.0, 50.0, 100.0, 0.0};
        for (std::size_t i = 0; i < means.size(); ++i) {
            reads.doses[i] = {6, means[i], 2.0};
        }
        reads.response = judge(calibration.doses, reads.doses);
        QVERIFY(reads.response.measured && !reads.response.driven && !reads.response.monotone);
        const Verdict verdict = verdictOf(signature);
        QCOMPARE(verdict.kind, Verdict::Kind::NotMonotone);
        QCOMPARE(verdict.notMonotone, std::vector<std::string>{"disk.read"});
        QCOMPARE(verdict.sentence, std::string("Not monotone in disk.read. Its card gives no reason."));
        QVERIFY(responds(reads));
        QCOMPARE(respondingCurves(calibration, signature).back(), static_cast<const collection::DoseCurve*>(&reads));
        QCOMPARE(relativeGain(calibration, signature, "disk.read").value(), 0.0);
    }
    const Json json = collection::toJson(calibration);
    for (const int stressor : {0, 1}) {
        QCOMPARE(json["stressors"][std::size_t(stressor)]["verdict"].get<std::string>(), std::string("not monotone"));
    }
}

void CalibrationFileTest::gainsAreRelativeToTheStrongestStressor() {
    const Calibration calibration = sampleCalibration();
    const auto& spin = *calibration.find("spin");
    const auto& thrash = *calibration.find("thrash");
    QCOMPARE(relativeGain(calibration, spin, "cpu.utilization").value(), 1.0);
    QCOMPARE(relativeGain(calibration, thrash, "cpu.utilization").value(), 50.0 / 99.0);
    QCOMPARE(relativeGain(calibration, spin, "disk.read").value(), 0.0);
    QVERIFY(!relativeGain(calibration, thrash, "disk.write"));
    QVERIFY(!relativeGain(calibration, *calibration.find("tape"), "disk.read"));
    // What nobody else does comes first.
    const auto driven = respondingCurves(calibration, thrash);
    QCOMPARE(driven.size(), std::size_t{2});
    QCOMPARE(driven[0]->metric.id, std::string("disk.read"));
    QCOMPARE(idlePoints(calibration).value(), 1.0);
    QCOMPARE(calibration.metrics().size(), std::size_t{3});
    QVERIFY(!notCalibrated(calibration).empty());
    QVERIFY(thrash.find("cpu.utilization")->response.saturates);
    QCOMPARE(thrash.find("cpu.utilization")->response.ninetyPercentDose, 0.25);
}

void CalibrationFileTest::roundTripKeepsEverything() {
    const QTemporaryDir folder;
    const Calibration written = sampleCalibration();
    QVERIFY(writeCalibration(written, in(folder, "c.json")).has_value());
    const auto read = collection::readCalibration(in(folder, "c.json"));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(text(*read), text(written));
    QCOMPARE(read->signatures[2].curves[1].doses[2].mean, 200.0);
    QCOMPARE(read->signatures[2].curves[2].doses[0].count, 0);
    QCOMPARE(read->signatures[3].unavailable, std::string("There is no tape drive."));
}

void CalibrationFileTest::judgementsInTheFileAreNotBelieved() {
    Json json = collection::toJson(sampleCalibration());
    json["stressors"][1]["verdict"] = "monotone";
    json["stressors"][1]["metrics"]["cpu.utilization"]["driven"] = true;
    json["stressors"][2]["metrics"]["disk.read"]["monotone"] = true;
    const auto read = collection::calibrationFromJson(json.dump());
    QVERIFY(read.has_value());
    QCOMPARE(text(*read), text(sampleCalibration()));
}

void CalibrationFileTest::isRecognisedByItsBeginning() {
    const QTemporaryDir folder;
    QVERIFY(writeCalibration(sampleCalibration(), in(folder, "c.json")).has_value());
    QVERIFY(collection::looksLikeCalibration(in(folder, "c.json")));
    std::ofstream(in(folder, "other.json")) << R"({"format": "something else"})";
    std::ofstream(in(folder, "t.csv")) << "time,mimesys-calibration\n1,2\n";
    QVERIFY(!collection::looksLikeCalibration(in(folder, "other.json")));
    QVERIFY(!collection::looksLikeCalibration(in(folder, "t.csv")));
    QVERIFY(!collection::looksLikeCalibration(in(folder, "absent.json")));
    QVERIFY(!collection::looksLikeCalibration(folder.path().toStdString()));
}

void CalibrationFileTest::damagedFilesAreBadInput_data() {
    QTest::addColumn<QString>("pointer");  // what is replaced
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    const QString metric = "/stressors/0/metrics/cpu.utilization";
    QTest::newRow("another format") << "/format"
                                    << "\"x\""
                                    << "no calibration";
    QTest::newRow("no format") << "/format"
                               << "null"
                               << "no calibration";
    QTest::newRow("later version") << "/version"
                                   << "2"
                                   << "version 1";
    QTest::newRow("version as text") << "/version"
                                     << "\"1\""
                                     << "version 1";
    QTest::newRow("machine is none") << "/machine"
                                     << "{}"
                                     << "no machine";
    QTest::newRow("fingerprint of another") << "/fingerprint"
                                            << "\"0123456789abcdef\""
                                            << "fingerprint";
    QTest::newRow("time before all") << "/started_ns"
                                     << "-1"
                                     << "started_ns";
    QTest::newRow("seed below zero") << "/seed"
                                     << "-3"
                                     << "seed";
    QTest::newRow("window of no length") << "/window_seconds"
                                         << "0"
                                         << "window_seconds";
    QTest::newRow("window beyond all") << "/window_seconds"
                                       << "1e300"
                                       << "window_seconds";
    QTest::newRow("dose as text") << "/dose_seconds"
                                  << "\"long\""
                                  << "dose_seconds";
    QTest::newRow("visits below zero") << "/visits"
                                       << "-1"
                                       << "visits";
    QTest::newRow("scratch is a number") << "/scratch"
                                         << "3"
                                         << "scratch";
    QTest::newRow("no CPU") << "/cpus"
                            << "[]"
                            << "cpus";
    QTest::newRow("CPU twice") << "/cpus"
                               << "[1, 1]"
                               << "cpus";
    QTest::newRow("half a CPU") << "/cpus"
                                << "[0.5]"
                                << "cpus";
    QTest::newRow("doses fall") << "/doses"
                                << "[0, 0.5, 0.25, 1]"
                                << "doses";
    QTest::newRow("doses repeat") << "/doses"
                                  << "[0, 0.5, 0.5, 1]"
                                  << "doses";
    QTest::newRow("doses without full") << "/doses"
                                        << "[0, 0.1, 0.2, 0.3]"
                                        << "doses";
    QTest::newRow("one dose fewer") << "/doses"
                                    << "[0, 0.5, 1]"
                                    << "one entry per dose";
    QTest::newRow("unrecorded without a reason") << "/unrecorded/llc.misses"
                                                 << "null"
                                                 << "unrecorded";
    QTest::newRow("unrecorded is a list") << "/unrecorded"
                                          << "[\"llc.misses\"]"
                                          << "unrecorded";
    QTest::newRow("stressors are no list") << "/stressors"
                                           << "{}"
                                           << "stressors";
    QTest::newRow("stressor is no object") << "/stressors/0"
                                           << "3"
                                           << "object";
    QTest::newRow("stressor without a name") << "/stressors/0/name"
                                             << "\"\""
                                             << "no name";
    QTest::newRow("stressor twice") << "/stressors/0/name"
                                    << "\"thrash\""
                                    << "twice";
    QTest::newRow("measured and unavailable") << "/stressors/0/unavailable"
                                              << "\"Gone.\""
                                              << "not either";
    QTest::newRow("neither measured nor unavailable") << "/stressors/0/metrics"
                                                      << "{}"
                                                      << "not either";
    QTest::newRow("metrics are a list") << "/stressors/0/metrics"
                                        << "[1]"
                                        << "metrics";
    QTest::newRow("metric is a number") << metric << "1"
                                        << "object";
    QTest::newRow("unknown provenance") << metric + "/provenance"
                                        << "\"a dream\""
                                        << "provenance";
    QTest::newRow("count below zero") << metric + "/count/0"
                                      << "-1"
                                      << "count";
    QTest::newRow("half a measurement") << metric + "/count/0"
                                        << "2.5"
                                        << "count";
    QTest::newRow("count beyond all") << metric + "/count/0"
                                      << "1e18"
                                      << "count";
    QTest::newRow("mean is missing") << metric + "/mean/1"
                                     << "null"
                                     << "mean";
    QTest::newRow("mean is text") << metric + "/mean/1"
                                  << "\"1\""
                                  << "mean";
    QTest::newRow("deviation below zero") << metric + "/deviation/1"
                                          << "-1"
                                          << "deviation";
    QTest::newRow("deviation is missing") << metric + "/deviation/1"
                                          << "null"
                                          << "deviation";
    QTest::newRow("one mean more") << metric + "/mean/4"
                                   << "1"
                                   << "one entry per dose";
}

void CalibrationFileTest::damagedFilesAreBadInput() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, word);
    Json json = collection::toJson(sampleCalibration());
    json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const auto read = collection::calibrationFromJson(json.dump());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(read.error().message).contains(word), read.error().message.c_str());
    QVERIFY(read.error().message.ends_with('.'));
}

void CalibrationFileTest::everyCutFileIsRefused() {
    const std::string whole = text(sampleCalibration());
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        const auto read = collection::calibrationFromJson(whole.substr(0, length));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }
    for (const char* hostile : {"", "[]", "null", "1", "{\"format\":\"mimesys-calibration\"}",
                                "{\"format\":\"mimesys-calibration\",\"version\":1}",
                                "{\"format\":\"mimesys-calibration\",\"format\":\"mimesys-calibration\"}"}) {
        QVERIFY2(!collection::calibrationFromJson(hostile).has_value(), hostile);
    }
    // A metric that stands there twice.
    std::string twice = whole;
    twice.replace(twice.find("\"disk.read\""), 11, "\"cpu.utilization\"");
    const auto read = collection::calibrationFromJson(twice);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().message.find("twice") != std::string::npos);
    const QTemporaryDir folder;
    std::ofstream(in(folder, "cut.json")) << whole.substr(0, 100);
    QCOMPARE(collection::readCalibration(in(folder, "cut.json")).error().place, in(folder, "cut.json").string());
}

void CalibrationFileTest::foreignMetricKeepsItsUnit() {
    Calibration calibration = sampleCalibration();
    calibration.signatures[0].curves[1].metric = {"gpu.power", "W", Family::Other};
    const auto read = collection::calibrationFromJson(text(calibration));
    QVERIFY(read.has_value());
    QCOMPARE(read->signatures[0].find("gpu.power")->metric.unit, std::string("W"));
}

QTEST_GUILESS_MAIN(CalibrationFileTest)
#include "tst_calibrationfile.moc"
