// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"
#include "panels/refinementchart.h"
#include "plan/planfile.h"
#include "samples.h"
#include "session/recentfiles.h"
#include "session/sessionkeeper.h"
#include "timeline/timelineview.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;
namespace fs = std::filesystem;

// Sessions as the user of the window meets them: saved, opened, marked, recovered.
class SessionWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void wholeScreenComesBack();
    void roundsOfARefinementComeBack();
    void titleShowsTheSessionAndItsChanges();
    void closingAsksAboutChanges();
    void changesThatAreGivenUpAreNotSaved();
    void badSessionLeavesWhatIsOpen();
    void changedFileIsSaidInTheBanner();
    void otherFilesAreOpenedAfterTheSession();
    void recentFilesAreRemembered();
    void layoutIsRememberedAndCanBeRestored();
    void panelsStepAsideForOtherPages();
    void viewSurvivesTheNextTrace();
    void lostWorkIsOffered();
    void lostWorkCanBeDiscarded();
    void cleanExitLeavesNothing();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] fs::path file(const char* name) const { return path(name).toStdString(); }
    void makeWindow(bool remembers = true);
    void open(const std::vector<FileRequest>& files);  // and waits
    void openEverything();
    void saveAs(const char* name);  // by the menu, and waits
    [[nodiscard]] QStringList recoveries() const;
    [[nodiscard]] QString leaveLostWork();
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] Document* document() const { return m_window->document(); }
    [[nodiscard]] ViewState* state() const { return m_window->viewState(); }
    [[nodiscard]] TimelineView* timeline() const { return child<TimelineView>("timeline"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things
constexpr int kSoon = 20;
constexpr std::int64_t kSecond = 1'000'000'000;

PlanPtr somePlan(std::uint64_t seed) {
    return samples::randomPlan(60, 2, {"memcpy-l1", "hash-insert"}, seed);
}

LoadedPlan generated(std::uint64_t seed) {
    return {std::make_shared<const Composition>(somePlan(seed)), QStringLiteral("generated"), {}};
}

}  // namespace

void SessionWindowTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 60), file("real.h5")).has_value());
    QVERIFY(trace::writeTrace(*samples::machineTrace(12, 40), file("before.h5")).has_value());
    QVERIFY(trace::writeTrace(*samples::machineTrace(12, 50), file("next.h5")).has_value());
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 60, 3.0), file("emulated.h5")).has_value());
    QVERIFY(plan::writePlan(*somePlan(1), file("plan.h5")).has_value());
    makeWindow();
}

void SessionWindowTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void SessionWindowTest::makeWindow(bool remembers) {
    m_window.reset();
    Workflow::Options options;
    options.dataset = file("no-dataset.h5");
    options.model = file("no-model.safetensors");
    m_window = std::make_unique<MainWindow>(options);
    if (remembers) {
        m_window->remember(
            {std::make_shared<QSettings>(path("settings.ini"), QSettings::IniFormat), file("recovery"), kSoon});
    }
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void SessionWindowTest::open(const std::vector<FileRequest>& files) {
    m_window->open(files);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
}

void SessionWindowTest::openEverything() {
    open({{path("real.h5"), FileRole::Real},
          {path("plan.h5"), FileRole::Plan},
          {path("emulated.h5"), FileRole::Emulated}});
    QTRY_VERIFY_WITH_TIMEOUT(document()->score() != nullptr, kLong);
}

void SessionWindowTest::saveAs(const char* name) {
    m_window->actions()->saveSessionAs->trigger();
    Q_EMIT child<QFileDialog>("saveDialog")->fileSelected(path(name));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isSaving(), kLong);
    delete child<QFileDialog>("saveDialog");
}

void SessionWindowTest::wholeScreenComesBack() {
    openEverything();
    document()->renameVersion(document()->currentVersion(), QStringLiteral("first try"));
    document()->addVersion(generated(5));
    document()->openVersion(document()->versions().front().id);
    state()->show({10 * kSecond, 30 * kSecond});
    state()->select(TimeRange{12 * kSecond, 20 * kSecond});
    state()->setMarker(Marker::A, 13 * kSecond);
    state()->setMarker(Marker::B, 15 * kSecond);
    state()->setFocus(14 * kSecond);
    state()->setCompareMode(CompareMode::Difference);
    state()->showPath(true);
    state()->setCompared({document()->versions().back().id});
    state()->selectMetric(QStringLiteral("disk.write"));
    state()->selectStressor(QStringLiteral("hash-insert"));
    timeline()->restore({{Family::Memory}, true}, 0);
    m_window->actions()->clockTime->trigger();
    child<QDockWidget>("scoreDock")->hide();
    child<QDockWidget>("diagnosticsDock")->show();
    m_window->actions()->collection->setChecked(true);
    QVERIFY(m_window->actions()->saveSession->isEnabled());
    saveAs("work.mimesys");
    QVERIFY(QFile::exists(path("work.mimesys")));

    makeWindow();
    open({{path("work.mimesys"), FileRole::Auto}});
    QVERIFY(!child<Banner>("banner")->isVisible());
    QCOMPARE(document()->real().name, QStringLiteral("real.h5"));
    QCOMPARE(document()->versions().size(), std::size_t{2});
    QCOMPARE(document()->versions()[0].name, QStringLiteral("first try"));
    QCOMPARE(document()->currentVersion(), document()->versions()[0].id);
    QCOMPARE(document()->plan().name, QStringLiteral("plan.h5"));
    QCOMPARE(document()->emulated().name, QStringLiteral("emulated.h5"));
    QVERIFY(document()->score() != nullptr);
    QVERIFY(document()->versions()[1].plan.composition->plan() == *somePlan(5));
    QCOMPARE(state()->visible(), (TimeRange{10 * kSecond, 30 * kSecond}));
    QCOMPARE(state()->selection(), std::optional(TimeRange{12 * kSecond, 20 * kSecond}));
    QCOMPARE(state()->marker(Marker::A), std::optional(13 * kSecond));
    QCOMPARE(state()->marker(Marker::B), std::optional(15 * kSecond));
    QCOMPARE(state()->focus(), std::optional(14 * kSecond));
    QVERIFY(state()->compareMode() == CompareMode::Difference);
    QVERIFY(state()->isPathShown());
    QCOMPARE(state()->compared(), std::vector<int>{document()->versions()[1].id});
    QCOMPARE(state()->selectedMetric(), QStringLiteral("disk.write"));
    QCOMPARE(state()->selectedStressor(), QStringLiteral("hash-insert"));
    QVERIFY(timeline()->folding().closed == std::set<Family>{Family::Memory});
    QVERIFY(timeline()->folding().cpusOpen);
    QVERIFY(m_window->actions()->clockTime->isChecked());
    QVERIFY(m_window->actions()->collection->isChecked());
    // Settling into the window is no change.
    QTest::qWait(2 * kSoon);
    QVERIFY(!m_window->session()->isModified());
    m_window->actions()->collection->setChecked(false);
    QVERIFY(!child<QDockWidget>("scoreDock")->isVisible());
    QVERIFY(child<QDockWidget>("diagnosticsDock")->isVisible());
}

void SessionWindowTest::roundsOfARefinementComeBack() {
    openEverything();
    LoadedRefinement refinement;
    refinement.id = 1;
    refinement.wanted = 4;
    refinement.best = 2;
    refinement.floor = 0.01;
    for (int i = 0; i < 3; ++i) {
        LoadedRound& round = refinement.rounds.emplace_back();
        round.plan = i == 0 ? document()->plan() : generated(10 + static_cast<std::uint64_t>(i));
        round.emulated.trace = samples::indexed(samples::machineTrace(2, 60, 3.0 - i));
        round.emulated.name = QStringLiteral("round %1").arg(i);
        round.mean = 0.08 / (1 << i);
        round.families = {{Family::Cpu, round.mean}};
    }
    document()->setRefinement(refinement);
    document()->openRound(2);
    QCOMPARE(document()->versions().size(), std::size_t{2});
    saveAs("work.mimesys");
    QVERIFY(!m_window->session()->hasUnsavedContent());
    refinement.confirmed = 0.021;
    document()->setRefinement(refinement);
    QVERIFY(m_window->session()->hasUnsavedContent());
    m_window->actions()->saveSession->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isSaving(), kLong);

    makeWindow();
    open({{path("work.mimesys"), FileRole::Auto}});
    QVERIFY(!child<Banner>("banner")->isVisible());
    QVERIFY(!m_window->session()->isModified());
    QCOMPARE(document()->shownRound(), std::optional<std::size_t>(2));
    QVERIFY(document()->score() != nullptr);
    auto* table = child<QTableView>("refinementRounds");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(table->model()->index(2, 0).data().toString(), QStringLiteral("2, best"));
    QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("0.0400"));
    auto* chart = child<RefinementChart>("refinementChart");
    QCOMPARE(chart->points(RefinementChart::Line::Mean).size(), 3);
    QCOMPARE(chart->points(RefinementChart::Line::Confirmed), (QList<QPointF>{{2, 0.021}}));
    QVERIFY(child<QLabel>("refinementNote")->text().startsWith(QStringLiteral("It was stopped.")));
    // Any round can be gone back to, in the version that shows them.
    const int first = document()->versions().front().id;
    Q_EMIT chart->roundClicked(1);
    QCOMPARE(document()->shownRound(), std::optional<std::size_t>(1));
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(document()->plan().composition->plan() == *somePlan(11));
    QCOMPARE(document()->emulated().name, QStringLiteral("round 1"));
    QVERIFY(document()->score() != nullptr);
    QCOMPARE(document()->versions().size(), std::size_t{2});
    // The plan as it came is that of the version before.
    document()->openVersion(first);
    QCOMPARE(table->currentIndex().row(), 0);
    // What is refined next shows its rounds in a version of its own.
    document()->openRound(2);
    refinement.rounds[2].plan = document()->plan();
    document()->setRefinement(refinement);
    document()->openRound(1);
    QCOMPARE(document()->versions().size(), std::size_t{3});
    QVERIFY(document()->versions()[1].plan.composition->plan() == *somePlan(12));
    document()->addVersion(generated(5));
    QVERIFY(!document()->refinement());
    QCOMPARE(table->model()->rowCount(), 0);
}

void SessionWindowTest::titleShowsTheSessionAndItsChanges() {
    openEverything();
    QVERIFY(!m_window->isWindowModified());  // there is no session it could be unsaved in
    saveAs("work.mimesys");
    QCOMPARE(m_window->windowTitle(), QStringLiteral("work.mimesys[*] – Mimesys Studio"));
    QVERIFY(!m_window->isWindowModified());
    state()->show({10 * kSecond, 30 * kSecond});
    QVERIFY(m_window->isWindowModified());
    QVERIFY(!m_window->session()->hasUnsavedContent());  // nothing to be asked about
    m_window->actions()->saveSession->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isSaving(), kLong);
    QVERIFY(!m_window->isWindowModified());
    document()->addVersion(generated(5));
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->session()->hasUnsavedContent());
}

void SessionWindowTest::closingAsksAboutChanges() {
    openEverything();
    saveAs("work.mimesys");
    document()->addVersion(generated(5));
    m_window->close();
    QVERIFY(m_window->isVisible());
    m_window->close();
    QCOMPARE(m_window->findChildren<QWidget*>(QStringLiteral("saveQuestion")).size(), 1);
    child<QPushButton>("saveChanges")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    makeWindow();
    open({{path("work.mimesys"), FileRole::Auto}});
    QCOMPARE(document()->versions().size(), std::size_t{2});
}

void SessionWindowTest::changesThatAreGivenUpAreNotSaved() {
    openEverything();
    saveAs("work.mimesys");
    document()->addVersion(generated(5));
    m_window->close();
    child<QPushButton>("discardChanges")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    makeWindow();
    open({{path("work.mimesys"), FileRole::Auto}});
    QCOMPARE(document()->versions().size(), std::size_t{1});
}

void SessionWindowTest::badSessionLeavesWhatIsOpen() {
    openEverything();
    QFile bad(path("bad.mimesys"));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(R"({"format": "mimesys-session", "version": 99})");
    bad.close();
    open({{path("bad.mimesys"), FileRole::Auto}});
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("not of version 1")));
    QCOMPARE(document()->real().name, QStringLiteral("real.h5"));
    QVERIFY(document()->plan());
    QVERIFY(m_window->session()->path().empty());
}

void SessionWindowTest::changedFileIsSaidInTheBanner() {
    openEverything();
    saveAs("work.mimesys");
    QVERIFY(QFile::remove(path("plan.h5")));
    makeWindow();
    open({{path("work.mimesys"), FileRole::Auto}});
    QVERIFY(child<Banner>("banner")->isVisible());
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("plan.h5 is missing")));
    QVERIFY(document()->real() && document()->emulated() && !document()->plan());
    QVERIFY(m_window->isWindowModified());
}

void SessionWindowTest::otherFilesAreOpenedAfterTheSession() {
    open({{path("real.h5"), FileRole::Real}});
    saveAs("work.mimesys");
    makeWindow();
    open({{path("plan.h5"), FileRole::Auto}, {path("work.mimesys"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(document()->plan() && isIdle(), kLong);
    QCOMPARE(document()->real().name, QStringLiteral("real.h5"));
}

void SessionWindowTest::recentFilesAreRemembered() {
    QVERIFY(!m_window->actions()->recentMenu->isEnabled());
    open({{path("real.h5"), FileRole::Real}});
    open({{path("plan.h5"), FileRole::Plan}});
    saveAs("work.mimesys");
    QVERIFY(QFile::remove(path("plan.h5")));
    makeWindow();
    QMenu* menu = m_window->actions()->recentMenu;
    QVERIFY(menu->isEnabled());
    Q_EMIT menu->aboutToShow();
    QStringList names;
    for (const QAction* action : menu->actions()) {
        if (!action->data().isNull()) {
            names += QFileInfo(action->data().toString()).fileName();
        }
    }
    QCOMPARE(names, (QStringList{QStringLiteral("work.mimesys"), QStringLiteral("real.h5")}));
    menu->actions().front()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(document()->real() && isIdle(), kLong);
    QCOMPARE(m_window->session()->name(), QStringLiteral("work.mimesys"));
    for (int i = 0; i < 20; ++i) {
        QFile many(path("many%1").replace(QLatin1String("%1"), QString::number(i)));
        QVERIFY(many.open(QIODevice::WriteOnly));
        m_window->findChild<RecentFiles*>()->add(many.fileName());
    }
    QCOMPARE(m_window->findChild<RecentFiles*>()->files().size(), RecentFiles::kMost);
    Q_EMIT menu->aboutToShow();
    child<QAction>("clearRecent")->trigger();
    QVERIFY(!menu->isEnabled());
}

void SessionWindowTest::layoutIsRememberedAndCanBeRestored() {
    openEverything();
    auto* dock = child<QDockWidget>("scoreDock");
    QVERIFY(dock->isVisible());
    m_window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    m_window->close();
    makeWindow();
    dock = child<QDockWidget>("scoreDock");
    QCOMPARE(m_window->dockWidgetArea(dock), Qt::BottomDockWidgetArea);
    openEverything();
    m_window->actions()->restoreLayout->trigger();
    QCOMPARE(m_window->dockWidgetArea(dock), Qt::RightDockWidgetArea);
    QVERIFY(dock->isVisible());
}

void SessionWindowTest::panelsStepAsideForOtherPages() {
    openEverything();
    auto* score = child<QDockWidget>("scoreDock");
    auto* selection = child<QDockWidget>("selectionDock");
    auto* jobs = child<QDockWidget>("jobsDock");
    jobs->show();
    selection->show();
    selection->raise();
    const auto isInFront = [](const QDockWidget* dock) {
        return dock->isVisible() && !dock->visibleRegion().isEmpty();
    };
    QTRY_VERIFY(isInFront(selection) && !isInFront(score));
    m_window->actions()->training->setChecked(true);
    QVERIFY(!score->isVisible() && !selection->isVisible());
    QVERIFY(jobs->isVisible());
    // From one such page to another, and back.
    m_window->actions()->collection->setChecked(true);
    QVERIFY(!score->isVisible());
    saveAs("aside.mimesys");
    m_window->actions()->collection->setChecked(false);
    QTRY_VERIFY(isInFront(selection));
    QVERIFY(!score->isHidden());
    // Versions are chosen beside the page that compares them.
    m_window->actions()->versions->setChecked(true);
    QVERIFY(!score->isHidden());
    // What is saved or closed meanwhile has them where they were.
    m_window->actions()->training->setChecked(true);
    jobs->hide();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(m_window->close());
    makeWindow();
    QVERIFY(!child<QDockWidget>("scoreDock")->isHidden());
    QVERIFY(child<QDockWidget>("jobsDock")->isHidden());
    open({{path("aside.mimesys"), FileRole::Auto}});
    QVERIFY(m_window->actions()->collection->isChecked());
    QVERIFY(child<QDockWidget>("selectionDock")->isHidden());
    m_window->actions()->collection->setChecked(false);
    QVERIFY(!child<QDockWidget>("selectionDock")->isHidden());
}

void SessionWindowTest::viewSurvivesTheNextTrace() {
    m_window->resize(1000, 420);  // the lanes do not fit and have to be scrolled
    open({{path("before.h5"), FileRole::Real}});
    state()->show({10 * kSecond, 30 * kSecond});
    state()->selectMetric(QStringLiteral("disk.write"));
    timeline()->restore({{Family::Memory}, true}, 40);
    const int scroll = timeline()->scrollPosition();
    QVERIFY(scroll > 0);
    open({{path("next.h5"), FileRole::Real}});
    QCOMPARE(document()->real().name, QStringLiteral("next.h5"));
    QCOMPARE(state()->visible(), (TimeRange{10 * kSecond, 30 * kSecond}));
    QCOMPARE(state()->selectedMetric(), QStringLiteral("disk.write"));
    QVERIFY(timeline()->folding().closed == std::set<Family>{Family::Memory});
    QVERIFY(timeline()->folding().cpusOpen);
    QCOMPARE(timeline()->scrollPosition(), scroll);
}

QStringList SessionWindowTest::recoveries() const {
    return QDir(path("recovery")).entryList({QStringLiteral("recovery-*.mimesys")}, QDir::Files);
}

// What a kill leaves: the files, and nobody who holds them. Returns their name without a suffix.
QString SessionWindowTest::leaveLostWork() {
    m_window->session()->autosave();
    if (!QTest::qWaitFor([this] { return !recoveries().isEmpty() && isIdle(); }, kLong)) {
        return {};
    }
    const QString name = recoveries().value(0).chopped(8);
    const QString left = name + QLatin1Char('9');
    fs::copy(file("recovery") / (name.toStdString() + ".files"), file("recovery") / (left.toStdString() + ".files"),
             fs::copy_options::recursive);
    QFile text(path("recovery/") + name + ".mimesys");
    QFile moved(path("recovery/") + left + ".mimesys");
    if (text.open(QIODevice::ReadOnly) && moved.open(QIODevice::WriteOnly)) {
        moved.write(text.readAll().replace((name + ".files").toUtf8(), (left + ".files").toUtf8()));
    }
    return left;
}

void SessionWindowTest::lostWorkIsOffered() {
    openEverything();
    saveAs("work.mimesys");
    document()->addVersion(generated(5));
    state()->show({10 * kSecond, 30 * kSecond});
    const QString left = leaveLostWork();
    QVERIFY(!left.isEmpty());
    makeWindow();
    m_window->offerRecovery();
    QVERIFY(child<Banner>("banner")->isVisible());
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    child<QPushButton>("bannerAction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(document()->real() && isIdle(), kLong);
    QCOMPARE(document()->versions().size(), std::size_t{2});
    QVERIFY(document()->plan().composition->plan() == *somePlan(5));
    QVERIFY(document()->plan().path.isEmpty());
    QCOMPARE(state()->visible(), (TimeRange{10 * kSecond, 30 * kSecond}));
    // It is the changed session again, and the file that was left behind goes once it is saved anew.
    QCOMPARE(m_window->session()->name(), QStringLiteral("work.mimesys"));
    QVERIFY(m_window->isWindowModified());
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path("recovery/") + left + ".mimesys"), kLong);
    QVERIFY(!QFile::exists(path("recovery/") + left + ".files"));
    QCOMPARE(recoveries().size(), 1);
    m_window->actions()->saveSession->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isSaving(), kLong);
    QCOMPARE(recoveries().size(), 0);
    makeWindow();
    m_window->offerRecovery();
    QVERIFY(!child<Banner>("banner")->isVisible());
}

void SessionWindowTest::lostWorkCanBeDiscarded() {
    openEverything();
    saveAs("work.mimesys");
    document()->addVersion(generated(5));
    const QString left = leaveLostWork();
    QVERIFY(!left.isEmpty());
    makeWindow();
    m_window->offerRecovery();
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    auto* discard = child<QPushButton>("bannerOtherAction");
    QVERIFY(discard->isVisible());
    discard->click();
    QVERIFY(!QFile::exists(path("recovery/") + left + ".mimesys"));
    QVERIFY(!QFile::exists(path("recovery/") + left + ".files"));
    QVERIFY(!child<Banner>("banner")->isVisible());
    QVERIFY(!document()->real());
}

void SessionWindowTest::cleanExitLeavesNothing() {
    openEverything();
    document()->addVersion(generated(5));
    m_window->session()->autosave();
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(path("recovery")).isEmpty(), kLong);
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    m_window.reset();
    QVERIFY(QDir(path("recovery")).isEmpty());
}

QTEST_MAIN(SessionWindowTest)
#include "tst_sessionwindow.moc"
