// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/classareaview.h"
#include "composition/scheduleview.h"
#include "composition/windowfocus.h"
#include "heatmap/heatmapview.h"
#include "panels/compositiondetails.h"
#include "panels/compositionpanel.h"
#include "samples.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "window/mainwindow.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>

using namespace mimesys;
using namespace mimesys::widgets;

// The views of a plan in the real window: what they read, what a click or a key leads to, and what is painted.
class CompositionViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup() { m_window.reset(); }
    void choiceOfViewStaysWhilePlansChange();
    void everythingIsReachedByKeys();
    void scheduleFollowsFocusThenCursorThenItself();
    void scheduleStepsFromWindowToWindow();
    void stepsOutOfViewBringTheWindowThere();
    void schedulePaintsWhatRunsWhereItRuns();
    void hoverOverTheScheduleReadsTheSlice();
    void clickInTheScheduleLeadsToTheTimelines();
    void totalsAreOnePiecePerStressor();
    void manyCpusScroll();
    void legendChoosesAStressor();
    void clickOnAMapFocusesItsWindow();
    void focusedWindowIsFramedInEveryView();
    void doubleClickZoomsAndBack();
    void dragIsNoClick();
    void classesPaintTheirShares();
    void classesReadAllValues();
    void simulatedPlansSaySo();
    void rowsAreAccessible();
    void themeRepaints();
    void smallWindowsShowIt();

private:
    void open(const PlanPtr& plan, bool simulated = false);
    void choose(CompositionDetails::View view);
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] ScheduleView* schedule() const { return child<ScheduleView>("schedule"); }
    [[nodiscard]] ClassAreaView* classes() const { return child<ClassAreaView>("classAreas"); }
    [[nodiscard]] HeatmapView* map() const { return child<HeatmapView>("stressorMap"); }
    [[nodiscard]] ViewState& state() const { return *m_window->viewState(); }
    // The middle of the n-th segment that is shown.
    [[nodiscard]] QPoint middleOf(const ScheduleSegment& segment) const;
    [[nodiscard]] QPoint inMap(int row, double seconds) const;

    std::unique_ptr<MainWindow> m_window;
    CompositionPtr m_composition;
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
const std::vector<std::string> kNames{"zstd-decompress", "memcpy-l1", "stream-dram", "disk-read-paced"};

// Every CPU runs half a window of one stressor, CPU k the k-th; nothing in the even windows.
PlanPtr simplePlan(std::size_t windows = 60) {
    plan::ExecutionPlan plan(windows, kNames.size(), kNames, 1.0);
    for (std::size_t window = 1; window < windows; window += 2) {
        for (std::size_t cpu = 0; cpu < kNames.size(); ++cpu) {
            plan.row(window, cpu)[cpu] = 0.5F;
        }
    }
    return std::make_shared<const plan::ExecutionPlan>(std::move(plan));
}

QColor pixelOf(QWidget* widget, QPoint at) {
    return widget->grab().toImage().pixelColor(at);
}

}  // namespace

void CompositionViewsTest::init() {
    samples::failOnQtWarnings();
    applyTheme(Theme::Light);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void CompositionViewsTest::open(const PlanPtr& plan, bool simulated) {
    m_composition = std::make_shared<const Composition>(plan);
    m_window->document()->setPlan({m_composition, QStringLiteral("plan"), {}, simulated});
    QCOMPARE(state().extent(), m_composition->extent());
    QApplication::processEvents();
}

void CompositionViewsTest::choose(CompositionDetails::View view) {
    child<CompositionDetails>("compositionDetails")->setView(view);
    QApplication::processEvents();
}

QPoint CompositionViewsTest::middleOf(const ScheduleSegment& segment) const {
    const ScheduleFrame frame = schedule()->frame();
    return {frame.plot.left() + (segment.left + segment.right) / 2,
            static_cast<int>(frame.rowRect(segment.cpu).center().y())};
}

QPoint CompositionViewsTest::inMap(int row, double seconds) const {
    return {static_cast<int>(map()->scale().xOf(static_cast<std::int64_t>(seconds * 1e9))),
            static_cast<int>(map()->rowRect(row).center().y())};
}

void CompositionViewsTest::choiceOfViewStaysWhilePlansChange() {
    open(simplePlan());
    auto* details = child<CompositionDetails>("compositionDetails");
    QCOMPARE(details->view(), CompositionDetails::View::Cpus);
    QVERIFY(child<HeatmapView>("cpuMap")->isVisible() && !schedule()->isVisible());
    choose(CompositionDetails::View::Window);
    QVERIFY(schedule()->isVisible() && child<QSpinBox>("scheduleWindow")->isVisible());
    open(simplePlan(30));
    QCOMPARE(details->view(), CompositionDetails::View::Window);
    QVERIFY(schedule()->isVisible());
    QCOMPARE(child<QSpinBox>("scheduleWindow")->maximum(), 29);
    choose(CompositionDetails::View::Classes);
    QVERIFY(classes()->isVisible() && !child<QSpinBox>("scheduleWindow")->isVisible());
    m_window->document()->setPlan({});
    QVERIFY(!classes()->isVisible());
    open(simplePlan(10));
    QVERIFY(classes()->isVisible());
}

void CompositionViewsTest::everythingIsReachedByKeys() {
    open(simplePlan());
    auto* tabs = child<QTabBar>("compositionTabs");
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QVERIFY(schedule()->isVisible());
    QTest::keyClick(tabs, Qt::Key_Tab);
    QVERIFY(child<QSpinBox>("scheduleWindow")->hasFocus());
    QTest::keyClick(child<QSpinBox>("scheduleWindow"), Qt::Key_Tab);
    QVERIFY(child<QCheckBox>("scheduleTotals")->hasFocus());
    QTest::keyClick(child<QCheckBox>("scheduleTotals"), Qt::Key_Tab);
    QVERIFY(schedule()->hasFocus());
    QTest::keyClick(schedule(), Qt::Key_Right);
    QTest::keyClick(schedule(), Qt::Key_Down);
    QTest::keyClick(schedule(), Qt::Key_Down);
    QCOMPARE(schedule()->chosenCpu(), 1);
    QCOMPARE(schedule()->readout(), QStringLiteral("CPU 1: memcpy-l1 500 ms, sleep 500 ms"));
    QCOMPARE(schedule()->accessibleDescription(), schedule()->readout());
}

void CompositionViewsTest::scheduleFollowsFocusThenCursorThenItself() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    QCOMPARE(schedule()->shownWindow(), std::size_t{0});
    state().setCursor(7 * kSecond + 5);
    QCOMPARE(schedule()->shownWindow(), std::size_t{7});
    state().setCursor(std::nullopt);
    QCOMPARE(schedule()->shownWindow(), std::size_t{7});
    state().setFocus(21 * kSecond);
    QCOMPARE(schedule()->shownWindow(), std::size_t{21});
    QCOMPARE(child<QSpinBox>("scheduleWindow")->value(), 21);
    state().setCursor(3 * kSecond);
    QCOMPARE(schedule()->shownWindow(), std::size_t{21});
    open(simplePlan(10));  // the extent drops a focus that lies outside
    QVERIFY(schedule()->shownWindow() < 10);
}

void CompositionViewsTest::scheduleStepsFromWindowToWindow() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    const auto after = [&](Qt::Key key) {
        QTest::keyClick(schedule(), key);
        return schedule()->shownWindow();
    };
    QCOMPARE(after(Qt::Key_Right), std::size_t{1});
    QCOMPARE(state().focus(), std::optional(kSecond));
    QCOMPARE(after(Qt::Key_PageDown), std::size_t{2});
    QCOMPARE(after(Qt::Key_Greater), std::size_t{3});
    QCOMPARE(after(Qt::Key_Less), std::size_t{2});
    QCOMPARE(after(Qt::Key_PageUp), std::size_t{1});
    QCOMPARE(after(Qt::Key_Left), std::size_t{0});
    QCOMPARE(after(Qt::Key_Left), std::size_t{0});
    QCOMPARE(after(Qt::Key_End), std::size_t{59});
    QCOMPARE(after(Qt::Key_Right), std::size_t{59});
    QCOMPARE(after(Qt::Key_Home), std::size_t{0});
    child<QSpinBox>("scheduleWindow")->setValue(33);
    QCOMPARE(state().focus(), std::optional(33 * kSecond));
    QCOMPARE(schedule()->shownWindow(), std::size_t{33});
}

void CompositionViewsTest::stepsOutOfViewBringTheWindowThere() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().show({10 * kSecond, 20 * kSecond});
    state().setFocus(18 * kSecond);
    QTest::keyClick(schedule(), Qt::Key_Right);
    QCOMPARE(state().visible(), (TimeRange{10 * kSecond, 20 * kSecond}));
    QTest::keyClick(schedule(), Qt::Key_Right);
    QVERIFY(state().visible().contains(20 * kSecond) && state().visible().contains(21 * kSecond - 1));
    QCOMPARE(state().visible().lengthNs(), 10 * kSecond);
}

void CompositionViewsTest::schedulePaintsWhatRunsWhereItRuns() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().selectStressor(QStringLiteral("idle"));  // no outlines
    state().setFocus(kSecond);
    const auto styles = stressorStyles(kNames, false);
    QCOMPARE(schedule()->segments().size(), std::size_t{40});
    const QColor background = coloursFor(schedule()->palette()).plot;
    const QImage image = schedule()->viewport()->grab().toImage();
    const ScheduleFrame frame = schedule()->frame();
    for (const ScheduleSegment& segment : schedule()->segments()) {
        // At the left edge, where there is no label, and between lines of the hatch at one of these at least.
        const QRectF row = frame.rowRect(segment.cpu);
        bool found = false;
        for (int dy = 1; dy < static_cast<int>(row.height()) - 2; ++dy) {
            found = found || image.pixelColor(frame.plot.left() + segment.left + 1, static_cast<int>(row.top()) + dy) ==
                                 styles[segment.slice.stressor].colour;
        }
        QVERIFY(found);
        const int behind = frame.plot.left() + segment.right + (segment.right - segment.left) / 2;
        QCOMPARE(image.pixelColor(behind, static_cast<int>(row.center().y())), background);
    }
    state().setFocus(2 * kSecond);
    QVERIFY(schedule()->segments().empty());
}

void CompositionViewsTest::hoverOverTheScheduleReadsTheSlice() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().setFocus(kSecond);
    const ScheduleSegment segment = schedule()->segments()[23];  // of CPU 2, in round 3
    QCOMPARE(segment.cpu, 2);
    const QPoint at = middleOf(segment);
    QTest::mouseMove(schedule()->viewport(), at);
    QCOMPARE(schedule()->readout(), QStringLiteral("CPU 2: stream-dram, 50 % of the window (500 ms), here 50 ms from "
                                                   "300 ms on"));
    // The cursor of all views is at that time.
    QVERIFY(state().cursor().has_value());
    QVERIFY(std::abs(*state().cursor() - (kSecond + 325'000'000)) < 2'000'000);
    QTest::mouseMove(schedule()->viewport(), at + QPoint(segment.right - segment.left, 0));
    QCOMPARE(schedule()->readout(), QStringLiteral("CPU 2: sleep"));
    QCOMPARE(schedule()->shownWindow(), std::size_t{1});
}

void CompositionViewsTest::clickInTheScheduleLeadsToTheTimelines() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().setFocus(kSecond);
    QTest::mouseClick(schedule()->viewport(), Qt::LeftButton, {}, middleOf(schedule()->segments()[35]));
    QCOMPARE(state().selectedStressor(), QStringLiteral("disk-read-paced"));
    QVERIFY(std::abs(*state().focus() - (kSecond + 525'000'000)) < 2'000'000);
    QCOMPARE(schedule()->shownWindow(), std::size_t{1});
}

void CompositionViewsTest::totalsAreOnePiecePerStressor() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().setFocus(kSecond);
    child<QCheckBox>("scheduleTotals")->click();
    const auto& segments = schedule()->segments();
    QCOMPARE(segments.size(), kNames.size());
    const int width = schedule()->frame().plot.width();
    for (const ScheduleSegment& segment : segments) {
        QCOMPARE(segment.left, 0);
        QVERIFY(std::abs(segment.right - width / 2) <= 1);
    }
    QTest::mouseMove(schedule()->viewport(), middleOf(segments[0]));
    QCOMPARE(schedule()->readout(), QStringLiteral("CPU 0: zstd-decompress, 50 % of the window (500 ms)"));
    // Rounds of an hour are too narrow to be shown one by one.
    child<QCheckBox>("scheduleTotals")->click();
    QCOMPARE(schedule()->shownOrder(), ScheduleOrder::AsRun);
    open(std::make_shared<const plan::ExecutionPlan>(2, 2, kNames, 3600.0));
    QCOMPARE(schedule()->shownOrder(), ScheduleOrder::Totals);
}

void CompositionViewsTest::manyCpusScroll() {
    open(samples::randomPlan(20, 128, kNames));
    choose(CompositionDetails::View::Window);
    QScrollBar* bar = schedule()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QVERIFY(schedule()->frame().rowHeight >= 3.0);
    QCOMPARE(schedule()->frame().visibleCpus().first, 0);
    for (int i = 0; i < 128; ++i) {
        QTest::keyClick(schedule(), Qt::Key_Down);
    }
    QCOMPARE(schedule()->chosenCpu(), 127);
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(schedule()->frame().visibleCpus().second, 128);
    QTest::mouseMove(schedule()->viewport(), middleOf(schedule()->segments().back()));
    QVERIFY(schedule()->readout().startsWith(QStringLiteral("CPU 127: ")));
    for (int i = 0; i < 127; ++i) {
        QTest::keyClick(schedule(), Qt::Key_Up);
    }
    QCOMPARE(bar->value(), 0);
}

void CompositionViewsTest::legendChoosesAStressor() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().setFocus(kSecond);
    const QRect legend = schedule()->frame().legend;
    const int line = schedule()->fontMetrics().height();
    schedule()->viewport()->grab();
    QTest::mouseClick(schedule()->viewport(), Qt::LeftButton, {}, legend.topLeft() + QPoint(20, 2 * line + line / 2));
    QCOMPARE(state().selectedStressor(), QStringLiteral("stream-dram"));
    QCOMPARE(state().focus(), std::optional(kSecond));
}

void CompositionViewsTest::clickOnAMapFocusesItsWindow() {
    open(simplePlan());
    QTest::mouseClick(map(), Qt::LeftButton, {}, inMap(1, 33.5));
    QCOMPARE(state().selectedStressor(), QStringLiteral("memcpy-l1"));
    QCOMPARE(*state().focus() / kSecond, std::int64_t{33});
    QCOMPARE(*state().cursor() / kSecond, std::int64_t{33});
    // Names choose a stressor and leave the time alone.
    QTest::mouseClick(map(), Qt::LeftButton, {}, QPoint(20, inMap(2, 0.0).y()));
    QCOMPARE(state().selectedStressor(), QStringLiteral("stream-dram"));
    QCOMPARE(*state().focus() / kSecond, std::int64_t{33});
    auto* cpus = child<HeatmapView>("cpuMap");
    QTest::mouseClick(cpus, Qt::LeftButton, {},
                      QPoint(static_cast<int>(cpus->scale().xOf(44 * kSecond + kSecond / 2)),
                             static_cast<int>(cpus->rowRect(0).center().y())));
    QCOMPARE(*state().focus() / kSecond, std::int64_t{44});
    QCOMPARE(state().selectedStressor(), QStringLiteral("stream-dram"));
    choose(CompositionDetails::View::Classes);
    QTest::mouseClick(classes(), Qt::LeftButton, {},
                      QPoint(static_cast<int>(classes()->scale().xOf(55 * kSecond + kSecond / 2)),
                             classes()->plotRect().center().y()));
    QCOMPARE(*state().focus() / kSecond, std::int64_t{55});
    choose(CompositionDetails::View::Window);
    QCOMPARE(schedule()->shownWindow(), std::size_t{55});
}

void CompositionViewsTest::focusedWindowIsFramedInEveryView() {
    open(simplePlan());
    QTRY_VERIFY(map()->isComplete());
    const auto framed = [](QWidget* view, const TimeScale& scale, const QRect& plot) {
        const int left = static_cast<int>(std::lround(scale.xOf(30 * kSecond)));
        return pixelOf(view, QPoint(left, plot.center().y())) == QColor(Qt::white) &&
               pixelOf(view, QPoint(left - 1, plot.center().y())) == QColor(Qt::black);
    };
    // Such that the window's edge lies on a pixel.
    const std::int64_t perPixel = 100'000'000;
    const auto width = static_cast<std::int64_t>(map()->scale().width);
    state().setExtent({0, std::max<std::int64_t>(60 * kSecond, perPixel * width)});
    state().show({0, perPixel * width});
    QTRY_VERIFY((map()->grab(), map()->isComplete()));
    QVERIFY(!framed(map(), map()->scale(), map()->plotRect()));
    state().setFocus(30 * kSecond + 5);
    auto* cpus = child<HeatmapView>("cpuMap");
    QVERIFY(framed(map(), map()->scale(), map()->plotRect()));
    QVERIFY(framed(cpus, cpus->scale(), cpus->plotRect()));
    choose(CompositionDetails::View::Classes);
    QVERIFY(framed(classes(), classes()->scale(), classes()->plotRect()));
}

void CompositionViewsTest::doubleClickZoomsAndBack() {
    open(simplePlan());
    const TimeRange wanted{31 * kSecond, 36 * kSecond};
    const auto twice = [](QWidget* widget, QPoint at) {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
    };
    twice(map(), inMap(1, 33.5));
    QCOMPARE(state().visible(), wanted);
    QCOMPARE(*state().focus() / kSecond, std::int64_t{33});
    twice(map(), inMap(1, 33.5));
    QCOMPARE(state().visible(), state().extent());
    choose(CompositionDetails::View::Window);
    QCOMPARE(schedule()->shownWindow(), std::size_t{33});
    twice(schedule()->viewport(), schedule()->frame().plot.center());
    QCOMPARE(state().visible(), wanted);
    choose(CompositionDetails::View::Classes);
    twice(classes(), QPoint(static_cast<int>(classes()->scale().xOf(33 * kSecond + kSecond / 2)),
                            classes()->plotRect().center().y()));
    QCOMPARE(state().visible(), state().extent());
}

void CompositionViewsTest::dragIsNoClick() {
    open(simplePlan());
    state().show({20 * kSecond, 40 * kSecond});
    QTest::mousePress(map(), Qt::LeftButton, {}, inMap(1, 30.0));
    QTest::mouseMove(map(), inMap(1, 33.0));
    QTest::mouseMove(map(), inMap(1, 35.0));
    QTest::mouseRelease(map(), Qt::LeftButton, {}, inMap(1, 35.0));
    QVERIFY(!state().focus());
    QVERIFY(state().visible().beginNs < 20 * kSecond);
}

void CompositionViewsTest::classesPaintTheirShares() {
    // A quarter compute, a quarter memory, half idle: the axis ends at 50 %.
    plan::ExecutionPlan made(20, 2, {"zstd-decompress", "stream-dram"}, 1.0);
    for (std::size_t window = 0; window < 20; ++window) {
        for (float& fraction : made.composition(window)) {
            fraction = 0.25F;
        }
    }
    open(std::make_shared<const plan::ExecutionPlan>(std::move(made)));
    choose(CompositionDetails::View::Classes);
    QCOMPARE(classes()->classes(), (std::vector{ResourceClass::Compute, ResourceClass::Memory, ResourceClass::Idle}));
    const QRect plot = classes()->plotRect();
    const QImage image = classes()->grab().toImage();
    int compute = 0;
    int memory = 0;
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        const QColor colour = image.pixelColor(plot.left() + 5, y);
        compute += colour == classColour(ResourceClass::Compute, false) ? 1 : 0;
        memory += colour == classColour(ResourceClass::Memory, false) ? 1 : 0;
    }
    QVERIFY2(std::abs(compute - plot.height() / 2) <= 2, qPrintable(QString::number(compute)));
    QVERIFY2(memory > plot.height() / 3, qPrintable(QString::number(memory)));  // what its hatch leaves
}

void CompositionViewsTest::classesReadAllValues() {
    open(simplePlan());
    choose(CompositionDetails::View::Classes);
    QTest::mouseMove(classes(), QPoint(static_cast<int>(classes()->scale().xOf(33 * kSecond + kSecond / 2)),
                                       classes()->plotRect().center().y()));
    QCOMPARE(classes()->readout(),
             QStringLiteral("window 33: compute 12.5 %, cache 12.5 %, memory 12.5 %, disk 12.5 %, idle 50 %"));
    state().setCursor(2 * kSecond);
    QCOMPARE(classes()->readout(),
             QStringLiteral("window 2: compute 0 %, cache 0 %, memory 0 %, disk 0 %, idle 100 %"));
}

void CompositionViewsTest::simulatedPlansSaySo() {
    open(simplePlan());
    QVERIFY(!schedule()->accessibleName().contains(QStringLiteral("simulated")));
    open(simplePlan(), true);
    QVERIFY(schedule()->accessibleName().contains(QStringLiteral("from simulated data")));
    QVERIFY(map()->accessibleName().contains(QStringLiteral("from simulated data")));
    QVERIFY(classes()->accessibleName().contains(QStringLiteral("from simulated data")));
}

void CompositionViewsTest::rowsAreAccessible() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    state().setFocus(kSecond);
    QAccessibleInterface* rows = QAccessible::queryAccessibleInterface(schedule());
    QCOMPARE(rows->childCount(), 4);
    QAccessibleInterface* row = rows->child(3);
    QCOMPARE(row->text(QAccessible::Name), QStringLiteral("CPU 3"));
    QCOMPARE(row->text(QAccessible::Value), QStringLiteral("disk-read-paced 500 ms, sleep 500 ms"));
    QCOMPARE(row->parent(), rows);
    QCOMPARE(rows->indexOfChild(row), 3);
    QCOMPARE(rows->childAt(row->rect().center().x(), row->rect().center().y()), row);

    QAccessibleInterface* stressors = QAccessible::queryAccessibleInterface(map());
    QCOMPARE(stressors->childCount(), 5);
    QCOMPARE(stressors->child(1)->text(QAccessible::Name), QStringLiteral("memcpy-l1"));
    QCOMPARE(stressors->child(1)->text(QAccessible::Value), QStringLiteral("12.5 %"));
    state().setCursor(0);
    QCOMPARE(stressors->child(1)->text(QAccessible::Value), QStringLiteral("0 %"));
    QCOMPARE(stressors->child(4)->text(QAccessible::Value), QStringLiteral("100 %"));

    QAccessibleInterface* areas = QAccessible::queryAccessibleInterface(classes());
    QCOMPARE(areas->childCount(), 5);
    QCOMPARE(areas->child(4)->text(QAccessible::Name), QStringLiteral("idle"));
    QCOMPARE(areas->child(4)->text(QAccessible::Value), QStringLiteral("100 %"));
    m_window->document()->setPlan({});
    QVERIFY(!row->isValid());
    QCOMPARE(row->text(QAccessible::Name), QString());
}

void CompositionViewsTest::themeRepaints() {
    open(simplePlan());
    choose(CompositionDetails::View::Window);
    const QPoint empty = schedule()->frame().plot.center();
    const QColor light = pixelOf(schedule()->viewport(), empty);
    applyTheme(Theme::Dark);
    QApplication::processEvents();
    const QColor dark = pixelOf(schedule()->viewport(), empty);
    QVERIFY(light.lightnessF() > 0.8F && dark.lightnessF() < 0.3F);
    QCOMPARE(map()->content().swatches.back(), classColour(ResourceClass::Idle, true));
    applyTheme(Theme::Light);
}

void CompositionViewsTest::smallWindowsShowIt() {
    open(simplePlan());
    for (const auto view :
         {CompositionDetails::View::Cpus, CompositionDetails::View::Window, CompositionDetails::View::Classes}) {
        choose(view);
        QVERIFY(m_window->width() <= 1280 && m_window->height() <= 720);
        QVERIFY(map()->plotRect().height() >= 40);
    }
    QVERIFY(schedule()->frame().plot.height() >= 30 && !schedule()->frame().legend.isEmpty());
    QVERIFY(classes()->plotRect().height() >= 40);
}

QTEST_MAIN(CompositionViewsTest)
#include "tst_compositionviews.moc"
