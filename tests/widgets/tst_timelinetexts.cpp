// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "timeline/format.h"
#include "timeline/lanes.h"
#include "timeline/timeaxis.h"

using namespace mimesys;
using namespace mimesys::widgets;

class TimelineTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void initTestCase();
    void valuesHaveThreeDigitsAndAUnit_data();
    void valuesHaveThreeDigitsAndAUnit();
    void everyCatalogueMetricHasATitle();
    void ticksFitAndAreRound_data();
    void ticksFitAndAreRound();
    void clockTicksLieOnTheClock();
    void relativeLabels_data();
    void relativeLabels();
    void fewCoresAreLanes();
    void manyCoresAreAStripThatOpens();
    void closedFamilyShowsItsHeadingOnly();
    void lanesOfBothSidesAreJoined();
    void lanesShareTheRoom();
};

namespace {

constexpr qint64 kSecond = kNanosecondsPerSecond;  // the type of test data columns

int countOf(const std::vector<Lane>& lanes, LaneKind kind) {
    return static_cast<int>(std::ranges::count(lanes, kind, &Lane::kind));
}

}  // namespace

void TimelineTextsTest::initTestCase() {
    qputenv("TZ", "Europe/Berlin");
    ::tzset();
}

void TimelineTextsTest::valuesHaveThreeDigitsAndAUnit_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QString>("text");
    QTest::newRow("percent") << 41.27 << QByteArray("%") << QStringLiteral("41.3 %");
    QTest::newRow("full percent") << 100.0 << QByteArray("%") << QStringLiteral("100 %");
    QTest::newRow("zero") << 0.0 << QByteArray("MB/s") << QStringLiteral("0 MB/s");
    QTest::newRow("small") << 0.0013 << QByteArray("MB/s") << QStringLiteral("0.0013 MB/s");
    QTest::newRow("bytes") << 1.25 * 1073741824.0 << QByteArray("bytes") << QStringLiteral("1.25 GiB");
    QTest::newRow("few bytes") << 512.0 << QByteArray("bytes") << QStringLiteral("512 B");
    QTest::newRow("events") << 12100.0 << QByteArray("1/s") << QStringLiteral("12.1 k/s");
    QTest::newRow("few events") << 41.0 << QByteArray("1/s") << QStringLiteral("41/s");
    QTest::newRow("no unit") << 2500.0 << QByteArray() << QStringLiteral("2.5 k");
    QTest::newRow("missing") << std::nan("") << QByteArray("%") << QStringLiteral("–");
}

void TimelineTextsTest::valuesHaveThreeDigitsAndAUnit() {
    QFETCH(double, value);
    QFETCH(QByteArray, unit);
    QTEST(formatValue(value, unit.toStdString()), "text");
}

void TimelineTextsTest::everyCatalogueMetricHasATitle() {
    for (const char* id : {"cpu.utilization", "cpu.ipc", "memory.read_bandwidth", "memory.write_bandwidth",
                           "memory.used", "llc.references", "llc.misses", "llc.occupancy", "disk.read", "disk.write",
                           "network.receive", "network.transmit", "pressure.cpu", "pressure.memory", "pressure.io",
                           "kernel.context_switches", "kernel.page_faults"}) {
        QVERIFY2(isKnownMetric(id), id);
        QVERIFY2(metricTitle(id) != QLatin1String(id), id);
    }
    QCOMPARE(metricTitle("cpu.utilization[17]"), QStringLiteral("CPU 17"));
    QCOMPARE(metricTitle("my.metric"), QStringLiteral("my.metric"));
}

void TimelineTextsTest::ticksFitAndAreRound_data() {
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("most");
    QTest::addColumn<qint64>("step");
    QTest::newRow("a millisecond") << kSecond / 1000 << 10 << kSecond / 5000;
    QTest::newRow("a second") << kSecond << 10 << kSecond / 5;
    QTest::newRow("two minutes") << 120 * kSecond << 10 << 15 * kSecond;
    QTest::newRow("an hour") << 3600 * kSecond << 10 << 600 * kSecond;
    QTest::newRow("a day") << 86400 * kSecond << 9 << 10800 * kSecond;
    QTest::newRow("a year") << 365 * 86400 * kSecond << 9 << qint64{56} * 86400 * kSecond;
}

void TimelineTextsTest::ticksFitAndAreRound() {
    QFETCH(qint64, length);
    QFETCH(int, most);
    QTEST(static_cast<qint64>(tickStepNs(length, most)), "step");
    const TimeRange range{7 * kSecond + 13, 7 * kSecond + 13 + length};
    const auto ticks = timeTicks(range, most, TimeLabels::Relative, samples::kStartNs);
    QVERIFY(ticks.size() <= static_cast<std::size_t>(most) + 1);
    QVERIFY(!ticks.empty());
    for (const Tick& tick : ticks) {
        QVERIFY(tick.timeNs >= range.beginNs && tick.timeNs <= range.endNs);
        QCOMPARE(tick.timeNs % tickStepNs(length, most), std::int64_t{0});
    }
}

void TimelineTextsTest::clockTicksLieOnTheClock() {
    const qint64 start = 1'700'000'123 * kSecond;
    const auto ticks = timeTicks({0, 3600 * kSecond}, 8, TimeLabels::Clock, start);
    QCOMPARE(ticks.size(), std::size_t{6});
    for (const Tick& tick : ticks) {
        QCOMPARE((start + tick.timeNs) % (600 * kSecond), qint64{0});
    }
    QCOMPARE(ticks.front().label, QStringLiteral("23:20"));
    QCOMPARE(timeLabel(0, kSecond, TimeLabels::Clock, start), QStringLiteral("23:15:23"));
}

void TimelineTextsTest::relativeLabels_data() {
    QTest::addColumn<qint64>("time");
    QTest::addColumn<qint64>("resolution");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 12 * kSecond << kSecond << QStringLiteral("12 s");
    QTest::newRow("tenths") << 12 * kSecond + kSecond / 4 << kSecond / 100 << QStringLiteral("12.25 s");
    QTest::newRow("minutes") << 65 * kSecond << kSecond << QStringLiteral("1:05");
    QTest::newRow("minutes and tenths") << 65 * kSecond + kSecond / 10 << kSecond / 10 << QStringLiteral("1:05.1");
    QTest::newRow("hours") << 3725 * kSecond << kSecond << QStringLiteral("1:02:05");
    QTest::newRow("before the start") << -65 * kSecond << kSecond << QStringLiteral("−1:05");
}

void TimelineTextsTest::relativeLabels() {
    QFETCH(qint64, time);
    QFETCH(qint64, resolution);
    QTEST(timeLabel(time, resolution, TimeLabels::Relative, samples::kStartNs), "text");
}

void TimelineTextsTest::fewCoresAreLanes() {
    const auto trace = samples::indexed(samples::machineTrace(2, 10));
    const auto lanes = listLanes(trace.get(), nullptr, {});
    QCOMPARE(countOf(lanes, LaneKind::Family), 3);
    QCOMPARE(countOf(lanes, LaneKind::CpuStrip), 0);
    QCOMPARE(countOf(lanes, LaneKind::Metric), 4);
    QCOMPARE(lanes[1].metric.id, std::string("cpu.utilization[0]"));
}

void TimelineTextsTest::manyCoresAreAStripThatOpens() {
    const auto trace = samples::indexed(samples::machineTrace(128, 10));
    LaneFolding folding;
    auto lanes = listLanes(trace.get(), nullptr, folding);
    QCOMPARE(lanes[1], (Lane{LaneKind::CpuStrip, Family::Cpu, {}, 128, false}));
    QCOMPARE(countOf(lanes, LaneKind::Metric), 2);
    folding.cpusOpen = true;
    lanes = listLanes(trace.get(), nullptr, folding);
    QVERIFY(lanes[1].open);
    QCOMPARE(countOf(lanes, LaneKind::Metric), 130);
    QCOMPARE(lanes[12].metric.id, std::string("cpu.utilization[10]"));
}

void TimelineTextsTest::closedFamilyShowsItsHeadingOnly() {
    const auto trace = samples::indexed(samples::machineTrace(2, 10));
    const auto lanes = listLanes(trace.get(), nullptr, {{Family::Cpu}, false});
    QCOMPARE(lanes[0], (Lane{LaneKind::Family, Family::Cpu, {}, 2, false}));
    QCOMPARE(lanes[1].kind, LaneKind::Family);
}

void TimelineTextsTest::lanesOfBothSidesAreJoined() {
    const auto real = samples::indexed(samples::randomTrace(1, 5, {"disk.read", "my.metric"}));
    const auto emulated = samples::indexed(samples::randomTrace(2, 5, {"disk.read", "network.receive"}));
    std::vector<std::string> ids;
    for (const Lane& lane : listLanes(real.get(), emulated.get(), {})) {
        if (lane.kind == LaneKind::Metric) {
            ids.push_back(lane.metric.id);
        }
    }
    QCOMPARE(ids, (std::vector<std::string>{"disk.read", "network.receive", "my.metric"}));
    QVERIFY(listLanes(nullptr, nullptr, {}).empty());
}

void TimelineTextsTest::lanesShareTheRoom() {
    const auto trace = samples::indexed(samples::machineTrace(2, 10));
    const auto lanes = listLanes(trace.get(), nullptr, {});
    const LaneHeights heights{20, 40, 100};
    const auto roomy = placeLanes(lanes, 3 * 20 + 4 * 70, heights);
    QCOMPARE(roomy.back().top + roomy.back().height, 3 * 20 + 4 * 70);
    QCOMPARE(placeLanes(lanes, 10, heights)[1].height, 40);
    QCOMPARE(placeLanes(lanes, 5000, heights)[1].height, 100);
    for (std::size_t i = 1; i < roomy.size(); ++i) {
        QCOMPARE(roomy[i].top, roomy[i - 1].top + roomy[i - 1].height);
    }
}

QTEST_GUILESS_MAIN(TimelineTextsTest)
#include "tst_timelinetexts.moc"
