// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "timeline/geometry.h"

using namespace mimesys;
using namespace mimesys::widgets;

class TimelineGeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void extremesEqualALinearScan_data();
    void extremesEqualALinearScan();
    void noBurstIsLost();
    void neighbouringBarsTouch();
    void barsLieOnTheAxis();
    void dashesKeepBursts();
    void dashesMoveWithThePhase();
    void missingValuesAreRunsInsideTheTraceOnly();
    void valueHoldsOverItsInterval();
    void axisIsRoundAndHoldsAllValues_data();
    void axisIsRoundAndHoldsAllValues();
    void roundedUpIsNeverBelow();
};

namespace {

constexpr qint64 kSecond = kNanosecondsPerSecond;  // the type of test data columns

// Every sample whose interval shares time with the pixel column, one after the other.
trace::MinMax scanned(const trace::Trace& trace, std::size_t column, TimeRange range, int columns, int x) {
    const std::int64_t from = trace.startNs + columnEdge(range, columns, x);
    const std::int64_t to = trace.startNs + columnEdge(range, columns, x + 1);
    trace::MinMax result{trace::kMissing, trace::kMissing};
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        if (trace.intervalStartNs(i) < to && trace.timesNs[i] > from && !trace.columns[column].isMissing(i)) {
            const float value = trace.columns[column].values[i];
            result.minimum = std::isnan(result.minimum) ? value : std::min(result.minimum, value);
            result.maximum = std::isnan(result.maximum) ? value : std::max(result.maximum, value);
        }
    }
    return result;
}

bool same(const trace::MinMax& a, const trace::MinMax& b) {
    return a == b || (std::isnan(a.minimum) && std::isnan(b.minimum) && std::isnan(a.maximum) && std::isnan(b.maximum));
}

}  // namespace

void TimelineGeometryTest::extremesEqualALinearScan_data() {
    QTest::addColumn<int>("samples");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("columns");
    QTest::newRow("all of a long trace") << 20000 << qint64{0} << 20000 * kSecond << 300;
    QTest::newRow("part of a long trace") << 20000 << 5000 * kSecond << 9000 * kSecond << 333;
    QTest::newRow("a few samples") << 20000 << 700 * kSecond << 705 * kSecond << 640;
    QTest::newRow("before and behind a short trace") << 20 << -20 * kSecond << 60 * kSecond << 200;
    QTest::newRow("outside") << 20 << 1000 * kSecond << 1001 * kSecond << 50;
    QTest::newRow("one column") << 500 << qint64{0} << 500 * kSecond << 1;
    QTest::newRow("no samples") << 0 << qint64{0} << kSecond << 10;
}

void TimelineGeometryTest::extremesEqualALinearScan() {
    QFETCH(int, samples);
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(int, columns);
    const auto trace = samples::indexed(samples::randomTrace(static_cast<std::uint64_t>(samples) + 7,
                                                             static_cast<std::size_t>(samples), {"disk.read"}));
    const TimeRange range{begin, end};
    const auto extremes = columnExtremes(trace->pyramid(0), binSamples(trace->trace(), range, columns));
    QCOMPARE(extremes.size(), static_cast<std::size_t>(columns));
    for (int x = 0; x < columns; ++x) {
        QVERIFY2(same(extremes[static_cast<std::size_t>(x)], scanned(trace->trace(), 0, range, columns, x)),
                 qPrintable(QString::number(x)));
    }
}

void TimelineGeometryTest::noBurstIsLost() {
    trace::Trace made;
    made.startNs = samples::kStartNs;
    made.columns.push_back({metricFor("disk.write"), Provenance::Procfs, {}});
    for (int i = 0; i < 100'000; ++i) {
        made.timesNs.push_back(made.startNs + (i + 1) * kSecond);
        made.columns[0].values.push_back(i == 54'321 ? 1000.0F : 1.0F);
    }
    const auto trace = samples::indexed(samples::checked(std::move(made)));
    for (const int columns : {10, 97, 640, 1920}) {
        const auto extremes = columnExtremes(trace->pyramid(0), binSamples(trace->trace(), trace->extent(), columns));
        const auto bars = columnBars(extremes, {0.0, 1000.0}, 100.0);
        QVERIFY(std::ranges::any_of(bars, [](const ColumnBar& bar) { return bar.present && bar.top < 1.0F; }));
    }
}

void TimelineGeometryTest::neighbouringBarsTouch() {
    const std::vector<trace::MinMax> extremes{{1.0F, 2.0F}, {5.0F, 6.0F}, {0.0F, 0.5F}, {0.5F, 0.5F}};
    const auto bars = columnBars(extremes, {0.0, 10.0}, 100.0);
    for (std::size_t x = 1; x < bars.size(); ++x) {
        QVERIFY(bars[x].top <= bars[x - 1].bottom);
        QVERIFY(bars[x].bottom >= bars[x - 1].top);
    }
}

void TimelineGeometryTest::barsLieOnTheAxis() {
    const std::vector<trace::MinMax> extremes{{0.0F, 10.0F}, {trace::kMissing, trace::kMissing}, {20.0F, 20.0F}};
    const auto bars = columnBars(extremes, {0.0, 20.0}, 40.0);
    QCOMPARE(bars[0], (ColumnBar{20.0F, 40.0F, true}));
    QVERIFY(!bars[1].present);
    QCOMPARE(bars[2], (ColumnBar{0.0F, 0.0F, true}));
}

void TimelineGeometryTest::dashesKeepBursts() {
    std::vector<ColumnBar> bars(40, ColumnBar{50.0F, 50.0F, true});
    for (std::size_t x = 0; x < bars.size(); ++x) {
        auto burst = bars;
        burst[x] = {0.0F, 50.0F, true};
        QVERIFY(dashed(burst, 0, 7, 4)[x].present);
    }
    const auto pieces = dashed(bars, 0, 7, 4);
    QVERIFY(pieces[6].present);
    QVERIFY(!pieces[7].present);
    QVERIFY(!pieces[10].present);
    QVERIFY(pieces[11].present);
}

void TimelineGeometryTest::dashesMoveWithThePhase() {
    const std::vector<ColumnBar> bars(60, ColumnBar{5.0F, 5.0F, true});
    const auto at = dashed(bars, -23, 7, 4);
    const auto moved = dashed(bars, -23 + 5, 7, 4);
    for (std::size_t x = 0; x + 5 < bars.size(); ++x) {
        QCOMPARE(moved[x].present, at[x + 5].present);
    }
}

void TimelineGeometryTest::missingValuesAreRunsInsideTheTraceOnly() {
    trace::Trace made;
    made.startNs = samples::kStartNs;
    made.columns.push_back({metricFor("disk.write"), Provenance::Procfs, {}});
    for (int i = 0; i < 10; ++i) {
        made.timesNs.push_back(made.startNs + (i + 1) * kSecond);
        made.columns[0].values.push_back(i >= 4 && i < 7 ? trace::kMissing : 1.0F);
    }
    const auto trace = samples::indexed(samples::checked(std::move(made)));
    const auto bins = binSamples(trace->trace(), {0, 20 * kSecond}, 20);
    const auto runs = missingRuns(columnExtremes(trace->pyramid(0), bins), bins);
    QCOMPARE(runs, (std::vector<ColumnRun>{{4, 7}}));
}

void TimelineGeometryTest::valueHoldsOverItsInterval() {
    trace::Trace made;
    made.startNs = samples::kStartNs;
    made.timesNs = {made.startNs + kSecond, made.startNs + 3 * kSecond, made.startNs + 4 * kSecond};
    made.columns.push_back({metricFor("disk.write"), Provenance::Procfs, {10.0F, 20.0F, trace::kMissing}});
    const trace::TracePtr trace = samples::checked(std::move(made));
    QCOMPARE(valueAt(*trace, 0, -1), std::nullopt);
    QCOMPARE(valueAt(*trace, 0, 0), std::optional(10.0F));
    QCOMPARE(valueAt(*trace, 0, kSecond - 1), std::optional(10.0F));
    QCOMPARE(valueAt(*trace, 0, kSecond), std::optional(20.0F));
    QCOMPARE(valueAt(*trace, 0, 3 * kSecond - 1), std::optional(20.0F));
    QCOMPARE(valueAt(*trace, 0, 3 * kSecond), std::nullopt);
    QCOMPARE(valueAt(*trace, 0, 4 * kSecond), std::nullopt);
}

void TimelineGeometryTest::axisIsRoundAndHoldsAllValues_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<double>("axisLow");
    QTest::addColumn<double>("axisHigh");
    QTest::newRow("percent") << 3.0 << 40.0 << QByteArray("%") << 0.0 << 100.0;
    QTest::newRow("rate") << 0.0 << 142.9 << QByteArray("MB/s") << 0.0 << 150.0;
    QTest::newRow("rate from far above zero") << 700.0 << 790.0 << QByteArray("1/s") << 700.0 << 800.0;
    QTest::newRow("constant") << 7.0 << 7.0 << QByteArray("1/s") << 0.0 << 8.0;
    QTest::newRow("zero") << 0.0 << 0.0 << QByteArray("MB/s") << 0.0 << 1.0;
    QTest::newRow("nothing") << double(trace::kMissing) << double(trace::kMissing) << QByteArray("MB/s") << 0.0 << 1.0;
}

void TimelineGeometryTest::axisIsRoundAndHoldsAllValues() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QByteArray, unit);
    const std::vector<trace::MinMax> totals{{static_cast<float>(low), static_cast<float>(high)}};
    const ValueRange axis = axisFor(totals, unit.toStdString());
    QTEST(axis.low, "axisLow");
    QTEST(axis.high, "axisHigh");
}

void TimelineGeometryTest::roundedUpIsNeverBelow() {
    Random random(3);
    for (int i = 0; i < 5000; ++i) {
        const double value = std::pow(10.0, random.uniform() * 24.0 - 12.0);
        const double rounded = roundedUp(value);
        QVERIFY(rounded >= value * (1.0 - 1e-8));
        QVERIFY(rounded <= value * 1.6);
    }
}

QTEST_GUILESS_MAIN(TimelineGeometryTest)
#include "tst_timelinegeometry.moc"
