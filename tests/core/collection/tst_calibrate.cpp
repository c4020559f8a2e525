// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "collection/calibrate.h"
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <set>

using namespace mimesys;
using collection::CalibrateOptions;
using collection::Calibration;
using collection::DosePlan;
using collection::Laboratory;
using collection::Subject;
using collection::Verdict;
namespace fs = std::filesystem;

// Calibration against a stand-in for a machine.
class CalibrateTest : public QObject {
    Q_OBJECT

private slots:
    void planVisitsEveryDoseTwiceInItsOwnOrder();
    void planIsTheSameForTheSameSeed();
    void signaturesHoldWhatWasMeasured();
    void driftIsNoDose();
    void fileGrowsAndCancelledCalibrationContinues();
    void otherStressorsAreAdded();
    void restartMeasuresAgain();
    void unavailableIsAskedAgain();
    void stressorThatFailsKeepsTheOthers();
    void errorOfAllIsAnError();
    void planThatFitsNowhereEndsTheCalibration();
    void calibrationThatDoesNotFitIsLeftAsItWas_data();
    void calibrationThatDoesNotFitIsLeftAsItWas();
    void unusableOptionsAreBadInput_data();
    void unusableOptionsAreBadInput();
    void quotaLimitsTheCpus();
    void shortRecordingIsNoted();
    void progressGrowsToTheEnd();
    void subjectsAreTheSelectedCards();
};

namespace {

constexpr std::int64_t kStartNs = 1'700'000'000'000'000'000;

// CPUs 1 and 3 of four. Every stressor keeps its CPUs busy; "read" reads, "hump" reads most at half a dose. What a
// window shows still carries a fifth of the one before it.
struct FakeMachine {
    std::vector<std::string> executed;
    std::string failing;
    ErrorCode failure = ErrorCode::Unavailable;
    std::string cancelled;
    double drift = 0.0;  // disk reads per window
    double recordedShare = 1.0;

    Expected<execution::RecordedRun> execute(const plan::ExecutionPlan& plan, double periodSeconds,
                                             const ProgressCallback& progress) {
        const std::string name = plan.stressors().front();
        executed.push_back(name);
        if (name == failing || failing == "all") {
            return tl::unexpected(Error{failure, "It cannot be.", {}});
        }
        if (progress) {
            progress({0.5, "running"});
        }
        execution::RecordedRun run;
        run.report.cancelled = name == cancelled;
        run.trace = record(plan, periodSeconds);
        return run;
    }

    trace::TracePtr record(const plan::ExecutionPlan& plan, double periodSeconds) const {
        trace::Trace trace;
        trace.startNs = kStartNs;
        for (const char* id : {"cpu.utilization[0]", "cpu.utilization[1]", "cpu.utilization[3]", "disk.read"}) {
            trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
        }
        const auto count = static_cast<std::size_t>(recordedShare * static_cast<double>(plan.windowCount()));
        for (std::size_t window = 0; window < count; ++window) {
            trace.timesNs.push_back(kStartNs + std::llround(static_cast<double>(window + 1) * periodSeconds * 1e9));
            const float before = window == 0 ? 0.0F : plan.at(window - 1, 0, 0);
            const float dose = 0.8F * plan.at(window, 0, 0) + 0.2F * before;
            const float ripple = window % 2 == 0 ? 1.0F : -1.0F;
            const float reads = plan.stressors().front() == "read"   ? 200.0F * dose
                                : plan.stressors().front() == "hump" ? 400.0F * dose * (1.2F - dose)
                                                                     : 0.0F;
            trace.columns[0].values.push_back(77.0F);
            trace.columns[1].values.push_back(1.5F + 95.0F * dose + ripple);
            trace.columns[2].values.push_back(2.5F + 97.0F * dose + ripple);
            trace.columns[3].values.push_back(reads + static_cast<float>(drift) * static_cast<float>(window) + ripple);
        }
        return trace::makeTrace(std::move(trace)).value();
    }
};

Laboratory laboratoryWith(FakeMachine& fake) {
    Laboratory laboratory;
    laboratory.machine.cpuModel = "Example";
    for (int cpu = 0; cpu < 4; ++cpu) {
        laboratory.machine.cpus.push_back({.id = cpu, .core = cpu});
    }
    laboratory.machine.usableCpus = {1, 3};
    laboratory.machine.memoryBytes = std::int64_t{8} << 30;
    laboratory.unrecorded = {{"cpu.ipc", "No counters."}};
    laboratory.execute = [&fake](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds, std::stop_token,
                                 const ProgressCallback& progress) {
        return fake.execute(*plan, periodSeconds, progress);
    };
    return laboratory;
}

std::vector<Subject> subjects() {
    return {{"spin", "compute", "The CPU.", "", ""},
            {"read", "disk", "The disk.", "", ""},
            {"hump", "disk", "The disk, less in the end.", "It turns back.", ""},
            {"tape", "disk", "A tape.", "", "There is no tape."}};
}

fs::path in(const QTemporaryDir& folder) {
    return fs::path(folder.path().toStdString()) / "calibration.json";
}

Calibration calibrated(const Laboratory& laboratory, const fs::path& path, const CalibrateOptions& options = {},
                       const std::vector<Subject>& of = subjects()) {
    auto result = collection::calibrateIn(laboratory, of, path, options, {}, {});
    if (!result || !*result) {
        qFatal("%s", result ? "cancelled" : result.error().text().c_str());
    }
    return std::move(**result);
}

Calibration design() {
    Calibration calibration;
    calibration.seed = 5;
    calibration.windowSeconds = 0.2;
    calibration.doseSeconds = 1.6;
    calibration.cpus = {0, 1, 2};
    calibration.doses = {0.0, 0.1, 0.25, 0.5, 0.75, 1.0};
    return calibration;
}

std::vector<std::string> namesIn(const Calibration& calibration) {
    std::vector<std::string> names;
    for (const auto& signature : calibration.signatures) {
        names.push_back(signature.stressor);
    }
    return names;
}

}  // namespace

void CalibrateTest::planVisitsEveryDoseTwiceInItsOwnOrder() {
    const Calibration calibration = design();
    const DosePlan doses = planDoses(calibration, "spin");
    QVERIFY(plan::validate(*doses.plan).has_value());
    QCOMPARE(doses.plan->windowCount(), doses.doseOf.size());
    QCOMPARE(doses.plan->cpuCount(), std::size_t{3});
    QCOMPARE(doses.plan->stressors(), std::vector<std::string>{"spin"});
    // Six doses of 1.6 s and two settling windows.
    QVERIFY(std::abs(doses.plan->durationSeconds() - (6 * 1.6 + 0.4)) < 1e-9);
    std::vector<int> visits;
    std::vector<int> measured(6, 0);
    for (std::size_t window = 0; window < doses.doseOf.size(); ++window) {
        const int dose = doses.doseOf[window];
        if (dose >= 0) {
            ++measured[static_cast<std::size_t>(dose)];
            for (std::size_t cpu = 0; cpu < 3; ++cpu) {
                QCOMPARE(doses.plan->at(window, cpu, 0), static_cast<float>(calibration.doses[std::size_t(dose)]));
            }
            // What settles before a measurement runs its dose.
            const bool begins = doses.doseOf[window - 1] < 0;
            if (begins) {
                visits.push_back(dose);
                QCOMPARE(doses.plan->at(window - 1, 0, 0), doses.plan->at(window, 0, 0));
            }
        }
    }
    QCOMPARE(measured, std::vector<int>(6, 6));
    QCOMPARE(visits.size(), std::size_t{12});
    const std::vector<int> first(visits.begin(), visits.begin() + 6);
    const std::vector<int> second(visits.begin() + 6, visits.end());
    QCOMPARE(std::set<int>(first.begin(), first.end()).size(), std::size_t{6});
    QVERIFY(std::ranges::is_permutation(first, second));
    QVERIFY(first != second);
    QVERIFY(!std::ranges::is_sorted(first) || !std::ranges::is_sorted(second));
    QCOMPARE(doses.plan->at(0, 0, 0), 0.0F);
    QCOMPARE(doses.plan->at(1, 0, 0), 0.0F);
}

void CalibrateTest::planIsTheSameForTheSameSeed() {
    Calibration calibration = design();
    const DosePlan once = planDoses(calibration, "spin");
    QVERIFY(*planDoses(calibration, "spin").plan == *once.plan);
    QVERIFY(planDoses(calibration, "read").doseOf != once.doseOf);
    calibration.seed = 6;
    QVERIFY(planDoses(calibration, "spin").doseOf != once.doseOf);
    QCOMPARE(collection::windowsPerVisit(1.6, 0.2), std::size_t{4});
    QCOMPARE(collection::windowsPerVisit(0.1, 0.2), std::size_t{2});
}

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
    QCOMPARE(cpu->doses[3].count, 6);
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

void CalibrateTest::fileGrowsAndCancelledCalibrationContinues() {
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

void CalibrateTest::otherStressorsAreAdded() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder), {}, {subjects()[1]});
    const Calibration both = calibrated(laboratory, in(folder), {}, {subjects()[0]});
    QCOMPARE(namesIn(both), (std::vector<std::string>{"read", "spin"}));
}

void CalibrateTest::restartMeasuresAgain() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    calibrated(laboratory, in(folder));
    CalibrateOptions options;
    options.restart = true;
    options.doseSeconds = 3.2;
    const Calibration again = calibrated(laboratory, in(folder), options, {subjects()[0]});
    QCOMPARE(namesIn(again), std::vector<std::string>{"spin"});
    QCOMPARE(again.windowSeconds, 0.4);
    QCOMPARE(fake.executed.size(), std::size_t{4});
}

void CalibrateTest::unavailableIsAskedAgain() {
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

void CalibrateTest::stressorThatFailsKeepsTheOthers() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.failing = "read";
    const Calibration calibration = calibrated(laboratoryWith(fake), in(folder));
    QCOMPARE(calibration.signatures.size(), std::size_t{4});
    QCOMPARE(calibration.find("read")->unavailable, std::string("It cannot be."));
    QVERIFY(calibration.find("hump")->isMeasured());
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

void CalibrateTest::calibrationThatDoesNotFitIsLeftAsItWas_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("machine") << "machine"
                             << "another machine";
    QTest::newRow("CPUs") << "cpus"
                          << "ran on 2 CPUs";
    QTest::newRow("doses") << "doses"
                           << "other doses";
    QTest::newRow("time") << "time"
                          << "1.6 s per dose";
    QTest::newRow("seed") << "seed"
                          << "seed 1, not 2";
    QTest::newRow("no calibration") << "text"
                                    << "no valid JSON";
}

void CalibrateTest::calibrationThatDoesNotFitIsLeftAsItWas() {
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

void CalibrateTest::unusableOptionsAreBadInput_data() {
    QTest::addColumn<double>("doseSeconds");
    QTest::addColumn<double>("window");
    QTest::addColumn<double>("dose");
    QTest::newRow("dose too short") << 0.5 << 0.0 << 0.5;
    QTest::newRow("dose for ever") << double(INFINITY) << 0.2 << 0.5;
    QTest::newRow("dose of no number") << double(NAN) << 0.2 << 0.5;
    QTest::newRow("window too short") << 1.6 << 0.05 << 0.5;
    QTest::newRow("window too long for the dose") << 1.6 << 0.5 << 0.5;
    QTest::newRow("more than all") << 1.6 << 0.2 << 1.5;
    QTest::newRow("less than nothing") << 1.6 << 0.2 << -0.5;
    QTest::newRow("fraction of no number") << 1.6 << 0.2 << double(NAN);
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
    QVERIFY2(seen.front().text.find("spin (1 of 4), about 40 s left") != std::string::npos, seen.front().text.c_str());
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
