// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/dataset/builddataset.h"
#include "core/generation/windows.h"
#include "generation/driven.h"
#include "generation/generator.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using generation::FittedTarget;
using trace::kMissing;

class FitTest : public QObject {
    Q_OBJECT

private slots:
    void sameCpusAreTakenAsTheyAre();
    void moreCpusAreAveragedInGroups();
    void groupsThatDoNotDivideAreWeighted();
    void fewerCpusAreSpread();
    void averageAloneIsGivenToEveryCpu();
    void coresNumberedOutOfOrderAreSorted();
    void ratesOfALargerMachineAreScaledToCapacity();
    void ratesWithinCapacityStay();
    void ratesOfTheSameMachineStayAndTheExcessIsSaid();
    void metricsTheDatasetLacksAreNamed();
    void metricsNoStressorDrivesAreLeftOut();
    void memoryInUseIsHeldAndNotDriven();
    void memoryBeyondTheMachineIsScaled();
    void missingValuesStayMissingAndEmptyWindowsAreSaid();
    void nothingToReproduceIsBadInput();
};

namespace {

const std::vector<std::string> kMetrics{"cpu.utilization[0]", "cpu.utilization[1]", "disk.read"};

// Cores 0–100 %, reads 0–50 MB/s.
dataset::Dataset twoCores() {
    return DatasetBuilder(2, {"spin", "read"}, kMetrics)
        .add({0, 0, 0, 0}, {0, 0, 0})
        .add({1, 0, 1, 0}, {100, 100, 0})
        .add({0, 1, 0, 0}, {5, 0, 50})
        .dataset();
}

FittedTarget fitted(const std::vector<std::pair<std::string, std::vector<float>>>& metrics,
                    const dataset::Dataset& data = twoCores()) {
    auto result = generation::fitTarget(windowsOf(metrics), data);
    if (!result) {
        qFatal("%s", result.error().text().c_str());
    }
    return std::move(*result);
}

float valueOf(const FittedTarget& fit, std::string_view id, Eigen::Index window = 0) {
    const int index = fit.target.indexOf(id);
    return index < 0 ? -1.0F : fit.target.values(window, index);
}

bool says(const FittedTarget& fit, std::string_view words) {
    return std::ranges::any_of(fit.report.steps,
                               [&](const std::string& step) { return step.find(words) != std::string::npos; });
}

}  // namespace

void FitTest::sameCpusAreTakenAsTheyAre() {
    const FittedTarget fit =
        fitted({{"cpu.utilization[0]", {10, 20}}, {"cpu.utilization[1]", {30, 40}}, {"disk.read", {5, 6}}});
    QCOMPARE(fit.target.values(1, 0), 20.0F);
    QCOMPARE(fit.target.values(1, 1), 40.0F);
    QCOMPARE(fit.target.values(1, 2), 6.0F);
    QVERIFY(fit.report.steps.empty());
    QCOMPARE(fit.target.startNs, std::int64_t{1'000'000'000});
}

void FitTest::moreCpusAreAveragedInGroups() {
    const FittedTarget fit = fitted({{"cpu.utilization[0]", {10}},
                                     {"cpu.utilization[1]", {30}},
                                     {"cpu.utilization[2]", {50}},
                                     {"cpu.utilization[3]", {kMissing}}});
    QCOMPARE(valueOf(fit, "cpu.utilization[0]"), 20.0F);
    QCOMPARE(valueOf(fit, "cpu.utilization[1]"), 50.0F);  // the core without a value does not count
    QVERIFY(says(fit, "4 CPUs of the trace are averaged in groups of 2 onto the 2"));
}

void FitTest::groupsThatDoNotDivideAreWeighted() {
    const FittedTarget fit =
        fitted({{"cpu.utilization[0]", {0}}, {"cpu.utilization[1]", {60}}, {"cpu.utilization[2]", {90}}});
    QCOMPARE(valueOf(fit, "cpu.utilization[0]"), 20.0F);  // (0 + 60/2) / 1.5
    QCOMPARE(valueOf(fit, "cpu.utilization[1]"), 80.0F);  // (60/2 + 90) / 1.5
    QVERIFY(says(fit, "groups of 1.5"));
}

void FitTest::fewerCpusAreSpread() {
    const FittedTarget fit = fitted({{"cpu.utilization[0]", {35}}});
    QCOMPARE(valueOf(fit, "cpu.utilization[0]"), 35.0F);
    QCOMPARE(valueOf(fit, "cpu.utilization[1]"), 35.0F);
    QVERIFY(says(fit, "the one CPU of the trace is spread over the 2"));
}

void FitTest::averageAloneIsGivenToEveryCpu() {
    const FittedTarget fit = fitted({{"cpu.utilization", {42}}});
    QCOMPARE(valueOf(fit, "cpu.utilization[0]"), 42.0F);
    QCOMPARE(valueOf(fit, "cpu.utilization[1]"), 42.0F);
    QVERIFY(says(fit, "only the average"));
}

void FitTest::coresNumberedOutOfOrderAreSorted() {
    const FittedTarget fit = fitted({{"cpu.utilization[10]", {70}}, {"cpu.utilization[2]", {20}}});
    QCOMPARE(valueOf(fit, "cpu.utilization[0]"), 20.0F);
    QCOMPARE(valueOf(fit, "cpu.utilization[1]"), 70.0F);
}

void FitTest::ratesOfALargerMachineAreScaledToCapacity() {
    const FittedTarget fit = fitted({{"cpu.utilization[0]", {10, 10, 10}}, {"disk.read", {200, 100, kMissing}}});
    QCOMPARE(valueOf(fit, "disk.read", 0), 50.0F);
    QCOMPARE(valueOf(fit, "disk.read", 1), 25.0F);
    QVERIFY(std::isnan(valueOf(fit, "disk.read", 2)));
    QVERIFY(says(fit, "disk.read is scaled by 0.25: the trace reaches 200 MB/s, this machine 50."));
}

void FitTest::ratesWithinCapacityStay() {
    const FittedTarget fit = fitted({{"cpu.utilization[0]", {10}}, {"disk.read", {50}}});
    QCOMPARE(valueOf(fit, "disk.read"), 50.0F);
    QVERIFY(!says(fit, "scaled"));
}

void FitTest::ratesOfTheSameMachineStayAndTheExcessIsSaid() {
    const FittedTarget fit =
        fitted({{"cpu.utilization[0]", {10, 10}}, {"cpu.utilization[1]", {10, 10}}, {"disk.read", {200, 50}}});
    QCOMPARE(valueOf(fit, "disk.read"), 200.0F);
    QVERIFY(says(fit, "disk.read is above the 50 MB/s this machine reached in 1 of 2 windows"));
}

void FitTest::metricsTheDatasetLacksAreNamed() {
    const FittedTarget fit = fitted({{"disk.read", {5}}, {"memory.read_bandwidth", {3}}, {"my.metric", {1}}});
    QCOMPARE(fit.target.metrics.size(), std::size_t{1});
    QVERIFY(says(fit, "the data set does not have them: memory.read_bandwidth, my.metric."));
}

void FitTest::metricsNoStressorDrivesAreLeftOut() {
    Random random(3);
    DatasetBuilder builder(1, {"spin", "read"},
                           {"cpu.utilization[0]", "disk.read", "network.receive", "memory.used", "disk.write"});
    for (int i = 0; i < 80; ++i) {
        const float spin = static_cast<float>(random.uniform()) / 2.0F;
        const float read = static_cast<float>(random.uniform()) / 2.0F;
        const float noise = static_cast<float>(random.uniform());
        // Reads follow their stressor but for a burst of somebody else's.
        const float burst = i == 40 ? 1000.0F : 0.0F;
        builder.add({spin, read}, {100.0F * spin, 80.0F * read + 5.0F * noise + burst, noise, 7.0F, kMissing});
    }
    const std::vector<std::string> reasons = generation::reasonsNotDriven(builder.dataset());
    QVERIFY(reasons[0].empty());
    QVERIFY(reasons[1].empty());
    QCOMPARE(reasons[2], std::string("it does not follow the stressors"));
    QCOMPARE(reasons[3], std::string("memory is held as the plan says, whatever the stressors do"));
    QCOMPARE(reasons[4], std::string("it was never measured on this machine"));
    const FittedTarget fit =
        fitted({{"disk.read", {5}}, {"disk.write", {5}}, {"network.receive", {1}}}, builder.dataset());
    QCOMPARE(fit.target.metrics.size(), std::size_t{1});
    QVERIFY(says(fit, "network.receive is left out: it does not follow the stressors."));
    QVERIFY(says(fit, "disk.write is left out"));
    QVERIFY(!says(fit, "memory.used"));  // the trace does not have it either
}

void FitTest::memoryInUseIsHeldAndNotDriven() {
    // Whether or not the data set measured it.
    const dataset::Dataset with = DatasetBuilder(1, {"spin"}, {"cpu.utilization[0]", "memory.used"})
                                      .add({0}, {0, 1e9F})
                                      .add({1}, {100, 2e9F})
                                      .dataset();
    for (const dataset::Dataset& data : {twoCores(), with}) {
        const FittedTarget fit =
            fitted({{"cpu.utilization[0]", {10, 20, 30, 40}}, {"memory.used", {kMissing, 3e9F, kMissing, 1e9F}}}, data);
        QCOMPARE(fit.target.indexOf("memory.used"), -1);
        QVERIFY((fit.memoryUsed == std::vector<float>{3e9F, 3e9F, 3e9F, 1e9F}));
        QVERIFY(!says(fit, "memory.used"));
    }
    QVERIFY(fitted({{"cpu.utilization[0]", {10}}}).memoryUsed.empty());
    QVERIFY(fitted({{"cpu.utilization[0]", {10}}, {"memory.used", {kMissing}}}).memoryUsed.empty());
}

void FitTest::memoryBeyondTheMachineIsScaled() {
    generation::Destination destination = generation::destinationOf(twoCores());
    destination.memoryBytes = 1'000'000'000;
    const auto trace = windowsOf({{"cpu.utilization[0]", {10, 20}}, {"memory.used", {4e9F, 1e9F}}});
    const auto fit = generation::fitTarget(trace, destination);
    QVERIFY(fit.has_value());
    QCOMPARE(fit->memoryUsed[0], 0.8e9F);
    QCOMPARE(fit->memoryUsed[1], 0.2e9F);
    QVERIFY(says(*fit, "memory.used is scaled by 0.2: the trace reaches 3.73 GiB, and at most 0.745 GiB"));
}

void FitTest::missingValuesStayMissingAndEmptyWindowsAreSaid() {
    const FittedTarget fit =
        fitted({{"cpu.utilization[0]", {10, kMissing, 30}}, {"cpu.utilization[1]", {10, kMissing, kMissing}}});
    QVERIFY(std::isnan(valueOf(fit, "cpu.utilization[0]", 1)));
    QVERIFY(says(fit, "1 of 3 windows have no value"));
}

void FitTest::nothingToReproduceIsBadInput() {
    const auto result = generation::fitTarget(windowsOf({{"llc.misses", {1, 2}}}), twoCores());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(FitTest)
#include "tst_fittarget.moc"
