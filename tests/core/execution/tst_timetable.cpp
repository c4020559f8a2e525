// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/random.h"
#include "execution/executor.h"
#include "execution/schedule.h"
#include "execution/timetable.h"
#include "fakes.h"

#include <QtTest>
#include <map>
#include <memory>

using namespace mimesys;
using namespace mimesys::execution;
using fakes::log;

class TimetableTest : public QObject {
    Q_OBJECT

private slots:
    void init() { log() = std::make_unique<fakes::Log>(); }
    void sharesAddUpWithoutOverlap_data();
    void sharesAddUpWithoutOverlap();
    void roundsHoldTheirPartInTheOrderOfTheSeed();
    void fullRowFillsTheWindow();
    void idleRowIsEmpty();
    void executorCallsInThisOrder();
};

namespace {

plan::ExecutionPlan randomPlan(double seconds) {
    Random random(7);
    plan::ExecutionPlan plan(3, 4, {"a", "b", "c", "d", "e"}, seconds);
    plan.seed = 99;
    for (float& fraction : plan.fractions()) {
        fraction = random.below(3) == 0 ? 0.0F : static_cast<float>(random.uniform() * 0.2);
    }
    return plan;
}

}  // namespace

void TimetableTest::sharesAddUpWithoutOverlap_data() {
    QTest::addColumn<double>("seconds");
    QTest::newRow("1 s") << 1.0;
    QTest::newRow("a third") << 1.0 / 3.0;
    QTest::newRow("one round") << 0.05;
    QTest::newRow("a minute") << 60.0;
}

void TimetableTest::sharesAddUpWithoutOverlap() {
    QFETCH(double, seconds);
    const plan::ExecutionPlan plan = randomPlan(seconds);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        for (std::size_t row = 0; row < plan.cpuCount(); ++row) {
            std::map<std::uint32_t, std::int64_t> sums;
            std::int64_t before = 0;
            for (const PlannedSlice& slice : timetable(plan, window, row)) {
                QVERIFY(slice.beginNs >= before && slice.endNs > slice.beginNs);
                before = slice.endNs;
                sums[slice.stressor] += slice.endNs - slice.beginNs;
            }
            QVERIFY(before <= nsFromSeconds(seconds));
            for (std::uint32_t column = 0; column < 5; ++column) {
                QCOMPARE(sums[column], shareNs(plan.at(window, row, column), nsFromSeconds(seconds)));
            }
        }
    }
}

void TimetableTest::roundsHoldTheirPartInTheOrderOfTheSeed() {
    plan::ExecutionPlan plan(2, 2, {"a", "b", "c"}, 0.5);
    plan.seed = 4;
    std::ranges::fill(plan.fractions(), 0.25F);
    const auto slices = timetable(plan, 1, 1);
    QCOMPARE(slices.size(), std::size_t{15});
    for (int round = 0; round < 5; ++round) {
        std::vector<std::uint32_t> order{0, 1, 2};
        shuffleForRound(order, 4, 1, static_cast<std::uint64_t>(round), 1);
        for (std::size_t place = 0; place < 3; ++place) {
            const std::int64_t begin = round * 100'000'000 + static_cast<std::int64_t>(place) * 25'000'000;
            QCOMPARE(slices[static_cast<std::size_t>(round) * 3 + place],
                     (PlannedSlice{order[place], begin, begin + 25'000'000}));
        }
    }
}

void TimetableTest::fullRowFillsTheWindow() {
    plan::ExecutionPlan plan(1, 1, {"a", "b"}, 1.0);
    plan.row(0, 0)[0] = 0.6004F;  // rounding of other tools: a row may sum to 1.001
    plan.row(0, 0)[1] = 0.4004F;
    const auto slices = timetable(plan, 0, 0);
    QCOMPARE(slices.front().beginNs, std::int64_t{0});
    QCOMPARE(slices.back().endNs, kNanosecondsPerSecond);
    for (std::size_t i = 1; i < slices.size(); ++i) {
        QCOMPARE(slices[i].beginNs, slices[i - 1].endNs);
    }
}

void TimetableTest::idleRowIsEmpty() {
    QVERIFY(timetable(plan::ExecutionPlan(1, 1, {"a"}, 1.0), 0, 0).empty());
}

// Rounds that the threads miss on a busy machine are missing from the calls, never in another order.
void TimetableTest::executorCallsInThisOrder() {
    auto plan = std::make_shared<plan::ExecutionPlan>(2, 1, std::vector<std::string>{"a", "b", "c"}, 0.3);
    plan->seed = 11;
    std::ranges::fill(plan->fractions(), 0.2F);
    std::vector<char> expected;
    for (std::size_t window = 0; window < 2; ++window) {
        for (const PlannedSlice& slice : timetable(*plan, window, 0)) {
            expected.push_back(static_cast<char>('a' + slice.stressor));
        }
    }
    QCOMPARE(expected.size(), std::size_t{18});
    auto executor = LocalExecutor::prepare(plan, {}, fakes::environment());
    QVERIFY2(executor.has_value(), executor ? "" : executor.error().message.c_str());
    const RunReport report = (*executor)->run(monotonicNs() + 20'000'000, {}, {});
    QCOMPARE(report.windows, std::size_t{2});
    const std::vector<char> calls = log()->callsOn(fakes::environment().machine.usableCpus.front());
    QVERIFY(!calls.empty());
    auto next = expected.begin();
    for (const char call : calls) {
        next = std::find(next, expected.end(), call);
        QVERIFY(next != expected.end());
        ++next;
    }
}

QTEST_GUILESS_MAIN(TimetableTest)
#include "tst_timetable.moc"
