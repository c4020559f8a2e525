// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "testrun/statistics.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <vector>

using namespace mimesys::testrun;
using mimesys::Random;

// Expected values were computed apart from this program: t from the incomplete beta function's continued fraction,
// Fieller's limits by bisection of the test they invert.
class TestRunStatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void quantilesAreThoseOfTheTables_data();
    void quantilesAreThoseOfTheTables();
    void summaryHasMeanMedianAndInterval();
    void slowdownFollowsTheDirection();
    void baseWithoutVarianceLeavesStudentsInterval();
    void differenceIsAbsoluteWithItsInterval();
    void tooFewRunsGiveNoInterval();
    void baseThatMayBeNoneGivesNoInterval();
    void conditionWithoutValuesGivesNothing();
    void intervalsCoverTheTruthAsOftenAsTheySay();
};

namespace {

const std::vector<double> kAlone{10.0, 11.0, 12.0, 10.5};
const std::vector<double> kWorkload{13.0, 14.0, 12.5};
const std::vector<double> kMix{15.0, 14.5, 16.0};

bool near(double value, double expected) {
    return std::abs(value - expected) < 1e-6 * std::max(1.0, std::abs(expected));
}

// Box and Muller (1958).
double normal(Random& random) {
    return std::sqrt(-2.0 * std::log(1.0 - random.uniform())) * std::cos(2.0 * std::numbers::pi * random.uniform());
}

std::vector<double> draw(Random& random, std::size_t count, double mean, double deviation) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back(mean + deviation * normal(random));
    }
    return values;
}

}  // namespace

void TestRunStatisticsTest::quantilesAreThoseOfTheTables_data() {
    QTest::addColumn<double>("freedom");
    QTest::addColumn<double>("expected");
    QTest::newRow("1") << 1.0 << 12.7062047;
    QTest::newRow("2") << 2.0 << 4.3026527;
    QTest::newRow("4") << 4.0 << 2.7764451;
    QTest::newRow("broken") << 3.7 << 2.8675207;
    QTest::newRow("100") << 100.0 << 1.9839715;
}

void TestRunStatisticsTest::quantilesAreThoseOfTheTables() {
    QFETCH(double, freedom);
    QFETCH(double, expected);
    QVERIFY(near(studentQuantile(0.95, freedom), expected));
}

void TestRunStatisticsTest::summaryHasMeanMedianAndInterval() {
    const Summary summary = summarise(std::vector<double>{12.0, 14.0, 13.0, 21.0});
    QCOMPARE(summary.count, std::size_t{4});
    QCOMPARE(summary.mean, 15.0);
    QCOMPARE(summary.median, 13.5);
    QVERIFY(near(summary.deviation, std::sqrt(50.0 / 3.0)));
    const double reach = 3.1824463 * std::sqrt(50.0 / 3.0) / 2.0;
    QVERIFY(near(summary.interval->low, 15.0 - reach));
    QVERIFY(near(summary.interval->high, 15.0 + reach));
}

void TestRunStatisticsTest::slowdownFollowsTheDirection() {
    const auto time = slowdownPercent(kAlone, kWorkload, Measure::Better::Lower);
    QVERIFY(near(time->value, 21.0727969));
    QVERIFY(near(time->interval->low, 6.1197367));
    QVERIFY(near(time->interval->high, 38.5203803));
    const auto throughput = slowdownPercent(kAlone, kWorkload, Measure::Better::Higher);
    QVERIFY(near(throughput->value, -21.0727969));
    QVERIFY(near(throughput->interval->low, -38.5203803));
    QVERIFY(near(throughput->interval->high, -6.1197367));
}

void TestRunStatisticsTest::baseWithoutVarianceLeavesStudentsInterval() {
    const std::vector<double> base{10.0, 10.0, 10.0};
    const auto slowdown = slowdownPercent(base, std::vector<double>{12.0, 13.0, 14.0}, Measure::Better::Lower);
    const double reach = 10.0 * 4.3026527 / std::sqrt(3.0);
    QVERIFY(near(slowdown->value, 30.0));
    QVERIFY(near(slowdown->interval->low, 30.0 - reach));
    QVERIFY(near(slowdown->interval->high, 30.0 + reach));
}

void TestRunStatisticsTest::differenceIsAbsoluteWithItsInterval() {
    for (const auto& [workload, mix] : {std::pair(kWorkload, kMix), std::pair(kMix, kWorkload)}) {
        const auto difference = degradationDifferencePoints(kAlone, workload, mix);
        QVERIFY(near(difference->value, 18.3908046));
        QVERIFY(near(difference->interval->low, 2.6577037));
        QVERIFY(near(difference->interval->high, 34.5555476));
    }
    const auto same = degradationDifferencePoints(kAlone, kMix, kMix);
    QCOMPARE(same->value, 0.0);
    QCOMPARE(same->interval->low, 0.0);
    QVERIFY(same->interval->high > 1.0);
}

void TestRunStatisticsTest::tooFewRunsGiveNoInterval() {
    const std::vector<double> one{20.0};
    QVERIFY(!summarise(one).interval);
    const auto slowdown = slowdownPercent(kAlone, one, Measure::Better::Lower);
    QVERIFY(near(slowdown->value, 100.0 * (20.0 / 10.875 - 1.0)));
    QVERIFY(!slowdown->interval);
    QVERIFY(!degradationDifferencePoints(kAlone, kWorkload, one)->interval);
}

void TestRunStatisticsTest::baseThatMayBeNoneGivesNoInterval() {
    const auto slowdown = slowdownPercent(std::vector<double>{1.0, 9.0}, kMix, Measure::Better::Lower);
    QVERIFY(slowdown);
    QVERIFY(!slowdown->interval);
    QVERIFY(!slowdownPercent(std::vector<double>{0.0, 0.0}, kMix, Measure::Better::Lower));
}

void TestRunStatisticsTest::conditionWithoutValuesGivesNothing() {
    QVERIFY(!slowdownPercent({}, kWorkload, Measure::Better::Lower));
    QVERIFY(!slowdownPercent(kAlone, {}, Measure::Better::Lower));
    QVERIFY(!degradationDifferencePoints(kAlone, kWorkload, {}));
    QVERIFY(std::isnan(summarise({}).mean));
}

void TestRunStatisticsTest::intervalsCoverTheTruthAsOftenAsTheySay() {
    constexpr int kTrials = 4000;
    Random random(7);
    int slowdowns = 0;
    int differences = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        const auto alone = draw(random, 5, 10.0, 0.5);
        const auto workload = draw(random, 5, 13.0, 1.5);
        const auto mix = draw(random, 5, 18.0, 1.0);
        const auto slowdown = slowdownPercent(alone, workload, Measure::Better::Lower);
        slowdowns += slowdown->interval->low <= 30.0 && slowdown->interval->high >= 30.0 ? 1 : 0;
        const auto difference = degradationDifferencePoints(alone, workload, mix);
        differences += difference->interval->low <= 50.0 && difference->interval->high >= 50.0 ? 1 : 0;
    }
    // 95 % of 4,000 with a standard deviation of 14, and what the approximation of the degrees of freedom costs.
    QVERIFY2(slowdowns > 3720 && slowdowns < 3900, qPrintable(QString::number(slowdowns)));
    QVERIFY2(differences > 3720 && differences < 3900, qPrintable(QString::number(differences)));
}

QTEST_GUILESS_MAIN(TestRunStatisticsTest)
#include "tst_testrunstatistics.moc"
