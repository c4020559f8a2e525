// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/alignment.h"
#include "evaluation/score.h"
#include "heatmap/composition.h"
#include "models/versionmodel.h"
#include "overlay/comparer.h"
#include "overlay/linestyle.h"
#include "timeline/lanepainter.h"
#include "timeline/warpinglines.h"
#include "trace/slice.h"
#include "viewstate/viewstate.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDockWidget>
#include <QTableView>
#include <QTreeView>

using namespace mimesys;
using namespace mimesys::widgets;
using samples::WindowFixture;

// Real and emulated in all ways they are laid against each other, and several emulations against each other.
class ComparingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init() { samples::failOnQtWarnings(); }
    void differenceIsDrawnFromZero();
    void differenceOfStrangersSaysWhyThereIsNone();
    void sidesStandBesideEachOther();
    void pathConnectsWhatWasLaidAgainstEachOther();
    void pathIsThatOfTheSelection();
    void linesOfAPathKeepTheirDistance();
    void selectionIsScoredByTheWholesRanges();
    void versionsAreKeptAndPutBack();
    void removedVersionGivesWay();
    void versionIsRenamedAndCompared();
    void comparedEmulationIsDrawn();
    void newTraceForgetsVersions();
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
constexpr int kSeconds = 100;

trace::TracePtr flatTrace(float value, const char* id = "disk.read") {
    trace::Trace trace;
    trace.startNs = samples::kStartNs;
    trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
    for (int i = 0; i < kSeconds; ++i) {
        trace.timesNs.push_back(trace.startNs + (i + 1) * kSecond);
        trace.columns[0].values.push_back(value);
    }
    return samples::checked(std::move(trace));
}

LoadedPlan planNamed(const char* name) {
    return {std::make_shared<const Composition>(samples::randomPlan(kSeconds, 2, {"a", "b"})), QLatin1String(name), {}};
}

std::shared_ptr<const evaluation::Score> scoreWith(double mean) {
    auto score = std::make_shared<evaluation::Score>();
    score->mean = mean;
    score->families[Family::Disk] = mean;
    return score;
}

// Colours of the pixels in a lane's plot at a time, from the top down.
QList<QColor> pixelsAt(WindowFixture& fixture, const char* metric, double seconds) {
    const auto lane = std::ranges::find_if(fixture.timeline().lanes(),
                                           [&](const PlacedLane& placed) { return placed.lane.metric.id == metric; });
    const QRect plot = fixture.timeline().plotRect(*lane);
    const QImage image = fixture.timeline().viewport()->grab().toImage();
    QList<QColor> pixels;
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        pixels += image.pixelColor(fixture.at(seconds).x(), y);
    }
    return pixels;
}

int countOf(const QList<QColor>& pixels, const QColor& colour, int from, int to) {
    return static_cast<int>(std::count(pixels.begin() + from, pixels.begin() + to, colour));
}

}  // namespace

void ComparingTest::differenceIsDrawnFromZero() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(flatTrace(40.0F), "real"));
    fixture.document().setEmulated(samples::loaded(flatTrace(100.0F), "emulated"));
    fixture.child<QAction>("compareDifference")->trigger();
    QCOMPARE(fixture.state().compareMode(), CompareMode::Difference);
    QTRY_VERIFY((fixture.timeline().viewport()->grab(), fixture.timeline().isComplete()));
    const Colours colours = coloursFor(fixture.timeline().palette());
    const Comparison& sides = fixture.timeline().comparer().sides();
    QCOMPARE(sides.difference->trace().columns[0].values.front(), 60.0F);
    const ValueRange axis = LanePainter::axisOf(sides, metricFor("disk.read"), CompareMode::Difference);
    QCOMPARE(axis, (ValueRange{-60.0, 60.0}));
    // The emulation has more: its colour fills the upper half and nothing the lower one.
    const QList<QColor> pixels = pixelsAt(fixture, "disk.read", 50.5);
    const int half = static_cast<int>(pixels.size()) / 2;
    QVERIFY(countOf(pixels, colours.emulated, 0, half) > half * 7 / 10);
    QCOMPARE(countOf(pixels, colours.emulated, half + 2, static_cast<int>(pixels.size())), 0);
    QCOMPARE(countOf(pixels, colours.real, 0, static_cast<int>(pixels.size())), 0);
}

void ComparingTest::differenceOfStrangersSaysWhyThereIsNone() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(flatTrace(40.0F), "real"));
    fixture.document().setEmulated(samples::loaded(flatTrace(100.0F, "network.receive"), "emulated"));
    fixture.state().setCompareMode(CompareMode::Difference);
    QTRY_VERIFY(!fixture.timeline().comparer().isBusy());
    QVERIFY(fixture.timeline().comparer().problem().contains(QStringLiteral("nothing to compare")));
    QVERIFY(fixture.child<QAction>("compareProblem")->isVisible());
}

void ComparingTest::sidesStandBesideEachOther() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(flatTrace(100.0F), "real"));
    fixture.document().setEmulated(samples::loaded(flatTrace(100.0F), "emulated"));
    fixture.child<QAction>("compareSideBySide")->trigger();
    const Colours colours = coloursFor(fixture.timeline().palette());
    bool emulatedSeen = false;
    for (const double seconds : {50.5, 51.5, 52.5, 53.5}) {  // not all of them fall between two dashes
        const QList<QColor> pixels = pixelsAt(fixture, "disk.read", seconds);
        const int half = static_cast<int>(pixels.size()) / 2;
        QVERIFY(countOf(pixels, colours.real, 0, half) > 0);
        QCOMPARE(countOf(pixels, colours.real, half, static_cast<int>(pixels.size())), 0);
        QCOMPARE(countOf(pixels, colours.emulated, 0, half), 0);
        emulatedSeen |= countOf(pixels, colours.emulated, half, static_cast<int>(pixels.size())) > 0;
    }
    QVERIFY(emulatedSeen);
}

void ComparingTest::pathConnectsWhatWasLaidAgainstEachOther() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(samples::machineTrace(2, kSeconds), "real"));
    fixture.document().setEmulated(samples::loaded(samples::machineTrace(2, kSeconds, 4.0), "emulated"));
    fixture.child<QAction>("warpingPath")->trigger();
    QVERIFY(fixture.child<QAction>("compareProblem")->isVisible());  // no metric is chosen yet
    fixture.state().selectMetric(QStringLiteral("cpu.utilization[0]"));
    QTRY_VERIFY(!fixture.timeline().comparer().isBusy());
    const WarpingPath& path = fixture.timeline().comparer().sides().path;
    const auto expected =
        evaluation::align(evaluation::Real(fixture.document().real().trace->tracePtr()),
                          evaluation::Emulated(fixture.document().emulated().trace->tracePtr()), "cpu.utilization[0]");
    QCOMPARE(path.alignment->path, (*expected)->path);
    // The emulation is four seconds ahead, which is what most lines cross.
    const auto crossing = std::ranges::count_if(
        path.alignment->path, [](const evaluation::AlignedWindows& step) { return step.real == step.emulated + 4; });
    QVERIFY(crossing > 80);
    QVERIFY(!fixture.child<QAction>("compareProblem")->isVisible());
    fixture.child<QAction>("warpingPath")->trigger();
    QVERIFY(!fixture.timeline().comparer().sides().path.alignment);
}

void ComparingTest::pathIsThatOfTheSelection() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(samples::machineTrace(2, kSeconds), "real"));
    fixture.document().setEmulated(samples::loaded(samples::machineTrace(2, kSeconds, 4.0), "emulated"));
    fixture.state().selectMetric(QStringLiteral("cpu.utilization[0]"));
    fixture.state().showPath(true);
    fixture.state().select(TimeRange{30 * kSecond, 50 * kSecond});
    QTRY_VERIFY(!fixture.timeline().comparer().isBusy());
    const WarpingPath& path = fixture.timeline().comparer().sides().path;
    QCOMPARE(path.realFromNs, 30 * kSecond);
    QCOMPARE(path.alignment->path.back(), (evaluation::AlignedWindows{19, 19}));
}

void ComparingTest::linesOfAPathKeepTheirDistance() {
    const auto real = samples::indexed(flatTrace(25.0F));
    const auto emulated = samples::indexed(flatTrace(75.0F));
    evaluation::Alignment alignment;
    for (std::size_t window = 0; window < kSeconds; ++window) {
        alignment.path.push_back({window, std::min<std::size_t>(window + 2, kSeconds - 1)});
    }
    const WarpingPath path{"disk.read", 0, 0, std::make_shared<const evaluation::Alignment>(alignment)};
    WarpingGeometry geometry;
    geometry.scale = {{0, kSeconds * kSecond}, 0.0, 200.0};
    geometry.axis = {0.0, 100.0};
    geometry.real = {0.0, 40.0};
    geometry.emulated = {50.0, 40.0};
    geometry.spacing = 6.0;
    const auto lines = warpingLines(path, *real, *emulated, geometry);
    QCOMPARE(lines.size(), 34);
    QCOMPARE(lines[0], QLineF(1.0, 30.0, 5.0, 60.0));
    QCOMPARE(lines[1].x1(), 7.0);
    // Of what is seen alone.
    geometry.scale.range = {90 * kSecond, 100 * kSecond};
    const auto few = warpingLines(path, *real, *emulated, geometry);
    QCOMPARE(few.size(), 12);
}

void ComparingTest::selectionIsScoredByTheWholesRanges() {
    WindowFixture fixture;
    const trace::TracePtr real = samples::machineTrace(2, kSeconds);
    const trace::TracePtr emulated = samples::machineTrace(2, kSeconds, 4.0);
    fixture.document().setReal(samples::loaded(real, "real"));
    fixture.document().setEmulated(samples::loaded(emulated, "emulated"));
    const auto whole = evaluation::score(evaluation::Real(real), evaluation::Emulated(emulated));
    fixture.document().setScore(std::make_shared<const evaluation::Score>(**whole));
    const auto meanShown = [&] {
        return fixture.child<QTreeView>("scoreTable")->model()->index(0, 1).data().toString();
    };
    QCOMPARE(meanShown(), QString::number((*whole)->mean, 'f', 3));
    auto* only = fixture.child<QCheckBox>("scoreSelectionOnly");
    QVERIFY(!only->isVisible());

    fixture.state().select(TimeRange{12 * kSecond, 33 * kSecond});
    evaluation::ScoreOptions options;
    for (const evaluation::MetricScore& metric : (*whole)->metrics) {
        options.ranges[metric.metric.id] = metric.range;
    }
    const auto part = [&](const trace::TracePtr& side) {
        return trace::slice(*side, side->startNs + 12 * kSecond, side->startNs + 33 * kSecond).value();
    };
    const auto expected =
        evaluation::score(evaluation::Real(part(real)), evaluation::Emulated(part(emulated)), options);
    QVERIFY(std::abs((*expected)->mean - (*whole)->mean) > 0.001);
    QTRY_COMPARE(meanShown(), QString::number((*expected)->mean, 'f', 3));
    QVERIFY(only->isVisible());
    only->setChecked(false);
    QCOMPARE(meanShown(), QString::number((*whole)->mean, 'f', 3));
    only->setChecked(true);
    fixture.state().select(std::nullopt);
    QTRY_COMPARE(meanShown(), QString::number((*whole)->mean, 'f', 3));
}

void ComparingTest::versionsAreKeptAndPutBack() {
    WindowFixture fixture;
    Document& document = fixture.document();
    document.setReal(samples::loaded(flatTrace(40.0F), "real"));
    const LoadedPlan first = planNamed("first");
    const LoadedTrace firstRun = samples::loaded(flatTrace(50.0F), "first run");
    document.setPlan(first);
    document.setEmulated(firstRun);
    document.setScore(scoreWith(0.25));
    QCOMPARE(document.versions().size(), std::size_t{1});
    const int firstId = document.currentVersion();
    document.setPlan(planNamed("second"));
    QCOMPARE(document.versions().size(), std::size_t{2});
    QVERIFY(!document.emulated() && document.score() == nullptr);

    auto* table = fixture.child<QTableView>("versionsTable");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(fixture.child<QDockWidget>("versionsDock")->isVisible());
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("first"));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("0.250"));
    QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("–"));
    table->setCurrentIndex(table->model()->index(0, 0));
    fixture.child<QAction>("openVersion")->trigger();
    QCOMPARE(document.currentVersion(), firstId);
    QCOMPARE(document.plan().composition, first.composition);
    QCOMPARE(document.emulated().trace, firstRun.trace);
    QCOMPARE(document.score()->mean, 0.25);
    // A second recording of the same plan is a version of its own.
    document.setEmulated(samples::loaded(flatTrace(60.0F), "second run"));
    QCOMPARE(document.versions().size(), std::size_t{3});
    QCOMPARE(document.plan().composition, first.composition);
    QVERIFY(document.score() == nullptr);
    QCOMPARE(document.findVersion(firstId)->score->mean, 0.25);
    // One that grows is not.
    LoadedTrace growing = samples::loaded(flatTrace(61.0F), "growing");
    growing.growing = true;
    document.addVersion(first);
    const int running = document.currentVersion();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(document.setRecording(running, growing), running);
    }
    QCOMPARE(document.setRecording(running, samples::loaded(flatTrace(62.0F), "done")), running);
    QCOMPARE(document.versions().size(), std::size_t{4});
}

void ComparingTest::removedVersionGivesWay() {
    WindowFixture fixture;
    Document& document = fixture.document();
    document.setReal(samples::loaded(flatTrace(40.0F), "real"));
    for (const char* name : {"a", "b", "c"}) {
        document.setPlan(planNamed(name));
    }
    auto* table = fixture.child<QTableView>("versionsTable");
    table->setCurrentIndex(table->model()->index(2, 0));
    fixture.child<QAction>("removeVersion")->trigger();
    QCOMPARE(document.plan().name, QStringLiteral("b"));
    document.removeVersion(document.versions().front().id);
    QCOMPARE(document.plan().name, QStringLiteral("b"));
    document.removeVersion(document.currentVersion());
    QVERIFY(!document.plan());
    QCOMPARE(document.currentVersion(), 0);
    QVERIFY(document.real());
}

void ComparingTest::versionIsRenamedAndCompared() {
    WindowFixture fixture;
    Document& document = fixture.document();
    document.setReal(samples::loaded(flatTrace(40.0F), "real"));
    for (const char* name : {"a", "b", "c", "d", "e"}) {
        document.addVersion(planNamed(name));
        document.setEmulated(samples::loaded(flatTrace(50.0F), name));
    }
    auto* table = fixture.child<QTableView>("versionsTable");
    QVERIFY(table->model()->setData(table->model()->index(0, 0), QStringLiteral("baseline"), Qt::EditRole));
    QCOMPARE(document.versions().front().displayName(), QStringLiteral("baseline"));
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("baseline"));
    for (int row = 0; row < 4; ++row) {
        QVERIFY(table->model()->setData(table->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole));
    }
    // The first one gave way, and the current one has no tick.
    QCOMPARE(fixture.state().compared(),
             (std::vector<int>{document.versions()[1].id, document.versions()[2].id, document.versions()[3].id}));
    QVERIFY(!table->model()->index(4, 0).data(Qt::CheckStateRole).isValid());
    QCOMPARE(fixture.timeline().comparer().sides().others.size(), std::size_t{3});
}

void ComparingTest::comparedEmulationIsDrawn() {
    WindowFixture fixture;
    Document& document = fixture.document();
    document.setReal(samples::loaded(flatTrace(100.0F), "real"));
    document.addVersion(planNamed("other"));
    document.setEmulated(samples::loaded(flatTrace(60.0F), "other"));
    const int other = document.currentVersion();
    document.addVersion(planNamed("current"));
    document.setEmulated(samples::loaded(flatTrace(20.0F), "current"));
    const auto seen = [&](const QColor& colour) {
        int count = 0;
        for (int step = 0; step < 40; ++step) {
            const QList<QColor> pixels = pixelsAt(fixture, "disk.read", 40.0 + step * 0.2);
            count += countOf(pixels, colour, 0, static_cast<int>(pixels.size())) > 0 ? 1 : 0;
        }
        return count;
    };
    const QColor colour = otherStyle(0, false).colour;
    QCOMPARE(seen(colour), 0);
    fixture.state().setCompared({other});
    const int dashes = seen(colour);
    QVERIFY2(dashes > 8 && dashes < 36, qPrintable(QString::number(dashes)));
    QVERIFY(fixture.timeline().laneText(fixture.timeline().lanes()[1]).contains(QStringLiteral("other: 60 MB/s")));
    // Where it is the current one it is not drawn twice.
    document.openVersion(other);
    QCOMPARE(seen(colour), 0);
}

void ComparingTest::newTraceForgetsVersions() {
    WindowFixture fixture;
    Document& document = fixture.document();
    document.setReal(samples::loaded(flatTrace(40.0F), "real"));
    document.setPlan(planNamed("a"));
    document.setEmulated(samples::loaded(flatTrace(50.0F), "a"));
    document.setScore(scoreWith(0.1));
    const int id = document.currentVersion();
    // An edited target keeps them, to be scored anew.
    document.replaceReal(samples::loaded(flatTrace(45.0F), "edited"));
    QCOMPARE(document.versions().size(), std::size_t{1});
    QVERIFY(document.findVersion(id)->score == nullptr && document.score() == nullptr);
    QVERIFY(document.emulated());
    document.setReal(samples::loaded(flatTrace(40.0F), "another"));
    QVERIFY(document.versions().empty() && !document.plan() && !document.emulated());
}

QTEST_MAIN(ComparingTest)
#include "tst_comparing.moc"
