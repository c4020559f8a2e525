// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"
#include "fakecalibration.h"

#include <nlohmann/json.hpp>

using namespace mimesys;
using collection::CalibrateOptions;
using collection::Calibration;
using collection::Laboratory;
using collection::Subject;
using collection::Verdict;
namespace fs = std::filesystem;

// Calibration against a stand-in for a machine.
class CalibrateTest : public QObject {
    Q_OBJECT

private slots:
    void signaturesHoldWhatWasMeasured();
    void driftIsNoDose();
    void errorOfAllIsAnError();
    void planThatFitsNowhereEndsTheCalibration();
    void unusableOptionsAreBadInput_data();
    void unusableOptionsAreBadInput();
    void quotaLimitsTheCpus();
    void lessThanOneCpuIsUnavailable();
    void takenCpuTimeIsSaid();
    void shortRecordingIsNoted();
    void progressGrowsToTheEnd();
    void subjectsAreTheSelectedCards();
};

void CalibrateTest::signaturesHoldWhatWasMeasured() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Calibration calibration = calibrated(laboratoryWith(fake), in(folder));
    QCOMPARE(namesIn(calibration), (std::vector<std::string>{"spin", "read", "hump", "tape"}));
    QCOMPARE(calibration.cpus, (std::vector<int>{1, 3}));
    QCOMPARE(calibration.unrecorded.at("cpu.ipc"), std::string("No counters."));
    QCOMPARE(calibration.doses, (std::vector<double>{0.0, 0.1, 0.25, 0.5, 0.75, 1.0}));
    const auto& spin = calibration.signatures[0];
    QCOMPARE(spin.curves.size(), std::size_t{2});
    const auto* cpu = spin.find("cpu.utilization");
    QVERIFY(cpu != nullptr);
    QCOMPARE(cpu->provenance, Provenance::Procfs);
    QCOMPARE(cpu->doses[3].count, collection::kVisits);
    // Mean of the cores that ran it, without the settling windows and thus without what the dose before left.
    QVERIFY(std::abs(cpu->doses[3].mean - (2.0 + 48.0)) < 0.5);
    QVERIFY(std::abs(cpu->response.gain - 96.0) < 1.0);
    QVERIFY(cpu->response.driven && cpu->response.monotone && !cpu->response.saturates);
    QVERIFY(!spin.find("disk.read")->response.driven);
    QCOMPARE(verdictOf(calibration.signatures[1]).kind, Verdict::Kind::Monotone);
    const Verdict hump = verdictOf(calibration.signatures[2]);
    QCOMPARE(hump.kind, Verdict::Kind::NotMonotone);
    QCOMPARE(hump.notMonotone, std::vector<std::string>{"disk.read"});
    QVERIFY(hump.sentence.ends_with("It turns back."));
    QCOMPARE(calibration.signatures[3].unavailable, std::string("There is no tape."));
    QCOMPARE(fake.executed, (std::vector<std::string>{"spin", "read", "hump"}));
    const auto read = collection::readCalibration(in(folder));
    QVERIFY(read.has_value());
    QCOMPARE(collection::toJson(*read).dump(), collection::toJson(calibration).dump());
}

void CalibrateTest::driftIsNoDose() {
    // A metric that only ever rises with time, whatever the stressor does, is driven by next to no seed's order.
    int driven = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const QTemporaryDir folder;
        FakeMachine fake;
        fake.drift = 2.0;
        CalibrateOptions options;
        options.seed = seed;
        const Calibration calibration = calibrated(laboratoryWith(fake), in(folder), options, {subjects()[0]});
        driven += calibration.signatures[0].find("disk.read")->response.driven ? 1 : 0;
    }
    QVERIFY2(driven <= 2, qPrintable(QString::number(driven)));
}

void CalibrateTest::errorOfAllIsAnError() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.failing = "all";
    const auto result = collection::calibrateIn(laboratoryWith(fake), subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Unavailable);
}

void CalibrateTest::planThatFitsNowhereEndsTheCalibration() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.failing = "spin";
    fake.failure = ErrorCode::BadInput;
    const auto result = collection::calibrateIn(laboratoryWith(fake), subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(fake.executed.size(), std::size_t{1});
    QVERIFY(!fs::exists(in(folder)));
}

void CalibrateTest::unusableOptionsAreBadInput_data() {
    QTest::addColumn<double>("doseSeconds");
    QTest::addColumn<double>("window");
    QTest::addColumn<double>("dose");
    QTest::newRow("dose too short") << 0.5 << 0.0 << 0.5;
    QTest::newRow("dose for ever") << double(INFINITY) << 0.2 << 0.5;
    QTest::newRow("dose of no number") << double(NAN) << 0.2 << 0.5;
    QTest::newRow("window too short") << 2.4 << 0.05 << 0.5;
    QTest::newRow("window too long for the dose") << 2.4 << 0.5 << 0.5;
    QTest::newRow("more than all") << 2.4 << 0.2 << 1.5;
    QTest::newRow("less than nothing") << 2.4 << 0.2 << -0.5;
    QTest::newRow("fraction of no number") << 2.4 << 0.2 << double(NAN);
}

void CalibrateTest::unusableOptionsAreBadInput() {
    QFETCH(double, doseSeconds);
    QFETCH(double, window);
    QFETCH(double, dose);
    const QTemporaryDir folder;
    FakeMachine fake;
    CalibrateOptions options;
    options.doseSeconds = doseSeconds;
    options.windowSeconds = window;
    options.doses = {dose};
    const auto result = collection::calibrateIn(laboratoryWith(fake), subjects(), in(folder), options, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(fake.executed.empty());
}

void CalibrateTest::quotaLimitsTheCpus() {
    const QTemporaryDir folder;
    FakeMachine fake;
    Laboratory laboratory = laboratoryWith(fake);
    laboratory.machine.cpuQuota = 1.5;
    QCOMPARE(calibrated(laboratory, in(folder), {}, {subjects()[0]}).cpus, std::vector<int>{1});
}

void CalibrateTest::lessThanOneCpuIsUnavailable() {
    const QTemporaryDir folder;
    FakeMachine fake;
    Laboratory laboratory = laboratoryWith(fake);
    laboratory.machine.cpuQuota = 0.5;
    const auto result = collection::calibrateIn(laboratory, subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Unavailable);
    QVERIFY2(result.error().message.find("grants 0.5 of a CPU") != std::string::npos, result.error().message.c_str());
    laboratory.machine.cpuQuota = 1.5;
    CalibrateOptions both;
    both.cpus = 2;
    QCOMPARE(collection::calibrateIn(laboratory, subjects(), in(folder), both, {}, {}).error().code,
             ErrorCode::Unavailable);
    QVERIFY(fake.executed.empty());
    QVERIFY(!fs::exists(in(folder)));
}

void CalibrateTest::takenCpuTimeIsSaid() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.report.cpus = 2;
    fake.report.plannedCpu = {1.0F, 0.5F};
    fake.report.achievedCpu = {0.875F, 0.375F};
    Calibration calibration = calibrated(laboratoryWith(fake), in(folder));
    QCOMPARE(calibration.signatures[0].cpuErrorPoints, 12.5);
    QCOMPARE(doubtAbout(calibration.signatures[0]),
             std::string("Other work had the CPU: its doses are off by 12 points on average."));
    QCOMPARE(doubtAbout(*calibration.find("tape")), std::string());
    calibration.signatures[0].cpuErrorPoints = 5.0;
    QCOMPARE(doubtAbout(calibration.signatures[0]), std::string());
}

void CalibrateTest::shortRecordingIsNoted() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.recordedShare = 0.5;
    const auto result = collection::calibrateIn(laboratoryWith(fake), subjects(), in(folder), {}, {}, {});
    QVERIFY(!result.has_value());
    QVERIFY(result.error().message.find("shorter") != std::string::npos);
}

void CalibrateTest::progressGrowsToTheEnd() {
    const QTemporaryDir folder;
    FakeMachine fake;
    std::vector<Progress> seen;
    QVERIFY(
        collection::calibrateIn(laboratoryWith(fake), subjects(), in(folder), {}, {}, [&](const Progress& progress) {
            seen.push_back(progress);
        }).has_value());
    QVERIFY(std::ranges::is_sorted(seen, {}, &Progress::fraction));
    QCOMPARE(seen.front().fraction, 0.0);
    QCOMPARE(seen.back().fraction, 2.5 / 4.0);
    QVERIFY2(seen.front().text.find("spin (1 of 4), about 59 s left") != std::string::npos, seen.front().text.c_str());
}

void CalibrateTest::subjectsAreTheSelectedCards() {
    const auto machine = machine::discover().value();
    const auto some = collection::subjectsOf("memcpy-l1,stream-dram", machine, {});
    QVERIFY(some.has_value());
    QCOMPARE(some->size(), std::size_t{2});
    for (const Subject& subject : *some) {
        QVERIFY(!subject.stressorClass.empty() && !subject.loads.empty() && subject.unavailable.empty());
    }
    QCOMPARE(collection::subjectsOf("no-such-stressor", machine, {}).error().code, ErrorCode::BadInput);
    const auto absent = collection::subjectsOf("disk-read-paced", machine, "/no/such/folder");
    QVERIFY(!absent->front().unavailable.empty());
}

QTEST_GUILESS_MAIN(CalibrateTest)
#include "tst_calibrate.moc"
