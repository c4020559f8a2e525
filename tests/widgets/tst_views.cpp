// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatmapview.h"
#include "models/document.h"
#include "overlay/legend.h"
#include "panels/compositionpanel.h"
#include "panels/scorepanel.h"
#include "samples.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/timelineview.h"
#include "viewstate/viewstate.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <set>

using namespace mimesys;
using namespace mimesys::widgets;

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void wheelZoomsAtThePointer();
    void wheelOverTheNamesScrolls();
    void dragPansAndAClickSelects();
    void doubleClickAndKeysFit();
    void keysPanAndZoom();
    void headingFoldsItsLanes();
    void stripOpensIntoLanes();
    void selectedMetricIsBroughtIntoView();
    void laneTellsItsValuesAtTheCursor();
    void realIsSolidAndEmulatedIsDashed();
    void missingValuesAreNoLine();
    void themeChangesTheColours();
    void axesOfTimelineAndMapsLineUp();
    void mapReadsValuesAndSelects();
    void chosenStressorIsShownOnEachCpu();
    void scoreTableLeadsToTheLane();
    void simulatedSideIsMarked();
    void lanesAreAccessible();

private:
    [[nodiscard]] QPoint inPlot(double share, std::size_t lane = 1) const;
    void wheel(QWidget* target, QPointF at, int notches);
    [[nodiscard]] const PlacedLane& laneOf(const char* metric) const;
    // The columns of the lane's plot in which a colour is seen.
    [[nodiscard]] std::set<int> columnsWith(const PlacedLane& lane, const QColor& colour);
    void show(trace::TracePtr real, trace::TracePtr emulated = nullptr);

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ViewState> m_state;
    TimelineView* m_timeline = nullptr;
    CompositionPanel* m_composition = nullptr;
};

namespace {

constexpr int kSeconds = 100;

}  // namespace

void ViewsTest::initTestCase() {
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void ViewsTest::init() {
    samples::failOnQtWarnings();
    applyTheme(Theme::Light);
    m_document = std::make_unique<Document>();
    m_state = std::make_unique<ViewState>();
    m_window = std::make_unique<QWidget>();
    m_timeline = new TimelineView(m_state.get(), m_document.get(), m_window.get());
    m_composition = new CompositionPanel(m_state.get(), m_document.get(), m_window.get());
    auto* layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_composition, 1);
    m_window->resize(1000, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void ViewsTest::cleanup() {
    m_window.reset();
    m_state.reset();
    m_document.reset();
}

void ViewsTest::show(trace::TracePtr real, trace::TracePtr emulated) {
    m_document->setReal({samples::indexed(std::move(real)), QStringLiteral("real"), {}, {}, {}});
    if (emulated) {
        m_document->setEmulated({samples::indexed(std::move(emulated)), QStringLiteral("emulated"), {}, {}, {}});
    }
    m_state->setExtent(m_document->extent());
}

QPoint ViewsTest::inPlot(double share, std::size_t lane) const {
    const QRect plot = m_timeline->plotRect(m_timeline->lanes().at(lane));
    return {plot.left() + static_cast<int>(share * plot.width()), plot.center().y()};
}

void ViewsTest::wheel(QWidget* target, QPointF at, int notches) {
    QWheelEvent event(at, target->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

const PlacedLane& ViewsTest::laneOf(const char* metric) const {
    return *std::ranges::find_if(m_timeline->lanes(),
                                 [&](const PlacedLane& lane) { return lane.lane.metric.id == metric; });
}

std::set<int> ViewsTest::columnsWith(const PlacedLane& lane, const QColor& colour) {
    const QImage image = m_timeline->viewport()->grab().toImage();
    const QRect plot = m_timeline->plotRect(lane);
    std::set<int> columns;
    for (int x = plot.left(); x <= plot.right(); ++x) {
        for (int y = plot.top(); y <= plot.bottom(); ++y) {
            if (image.pixelColor(x, y) == colour) {
                columns.insert(x - plot.left());
            }
        }
    }
    return columns;
}

void ViewsTest::wheelZoomsAtThePointer() {
    show(samples::machineTrace(2, kSeconds));
    const QPoint at = inPlot(0.25);
    const std::int64_t before = m_timeline->scale().timeAt(at.x());
    wheel(m_timeline->viewport(), at, 3);
    QVERIFY(m_state->visible().lengthNs() < m_state->extent().lengthNs() * 6 / 10);
    const std::int64_t after = m_timeline->scale().timeAt(at.x());
    QVERIFY(std::abs(before - after) < kNanosecondsPerSecond / 100);
    wheel(m_timeline->viewport(), at, -10);
    QCOMPARE(m_state->visible(), m_state->extent());
}

void ViewsTest::wheelOverTheNamesScrolls() {
    show(samples::machineTrace(8, kSeconds));
    m_window->resize(1000, 400);
    QTRY_VERIFY(m_timeline->verticalScrollBar()->maximum() > 0);
    wheel(m_timeline->viewport(), QPointF(10.0, 60.0), -2);
    QVERIFY(m_timeline->verticalScrollBar()->value() > 0);
    QCOMPARE(m_state->visible(), m_state->extent());
}

void ViewsTest::dragPansAndAClickSelects() {
    show(samples::machineTrace(2, kSeconds));
    m_state->show({20 * kNanosecondsPerSecond, 40 * kNanosecondsPerSecond});
    QWidget* target = m_timeline->viewport();
    QTest::mouseClick(target, Qt::LeftButton, {}, inPlot(0.5, 2));
    QCOMPARE(m_state->selectedMetric(), QStringLiteral("cpu.utilization[1]"));
    const TimeRange before = m_state->visible();
    QTest::mousePress(target, Qt::LeftButton, {}, inPlot(0.5, 1));
    QTest::mouseMove(target, inPlot(0.6, 1));
    QTest::mouseMove(target, inPlot(0.75, 1));
    QTest::mouseRelease(target, Qt::LeftButton, {}, inPlot(0.75, 1));
    const double moved = static_cast<double>(before.beginNs - m_state->visible().beginNs) * 1e-9;
    QVERIFY2(std::abs(moved - 5.0) < 0.1, qPrintable(QString::number(moved)));
    QCOMPARE(m_state->selectedMetric(), QStringLiteral("cpu.utilization[1]"));
    m_state->back();
    QCOMPARE(m_state->visible(), before);
}

void ViewsTest::doubleClickAndKeysFit() {
    show(samples::machineTrace(2, kSeconds));
    const TimeRange part{20 * kNanosecondsPerSecond, 40 * kNanosecondsPerSecond};
    m_state->show(part);
    QTest::mouseDClick(m_timeline->viewport(), Qt::LeftButton, {}, inPlot(0.5));
    QCOMPARE(m_state->visible(), m_state->extent());
    m_state->show(part);
    QTest::keyClick(m_timeline, Qt::Key_F);
    QCOMPARE(m_state->visible(), m_state->extent());
    QTest::keyClick(m_timeline, Qt::Key_Backspace);
    QCOMPARE(m_state->visible(), part);
}

void ViewsTest::keysPanAndZoom() {
    show(samples::machineTrace(2, kSeconds));
    const TimeRange part{20 * kNanosecondsPerSecond, 40 * kNanosecondsPerSecond};
    for (QWidget* view :
         {static_cast<QWidget*>(m_timeline), m_composition->findChild<QWidget*>(QStringLiteral("cpuMap"))}) {
        m_state->show(part);
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(m_state->visible().beginNs, 22 * kNanosecondsPerSecond);
        QTest::keyClick(view, Qt::Key_A);
        QCOMPARE(m_state->visible(), part);
        QTest::keyClick(view, Qt::Key_W);
        QCOMPARE(m_state->visible().lengthNs(), 16 * kNanosecondsPerSecond);
        QTest::keyClick(view, Qt::Key_Minus);
        QCOMPARE(m_state->visible(), part);
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(m_state->visible().endNs, m_state->extent().endNs);
    }
}

void ViewsTest::headingFoldsItsLanes() {
    show(samples::machineTrace(2, kSeconds));
    const std::size_t all = m_timeline->lanes().size();
    QTest::mouseClick(m_timeline->viewport(), Qt::LeftButton, {},
                      m_timeline->laneRect(m_timeline->lanes()[0]).center());
    QCOMPARE(m_timeline->lanes().size(), all - 2);
    QTest::mouseClick(m_timeline->viewport(), Qt::LeftButton, {},
                      m_timeline->laneRect(m_timeline->lanes()[0]).center());
    QCOMPARE(m_timeline->lanes().size(), all);
}

void ViewsTest::stripOpensIntoLanes() {
    show(samples::machineTrace(128, kSeconds), samples::machineTrace(128, kSeconds, 1.0));
    QCOMPARE(m_timeline->lanes()[1].lane.kind, LaneKind::CpuStrip);
    QTRY_VERIFY(m_timeline->viewport()->grab().toImage().width() > 0 && m_timeline->isComplete());
    const QRect strip = m_timeline->laneRect(m_timeline->lanes()[1]);
    const QRect plot = m_timeline->plotRect(m_timeline->lanes()[1]);
    const QImage image = m_timeline->viewport()->grab().toImage();
    std::set<QRgb> colours;
    for (int x = plot.left(); x < plot.right(); ++x) {
        colours.insert(image.pixel(x, plot.top() + plot.height() / 4));
    }
    QVERIFY(colours.size() > 20);
    QTest::mouseMove(m_timeline->viewport(), plot.topLeft() + QPoint(plot.width() / 2, 3));
    const int cpu = 3 * 128 / (plot.height() / 2);
    const auto second = static_cast<std::size_t>(*m_state->cursor() / kNanosecondsPerSecond);
    const float value = m_document->real().trace->trace().find(cpuUtilizationId(cpu))->values[second];
    const QString text = m_timeline->laneText(m_timeline->lanes()[1]);
    QVERIFY2(text.endsWith(QStringLiteral("CPU %1: %2").arg(cpu).arg(formatValue(static_cast<double>(value), "%"))),
             qPrintable(text));
    QTest::mouseClick(m_timeline->viewport(), Qt::LeftButton, {}, strip.topLeft() + QPoint(10, 10));
    QCOMPARE(m_timeline->lanes().size(), std::size_t{128 + 1 + 2 + 3});
}

void ViewsTest::selectedMetricIsBroughtIntoView() {
    show(samples::machineTrace(128, kSeconds));
    m_state->selectMetric(QStringLiteral("cpu.utilization[100]"));
    const QRect lane = m_timeline->laneRect(laneOf("cpu.utilization[100]"));
    QVERIFY(m_timeline->viewport()->rect().contains(lane));
}

void ViewsTest::laneTellsItsValuesAtTheCursor() {
    const trace::TracePtr real = samples::machineTrace(2, kSeconds);
    show(real, samples::machineTrace(2, kSeconds, 7.0));
    m_state->setCursor(41 * kNanosecondsPerSecond + 5);
    const QString text = m_timeline->laneText(laneOf("disk.write"));
    QVERIFY2(text.contains(
                 QStringLiteral("at the cursor %1").arg(formatValue(real->find("disk.write")->values[41], "MB/s"))),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("at the cursor 127 MB/s")));
    QVERIFY(text.contains(QStringLiteral("procfs")));
}

void ViewsTest::realIsSolidAndEmulatedIsDashed() {
    const auto flat = [](float value) {
        trace::Trace made;
        made.startNs = samples::kStartNs;
        made.columns.push_back({metricFor("disk.read"), Provenance::Procfs, {}});
        for (int i = 0; i < kSeconds; ++i) {
            made.timesNs.push_back(made.startNs + (i + 1) * kNanosecondsPerSecond);
            made.columns[0].values.push_back(value);
        }
        return samples::checked(std::move(made));
    };
    show(flat(100.0F), flat(40.0F));
    const Colours colours = coloursFor(m_timeline->palette());
    const PlacedLane& lane = laneOf("disk.read");
    const auto width = static_cast<double>(m_timeline->plotRect(lane).width());
    QVERIFY(static_cast<double>(columnsWith(lane, colours.real).size()) > 0.99 * width);
    const double dashes = static_cast<double>(columnsWith(lane, colours.emulated).size()) / width;
    QVERIFY2(dashes > 0.55 && dashes < 0.72, qPrintable(QString::number(dashes)));
}

void ViewsTest::missingValuesAreNoLine() {
    trace::Trace made = *samples::machineTrace(1, kSeconds);
    for (std::size_t i = 40; i < 60; ++i) {
        made.columns[0].values[i] = trace::kMissing;
    }
    show(samples::checked(std::move(made)));
    const PlacedLane& lane = laneOf("cpu.utilization[0]");
    const auto columns = columnsWith(lane, coloursFor(m_timeline->palette()).real);
    const int width = m_timeline->plotRect(lane).width();
    QVERIFY(columns.contains(width * 38 / 100));
    QVERIFY(columns.contains(width * 62 / 100));
    QVERIFY(std::ranges::none_of(columns, [&](int x) { return x > width * 41 / 100 && x < width * 59 / 100; }));
}

void ViewsTest::themeChangesTheColours() {
    show(samples::machineTrace(2, kSeconds));
    const PlacedLane& lane = laneOf("cpu.utilization[0]");
    const QColor light = coloursFor(m_timeline->palette()).real;
    QVERIFY(!columnsWith(lane, light).empty());
    applyTheme(Theme::Dark);
    QTRY_VERIFY(coloursFor(m_timeline->palette()).dark);
    QVERIFY(columnsWith(lane, light).empty());
    QVERIFY(!columnsWith(lane, coloursFor(m_timeline->palette()).real).empty());
}

void ViewsTest::axesOfTimelineAndMapsLineUp() {
    show(samples::machineTrace(2, kSeconds));
    m_document->setPlan({std::make_shared<const Composition>(samples::randomPlan(kSeconds, 2, {"a", "b"})), {}, {}});
    QTRY_VERIFY(m_composition->isVisible());
    QApplication::processEvents();
    const auto position = [&](const QWidget* view, const TimeScale& scale, std::int64_t second) {
        return view->mapTo(m_window.get(), QPointF(scale.xOf(second * kNanosecondsPerSecond), 0.0)).x();
    };
    for (const char* name : {"stressorMap", "cpuMap"}) {
        const auto* map = m_composition->findChild<HeatmapView*>(QLatin1String(name));
        for (const int second : {0, 50, 100}) {
            QCOMPARE(position(map, map->scale(), second),
                     position(m_timeline->viewport(), m_timeline->scale(), second));
        }
    }
}

void ViewsTest::mapReadsValuesAndSelects() {
    show(samples::machineTrace(2, kSeconds));
    const auto composition = std::make_shared<const Composition>(samples::randomPlan(kSeconds, 2, {"a", "b", "c"}));
    m_document->setPlan({composition, {}, {}});
    QTRY_VERIFY(m_composition->isVisible());
    QApplication::processEvents();
    auto* map = m_composition->findChild<HeatmapView*>(QStringLiteral("stressorMap"));
    const QPoint at(static_cast<int>(map->scale().xOf(33 * kNanosecondsPerSecond + kNanosecondsPerSecond / 2)),
                    static_cast<int>(map->rowRect(2).center().y()));
    QTest::mouseMove(map, at);
    QCOMPARE(map->readout(), QStringLiteral("c, window 33: %1")
                                 .arg(formatValue(static_cast<double>(composition->mean(2, 33)) * 100.0, "%")));
    QTest::mouseClick(map, Qt::LeftButton, {}, at);
    QCOMPARE(m_state->selectedStressor(), QStringLiteral("c"));
    QTest::keyClick(map, Qt::Key_Up);
    QCOMPARE(m_state->selectedStressor(), QStringLiteral("b"));
}

void ViewsTest::chosenStressorIsShownOnEachCpu() {
    const auto composition = std::make_shared<const Composition>(samples::randomPlan(50, 3, {"a", "b", "c"}));
    m_document->setPlan({composition, {}, {}});
    m_state->setExtent(m_document->extent());
    QVERIFY(!m_state->selectedStressor().isEmpty());
    m_state->selectStressor(QStringLiteral("b"));
    auto* map = m_composition->findChild<HeatmapView*>(QStringLiteral("cpuMap"));
    QCOMPARE(map->content().rows.size(), 3);
    QVERIFY(map->content().title.startsWith(QStringLiteral("b ")));
    QCOMPARE(map->content().source->valueAt(2, 7 * kNanosecondsPerSecond), composition->plan().at(7, 2, 1));
    // The choice is kept by the next plan that has it.
    m_document->setPlan({std::make_shared<const Composition>(samples::randomPlan(50, 2, {"x", "b"})), {}, {}});
    QCOMPARE(m_state->selectedStressor(), QStringLiteral("b"));
    QCOMPARE(map->content().rows.size(), 2);
    m_document->setPlan({});
    QVERIFY(!m_composition->isVisible());
}

void ViewsTest::scoreTableLeadsToTheLane() {
    show(samples::machineTrace(2, kSeconds), samples::machineTrace(2, kSeconds, 3.0));
    ScorePanel panel(m_state.get(), m_document.get());
    auto score = std::make_shared<evaluation::Score>();
    for (const char* id : {"cpu.utilization[0]", "disk.write"}) {
        evaluation::MetricScore metric;
        metric.metric = metricFor(id);
        metric.dtw = 0.125;
        score->metrics.push_back(metric);
    }
    score->families = {{Family::Cpu, 0.125}, {Family::Disk, 0.125}};
    score->mean = 0.125;
    m_document->setScore(score);
    panel.show();
    auto* tree = panel.findChild<QTreeView*>(QStringLiteral("scoreTable"));
    const QModelIndex disk = tree->model()->index(2, 0);
    tree->setCurrentIndex(tree->model()->index(0, 0, disk));
    QCOMPARE(m_state->selectedMetric(), QStringLiteral("disk.write"));
    QVERIFY(m_timeline->laneText(laneOf("disk.write")).contains(QStringLiteral("DTW distance 0.125")));
}

void ViewsTest::simulatedSideIsMarked() {
    Legend legend(m_document.get());
    ScorePanel panel(m_state.get(), m_document.get());
    panel.show();
    const auto* note = panel.findChild<QLabel*>(QStringLiteral("simulatedNote"));
    const auto setScore = [&](bool real, bool emulated) {
        auto score = std::make_shared<evaluation::Score>();
        score->realSimulated = real;
        score->emulatedSimulated = emulated;
        m_document->setScore(score);
    };
    const trace::TracePtr measured = samples::machineTrace(2, kSeconds);
    const trace::TracePtr simulated = samples::machineTrace(2, kSeconds, 3.0, Provenance::Simulation);
    show(measured, samples::machineTrace(2, kSeconds, 3.0));
    setScore(false, false);
    QVERIFY(!legend.text().contains(QStringLiteral("simulated")));
    QVERIFY(!note->isVisible());
    show(measured, simulated);
    setScore(false, true);
    QVERIFY(legend.text().contains(QStringLiteral("emulated (simulated)")));
    QVERIFY(!legend.text().contains(QStringLiteral("real (simulated)")));
    QVERIFY(legend.text().contains(QStringLiteral("DTW distance, simulated:")));
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(QStringLiteral("the emulated side")));
    show(simulated, simulated);
    setScore(true, true);
    QVERIFY(legend.text().contains(QStringLiteral("real (simulated)")));
    QVERIFY(note->text().contains(QStringLiteral("both sides")));
}

void ViewsTest::lanesAreAccessible() {
    show(samples::machineTrace(2, kSeconds));
    m_state->setCursor(41 * kNanosecondsPerSecond);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_timeline);
    QVERIFY(list != nullptr);
    QCOMPARE(list->childCount(), static_cast<int>(m_timeline->lanes().size()));
    QAccessibleInterface* core = list->child(2);
    QCOMPARE(core->text(QAccessible::Name), QStringLiteral("CPU 1"));
    QVERIFY(core->text(QAccessible::Description).contains(QStringLiteral("at the cursor ")));
    QCOMPARE(core->parent(), list);
    QCOMPARE(list->indexOfChild(core), 2);
    QCOMPARE(list->childAt(core->rect().center().x(), core->rect().center().y()), core);
    QVERIFY(list->child(0)->state().expanded);
    m_document->setReal({});
    QVERIFY(!core->isValid());
    QCOMPARE(core->text(QAccessible::Name), QString());
}

QTEST_MAIN(ViewsTest)
#include "tst_views.moc"
