// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourvision.h"
#include "composition/classgeometry.h"
#include "composition/schedulegeometry.h"
#include "composition/stressorpalette.h"
#include "composition/windowfocus.h"
#include "samples.h"
#include "timeline/geometry.h"

#include <map>
#include <set>

using namespace mimesys;
using namespace mimesys::widgets;

class CompositionGeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void segmentsLieWhereTheirTimesAre();
    void everySliceIsSeenAndNoneIsCovered_data();
    void everySliceIsSeenAndNoneIsCovered();
    void totalsAddUpInThePlansOrder();
    void narrowRoundsAreNotShown();
    void fewRowsFillTheHeight();
    void manyRowsStayReadableAndScroll();
    void rowsAndPointsAgree();
    void narrowViewsDoWithoutALegend();
    void classSharesEqualALinearScan_data();
    void classSharesEqualALinearScan();
    void classesOfAWindowAddUp();
    void areasLieOnEachOther();
    void lightLoadIsMagnified();
    void labelsStandWhereTheyFit();
    void windowsOfTimes();
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
const std::vector<std::string> kNames{"zstd-decompress", "memcpy-l1", "stream-dram", "disk-read-paced", "unheard-of"};

PlanPtr planOf(std::size_t windows, std::size_t cpus) {
    return samples::randomPlan(windows, cpus, kNames);
}

ScheduleFrame frameOf(int width, int height, int cpus, int scrolled = 0) {
    return scheduleFrame({width, height}, cpus, scrolled, {14, 7});
}

}  // namespace

void CompositionGeometryTest::segmentsLieWhereTheirTimesAre() {
    plan::ExecutionPlan made(1, 2, {"a", "b"}, 1.0);
    made.row(0, 1)[1] = 0.5F;
    const auto segments = scheduleSegments(made, 0, {0, 2}, ScheduleOrder::AsRun, 1000);
    QCOMPARE(segments.size(), std::size_t{10});
    for (int round = 0; round < 10; ++round) {
        const ScheduleSegment& segment = segments[static_cast<std::size_t>(round)];
        QCOMPARE(segment.cpu, 1);
        QCOMPARE(segment.slice.stressor, 1U);
        QCOMPARE(segment.left, round * 100);
        QCOMPARE(segment.right, round * 100 + 50);
    }
    const auto totals = scheduleSegments(made, 0, {0, 2}, ScheduleOrder::Totals, 1000);
    QCOMPARE(totals, (std::vector<ScheduleSegment>{{1, 0, 500, {1, 0, kSecond / 2}}}));
    QVERIFY(scheduleSegments(made, 0, {0, 1}, ScheduleOrder::AsRun, 1000).empty());
}

void CompositionGeometryTest::everySliceIsSeenAndNoneIsCovered_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1900;
    QTest::newRow("as usual") << 900;
    QTest::newRow("narrow") << 300;
}

void CompositionGeometryTest::everySliceIsSeenAndNoneIsCovered() {
    QFETCH(int, width);
    auto made = std::make_shared<plan::ExecutionPlan>(*planOf(2, 8));
    made->row(1, 3)[0] = 0.001F;  // 0.1 ms a round
    const auto segments = scheduleSegments(*made, 1, {2, 7}, ScheduleOrder::AsRun, width);
    std::map<int, int> ends;
    std::size_t slices = 0;
    for (std::size_t cpu = 2; cpu < 7; ++cpu) {
        slices += scheduleOf(*made, 1, cpu, ScheduleOrder::AsRun).size();
    }
    QCOMPARE(segments.size(), slices);
    for (const ScheduleSegment& segment : segments) {
        QVERIFY(segment.right > segment.left && segment.left >= ends[segment.cpu] && segment.right <= width);
        ends[segment.cpu] = segment.right;
        // Pushed aside by what was widened before it: within a few pixels of where it is in time.
        const double exact = static_cast<double>(segment.slice.beginNs) / static_cast<double>(kSecond) * width;
        QVERIFY(std::abs(segment.left - exact) <= 3.0);
    }
}

void CompositionGeometryTest::totalsAddUpInThePlansOrder() {
    const PlanPtr made = planOf(1, 1);
    const auto pieces = scheduleOf(*made, 0, 0, ScheduleOrder::Totals);
    QCOMPARE(pieces.size(), kNames.size());
    std::int64_t end = 0;
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        QCOMPARE(pieces[i].stressor, i);
        QCOMPARE(pieces[i].beginNs, end);
        end = pieces[i].endNs;
        const double share = static_cast<double>(pieces[i].endNs - pieces[i].beginNs) * 1e-9;
        QVERIFY(std::abs(share - static_cast<double>(made->at(0, 0, i))) < 1e-6);
    }
}

void CompositionGeometryTest::narrowRoundsAreNotShown() {
    QVERIFY(canShowRounds(1.0, 40));
    QVERIFY(!canShowRounds(1.0, 39));
    QVERIFY(!canShowRounds(3600.0, 4000));  // 36,000 rounds
}

void CompositionGeometryTest::fewRowsFillTheHeight() {
    const ScheduleFrame frame = frameOf(1000, 300, 4);
    QCOMPARE(frame.rowHeight * 4, static_cast<double>(frame.plot.height()));
    QCOMPARE(frame.contentHeight, frame.plot.height());
    QCOMPARE(frame.labelEvery, 1);
    QCOMPARE(frame.visibleCpus(), std::pair(0, 4));
    QVERIFY(frame.legend.left() > frame.plot.right() && frame.legend.right() < 1000);
}

void CompositionGeometryTest::manyRowsStayReadableAndScroll() {
    const ScheduleFrame frame = frameOf(1000, 200, 128, 100);
    QVERIFY(frame.rowHeight >= 3.0);
    QVERIFY(frame.contentHeight >= 3 * 128);
    QVERIFY(frame.labelEvery * frame.rowHeight >= 14.0);
    QCOMPARE(frame.labelEvery, 8);
    QCOMPARE(frame.visibleCpus().first, 33);
    QCOMPARE(frameOf(1000, 200, 128, 1'000'000).visibleCpus().second, 128);
    // With room for them, all rows are seen.
    QCOMPARE(frameOf(1000, 600, 128).contentHeight, frameOf(1000, 600, 128).plot.height());
}

void CompositionGeometryTest::rowsAndPointsAgree() {
    for (const int scrolled : {0, 57}) {
        const ScheduleFrame frame = frameOf(800, 150, 100, scrolled);
        const auto [first, last] = frame.visibleCpus();
        QVERIFY(first < last);
        for (int cpu = first + 1; cpu < last - 1; ++cpu) {
            QCOMPARE(frame.cpuAt(frame.rowRect(cpu).center().y()), cpu);
        }
        QCOMPARE(frame.cpuAt(frame.plot.top() - 1), -1);
        QCOMPARE(frame.cpuAt(frame.plot.bottom() + 1), -1);
    }
    QCOMPARE(frameOf(800, 150, 0).cpuAt(50), -1);
}

void CompositionGeometryTest::narrowViewsDoWithoutALegend() {
    QVERIFY(frameOf(300, 200, 4).legend.isEmpty());
    QVERIFY(frameOf(300, 200, 4).plot.width() > 150);
}

void CompositionGeometryTest::classSharesEqualALinearScan_data() {
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("columns");
    QTest::newRow("all") << qint64{0} << qint64{400 * kSecond} << 57;
    QTest::newRow("within windows") << qint64{33 * kSecond + 5} << qint64{36 * kSecond} << 200;
    QTest::newRow("beyond both ends") << qint64{-50 * kSecond} << qint64{520 * kSecond} << 100;
}

// Naively: each pixel's time in hundredths, each with the value of its window.
void CompositionGeometryTest::classSharesEqualALinearScan() {
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(int, columns);
    const Composition made(planOf(400, 3));
    const TimeRange range{begin, end};
    const auto shares = classColumns(made, range, columns);
    QCOMPARE(shares.size(), static_cast<std::size_t>(columns));
    constexpr int kParts = 100;
    for (int x = 0; x < columns; ++x) {
        const std::int64_t from = columnEdge(range, columns, x);
        const std::int64_t length = columnEdge(range, columns, x + 1) - from;
        std::array<double, kResourceClasses.size()> sums{};
        int counted = 0;
        for (int part = 0; part < kParts; ++part) {
            const auto window = made.windowAt(from + length * part / kParts + length / (2 * kParts));
            if (!window) {
                continue;
            }
            ++counted;
            for (int row = 0; row < made.rowCount(); ++row) {
                const ResourceClass resource = row == made.idleRow()
                                                   ? ResourceClass::Idle
                                                   : resourceClassOf(kNames[static_cast<std::size_t>(row)]);
                sums[indexOf(resource)] += static_cast<double>(made.mean(row, *window));
            }
        }
        const auto& column = shares[static_cast<std::size_t>(x)];
        QCOMPARE(column.has_value(), counted > 0);
        for (std::size_t i = 0; column && i < sums.size(); ++i) {
            QVERIFY(std::abs(static_cast<double>((*column)[i]) - sums[i] / counted) < 0.02);
        }
    }
}

void CompositionGeometryTest::classesOfAWindowAddUp() {
    plan::ExecutionPlan made(2, 2, {"zstd-decompress", "sleep", "unheard-of"}, 1.0);
    made.row(1, 0)[0] = 0.4F;
    made.row(1, 0)[1] = 0.3F;
    made.row(1, 1)[2] = 0.2F;
    const Composition composition(std::make_shared<const plan::ExecutionPlan>(made));
    const ClassShares shares = composition.classTotals().mean(1.0, 2.0);
    const auto is = [&](ResourceClass resource, float share) {
        return std::abs(shares[indexOf(resource)] - share) < 1e-6F;
    };
    QVERIFY(is(ResourceClass::Compute, 0.2F));
    QVERIFY(is(ResourceClass::Other, 0.1F));
    QVERIFY(is(ResourceClass::Idle, 0.7F));  // what sleeps is idle
    QVERIFY(is(ResourceClass::Memory, 0.0F));
    QVERIFY(composition.classTotals().isUsed(ResourceClass::Compute));
    QVERIFY(!composition.classTotals().isUsed(ResourceClass::Disk));
    QVERIFY(std::abs(composition.classTotals().highestBusy() - 0.3F) < 1e-6F);
}

void CompositionGeometryTest::areasLieOnEachOther() {
    ClassShares first{};
    first[indexOf(ResourceClass::Compute)] = 0.25F;
    first[indexOf(ResourceClass::Memory)] = 0.5F;
    first[indexOf(ResourceClass::Idle)] = 0.25F;
    const ClassEdges edges = classEdges(first, 1.0, 100);
    QCOMPARE(edges, (ClassEdges{25, 25, 75, 75, 75, 75, 75, 100}));
    // Magnified, what does not fit is cut at the top.
    QCOMPARE(classEdges(first, 0.5, 100), (ClassEdges{50, 50, 100, 100, 100, 100, 100, 100}));
    const QImage image = classImage({first, std::nullopt, first}, 1.0, 100, false, Qt::green);
    QCOMPARE(image.size(), QSize(3, 100));
    for (int y = 0; y < 100; ++y) {
        QCOMPARE(image.pixelColor(1, y), QColor(Qt::green));
        for (const int x : {0, 2}) {
            const QColor colour = image.pixelColor(x, y);
            if (y < 25) {
                QCOMPARE(colour, classColour(ResourceClass::Idle, false));
            } else if (y >= 75) {
                QCOMPARE(colour, classColour(ResourceClass::Compute, false));
            } else {  // with lines of its hatch
                QVERIFY(vision::distance(toLab(colour), toLab(classColour(ResourceClass::Memory, false))) < 30.0);
            }
        }
    }
    std::set<QRgb> shades;
    for (int y = 30; y < 38; ++y) {
        shades.insert(image.pixel(0, y));
    }
    QCOMPARE(shades.size(), std::size_t{2});
}

void CompositionGeometryTest::lightLoadIsMagnified() {
    plan::ExecutionPlan made(3, 1, {"zstd-decompress"}, 1.0);
    QCOMPARE(classAxis(Composition(std::make_shared<const plan::ExecutionPlan>(made)).classTotals()), 1.0);
    made.row(1, 0)[0] = 0.13F;
    QCOMPARE(classAxis(Composition(std::make_shared<const plan::ExecutionPlan>(made)).classTotals()), 0.15);
    made.row(1, 0)[0] = 0.99F;
    QCOMPARE(classAxis(Composition(std::make_shared<const plan::ExecutionPlan>(made)).classTotals()), 1.0);
}

void CompositionGeometryTest::labelsStandWhereTheyFit() {
    ClassShares thin{};
    thin[indexOf(ResourceClass::Compute)] = 0.1F;
    ClassShares thick{};
    thick[indexOf(ResourceClass::Compute)] = 0.6F;
    std::vector<std::optional<ClassShares>> columns(100, thin);
    std::fill(columns.begin() + 40, columns.begin() + 80, thick);
    const QRectF plot(0.0, 0.0, 100.0, 100.0);
    const auto place = labelPlace(columns, ResourceClass::Compute, plot, 1.0, {30.0, 14.0});
    QVERIFY(place.has_value());
    QCOMPARE(place->x(), 60.0);
    QVERIFY(std::abs(place->y() - 70.0) < 1e-4);
    QVERIFY(!labelPlace(columns, ResourceClass::Compute, plot, 1.0, {50.0, 14.0}));
    QVERIFY(!labelPlace(columns, ResourceClass::Disk, plot, 1.0, {5.0, 14.0}));
}

void CompositionGeometryTest::windowsOfTimes() {
    const Composition made(planOf(10, 1));
    QCOMPARE(made.windowRange(3), (TimeRange{3 * kSecond, 4 * kSecond}));
    QCOMPARE(made.windowAt(4 * kSecond - 1), std::optional<std::size_t>(3));
    QVERIFY(!made.windowAt(-1) && !made.windowAt(10 * kSecond));
    const TimeRange extent{0, 10 * kSecond};
    QCOMPARE(windowAround(3 * kSecond + 7, 1.0, extent), std::optional(TimeRange{3 * kSecond, 4 * kSecond}));
    QVERIFY(!windowAround(10 * kSecond, 1.0, extent));
    QCOMPARE(withContext({3 * kSecond, 4 * kSecond}, extent), (TimeRange{kSecond, 6 * kSecond}));
    QCOMPARE(withContext({0, kSecond}, extent), (TimeRange{0, 5 * kSecond}));
}

QTEST_MAIN(CompositionGeometryTest)
#include "tst_compositiongeometry.moc"
