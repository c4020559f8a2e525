// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "plan/fold.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::plan;

class FoldTest : public QObject {
    Q_OBJECT

private slots:
    void neighboursAreAveraged();
    void rowsThatStraddleAreShared();
    void everythingElseIsKept();
    void meanOfEveryCompositionIsKeptAndPlansStayValid_data();
    void meanOfEveryCompositionIsKeptAndPlansStayValid();
};

void FoldTest::neighboursAreAveraged() {
    ExecutionPlan plan(1, 4, {"a", "b"});
    const float rows[4][2] = {{0.2F, 0.0F}, {0.4F, 0.5F}, {1.0F, 0.0F}, {0.0F, 1.0F}};
    for (std::size_t cpu = 0; cpu < 4; ++cpu) {
        plan.row(0, cpu)[0] = rows[cpu][0];
        plan.row(0, cpu)[1] = rows[cpu][1];
    }
    const ExecutionPlan folded = foldTo(plan, 2);
    QCOMPARE(folded.cpuCount(), std::size_t{2});
    QCOMPARE(folded.at(0, 0, 0), 0.3F);
    QCOMPARE(folded.at(0, 0, 1), 0.25F);
    QCOMPARE(folded.at(0, 1, 0), 0.5F);
    QCOMPARE(folded.at(0, 1, 1), 0.5F);
    QCOMPARE(foldTo(plan, 4), plan);
}

void FoldTest::rowsThatStraddleAreShared() {
    ExecutionPlan plan(1, 3, {"a"});
    plan.row(0, 0)[0] = 0.9F;
    plan.row(0, 1)[0] = 0.3F;
    const ExecutionPlan folded = foldTo(plan, 2);
    // Each CPU stands for one and a half rows.
    QVERIFY(std::abs(folded.at(0, 0, 0) - (0.9F + 0.15F) / 1.5F) < 1e-6F);
    QVERIFY(std::abs(folded.at(0, 1, 0) - 0.15F / 1.5F) < 1e-6F);
}

void FoldTest::everythingElseIsKept() {
    ExecutionPlan plan(3, 4, {"a"}, 0.25);
    plan.seed = 9;
    plan.generator = "search";
    plan.machine = "{}";
    plan.source = R"({"trace":"x"})";
    const ExecutionPlan folded = foldTo(plan, 1);
    QCOMPARE(folded.windowCount(), std::size_t{3});
    QCOMPARE(folded.windowSeconds(), 0.25);
    QCOMPARE(folded.seed, std::uint64_t{9});
    QCOMPARE(folded.generator, plan.generator);
    QCOMPARE(folded.machine, std::string());  // its rows are no CPUs of that machine
    QCOMPARE(folded.source, plan.source);
}

void FoldTest::meanOfEveryCompositionIsKeptAndPlansStayValid_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("cpus");
    for (const auto& [rows, cpus] : {std::pair(40, 2), std::pair(7, 3), std::pair(128, 127), std::pair(49, 11),
                                     std::pair(1, 1), std::pair(5, 1)}) {
        QTest::addRow("%d to %d", rows, cpus) << rows << cpus;
    }
}

void FoldTest::meanOfEveryCompositionIsKeptAndPlansStayValid() {
    QFETCH(int, rows);
    QFETCH(int, cpus);
    ExecutionPlan plan(4, static_cast<std::size_t>(rows), {"a", "b", "c"});
    Random random(static_cast<std::uint64_t>(rows));
    for (std::size_t window = 0; window < 4; ++window) {
        for (std::size_t row = 0; row < plan.cpuCount(); ++row) {
            double left = 1.0;
            for (float& fraction : plan.row(window, row)) {
                fraction = static_cast<float>(left * random.uniform());
                left -= static_cast<double>(fraction);
            }
        }
    }
    const ExecutionPlan folded = foldTo(plan, static_cast<std::size_t>(cpus));
    QVERIFY(validate(folded).has_value());
    const auto mean = [](const ExecutionPlan& of, std::size_t window, std::size_t stressor) {
        double sum = 0.0;
        for (std::size_t cpu = 0; cpu < of.cpuCount(); ++cpu) {
            sum += static_cast<double>(of.at(window, cpu, stressor));
        }
        return sum / static_cast<double>(of.cpuCount());
    };
    for (std::size_t window = 0; window < 4; ++window) {
        for (std::size_t stressor = 0; stressor < 3; ++stressor) {
            QVERIFY(std::abs(mean(folded, window, stressor) - mean(plan, window, stressor)) < 1e-6);
        }
    }
}

QTEST_GUILESS_MAIN(FoldTest)
#include "tst_fold.moc"
