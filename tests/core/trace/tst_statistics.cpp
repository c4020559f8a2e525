// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/random.h"
#include "trace/statistics.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace mimesys;

class StatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void weighsByTime();
    void countsWhatIsMissing();
    void quantilesAreThoseOfTheSortedValues();
    void nothingInRangeIsNothing();
    void stops();
};

namespace {

// Samples that end at 1, 3, 4 and 8 s.
trace::Trace unevenTrace(std::vector<float> values) {
    trace::Trace trace;
    for (const int second : {1, 3, 4, 8}) {
        trace.timesNs.push_back(second * kNanosecondsPerSecond);
    }
    trace.columns = {{metricFor("disk.read"), Provenance::Procfs, std::move(values)}};
    return trace;
}

}  // namespace

void StatisticsTest::weighsByTime() {
    const trace::Trace trace = unevenTrace({10.0F, 20.0F, 40.0F, 0.0F});
    // Of [2 s, 6 s): one second of 20, one of 40, two of 0.
    const auto part = trace::statistics(trace, 0, 2 * kNanosecondsPerSecond, 6 * kNanosecondsPerSecond);
    QVERIFY(part.has_value());
    QCOMPARE(part->samples, std::size_t{3});
    QCOMPARE(part->missing, std::size_t{0});
    QCOMPARE(part->seconds, 4.0);
    QCOMPARE(part->minimum, 0.0);
    QCOMPARE(part->maximum, 40.0);
    QCOMPARE(part->mean, 15.0);
    QCOMPARE(part->deviation, std::sqrt((25.0 + 625.0 + 2 * 225.0) / 4.0));
    QCOMPARE(part->median, 20.0);
}

void StatisticsTest::countsWhatIsMissing() {
    const trace::Trace trace = unevenTrace({10.0F, trace::kMissing, 40.0F, trace::kMissing});
    const auto all = trace::statistics(trace, 0, 0, 100 * kNanosecondsPerSecond);
    QCOMPARE(all->samples, std::size_t{2});
    QCOMPARE(all->missing, std::size_t{2});
    QCOMPARE(all->seconds, 2.0);
    QCOMPARE(all->mean, 25.0);
}

void StatisticsTest::quantilesAreThoseOfTheSortedValues() {
    Random random(3);
    for (const std::size_t count : {1U, 2U, 7U, 100U, 1001U}) {
        trace::Trace trace;
        std::vector<float> values;
        for (std::size_t i = 0; i < count; ++i) {
            trace.timesNs.push_back(static_cast<std::int64_t>(i + 1) * kNanosecondsPerSecond);
            values.push_back(static_cast<float>(random.uniform()));
        }
        trace.columns = {{metricFor("disk.read"), Provenance::Procfs, values}};
        const auto result = trace::statistics(trace, 0, 0, trace.endNs());
        std::ranges::sort(values);
        const auto expected = [&](double share) {
            const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(count)));
            return static_cast<double>(values[std::max<std::size_t>(rank, 1) - 1]);
        };
        QCOMPARE(result->median, expected(0.5));
        QCOMPARE(result->p95, expected(0.95));
        QCOMPARE(result->p99, expected(0.99));
    }
}

void StatisticsTest::nothingInRangeIsNothing() {
    const trace::Trace trace = unevenTrace({1.0F, 2.0F, 3.0F, 4.0F});
    const auto result = trace::statistics(trace, 0, 8 * kNanosecondsPerSecond, 9 * kNanosecondsPerSecond);
    QCOMPARE(result->samples, std::size_t{0});
    QVERIFY(std::isnan(result->mean) && std::isnan(result->p95));
}

void StatisticsTest::stops() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(
        !trace::statistics(unevenTrace({1.0F, 2.0F, 3.0F, 4.0F}), 0, 0, 8 * kNanosecondsPerSecond, stop.get_token()));
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
