// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "trace/windowed.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::trace;

class WindowedTest : public QObject {
    Q_OBJECT

private slots:
    void samplesAreWeightedByTheTimeTheyShare();
    void windowsLessThanHalfCoveredAreMissing();
    void finalWindowLessThanHalfCoveredIsLeftOut_data();
    void finalWindowLessThanHalfCoveredIsLeftOut();
    void impossibleWindowsAreRefused_data();
    void impossibleWindowsAreRefused();
    void agreesWithTheMeanOverSmallSteps();
};

namespace {

constexpr std::int64_t kMillisecond = 1'000'000;

// Times in milliseconds, the start at 5 s.
Trace makeSimple(const std::vector<std::int64_t>& endsMs, const std::vector<float>& values) {
    Trace trace;
    trace.startNs = 5000 * kMillisecond;
    for (const std::int64_t end : endsMs) {
        trace.timesNs.push_back(trace.startNs + end * kMillisecond);
    }
    trace.columns.push_back({metricFor("disk.read"), Provenance::Procfs, values});
    return trace;
}

}  // namespace

void WindowedTest::samplesAreWeightedByTheTimeTheyShare() {
    const auto windowed = windowTrace(makeSimple({500, 1750, 2000, 6000}, {1, 3, 7, 2}), 1.0);
    QVERIFY(windowed.has_value());
    QCOMPARE(windowed->windowCount(), Eigen::Index{6});
    QCOMPARE(windowed->startNs, std::int64_t{5'000'000'000});
    const std::vector<float> expected{2.0F, 4.0F, 2.0F, 2.0F, 2.0F, 2.0F};
    for (Eigen::Index t = 0; t < 6; ++t) {
        QCOMPARE(windowed->values(t, 0), expected[static_cast<std::size_t>(t)]);
    }
    QCOMPARE(windowed->indexOf("disk.read"), 0);
    QCOMPARE(windowed->indexOf("disk.write"), -1);
}

void WindowedTest::windowsLessThanHalfCoveredAreMissing() {
    const auto windowed = windowTrace(makeSimple({600, 1600, 2000, 2500, 3000}, {1, kMissing, 3, 4, kMissing}), 1.0);
    QVERIFY(windowed.has_value());
    QCOMPARE(windowed->values(0, 0), 1.0F);       // 0.6 covered
    QVERIFY(std::isnan(windowed->values(1, 0)));  // 0.4 covered
    QCOMPARE(windowed->values(2, 0), 4.0F);       // exactly half
}

void WindowedTest::finalWindowLessThanHalfCoveredIsLeftOut_data() {
    QTest::addColumn<qint64>("endMs");
    QTest::addColumn<qint64>("windows");
    QTest::newRow("none of it") << qint64{3000} << qint64{3};
    QTest::newRow("less than half") << qint64{3499} << qint64{3};
    QTest::newRow("half") << qint64{3500} << qint64{4};
    QTest::newRow("most of it") << qint64{3900} << qint64{4};
}

void WindowedTest::finalWindowLessThanHalfCoveredIsLeftOut() {
    QFETCH(qint64, endMs);
    QFETCH(qint64, windows);
    const auto windowed = windowTrace(makeSimple({1000, endMs}, {1, 2}), 1.0);
    QVERIFY(windowed.has_value());
    QCOMPARE(qint64{windowed->windowCount()}, windows);
    QCOMPARE(windowed->values(windowed->windowCount() - 1, 0), 2.0F);
}

void WindowedTest::impossibleWindowsAreRefused_data() {
    QTest::addColumn<double>("seconds");
    for (const double seconds : {0.0, -1.0, std::nan(""), HUGE_VAL, 1e-9, 1e9}) {
        QTest::addRow("%g", seconds) << seconds;
    }
}

void WindowedTest::impossibleWindowsAreRefused() {
    QFETCH(double, seconds);
    const auto windowed = windowTrace(makeSimple({1000, 2000}, {1, 2}), seconds);
    QVERIFY(!windowed.has_value());
    QCOMPARE(windowed.error().code, ErrorCode::BadInput);
}

void WindowedTest::agreesWithTheMeanOverSmallSteps() {
    Random random(20);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::int64_t> ends;
        std::vector<float> values;
        std::int64_t end = 0;
        for (int i = 0; i < 40; ++i) {
            end += 1 + static_cast<std::int64_t>(random.below(i % 9 == 0 ? 4000 : 700));
            ends.push_back(end);
            values.push_back(random.below(5) == 0 ? kMissing : static_cast<float>(random.uniform()));
        }
        const std::int64_t windowMs = 100 + static_cast<std::int64_t>(random.below(1500));
        const auto windowed = windowTrace(makeSimple(ends, values), static_cast<double>(windowMs) * 1e-3);
        QVERIFY(windowed.has_value());
        for (Eigen::Index t = 0; t < windowed->windowCount(); ++t) {
            double sum = 0.0;
            int present = 0;
            for (std::int64_t ms = t * windowMs; ms < (t + 1) * windowMs && ms < end; ++ms) {
                const auto sample = static_cast<std::size_t>(std::ranges::upper_bound(ends, ms) - ends.begin());
                if (!std::isnan(values[sample])) {
                    sum += static_cast<double>(values[sample]);
                    ++present;
                }
            }
            const float found = windowed->values(t, 0);
            if (2 * present < windowMs) {
                QVERIFY(std::isnan(found));
            } else {
                QVERIFY(std::abs(static_cast<double>(found) - sum / present) < 1e-5);
            }
        }
    }
}

QTEST_GUILESS_MAIN(WindowedTest)
#include "tst_windowed.moc"
