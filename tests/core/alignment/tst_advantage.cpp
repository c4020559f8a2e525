// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/advantage.h"

#include <QtTest>

using mimesys::alignment::Advantages;

class AdvantageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rewardsAreJudgedByMeanAndDeviation();
    void onlyTheLastRewardsCount();
    void farOnesAreCut();
    void equalRewardsAreNoAdvantage();
    void nothingIsJudgedOfNothing();
};

void AdvantageTest::rewardsAreJudgedByMeanAndDeviation() {
    Advantages advantages(512, 3.0);
    // Mean −2, deviation √2 of {−4, −2, −2, 0}.
    const std::vector<double> judged = advantages.judge(std::vector{-4.0, -2.0, -2.0, 0.0});
    QCOMPARE(judged.size(), std::size_t{4});
    QVERIFY(std::abs(judged[0] + std::sqrt(2.0)) < 1e-5);
    QVERIFY(std::abs(judged[1]) < 1e-9);
    QVERIFY(std::abs(judged[3] - std::sqrt(2.0)) < 1e-5);
}

void AdvantageTest::onlyTheLastRewardsCount() {
    Advantages advantages(3, 10.0);
    (void)advantages.judge(std::vector{-100.0, -100.0, -100.0});
    const std::vector<double> judged = advantages.judge(std::vector{0.0, 1.0, 2.0});
    QVERIFY(std::abs(judged[1]) < 1e-9);
    QCOMPARE(advantages.history(), (std::vector{0.0, 1.0, 2.0}));
}

void AdvantageTest::farOnesAreCut() {
    Advantages advantages(512, 3.0);
    std::vector<double> rewards(100, -1.0);
    rewards.push_back(-50.0);
    QCOMPARE(advantages.judge(rewards).back(), -3.0);
}

void AdvantageTest::equalRewardsAreNoAdvantage() {
    Advantages advantages(512, 3.0);
    QCOMPARE(advantages.judge(std::vector{-1.0, -1.0}), (std::vector{0.0, 0.0}));
}

void AdvantageTest::nothingIsJudgedOfNothing() {
    Advantages advantages(512, 3.0);
    QVERIFY(advantages.judge({}).empty());
}

QTEST_APPLESS_MAIN(AdvantageTest)
#include "tst_advantage.moc"
