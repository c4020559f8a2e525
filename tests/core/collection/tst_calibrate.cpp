// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/filelock.h"
#include "collection/calibrate.h"
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cmath>
#include <csignal>
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
    void planVisitsEveryDoseOftenInItsOwnOrder();
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
    void lessThanOneCpuIsUnavailable();
    void windowsThatDidNotRunAreMeasuredAgain_data();
    void windowsThatDidNotRunAreMeasuredAgain();
    void takenCpuTimeIsSaid();
    void slowMetricIsOneMeasurementPerVisit();
    void otherMetricsDoNotJoinTheOld();
    void olderFileIsReadButNotContinued();
    void secondCalibrationOfAFileIsRefused();
    void killedProcessLetsGoOfItsFile();
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
    std::string extraMetric;
    execution::RunReport report;

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
        run.report = report;
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
        if (!extraMetric.empty()) {
            trace.columns.push_back({metricFor(extraMetric), Provenance::Procfs, {}});
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
            if (!extraMetric.empty()) {
                trace.columns[4].values.push_back(1.0F);
            }
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
    calibration.windowSeconds = 0.1;
    calibration.doseSeconds = 2.4;
    calibration.visits = collection::kVisits;
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

void CalibrateTest::planVisitsEveryDoseOftenInItsOwnOrder() {
    const Calibration calibration = design();
    const DosePlan doses = planDoses(calibration, "spin");
    QVERIFY(plan::validate(*doses.plan).has_value());
    QCOMPARE(doses.plan->windowCount(), doses.doseOf.size());
    QCOMPARE(doses.plan->cpuCount(), std::size_t{3});
    QCOMPARE(doses.plan->stressors(), std::vector<std::string>{"spin"});
    // Six doses of 2.4 s and two settling windows.
    QVERIFY(std::abs(doses.plan->durationSeconds() - (6 * 2.4 + 0.2)) < 1e-9);
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
    QCOMPARE(measured, std::vector<int>(6, collection::kVisits * 3));
    QCOMPARE(visits.size(), std::size_t{6 * collection::kVisits});
    std::set<std::vector<int>> orders;
    for (auto round = visits.begin(); round != visits.end(); round += 6) {
        const std::vector<int> order(round, round + 6);
        QCOMPARE(std::set<int>(order.begin(), order.end()).size(), std::size_t{6});
        orders.insert(order);
    }
    QCOMPARE(orders.size(), std::size_t{collection::kVisits});
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
    QCOMPARE(collection::windowsPerVisit(2.4, 0.1), std::size_t{4});
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
    options.doseSeconds = 4.8;
    const Calibration again = calibrated(laboratory, in(folder), options, {subjects()[0]});
    QCOMPARE(namesIn(again), std::vector<std::string>{"spin"});
    QCOMPARE(again.windowSeconds, 0.2);
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

void CalibrateTest::windowsThatDidNotRunAreMeasuredAgain_data() {
    QTest::addColumn<int>("missed");
    QTest::addColumn<int>("displaced");
    QTest::addColumn<QString>("reason");
    QTest::newRow("stopped") << 3 << 0 << "The process was stopped while it ran and missed 3 windows";
    QTest::newRow("CPU gone") << 0 << 1 << "A CPU was taken away while it ran";
}

void CalibrateTest::windowsThatDidNotRunAreMeasuredAgain() {
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

void CalibrateTest::slowMetricIsOneMeasurementPerVisit() {
    Calibration calibration = design();
    calibration.cpus = {0};
    const DosePlan doses = planDoses(calibration, "spin");
    // Other work that comes and goes, for two seconds at a time.
    trace::Trace trace;
    trace.startNs = kStartNs;
    trace.columns.push_back({metricFor("disk.read"), Provenance::Procfs, {}});
    for (std::size_t window = 0; window < doses.doseOf.size(); ++window) {
        trace.timesNs.push_back(kStartNs + static_cast<std::int64_t>(window + 1) * 100'000'000);
        trace.columns[0].values.push_back(window / 20 % 2 == 0 ? 0.0F : 100.0F);
    }
    const auto curves = measureDoses(calibration, doses, *trace::makeTrace(std::move(trace)).value());
    QVERIFY(curves.has_value());
    for (const auto& dose : curves->front().doses) {
        QCOMPARE(dose.count, collection::kVisits);
    }
    QVERIFY(!curves->front().response.driven);
    QVERIFY(curves->front().response.monotone);
}

void CalibrateTest::otherMetricsDoNotJoinTheOld() {
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

void CalibrateTest::olderFileIsReadButNotContinued() {
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

void CalibrateTest::secondCalibrationOfAFileIsRefused() {
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

void CalibrateTest::killedProcessLetsGoOfItsFile() {
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
