// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/locks.h"
#include "curation/traceedit.h"
#include "dataset/dataset.h"
#include "editing/edittexts.h"
#include "fakelearning.h"
#include "heatmap/heatmapview.h"
#include "overlay/legend.h"
#include "panels/planeditor.h"
#include "plan/planfile.h"
#include "samples.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/editactions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QUndoView>

using namespace mimesys;
using namespace mimesys::widgets;

// Editing the target and the plan in the window, with its history.
class EditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void nothingToEditWithoutATrace();
    void targetIsTrimmedAndComesBack();
    void selectionAndFocusDecideWhatIsPossible();
    void metricsAreEditedThroughTheForm_data();
    void metricsAreEditedThroughTheForm();
    void mistakeIsOneSentence();
    void editsOfTheTargetScoreAgain();
    void anotherTraceForgetsTheHistory();
    void planIsEditedInOneVersion();
    void executedVersionIsNotEdited();
    void editsThatAreAskedForAtOnceFollowEachOther();
    void lockedCellsStay();
    void cellsArePaintedWithTheMouse();
    void rangeIsMadeAnew();
    void editsHaveNames();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    void open(const char* name, FileRole role);
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->runner()->isBusy(), 30'000); }
    void click(const char* name) const {
        auto* button = child<QPushButton>(name);
        QVERIFY2(button->isEnabled() && button->isVisible(), name);
        button->click();
        settle();
    }
    void trigger(QAction* action) const {
        QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
        action->trigger();
        settle();
    }
    [[nodiscard]] const trace::Trace& real() const { return m_window->document()->real().trace->trace(); }
    [[nodiscard]] const plan::ExecutionPlan& plan() const { return m_window->document()->plan().composition->plan(); }
    [[nodiscard]] QUndoStack* stack() const { return m_window->editHistory()->stack(); }
    [[nodiscard]] EditActions* edits() const { return m_window->editActions(); }
    void openPlan();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
constexpr std::size_t kWindows = 20;

}  // namespace

void EditingTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(trace::writeTrace(*samples::machineTrace(toy::kCpus, kWindows), path("real.h5").toStdString()).has_value());
    QVERIFY(trace::writeTrace(*samples::machineTrace(toy::kCpus, kWindows, 1.0), path("emulated.h5").toStdString())
                .has_value());
    QVERIFY(plan::writePlan(*samples::randomPlan(kWindows, toy::kCpus, toy::stressors()), path("plan.h5").toStdString())
                .has_value());
    QVERIFY(dataset::writeDataset(toy::dataset(200), path("ds.h5").toStdString()).has_value());
    Workflow::Options options;
    options.dataset = path("ds.h5").toStdString();
    options.model = path("none.safetensors").toStdString();
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    m_window->resize(1280, 720);
    settle();
}

void EditingTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void EditingTest::open(const char* name, FileRole role) {
    m_window->open({{path(name), role}});
    settle();
}

void EditingTest::openPlan() {
    open("real.h5", FileRole::Real);
    open("plan.h5", FileRole::Auto);
    QVERIFY(m_window->document()->plan());
    trigger(edits()->editPlan);
    QVERIFY(child<QWidget>("planEditor")->isVisible());
}

void EditingTest::nothingToEditWithoutATrace() {
    for (const QAction* action : {edits()->undo, edits()->redo, edits()->trim, edits()->cut, edits()->scale,
                                  edits()->mask, edits()->regenerate, edits()->editPlan}) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    }
    QVERIFY(child<QDockWidget>("historyDock")->isHidden());
}

void EditingTest::targetIsTrimmedAndComesBack() {
    open("real.h5", FileRole::Real);
    const IndexedTracePtr before = m_window->document()->real().trace;
    m_window->viewState()->select(TimeRange{5 * kSecond, 15 * kSecond});
    trigger(edits()->trim);
    QCOMPARE(real().sampleCount(), std::size_t{10});
    QVERIFY(curation::isEdited(real()));
    QCOMPARE(m_window->viewState()->extent(), (TimeRange{0, 10 * kSecond}));
    QVERIFY(child<Legend>("legend")->accessibleName().contains(QStringLiteral("(edited)")));
    QVERIFY(child<QDockWidget>("historyDock")->isVisible());
    m_window->viewState()->select(TimeRange{0, 4 * kSecond});
    trigger(edits()->cut);
    QCOMPARE(real().sampleCount(), std::size_t{6});
    QCOMPARE(m_window->document()->real().edits.size(), std::size_t{2});
    const auto* view = child<QUndoView>("history");
    QCOMPARE(view->model()->rowCount(), 3);
    QVERIFY(view->model()->index(1, 0).data().toString().startsWith(QStringLiteral("Trim")));
    trigger(edits()->undo);
    trigger(edits()->undo);
    QCOMPARE(m_window->document()->real().trace, before);
    QVERIFY(!edits()->undo->isEnabled());
    QVERIFY(!child<Legend>("legend")->accessibleName().contains(QStringLiteral("(edited)")));
    trigger(edits()->redo);
    QCOMPARE(real().sampleCount(), std::size_t{10});
    // The list of steps goes there at once.
    stack()->setIndex(2);
    QCOMPARE(real().sampleCount(), std::size_t{6});
}

void EditingTest::selectionAndFocusDecideWhatIsPossible() {
    open("real.h5", FileRole::Real);
    QVERIFY(!edits()->trim->isEnabled() && !edits()->cut->isEnabled() && !edits()->keepBefore->isEnabled());
    QVERIFY(edits()->scale->isEnabled());
    m_window->viewState()->select(TimeRange{kSecond, 2 * kSecond});
    QVERIFY(edits()->trim->isEnabled() && edits()->cut->isEnabled());
    m_window->viewState()->setFocus(12 * kSecond);
    trigger(edits()->keepAfter);
    QCOMPARE(real().sampleCount(), std::size_t{8});
    trigger(edits()->undo);
    m_window->viewState()->setFocus(12 * kSecond);
    trigger(edits()->keepBefore);
    QCOMPARE(real().sampleCount(), std::size_t{12});
}

void EditingTest::metricsAreEditedThroughTheForm_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("choice");  // the metric, its family, all
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("words");
    QTest::newRow("scale a metric") << "scaleTarget" << 0 << 0.25 << "disk.write scaled by 0.25 from 4 s to 8 s";
    QTest::newRow("scale all") << "scaleTarget" << 2 << 2.0 << "all metrics scaled by 2 from 4 s to 8 s";
    QTest::newRow("shift a family") << "shiftTarget" << 1 << -1.5 << "disk shifted by -1.5 s from 4 s to 8 s";
    QTest::newRow("smooth") << "smoothTarget" << 0 << 3.0 << "disk.write smoothed over 3 s from 4 s to 8 s";
    QTest::newRow("mask") << "maskTarget" << 1 << 0.0 << "disk masked from 4 s to 8 s";
    QTest::newRow("repeat") << "repeatTarget" << -1 << 3.0 << "repeated to stand 3 times from 4 s to 8 s";
}

void EditingTest::metricsAreEditedThroughTheForm() {
    QFETCH(QString, action);
    QFETCH(int, choice);
    QFETCH(double, amount);
    QFETCH(QString, words);
    open("real.h5", FileRole::Real);
    m_window->viewState()->selectMetric(QStringLiteral("disk.write"));
    m_window->viewState()->select(TimeRange{4 * kSecond, 8 * kSecond});
    trigger(m_window->findChild<QAction*>(action));
    auto* dialog = child<QDialog>("editDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    if (choice >= 0) {
        dialog->findChild<QComboBox*>(QStringLiteral("editMetrics"))->setCurrentIndex(choice);
    }
    dialog->findChild<QDoubleSpinBox*>(QStringLiteral("editAmount"))->setValue(amount);
    dialog->findChild<QPushButton*>(QStringLiteral("editAccept"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(stack()->count(), 1, 30'000);
    settle();
    QCOMPARE(QString::fromStdString(real().attributes.at("edited")), words);
}

void EditingTest::mistakeIsOneSentence() {
    open("real.h5", FileRole::Real);
    const IndexedTracePtr before = m_window->document()->real().trace;
    m_window->workflow()->edit(curation::Mask{"gpu", {}});
    settle();
    QCOMPARE(m_window->document()->real().trace, before);
    QCOMPARE(stack()->count(), 0);
    bool said = false;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("gpu")));
    }
    QVERIFY(said);
}

void EditingTest::editsOfTheTargetScoreAgain() {
    open("real.h5", FileRole::Real);
    open("emulated.h5", FileRole::Emulated);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->score() != nullptr, 30'000);
    const auto before = m_window->document()->score();
    m_window->workflow()->edit(curation::Scale{"cpu", 0.1, {}});
    QTRY_VERIFY_WITH_TIMEOUT(stack()->count() == 1 && m_window->document()->score() != nullptr, 30'000);
    settle();
    QVERIFY(m_window->document()->score() != before);
    QVERIFY(m_window->document()->emulated());
}

void EditingTest::anotherTraceForgetsTheHistory() {
    open("real.h5", FileRole::Real);
    m_window->workflow()->edit(curation::Scale{"cpu", 0.1, {}});
    settle();
    QCOMPARE(stack()->count(), 1);
    open("emulated.h5", FileRole::Real);
    QCOMPARE(stack()->count(), 0);
    QVERIFY(!curation::isEdited(real()));
}

void EditingTest::planIsEditedInOneVersion() {
    openPlan();
    const CompositionPtr before = m_window->document()->plan().composition;
    const int opened = m_window->document()->currentVersion();
    QCOMPARE(m_window->document()->versions().size(), std::size_t{1});
    m_window->viewState()->select(TimeRange{5 * kSecond, 8 * kSecond});
    child<QComboBox>("planStressor")->setCurrentIndex(1);
    child<QSpinBox>("planFirstCpu")->setValue(1);
    child<QSpinBox>("planLastCpu")->setValue(2);
    child<QDoubleSpinBox>("planFraction")->setValue(80.0);
    click("planSet");
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
            const bool inside = window >= 5 && window < 8 && (cpu == 1 || cpu == 2);
            QCOMPARE(plan().at(window, cpu, 0), inside ? 0.8F : before->plan().at(window, cpu, 0));
        }
    }
    QCOMPARE(m_window->document()->versions().size(), std::size_t{2});
    QVERIFY(m_window->document()->plan().name.contains(QStringLiteral("(edited)")));
    child<QDoubleSpinBox>("planFactor")->setValue(0.5);
    click("planScale");
    QCOMPARE(plan().at(6, 1, 0), 0.4F);
    child<QComboBox>("planBy")->setCurrentIndex(1);
    click("planReplace");
    QCOMPARE(plan().at(6, 1, 0), 0.0F);
    QCOMPARE(stack()->count(), 3);
    QCOMPARE(m_window->document()->versions().size(), std::size_t{2});
    trigger(edits()->undo);
    QCOMPARE(plan().at(6, 1, 0), 0.4F);
    trigger(edits()->undo);
    QCOMPARE(plan().at(6, 1, 0), 0.8F);
    trigger(edits()->undo);
    QCOMPARE(m_window->document()->plan().composition, before);
    QCOMPARE(m_window->document()->currentVersion(), opened);
    QCOMPARE(m_window->document()->versions().size(), std::size_t{1});
    for (int i = 0; i < 3; ++i) {
        trigger(edits()->redo);
    }
    QCOMPARE(curation::editsOf(plan()).size(), std::size_t{3});
    QCOMPARE(m_window->document()->versions().size(), std::size_t{2});
}

void EditingTest::executedVersionIsNotEdited() {
    openPlan();
    click("planSet");
    QCOMPARE(m_window->document()->versions().size(), std::size_t{2});
    const CompositionPtr executed = m_window->document()->plan().composition;
    open("emulated.h5", FileRole::Emulated);
    child<QDoubleSpinBox>("planFraction")->setValue(10.0);
    click("planSet");
    QCOMPARE(m_window->document()->versions().size(), std::size_t{3});
    QVERIFY(!m_window->document()->emulated());
    QCOMPARE(m_window->document()->versions()[1].plan.composition, executed);
    trigger(edits()->undo);
    QCOMPARE(m_window->document()->plan().composition, executed);
    QVERIFY(m_window->document()->emulated());
    // What was executed stays, although its edit is undone.
    trigger(edits()->undo);
    QCOMPARE(m_window->document()->versions().size(), std::size_t{2});
    QVERIFY(m_window->document()->plan().composition != executed);
}

void EditingTest::editsThatAreAskedForAtOnceFollowEachOther() {
    openPlan();
    const std::string first = plan().stressors()[0];
    for (const double fraction : {0.1, 0.2, 0.3}) {
        m_window->workflow()->edit(curation::Paint{first, fraction, {}});
    }
    QTRY_COMPARE_WITH_TIMEOUT(stack()->count(), 3, 30'000);
    settle();
    QCOMPARE(plan().at(0, 0, 0), 0.3F);
    trigger(edits()->undo);
    QCOMPARE(plan().at(0, 0, 0), 0.2F);
}

void EditingTest::lockedCellsStay() {
    openPlan();
    const float before = plan().at(3, 0, 0);
    QCOMPARE(child<QLabel>("planLocks")->text(), QStringLiteral("Nothing is locked."));
    child<QComboBox>("planStressor")->setCurrentIndex(1);
    m_window->viewState()->select(TimeRange{2 * kSecond, 5 * kSecond});
    click("planLock");
    QVERIFY(child<QLabel>("planLocks")->text().contains(QStringLiteral("in windows 2–4")));
    child<QSpinBox>("planFirstWindow")->setValue(0);
    child<QDoubleSpinBox>("planFactor")->setValue(0.0);
    click("planScale");
    QCOMPARE(plan().at(3, 0, 0), before);
    QCOMPARE(plan().at(1, 0, 0), 0.0F);
    click("planUnlock");
    click("planScale");
    QCOMPARE(plan().at(3, 0, 0), 0.0F);
}

void EditingTest::cellsArePaintedWithTheMouse() {
    openPlan();
    m_window->viewState()->fit();
    auto* map = child<HeatmapView>("cpuMap");
    const TimeRange visible = m_window->viewState()->visible();
    const auto at = [&](int window, int cpu) {
        const std::int64_t middle = window * kSecond + kSecond / 2;
        return QPointF(map->scale().xOf(middle), map->rowRect(cpu).center().y()).toPoint();
    };
    child<QCheckBox>("planPainting")->setChecked(true);
    child<QDoubleSpinBox>("planFraction")->setValue(90.0);
    const int column = plan().indexOfStressor(m_window->viewState()->selectedStressor().toStdString());
    QVERIFY(column >= 0);
    const plan::ExecutionPlan before = plan();
    QTest::mousePress(map, Qt::LeftButton, {}, at(4, 1));
    QTest::mouseMove(map, at(6, 2));
    QTest::mouseRelease(map, Qt::LeftButton, {}, at(7, 2));
    settle();
    QCOMPARE(stack()->count(), 1);
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
            const auto m = static_cast<std::size_t>(column);
            const bool inside = window >= 4 && window <= 7 && (cpu == 1 || cpu == 2);
            QCOMPARE(plan().at(window, cpu, m), inside ? 0.9F : before.at(window, cpu, m));
        }
    }
    // Painting does not move the view, and dragging does again afterwards.
    QCOMPARE(m_window->viewState()->visible(), visible);
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Escape);
    QVERIFY(!child<QCheckBox>("planPainting")->isChecked());
    QTest::mousePress(map, Qt::LeftButton, {}, at(4, 1));
    QTest::mouseRelease(map, Qt::LeftButton, {}, at(4, 1));
    settle();
    QCOMPARE(stack()->count(), 1);
}

void EditingTest::rangeIsMadeAnew() {
    openPlan();
    const plan::ExecutionPlan before = plan();
    m_window->actions()->setMethod(PlanMethod::Search);
    m_window->viewState()->select(TimeRange{10 * kSecond, 14 * kSecond});
    trigger(edits()->regenerate);
    QCOMPARE(stack()->count(), 1);
    std::size_t changed = 0;
    for (std::size_t window = 0; window < kWindows; ++window) {
        const bool same = std::ranges::equal(plan().composition(window), before.composition(window));
        QVERIFY((window >= 10 && window < 14) || same);
        changed += same ? 0 : 1;
    }
    QCOMPARE(changed, std::size_t{4});
    trigger(edits()->undo);
    QCOMPARE(plan(), before);
    // From the form, which may be elsewhere.
    child<QSpinBox>("planFirstWindow")->setValue(0);
    child<QSpinBox>("planLastWindow")->setValue(1);
    click("planRegenerate");
    QVERIFY(!std::ranges::equal(plan().composition(0), before.composition(0)));
    QVERIFY(std::ranges::equal(plan().composition(2), before.composition(2)));
}

void EditingTest::editsHaveNames() {
    using namespace curation;
    QCOMPARE(editText(TraceEdit(Scale{"cpu.utilization[3]", 0.5, {10 * kSecond, 20 * kSecond}})),
             QStringLiteral("Scale CPU 3 by 0.5, 10.00 s–20.00 s"));
    QCOMPARE(editText(TraceEdit(Mask{"all", {}})), QStringLiteral("Mask all metrics"));
    QCOMPARE(editText(PlanEdit(Paint{"memset", 0.25, {{3, 6}, {1, 2}}})),
             QStringLiteral("Set memset in windows 3–5 on CPU 1 to 25 %"));
    QCOMPARE(editText(PlanEdit(Lock{"all", {}, false})), QStringLiteral("Unlock all stressors"));
}

QTEST_MAIN(EditingTest)
#include "tst_editing.moc"
