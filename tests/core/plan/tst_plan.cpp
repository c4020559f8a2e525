// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/plan.h"

#include <QtTest>
#include <limits>

using namespace mimesys;
using plan::ExecutionPlan;

class PlanTest : public QObject {
    Q_OBJECT

private slots:
    void entriesAreLaidOutByWindowCpuStressor();
    void validPlansPass();
    void wrongEntriesAreNamed_data();
    void wrongEntriesAreNamed();
    void wrongShapesAreRefused();
    void memoryInUseIsASizePerWindow_data();
    void memoryInUseIsASizePerWindow();
    void sliceKeepsItsWindowsAndFacts();
    void hugeSizesAreRefused_data();
    void hugeSizesAreRefused();
};

void PlanTest::entriesAreLaidOutByWindowCpuStressor() {
    ExecutionPlan plan(2, 3, {"a", "b"});
    plan.row(1, 2)[1] = 0.25F;
    QCOMPARE(plan.at(1, 2, 1), 0.25F);
    QCOMPARE(plan.fractions()[1 * 6 + 2 * 2 + 1], 0.25F);
    QCOMPARE(plan.composition(1)[5], 0.25F);
    QCOMPARE(plan.indexOfStressor("b"), 1);
    QCOMPARE(plan.indexOfStressor("c"), -1);
}

void PlanTest::validPlansPass() {
    ExecutionPlan plan(1, 1, {"a", "b"});
    plan.row(0, 0)[0] = 0.6F;
    plan.row(0, 0)[1] = 0.4005F;  // float rounding of other tools
    QVERIFY(validate(plan).has_value());
}

void PlanTest::wrongEntriesAreNamed_data() {
    QTest::addColumn<float>("first");
    QTest::addColumn<float>("second");
    QTest::addColumn<QString>("expected");
    QTest::newRow("negative") << -0.1F << 0.0F << "stressor a in window 2 on CPU 1";
    QTest::newRow("above one") << 0.0F << 1.5F << "stressor b in window 2 on CPU 1";
    QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN() << 0.0F << "stressor a in window 2 on CPU 1";
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity() << 0.0F << "stressor a in window 2 on CPU 1";
    QTest::newRow("row sum") << 0.7F << 0.7F << "window 2 on CPU 1 add up to 1.4000";
}

void PlanTest::wrongEntriesAreNamed() {
    QFETCH(float, first);
    QFETCH(float, second);
    QFETCH(QString, expected);
    ExecutionPlan plan(3, 2, {"a", "b"});
    plan.row(2, 1)[0] = first;
    plan.row(2, 1)[1] = second;
    const auto result = validate(plan);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(result.error().message).contains(expected), result.error().message.c_str());
}

void PlanTest::wrongShapesAreRefused() {
    QVERIFY(!validate(ExecutionPlan(0, 1, {"a"})).has_value());
    QVERIFY(!validate(ExecutionPlan(1, 0, {"a"})).has_value());
    QVERIFY(!validate(ExecutionPlan(1, 1, {})).has_value());
    QVERIFY(!validate(ExecutionPlan(1, 1, {"a", "a"})).has_value());
    QVERIFY(!validate(ExecutionPlan(1, 1, {""})).has_value());
    for (const double window : {0.0, -1.0, 3601.0, std::numeric_limits<double>::quiet_NaN()}) {
        QVERIFY(!validate(ExecutionPlan(1, 1, {"a"}, window)).has_value());
    }
}

void PlanTest::memoryInUseIsASizePerWindow_data() {
    QTest::addColumn<QVector<float>>("memory");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("none") << QVector<float>{} << "";
    QTest::newRow("of every window") << QVector<float>{0.0F, 1e9F} << "";
    QTest::newRow("of one window") << QVector<float>{1e9F} << "2 windows and says for 1";
    QTest::newRow("negative") << QVector<float>{1e9F, -1.0F} << "in window 1 is -1 bytes";
    QTest::newRow("no number") << QVector<float>{std::numeric_limits<float>::quiet_NaN(), 1.0F} << "in window 0";
    QTest::newRow("infinite") << QVector<float>{0.0F, std::numeric_limits<float>::infinity()} << "in window 1";
}

void PlanTest::memoryInUseIsASizePerWindow() {
    QFETCH(QVector<float>, memory);
    QFETCH(QString, complaint);
    ExecutionPlan plan(2, 1, {"a"});
    plan.memoryUsed.assign(memory.begin(), memory.end());
    const auto result = validate(plan);
    QCOMPARE(result.has_value(), complaint.isEmpty());
    QVERIFY(result || QString::fromStdString(result.error().message).contains(complaint));
}

void PlanTest::sliceKeepsItsWindowsAndFacts() {
    ExecutionPlan whole(4, 1, {"a"}, 0.5);
    for (std::size_t t = 0; t < 4; ++t) {
        whole.row(t, 0)[0] = 0.1F * static_cast<float>(t);
    }
    whole.memoryUsed = {1.0F, 2.0F, 3.0F, 4.0F};
    whole.seed = 7;
    const ExecutionPlan part = slice(whole, 1, 2);
    QCOMPARE(part.windowCount(), std::size_t{2});
    QCOMPARE(part.at(0, 0, 0), 0.1F);
    QCOMPARE(part.at(1, 0, 0), 0.2F);
    QCOMPARE(part.windowSeconds(), 0.5);
    QCOMPARE(part.seed, std::uint64_t{7});
    QVERIFY((part.memoryUsed == std::vector<float>{2.0F, 3.0F}));
}

void PlanTest::hugeSizesAreRefused_data() {
    QTest::addColumn<qulonglong>("windows");
    QTest::addColumn<qulonglong>("cpus");
    QTest::addColumn<qulonglong>("stressors");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("a day on 128 CPUs") << 86400ULL << 128ULL << 20ULL << true;
    QTest::newRow("too many CPUs") << 1ULL << 5000ULL << 1ULL << false;
    QTest::newRow("too many stressors") << 1ULL << 1ULL << 5000ULL << false;
    QTest::newRow("too many entries") << (1ULL << 40) << 1ULL << 1ULL << false;
    QTest::newRow("product overflows") << (1ULL << 63) << 4096ULL << 1024ULL << false;
}

void PlanTest::hugeSizesAreRefused() {
    QFETCH(qulonglong, windows);
    QFETCH(qulonglong, cpus);
    QFETCH(qulonglong, stressors);
    QFETCH(bool, accepted);
    QCOMPARE(plan::checkSize(windows, cpus, stressors).has_value(), accepted);
}

QTEST_GUILESS_MAIN(PlanTest)
#include "tst_plan.moc"
