// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/chain.h"
#include "core/alignment/toysite.h"

#include <QtTest>

using namespace mimesys;
using namespace mimesys::alignment;

class ChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRepeatBeginsIdle();
    void measurementsFollowTheirCompositions();
    void aLostWindowIsMissingAndMovesNoOther();
    void whatWasNotRecordedIsMissing();

private:
    // Three windows in which the first CPU is busy for 10, 20 and 30 %.
    static plan::ExecutionPlan steps() {
        plan::ExecutionPlan plan(3, toy::kCpus, toy::stressors(), 1.0);
        for (std::size_t window = 0; window < 3; ++window) {
            plan.composition(window)[0] = 0.1F * static_cast<float>(window + 1);
        }
        plan.seed = 7;
        return plan;
    }
    static std::vector<trace::WindowedTrace> execute(const Chain& chain, const toy::Execution& execution) {
        const auto run = execution.bind()(chain.plan, 1.0, {}, {});
        const auto measured = measurements(chain, *run->trace);
        return measured ? *measured : std::vector<trace::WindowedTrace>{};
    }
};

void ChainTest::everyRepeatBeginsIdle() {
    const Chain twice = chain(steps(), 2);
    QCOMPARE(twice.plan->windowCount(), std::size_t{8});
    QCOMPARE(twice.plan->seed, std::uint64_t{7});
    for (const std::size_t idle : {0U, 4U}) {
        QVERIFY(std::ranges::all_of(twice.plan->composition(idle), [](float value) { return value == 0.0F; }));
    }
    QCOMPARE(twice.plan->composition(twice.windowOf(2, 1))[0], 0.3F);
}

void ChainTest::measurementsFollowTheirCompositions() {
    const auto measured = execute(chain(steps(), 2), {});
    QCOMPARE(measured.size(), std::size_t{2});
    for (const trace::WindowedTrace& repeat : measured) {
        QCOMPARE(repeat.windowCount(), Eigen::Index{3});
        for (Eigen::Index i = 0; i < 3; ++i) {
            QCOMPARE(repeat.values(i, repeat.indexOf("cpu.utilization[0]")), 10.0F * static_cast<float>(i + 1));
        }
    }
}

void ChainTest::aLostWindowIsMissingAndMovesNoOther() {
    const Chain twice = chain(steps(), 2);
    const auto measured = execute(twice, {.lost = {twice.windowOf(1, 0)}});
    QVERIFY(std::isnan(measured[0].values(1, 0)));
    QCOMPARE(measured[0].values(2, 0), 30.0F);
    QCOMPARE(measured[1].values(1, 0), 20.0F);
}

void ChainTest::whatWasNotRecordedIsMissing() {
    const auto measured = execute(chain(steps(), 2), {.lost = {}, .end = 6});
    QCOMPARE(measured[0].values(2, 0), 30.0F);
    QCOMPARE(measured[1].values(0, 0), 10.0F);
    QVERIFY(std::isnan(measured[1].values(1, 0)));
    QVERIFY(std::isnan(measured[1].values(2, 0)));
}

QTEST_APPLESS_MAIN(ChainTest)
#include "tst_chain.moc"
