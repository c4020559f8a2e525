// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/cpulist.h"
#include "execution/executor.h"
#include "execution/schedule.h"

#include <QtTest>
#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

using namespace mimesys;
using namespace mimesys::execution;

class ScheduleTest : public QObject {
    Q_OBJECT

private slots:
    void boundariesDoNotDrift_data();
    void boundariesDoNotDrift();
    void roundsFillTheWindow_data();
    void roundsFillTheWindow();
    void orderFollowsFromSeedWindowRoundAndRow();
    void cpuListsAreRead_data();
    void cpuListsAreRead();
    void cpuListsAreWritten();
    void errorsAndBoundariesAreSummed();
    void emptyReportIsAllZero();
};

void ScheduleTest::boundariesDoNotDrift_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<qint64>("numerator");  // of the window in nanoseconds
    QTest::addColumn<qint64>("denominator");
    QTest::newRow("1 s") << 1.0 << qint64{1'000'000'000} << qint64{1};
    QTest::newRow("0.1 s") << 0.1 << qint64{100'000'000} << qint64{1};
    QTest::newRow("a third") << 1.0 / 3.0 << qint64{1'000'000'000} << qint64{3};
    QTest::newRow("3 ms") << 0.003 << qint64{3'000'000} << qint64{1};
}

void ScheduleTest::boundariesDoNotDrift() {
    QFETCH(double, seconds);
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    constexpr std::int64_t kStart = 123'456'789'012'345;
    for (const std::int64_t window : {0, 1, 2, 71 * 60, 86'400, 10'000'000}) {
        const std::int64_t exact = kStart + window * numerator / denominator;
        QVERIFY(std::abs(windowStartNs(kStart, seconds, window) - exact) <= 1);
    }
}

void ScheduleTest::roundsFillTheWindow_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("rounds");
    QTest::newRow("1 s") << 1.0 << 10;
    QTest::newRow("2 s") << 2.0 << 20;
    QTest::newRow("0.1 s") << 0.1 << 1;
    QTest::newRow("0.01 s") << 0.01 << 1;
    QTest::newRow("0.24 s") << 0.24 << 2;
    QTest::newRow("one hour") << 3600.0 << 36'000;
}

void ScheduleTest::roundsFillTheWindow() {
    QFETCH(double, seconds);
    QFETCH(int, rounds);
    QCOMPARE(roundCount(seconds), rounds);
    QCOMPARE(roundEndNs(seconds, rounds - 1), windowStartNs(0, seconds, 1));
    for (int round = 1; round < rounds; ++round) {
        QVERIFY(roundEndNs(seconds, round) > roundEndNs(seconds, round - 1));
    }
}

void ScheduleTest::orderFollowsFromSeedWindowRoundAndRow() {
    const auto order = [](std::uint64_t seed, std::uint64_t window, std::uint64_t round, std::uint64_t row) {
        std::vector<std::uint32_t> stressors(8);
        std::iota(stressors.begin(), stressors.end(), 0U);
        shuffleForRound(stressors, seed, window, round, row);
        return stressors;
    };
    QCOMPARE(order(1, 2, 3, 4), order(1, 2, 3, 4));
    std::vector<std::uint32_t> sorted = order(1, 2, 3, 4);
    std::ranges::sort(sorted);
    QCOMPARE(sorted, (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7}));
    // Neighbours in any direction differ, and so do permuted coordinates.
    std::set<std::vector<std::uint32_t>> orders;
    for (std::uint64_t i = 0; i < 20; ++i) {
        orders.insert({order(i, 0, 0, 0), order(0, i, 0, 0), order(0, 0, i, 0), order(0, 0, 0, i)});
    }
    QVERIFY2(orders.size() >= 75, qPrintable(QString::number(orders.size())));  // 77 inputs differ
}

void ScheduleTest::cpuListsAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<int>>("cpus");  // empty: refused
    QTest::newRow("one") << "3" << QVector<int>{3};
    QTest::newRow("range") << "0-2" << QVector<int>{0, 1, 2};
    QTest::newRow("mixed, order kept") << "5,0-1" << QVector<int>{5, 0, 1};
    for (const char* wrong : {"", ",", "1,", ",1", "1-", "-1", "3-1", "a", "1 2", "1,,2", "1-2-3", "99999999999",
                              "0-4294967295", "0-65535,0-65535,0"}) {
        QTest::newRow(qPrintable(QString("refused: ") + wrong)) << wrong << QVector<int>{};
    }
}

void ScheduleTest::cpuListsAreRead() {
    QFETCH(QString, text);
    QFETCH(QVector<int>, cpus);
    const auto list = parseCpuList(text.toStdString());
    QCOMPARE(list.has_value(), !cpus.isEmpty());
    if (list) {
        QCOMPARE(*list, std::vector<int>(cpus.begin(), cpus.end()));
    } else {
        QCOMPARE(list.error().code, ErrorCode::BadInput);
    }
}

void ScheduleTest::cpuListsAreWritten() {
    QCOMPARE(formatCpuList({}), std::string());
    QCOMPARE(formatCpuList({7}), std::string("7"));
    QCOMPARE(formatCpuList({8, 2, 1, 0, 10}), std::string("0-2,8,10"));
}

void ScheduleTest::errorsAndBoundariesAreSummed() {
    RunReport report;
    report.windows = 2;
    report.cpus = 2;
    report.plannedCpu = {0.5F, 0.25F, 1.0F, 0.0F};
    report.achievedCpu = {0.5F, 0.75F, 0.75F, 0.25F};
    report.boundaryErrorMs = {4.0F, 1.0F, 3.0F, 2.0F};
    QCOMPARE(report.reportedWindows(), std::size_t{2});
    QCOMPARE(report.meanCpuErrorPoints(), 25.0);
    QCOMPARE(report.maxCpuErrorPoints(), 50.0);
    QCOMPARE(report.boundaryError().p50, 2.0);
    QCOMPARE(report.boundaryError().p99, 4.0);
    QCOMPARE(report.boundaryError().maximum, 4.0);
}

void ScheduleTest::emptyReportIsAllZero() {
    const RunReport report;
    QCOMPARE(report.reportedWindows(), std::size_t{0});
    QCOMPARE(report.meanCpuErrorPoints(), 0.0);
    QCOMPARE(report.maxCpuErrorPoints(), 0.0);
    QCOMPARE(report.boundaryError().maximum, 0.0);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
