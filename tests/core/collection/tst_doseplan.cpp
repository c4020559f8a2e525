// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibrate.h"
#include "collection/doseplan.h"

#include <QtTest>
#include <array>
#include <set>

using namespace mimesys;
using collection::Calibration;
using collection::DosePlan;

class DosePlanTest : public QObject {
    Q_OBJECT

private slots:
    void planVisitsEveryDoseOftenInItsOwnOrder();
    void planIsTheSameForTheSameSeed();
    void slowMetricIsOneMeasurementPerVisit();
};

namespace {

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

}  // namespace

void DosePlanTest::planVisitsEveryDoseOftenInItsOwnOrder() {
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

void DosePlanTest::planIsTheSameForTheSameSeed() {
    Calibration calibration = design();
    const DosePlan once = planDoses(calibration, "spin");
    QVERIFY(*planDoses(calibration, "spin").plan == *once.plan);
    QVERIFY(planDoses(calibration, "read").doseOf != once.doseOf);
    calibration.seed = 6;
    QVERIFY(planDoses(calibration, "spin").doseOf != once.doseOf);
    QCOMPARE(collection::windowsPerVisit(2.4, 0.1), std::size_t{4});
    QCOMPARE(collection::windowsPerVisit(0.1, 0.2), std::size_t{2});
}

void DosePlanTest::slowMetricIsOneMeasurementPerVisit() {
    Calibration calibration = design();
    calibration.cpus = {0};
    const DosePlan doses = planDoses(calibration, "spin");
    // Other work that comes and goes, for two seconds at a time.
    trace::Trace trace;
    trace.startNs = 1'700'000'000'000'000'000;
    trace.columns.push_back({metricFor("disk.read"), Provenance::Procfs, {}});
    for (std::size_t window = 0; window < doses.doseOf.size(); ++window) {
        trace.timesNs.push_back(trace.startNs + static_cast<std::int64_t>(window + 1) * 100'000'000);
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

QTEST_GUILESS_MAIN(DosePlanTest)
#include "tst_doseplan.moc"
