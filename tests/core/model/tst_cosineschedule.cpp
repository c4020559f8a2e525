// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/schedule.h"

#include <QtTest>
#include <cmath>

using mimesys::model::CosineSchedule;

class ScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ᾱ after the steps of the published 25-step schedule.
    void agreesWithTheDiscreteSchedule_data();
    void agreesWithTheDiscreteSchedule();
    void onlyEverFalls();
};

void ScheduleTest::agreesWithTheDiscreteSchedule_data() {
    QTest::addColumn<int>("step");
    QTest::addColumn<double>("alphaBar");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("first") << 0 << 0.99457 << 5e-6;
    QTest::newRow("thirteenth") << 12 << 0.46271 << 5e-6;
    QTest::newRow("last but one") << 23 << 0.00388 << 5e-6;
    QTest::newRow("last") << 24 << 4e-6 << 5e-7;
}

void ScheduleTest::agreesWithTheDiscreteSchedule() {
    QFETCH(int, step);
    QFETCH(double, alphaBar);
    QFETCH(double, tolerance);
    QVERIFY(std::abs(CosineSchedule(25).alphaBar((step + 1) / 25.0) - alphaBar) < tolerance);
}

void ScheduleTest::onlyEverFalls() {
    const CosineSchedule schedule(25);
    QCOMPARE(schedule.alphaBar(0.0), 1.0);
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(schedule.alphaBar((i + 1) / 1000.0) <= schedule.alphaBar(i / 1000.0));
    }
    QVERIFY(schedule.alphaBar(1.0) > 0.0);
}

QTEST_APPLESS_MAIN(ScheduleTest)
#include "tst_cosineschedule.moc"
