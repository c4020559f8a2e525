// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/sidetraces.h"
#include "evaluation/difference.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::evaluation;
using namespace mimesys::evaluation::test;

class DifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void emulatedMinusRealFromEachSidesStart();
    void missingOnEitherSideIsMissing();
    void otherCpusCompareTheAverages();
    void simulationShows();
    void nothingInCommonIsBadInput();
};

void DifferenceTest::emulatedMinusRealFromEachSidesStart() {
    const auto result =
        difference(realOf({{"disk.read", {1, 2, 3}}}), emulatedOf({{"disk.read", {5, 2, 1, 9}}}, 77 * kSecond), 1.0);
    QVERIFY(result.has_value());
    QCOMPARE((*result)->startNs, std::int64_t{0});
    QCOMPARE((*result)->sampleCount(), std::size_t{3});
    QCOMPARE((*result)->columns[0].values, (std::vector<float>{4, 0, -2}));
    QCOMPARE((*result)->columns[0].metric.unit, std::string("MB/s"));
}

void DifferenceTest::missingOnEitherSideIsMissing() {
    const auto result = difference(realOf({{"disk.read", {1, trace::kMissing, 3, 4}}}),
                                   emulatedOf({{"disk.read", {1, 2, trace::kMissing, 5}}}), 1.0);
    const std::vector<float>& values = (*result)->columns[0].values;
    QVERIFY(values[0] == 0.0F && std::isnan(values[1]) && std::isnan(values[2]) && values[3] == 1.0F);
}

void DifferenceTest::otherCpusCompareTheAverages() {
    const auto result = difference(realOf({{"cpu.utilization[0]", {40, 40}}, {"cpu.utilization[1]", {60, 80}}}),
                                   emulatedOf({{"cpu.utilization[0]", {70, 70}}}), 1.0);
    QCOMPARE((*result)->columns.size(), std::size_t{1});
    QCOMPARE((*result)->columns[0].metric.id, std::string("cpu.utilization"));
    QCOMPARE((*result)->columns[0].values, (std::vector<float>{20, 10}));
}

void DifferenceTest::simulationShows() {
    const auto result =
        difference(realOf({{"disk.read", {1, 2}, Provenance::Simulation}}), emulatedOf({{"disk.read", {1, 2}}}), 1.0);
    QCOMPARE((*result)->columns[0].provenance, Provenance::Simulation);
}

void DifferenceTest::nothingInCommonIsBadInput() {
    const auto result = difference(realOf({{"disk.read", {1, 2}}}), emulatedOf({{"disk.write", {1, 2}}}), 1.0);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(DifferenceTest)
#include "tst_difference.moc"
