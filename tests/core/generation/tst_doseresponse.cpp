// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/doseresponse.h"

#include <QtTest>
#include <cmath>

using mimesys::generation::Dose;
using mimesys::generation::DoseResponse;

class DoseResponseTest : public QObject {
    Q_OBJECT

private slots:
    void interpolatesBetweenMeasuredPoints();
    void averagesRepetitions();
    void poolsWhatFalls();
    void saturatedResponseTakesTheSmallestFraction();
    void flatCurveDoesNotRespond();
};

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

}  // namespace

void DoseResponseTest::interpolatesBetweenMeasuredPoints() {
    const DoseResponse curve({{1.0, 90.0}, {0.0, 2.0}, {0.5, 50.0}});
    QVERIFY(near(curve.fractionFor(50.0), 0.5));
    QVERIFY(near(curve.fractionFor(26.0), 0.25));
    QVERIFY(near(curve.fractionFor(70.0), 0.75));
    QVERIFY(near(curve.fractionFor(-5.0), 0.0));
    QVERIFY(near(curve.fractionFor(1.0), 0.0));
    QVERIFY(near(curve.fractionFor(100.0), 1.0));
    QVERIFY(curve.responds());
}

void DoseResponseTest::averagesRepetitions() {
    const DoseResponse curve({{0.0, 0.0}, {1.0, 80.0}, {1.0, 120.0}, {1.0, 100.0}});
    QVERIFY(near(curve.largestResponse(), 100.0));
    QVERIFY(near(curve.fractionFor(50.0), 0.5));
}

void DoseResponseTest::poolsWhatFalls() {
    // 60 and 40 violate the order and become 50 on both; 50 is reached at the first of them.
    const DoseResponse curve({{0.0, 0.0}, {0.25, 60.0}, {0.5, 40.0}, {1.0, 100.0}});
    QVERIFY(near(curve.fractionFor(50.0), 0.25));
    QVERIFY(near(curve.fractionFor(75.0), 0.75));
    QVERIFY(near(curve.fractionFor(25.0), 0.125));
}

void DoseResponseTest::saturatedResponseTakesTheSmallestFraction() {
    const DoseResponse curve({{0.0, 0.0}, {0.5, 200.0}, {1.0, 200.0}, {2.0, 200.0}});
    QVERIFY(near(curve.fractionFor(200.0), 0.5));
    QVERIFY(near(curve.fractionFor(300.0), 0.5));
}

void DoseResponseTest::flatCurveDoesNotRespond() {
    QVERIFY(!DoseResponse({{0.0, 3.0}, {1.0, 3.0}}).responds());
    QVERIFY(!DoseResponse({{0.5, 3.0}}).responds());
}

QTEST_GUILESS_MAIN(DoseResponseTest)
#include "tst_doseresponse.moc"
