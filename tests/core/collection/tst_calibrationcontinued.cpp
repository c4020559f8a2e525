// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/filelock.h"
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"
#include "fakecalibration.h"

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace mimesys;
using collection::CalibrateOptions;
using collection::Calibration;
using collection::Laboratory;
using collection::Subject;
namespace fs = std::filesystem;

// Calibrations of which a part is in the file already.
class CalibrationContinuedTest : public QObject {
    Q_OBJECT

private slots:
    void fileGrowsAndCancelledCalibrationContinues();
    void otherStressorsAreAdded();
    void restartMeasuresAgain();
    void unavailableIsAskedAgain();
    void stressorThatFailsKeepsTheOthers();
    void calibrationThatDoesNotFitIsLeftAsItWas_data();
    void calibrationThatDoesNotFitIsLeftAsItWas();
    void windowsThatDidNotRunAreMeasuredAgain_data();
    void windowsThatDidNotRunAreMeasuredAgain();
    void otherMetricsDoNotJoinTheOld();
    void olderFileIsReadButNotContinued();
    void secondCalibrationOfAFileIsRefused();
    void killedProcessLetsGoOfItsFile();
};

void CalibrationContinuedTest::fileGrowsAndCancelledCalibrationContinues() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.cancelled = "hump";
    std::vector<std::size_t> seen;
    const Laboratory laboratory = laboratoryWith(fake);
    const auto result =
        collection::calibrateIn(laboratory, subjects(), in(folder), {}, {}, {}, [&](const Calibration& partial) {
            const auto stored = collection::readCalibration(in(folder));
            QVERIFY(stored.has_value());
            QCOMPARE(stored->signatures.size(), partial.signatures.size());
            seen.push_back(partial.signatures.size());
        });
    QVERIFY(result.has_value() && !result->has_value());
    QCOMPARE(seen, (std::vector<std::size_t>{1, 2}));
    const Calibration kept = collection::readCalibration(in(folder)).value();
    QCOMPARE(namesIn(kept), (std::vector<std::string>{"spin", "read"}));
    fake.cancelled.clear();
    fake.executed.clear();
    const Calibration whole = calibrated(laboratory, in(folder));
    QCOMPARE(fake.executed, std::vector<std::string>{"hump"});
    QCOMPARE(whole.signatures.size(), std::size_t{4});
    QCOMPARE(whole.startedNs, kept.startedNs);
    fake.executed.clear();
    calibrated(laboratory, in(folder));
    QVERIFY(fake.executed.empty());
    std::stop_source stopped;
    stopped.request_stop();
    const auto none = collection::calibrateIn(laboratory, std::vector<Subject>{{"new", "disk", "", "", ""}}, in(folder),
                                              {}, stopped.get_token(), {});
    QVERIFY(none.has_value() && !none->has_value());
    QVERIFY(fake.executed.empty());
}

void CalibrationContinuedTest::otherStressorsAreAdded() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder), {}, {subjects()[1]});
    const Calibration both = calibrated(laboratory, in(folder), {}, {subjects()[0]});
    QCOMPARE(namesIn(both), (std::vector<std::string>{"read", "spin"}));
}

void CalibrationContinuedTest::restartMeasuresAgain() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder));
    CalibrateOptions options;
    options.restart = true;
    options.doseSeconds = 4.8;
    const Calibration again = calibrated(laboratory, in(folder), options, {subjects()[0]});
    QCOMPARE(namesIn(again), std::vector<std::string>{"spin"});
    QCOMPARE(again.windowSeconds, 0.2);
    QCOMPARE(fake.executed.size(), std::size_t{4});
}

void CalibrationContinuedTest::unavailableIsAskedAgain() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder));
    std::vector<Subject> now = subjects();
    now[3].unavailable.clear();
    const Calibration calibration = calibrated(laboratory, in(folder), {}, now);
    QCOMPARE(fake.executed.back(), std::string("tape"));
    QVERIFY(calibration.find("tape")->isMeasured());
}

void CalibrationContinuedTest::stressorThatFailsKeepsTheOthers() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.failing = "read";
    const Calibration calibration = calibrated(laboratoryWith(fake), in(folder));
    QCOMPARE(calibration.signatures.size(), std::size_t{4});
    QCOMPARE(calibration.find("read")->unavailable, std::string("It cannot be."));
    QVERIFY(calibration.find("hump")->isMeasured());
}

void CalibrationContinuedTest::calibrationThatDoesNotFitIsLeftAsItWas_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("machine") << "machine"
                             << "another machine";
    QTest::newRow("CPUs") << "cpus"
                          << "ran on 2 CPUs";
    QTest::newRow("doses") << "doses"
                           << "other doses";
    QTest::newRow("time") << "time"
                          << "2.4 s per dose";
    QTest::newRow("seed") << "seed"
                          << "seed 1, not 2";
    QTest::newRow("scratch") << "scratch"
                             << "scratch folder";
    QTest::newRow("visits") << "visits"
                            << "visited every dose 3 times, not 6";
    QTest::newRow("fewer metrics") << "fewer"
                                   << "was recorded with disk.read;";
    QTest::newRow("more metrics") << "more"
                                  << "was recorded without cpu.ipc;";
    QTest::newRow("no calibration") << "text"
                                    << "no valid JSON";
}

void CalibrationContinuedTest::calibrationThatDoesNotFitIsLeftAsItWas() {
    QFETCH(QString, what);
    QFETCH(QString, word);
    const QTemporaryDir folder;
    FakeMachine fake;
    Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder), {}, {subjects()[0]});
    CalibrateOptions options;
    if (what == "machine") {
        laboratory.machine.cpuModel = "Another";
    } else if (what == "cpus") {
        options.cpus = 1;
    } else if (what == "doses") {
        options.doses = {0.5};
    } else if (what == "time") {
        options.doseSeconds = 2.0;
    } else if (what == "seed") {
        options.seed = 2;
    } else if (what == "scratch") {
        options.scratchDirectory = folder.path().toStdString();
    } else if (what == "visits") {
        Calibration other = collection::readCalibration(in(folder)).value();
        other.visits = 3;
        QVERIFY(collection::writeCalibration(other, in(folder)).has_value());
    } else if (what == "fewer") {
        laboratory.unrecorded["disk.read"] = "No disk.";
    } else if (what == "more") {
        laboratory.unrecorded.clear();
    } else {
        std::ofstream(in(folder)) << "something else";
    }
    const std::string before = readFile(in(folder), 1 << 24).value();
    const auto result = collection::calibrateIn(laboratory, subjects(), in(folder), options, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(result.error().message).contains(word), result.error().message.c_str());
    QCOMPARE(result.error().place, in(folder).string());
    QVERIFY(readFile(in(folder), 1 << 24).value() == before);
    QCOMPARE(fake.executed.size(), std::size_t{1});
}

void CalibrationContinuedTest::windowsThatDidNotRunAreMeasuredAgain_data() {
    QTest::addColumn<int>("missed");
    QTest::addColumn<int>("displaced");
    QTest::addColumn<QString>("reason");
    QTest::newRow("stopped") << 3 << 0 << "The process was stopped while it ran and missed 3 windows";
    QTest::newRow("CPU gone") << 0 << 1 << "A CPU was taken away while it ran";
}

void CalibrationContinuedTest::windowsThatDidNotRunAreMeasuredAgain() {
    QFETCH(int, missed);
    QFETCH(int, displaced);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder), {}, {subjects()[0]});
    fake.report.missed = static_cast<std::size_t>(missed);
    fake.report.displaced = static_cast<std::size_t>(displaced);
    const Calibration disturbed = calibrated(laboratory, in(folder), {}, {subjects()[0], subjects()[1]});
    QVERIFY(disturbed.find("spin")->isMeasured());
    QVERIFY(!disturbed.find("read")->isMeasured());
    QVERIFY(disturbed.find("read")->curves.empty());
    QVERIFY(QString::fromStdString(disturbed.find("read")->unavailable).startsWith(reason));
    fake.report = {};
    const Calibration continued = calibrated(laboratory, in(folder), {}, {subjects()[0], subjects()[1]});
    QVERIFY(continued.find("read")->isMeasured());
    QCOMPARE(fake.executed, (std::vector<std::string>{"spin", "read", "read"}));
}

void CalibrationContinuedTest::otherMetricsDoNotJoinTheOld() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder), {}, {subjects()[0]});
    const std::string before = readFile(in(folder), 1 << 24).value();
    // The same reasons for what is not recorded, and yet one metric more.
    fake.extraMetric = "disk.write";
    const auto result = collection::calibrateIn(laboratory, subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QCOMPARE(result.error().message,
             std::string("The calibration there was recorded without disk.write; restart it or name another file."));
    QCOMPARE(result.error().place, in(folder).string());
    QVERIFY(readFile(in(folder), 1 << 24).value() == before);
}

void CalibrationContinuedTest::olderFileIsReadButNotContinued() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    nlohmann::ordered_json json = collection::toJson(calibrated(laboratory, in(folder), {}, {subjects()[0]}));
    json.erase("visits");
    json.erase("scratch");
    std::ofstream(in(folder)) << json.dump();
    const auto read = collection::readCalibration(in(folder));
    QVERIFY(read.has_value());
    QCOMPARE(read->visits, 0);
    QVERIFY(read->find("spin")->isMeasured());
    const auto result = collection::calibrateIn(laboratory, subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(result.error().message.find("older program") != std::string::npos);
    CalibrateOptions anew;
    anew.restart = true;
    QCOMPARE(calibrated(laboratory, in(folder), anew, {subjects()[0]}).visits, collection::kVisits);
}

void CalibrationContinuedTest::secondCalibrationOfAFileIsRefused() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    {
        const auto lock = FileLock::tryLock(in(folder));
        QVERIFY(lock.has_value());
        const auto result = collection::calibrateIn(laboratory, subjects(), in(folder), {}, {}, {});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Failed);
        QCOMPARE(result.error().place, in(folder).string());
        QVERIFY(fake.executed.empty());
        QVERIFY(FileLock::tryLock(in(folder).string() + ".other").has_value());
    }
    calibrated(laboratory, in(folder));
    // Nothing but the calibration is left.
    const auto entries = fs::directory_iterator(folder.path().toStdString());
    QCOMPARE(std::distance(fs::begin(entries), fs::end(entries)), 1);
    // A sibling left by a killed process locks nothing.
    std::ofstream(in(folder).parent_path() / ".calibration.json.lock").flush();
    calibrated(laboratory, in(folder));
}

void CalibrationContinuedTest::killedProcessLetsGoOfItsFile() {
    const QTemporaryDir folder;
    const fs::path file = in(folder);
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const auto lock = FileLock::tryLock(file);
        const char locked = lock ? 'y' : 'n';
        const bool told = ::write(ends[1], &locked, 1) == 1;
        while (told) {
            ::pause();
        }
        ::_exit(1);
    }
    char locked = 0;
    QCOMPARE(::read(ends[0], &locked, 1), ssize_t{1});
    QCOMPARE(locked, 'y');
    QCOMPARE(FileLock::tryLock(file).error().code, ErrorCode::Failed);
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(FileLock::tryLock(file).has_value());
    ::close(ends[0]);
    ::close(ends[1]);
}

QTEST_GUILESS_MAIN(CalibrationContinuedTest)
#include "tst_calibrationcontinued.moc"
