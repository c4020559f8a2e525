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
    void itBeginsIdle();
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
    static trace::WindowedTrace execute(const Chain& chain, const toy::Execution& execution) {
        const auto run = execution.bind()(chain.plan, 1.0, {}, {});
        const auto measured = measurements(chain, *run->trace);
        return measured ? *measured : trace::WindowedTrace{};
    }
};

void ChainTest::itBeginsIdle() {
    const Chain chained = chain(steps());
    QCOMPARE(chained.plan->windowCount(), std::size_t{4});
    QCOMPARE(chained.plan->seed, std::uint64_t{7});
    QVERIFY(std::ranges::all_of(chained.plan->composition(0), [](float value) { return value == 0.0F; }));
    QCOMPARE(chained.plan->composition(Chain::windowOf(2))[0], 0.3F);
}

void ChainTest::measurementsFollowTheirCompositions() {
    const trace::WindowedTrace measured = execute(chain(steps()), {});
    QCOMPARE(measured.windowCount(), Eigen::Index{3});
    for (Eigen::Index i = 0; i < 3; ++i) {
        QCOMPARE(measured.values(i, measured.indexOf("cpu.utilization[0]")), 10.0F * static_cast<float>(i + 1));
    }
}

void ChainTest::aLostWindowIsMissingAndMovesNoOther() {
    const trace::WindowedTrace measured = execute(chain(steps()), {.lost = {Chain::windowOf(1)}});
    QCOMPARE(measured.values(0, 0), 10.0F);
    QVERIFY(std::isnan(measured.values(1, 0)));
    QCOMPARE(measured.values(2, 0), 30.0F);
}

void ChainTest::whatWasNotRecordedIsMissing() {
    const trace::WindowedTrace measured = execute(chain(steps()), {.lost = {}, .end = 2});
    QCOMPARE(measured.values(0, 0), 10.0F);
    QVERIFY(std::isnan(measured.values(1, 0)));
    QVERIFY(std::isnan(measured.values(2, 0)));
}

QTEST_APPLESS_MAIN(ChainTest)
#include "tst_chain.moc"
