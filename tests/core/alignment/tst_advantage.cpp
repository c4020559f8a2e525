// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/advantage.h"

#include <QtTest>
#include <numeric>

using mimesys::alignment::Advantages;

namespace {

// Every reward was earned at a target of its own.
std::vector<double> judged(Advantages& advantages, const std::vector<double>& rewards) {
    std::vector<std::int64_t> targets(rewards.size());
    std::iota(targets.begin(), targets.end(), std::int64_t{0});
    return advantages.judge(rewards, targets);
}

}  // namespace

class AdvantageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rewardsAreJudgedByMeanAndDeviation();
    void onlyTheLastRewardsCount();
    void farOnesAreCut();
    void equalRewardsAreNoAdvantage();
    void attemptsAtTheSameTargetAreComparedWithEachOther();
    void nothingIsJudgedOfNothing();
};

void AdvantageTest::rewardsAreJudgedByMeanAndDeviation() {
    Advantages advantages(512, 3.0);
    // Mean −2, deviation √2 of {−4, −2, −2, 0}.
    const std::vector<double> result = judged(advantages, {-4.0, -2.0, -2.0, 0.0});
    QCOMPARE(result.size(), std::size_t{4});
    QVERIFY(std::abs(result[0] + std::sqrt(2.0)) < 1e-5);
    QVERIFY(std::abs(result[1]) < 1e-9);
    QVERIFY(std::abs(result[3] - std::sqrt(2.0)) < 1e-5);
}

void AdvantageTest::onlyTheLastRewardsCount() {
    Advantages advantages(3, 10.0);
    (void)judged(advantages, {-100.0, -100.0, -100.0});
    const std::vector<double> result = judged(advantages, {0.0, 1.0, 2.0});
    QVERIFY(std::abs(result[1]) < 1e-9);
    QCOMPARE(advantages.history(), (std::vector{0.0, 1.0, 2.0}));
}

void AdvantageTest::farOnesAreCut() {
    Advantages advantages(512, 3.0);
    std::vector<double> rewards(100, -1.0);
    rewards.push_back(-50.0);
    QCOMPARE(judged(advantages, rewards).back(), -3.0);
}

void AdvantageTest::equalRewardsAreNoAdvantage() {
    Advantages advantages(512, 3.0);
    QCOMPARE(judged(advantages, {-1.0, -1.0}), (std::vector{0.0, 0.0}));
}

void AdvantageTest::attemptsAtTheSameTargetAreComparedWithEachOther() {
    Advantages advantages(512, 3.0);
    // An easy target and a hard one; at each the second attempt was better by as much.
    const std::vector<double> result =
        advantages.judge(std::vector{-2.0, -1.0, -101.0, -100.0}, std::vector<std::int64_t>{7, 7, 9, 9});
    const std::vector<double> expected{-1.0, 1.0, -1.0, 1.0};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(std::abs(result[i] - expected[i]) < 1e-5);
    }
    QCOMPARE(advantages.history(), (std::vector{-0.5, 0.5, -0.5, 0.5}));
}

void AdvantageTest::nothingIsJudgedOfNothing() {
    Advantages advantages(512, 3.0);
    QVERIFY(judged(advantages, {}).empty());
}

QTEST_APPLESS_MAIN(AdvantageTest)
#include "tst_advantage.moc"
