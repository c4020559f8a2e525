// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/builddataset.h"
#include "dataset/dataset.h"
#include "overlay/legend.h"
#include "panels/banner.h"
#include "panels/diagnosticspanel.h"
#include "panels/jobstatus.h"
#include "plan/planfile.h"
#include "samples.h"
#include "timeline/timelineview.h"
#include "trace/read.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTranslator>
#include <QTreeView>

using namespace mimesys;
using namespace mimesys::widgets;

// Drives the real window: files in, a plan made and run on this machine, a score and files out.
class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyWindowSaysWhatToDo();
    void opensATraceWithoutBlocking();
    void opensByDrop();
    void opensByDialog();
    void savesAPicture();
    void twoTracesAndAPlanAreShownAndScored();
    void namedRolesWinOverTheOrder();
    void badFileIsExplainedAndTheRestIsShown();
    void diagnosticsAreListed();
    void newerOpenWins();
    void generatesRunsScoresAndExports();
    void baselinesBecomeVersionsAndAreRun();
    void offersToCollectWithoutTrainingData();
    void stoppedRunKeepsItsRecording();
    void closingAsksOnceWhileAPlanRuns();
    void planThatCannotRunIsExplained();
    void planForMoreCpusIsFoldedWhenAsked();
    void actionsFollowWhatIsOpen();
    void keysAndAboutAreShown();
    void englishPluralsAreBuiltIn();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString writeTrace(const char* name, const trace::TracePtr& trace) const;
    QString writePlan(const char* name, std::size_t windows, const std::string& stressor = "memcpy-l1",
                      std::size_t cpus = 1) const;
    QString writeDataset(const char* name) const;
    [[nodiscard]] Workflow::Options optionsWith(const QString& dataset) const;
    void makeWindow(const Workflow::Options& options);
    void open(const std::vector<FileRequest>& files);  // and waits
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr double kPlanWindowSeconds = 0.1;
constexpr int kLong = 30'000;  // ms; for machines that are busy with other things

}  // namespace

void MainWindowTest::initTestCase() {
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void MainWindowTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    makeWindow(optionsWith(path("no-dataset.h5")));
}

void MainWindowTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

Workflow::Options MainWindowTest::optionsWith(const QString& dataset) const {
    Workflow::Options options;
    options.dataset = dataset.toStdString();
    options.model = path("no-model.safetensors").toStdString();
    options.scratchDirectory = m_folder->path().toStdString();
    options.collectSeconds = 1.0;
    return options;
}

void MainWindowTest::makeWindow(const Workflow::Options& options) {
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QString MainWindowTest::writeTrace(const char* name, const trace::TracePtr& trace) const {
    const auto written = trace::writeTrace(*trace, path(name).toStdString());
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
    return path(name);
}

QString MainWindowTest::writePlan(const char* name, std::size_t windows, const std::string& stressor,
                                  std::size_t cpus) const {
    plan::ExecutionPlan plan(windows, cpus, {stressor}, kPlanWindowSeconds);
    for (float& fraction : plan.fractions()) {
        fraction = 0.5F;
    }
    const auto written = plan::writePlan(plan, path(name).toStdString());
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
    return path(name);
}

QString MainWindowTest::writeDataset(const char* name) const {
    DatasetBuilder builder(1, {"memcpy-l1", "hash-insert"}, {"cpu.utilization[0]"});
    for (const float fraction : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F}) {
        builder.add({fraction, 0.0F}, {100.0F * fraction}, {}, dataset::kSweep);
    }
    const auto written = dataset::writeDataset(builder.dataset(), path(name).toStdString());
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
    return path(name);
}

void MainWindowTest::open(const std::vector<FileRequest>& files) {
    m_window->open(files);
    QVERIFY(!isIdle());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
}

void MainWindowTest::emptyWindowSaysWhatToDo() {
    QVERIFY(child<QWidget>("welcome")->isVisible());
    QVERIFY(child<QPushButton>("welcomeOpen")->isVisible());
    QVERIFY(!child<TimelineView>("timeline")->isVisible());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Mimesys Studio"));
}

void MainWindowTest::opensATraceWithoutBlocking() {
    const QString file = writeTrace("real.h5", samples::machineTrace(2, 60));
    m_window->open({{file, FileRole::Auto}});
    // Nothing is there yet: the work has only been handed over.
    QVERIFY(m_window->document()->isEmpty());
    QVERIFY(child<JobStatus>("jobStatus")->text().contains(QStringLiteral("real.h5")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->document()->isEmpty(), kLong);
    auto* timeline = child<TimelineView>("timeline");
    QVERIFY(timeline->isVisible());
    QCOMPARE(timeline->lanes().size(), std::size_t{7});
    QCOMPARE(m_window->viewState()->visible(), (TimeRange{0, 60 * kNanosecondsPerSecond}));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("real.h5")));
    QVERIFY(child<Legend>("legend")->text().contains(QStringLiteral("real.h5")));
}

void MainWindowTest::opensByDrop() {
    const QString file = writeTrace("dropped.csv", samples::machineTrace(2, 30));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->document()->real().name, QStringLiteral("dropped.csv"), kLong);
}

void MainWindowTest::opensByDialog() {
    const QString file = writeTrace("chosen.h5", samples::machineTrace(2, 30));
    m_window->actions()->open->trigger();
    auto* dialog = child<QFileDialog>("openDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->setDirectory(m_folder->path());
    dialog->selectFile(file);
    Q_EMIT dialog->filesSelected({file});
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->document()->real().name, QStringLiteral("chosen.h5"), kLong);
}

void MainWindowTest::savesAPicture() {
    open({{writeTrace("real.h5", samples::machineTrace(2, 30)), FileRole::Auto}});
    m_window->actions()->exportPicture->trigger();
    Q_EMIT child<QFileDialog>("saveDialog")->fileSelected(path("view.png"));
    QTRY_VERIFY_WITH_TIMEOUT(child<Banner>("banner")->isVisible(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    QVERIFY(QImage(path("view.png")).width() > 500);
    Q_EMIT child<QFileDialog>("saveDialog")->fileSelected(path("no-such-folder/view.png"));
    QTRY_COMPARE_WITH_TIMEOUT(child<Banner>("banner")->kind(), Banner::Kind::Error, kLong);
}

void MainWindowTest::twoTracesAndAPlanAreShownAndScored() {
    open({{writeTrace("real.h5", samples::machineTrace(2, 60)), FileRole::Auto},
          {writePlan("plan.h5", 10), FileRole::Auto},
          {writeTrace("emulated.h5", samples::machineTrace(2, 60, 3.0)), FileRole::Auto}});
    const Document* document = m_window->document();
    QCOMPARE(document->real().name, QStringLiteral("real.h5"));
    QCOMPARE(document->emulated().name, QStringLiteral("emulated.h5"));
    QCOMPARE(document->plan().name, QStringLiteral("plan.h5"));
    QVERIFY(document->score() != nullptr);
    QCOMPARE(document->score()->metrics.size(), std::size_t{4});
    QVERIFY(document->score()->mean > 0.0);
    QVERIFY(child<QWidget>("scorePanel")->isVisible());
    QVERIFY(child<QWidget>("composition")->isVisible());
    const auto* table = child<QTreeView>("scoreTable");
    QCOMPARE(table->model()->index(0, 1).data().toString(), QString::number(document->score()->mean, 'f', 3));
}

void MainWindowTest::namedRolesWinOverTheOrder() {
    open({{writeTrace("emulated.h5", samples::machineTrace(2, 20)), FileRole::Emulated},
          {writeTrace("real.h5", samples::machineTrace(2, 30)), FileRole::Auto}});
    QCOMPARE(m_window->document()->real().name, QStringLiteral("real.h5"));
    QCOMPARE(m_window->document()->emulated().name, QStringLiteral("emulated.h5"));
}

void MainWindowTest::badFileIsExplainedAndTheRestIsShown() {
    QFile bad(path("bad.h5"));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("neither this nor that");
    bad.close();
    open({{bad.fileName(), FileRole::Auto}, {writeTrace("good.h5", samples::machineTrace(2, 20)), FileRole::Auto}});
    auto* banner = child<Banner>("banner");
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->kind(), Banner::Kind::Error);
    QVERIFY2(banner->text().contains(QStringLiteral("bad.h5")), qPrintable(banner->text()));
    QCOMPARE(m_window->document()->real().name, QStringLiteral("good.h5"));
    open({{path("absent.csv"), FileRole::Auto}});
    QVERIFY(banner->text().contains(QStringLiteral("absent.csv")));
    QCOMPARE(m_window->document()->real().name, QStringLiteral("good.h5"));
}

void MainWindowTest::diagnosticsAreListed() {
    QFile file(path("odd.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,disk.read\n1700000001,1\n1700000002,2\n1700000002,3\n1700000003,4\n");
    file.close();
    const auto expected = trace::readTrace(file.fileName().toStdString());
    QVERIFY(expected.has_value());
    QVERIFY(!(*expected)->diagnostics.empty());
    open({{file.fileName(), FileRole::Auto}});
    QCOMPARE(child<DiagnosticsPanel>("diagnosticsPanel")->count(), static_cast<int>((*expected)->diagnostics.size()));
    QVERIFY(child<QWidget>("diagnosticsDock")->isVisible());
}

void MainWindowTest::newerOpenWins() {
    const QString first = writeTrace("first.h5", samples::machineTrace(2, 20));
    const QString second = writeTrace("second.h5", samples::machineTrace(2, 30));
    m_window->open({{first, FileRole::Auto}});
    m_window->open({{second, FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(m_window->document()->real().name, QStringLiteral("second.h5"));
}

void MainWindowTest::generatesRunsScoresAndExports() {
    makeWindow(optionsWith(writeDataset("dataset.h5")));
    trace::Trace real = *samples::machineTrace(1, 3);
    std::erase_if(real.columns, [](const trace::Column& column) { return !cpuOfUtilizationId(column.metric.id); });
    open({{writeTrace("real.h5", samples::checked(std::move(real))), FileRole::Auto}});
    Actions* actions = m_window->actions();
    actions->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().windowCount(), std::size_t{3});
    QVERIFY(child<QWidget>("composition")->isVisible());

    QVERIFY(actions->run->isEnabled());
    actions->run->trigger();
    QVERIFY(!actions->run->isEnabled());
    QVERIFY(actions->stop->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->score() != nullptr && isIdle(), kLong);
    QVERIFY(m_window->document()->emulated());
    QVERIFY(child<QLabel>("runSummary")->isVisible());

    m_window->workflow()->exportTo(Workflow::Export::Plan, path("out.h5"));
    m_window->workflow()->exportTo(Workflow::Export::Emulated, path("out.csv"));
    m_window->workflow()->exportTo(Workflow::Export::Score, path("score.csv"));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(plan::readPlan(path("out.h5").toStdString()).value(), m_window->document()->plan().composition->plan());
    QVERIFY(trace::readTrace(path("out.csv").toStdString()).has_value());
    QFile score(path("score.csv"));
    QVERIFY(score.open(QIODevice::ReadOnly));
    const QByteArray table = score.readAll();
    // Of single cores, or of their average when this machine has more than the trace.
    QVERIFY2(table.contains("\nmetric,cpu.utilization"), table.constData());
    QVERIFY2(table.contains("\nmean,,"), table.constData());
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    m_window->workflow()->exportTo(Workflow::Export::Plan, path("no-such-folder/out.h5"));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
}

void MainWindowTest::baselinesBecomeVersionsAndAreRun() {
    makeWindow(optionsWith(writeDataset("dataset.h5")));
    trace::Trace real = *samples::machineTrace(1, 2);
    std::erase_if(real.columns, [](const trace::Column& column) { return !cpuOfUtilizationId(column.metric.id); });
    open({{writeTrace("real.h5", samples::checked(std::move(real))), FileRole::Auto}});
    const Document* document = m_window->document();
    m_window->findChild<QWidget*>(QStringLiteral("versionsDock"))->show();
    child<QPushButton>("addBaselines")->click();
    // This data set has no sweep that a single stressor could be chosen by, which is said.
    QTRY_COMPARE_WITH_TIMEOUT(child<Banner>("banner")->kind(), Banner::Kind::Error, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QStringList names;
    for (const Version& version : document->versions()) {
        names += version.displayName();
        QVERIFY(!version.emulated);
    }
    QCOMPARE(names, (QStringList{QStringLiteral("Search plan"), QStringLiteral("Interpolation plan")}));
    child<QPushButton>("runAllVersions")->click();
    const auto allScored = [&] {
        return std::ranges::all_of(document->versions(), [](const Version& version) {
            return version.emulated && !version.emulated.growing && version.score;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allScored() && isIdle(), kLong);
    QCOMPARE(document->versions().size(), std::size_t{2});
    QVERIFY(!child<QPushButton>("runAllVersions")->isEnabled());
}

void MainWindowTest::offersToCollectWithoutTrainingData() {
    open({{writeTrace("real.h5", samples::machineTrace(2, 10)), FileRole::Auto}});
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<Banner>("banner")->isVisible(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    QVERIFY(child<QPushButton>("bannerAction")->isVisible());
    QVERIFY(!m_window->document()->plan());
    child<QPushButton>("bannerAction")->click();
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Collect));
    QVERIFY(!m_window->actions()->generate->isEnabled());
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
}

void MainWindowTest::stoppedRunKeepsItsRecording() {
    open({{writeTrace("real.h5", samples::machineTrace(1, 60)), FileRole::Auto},
          {writePlan("plan.h5", 600), FileRole::Auto}});
    m_window->actions()->run->trigger();
    // The recording is drawn while it grows.
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->emulated(), kLong);
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Run));
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(m_window->document()->emulated());
    QVERIFY(m_window->document()->emulated().trace->trace().durationSeconds() < 59.0);
    QVERIFY(m_window->document()->score() == nullptr);
    QVERIFY(child<QLabel>("runSummary")->text().startsWith(QStringLiteral("Stopped")));
}

void MainWindowTest::closingAsksOnceWhileAPlanRuns() {
    open({{writePlan("plan.h5", 600), FileRole::Auto}});
    m_window->actions()->run->trigger();
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->close());
    QCOMPARE(m_window->findChildren<QMessageBox*>(QStringLiteral("closeQuestion")).size(), 1);
    child<QPushButton>("stopAndClose")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    QVERIFY(isIdle());
}

void MainWindowTest::planThatCannotRunIsExplained() {
    open({{writePlan("plan.h5", 5, "no-such-stressor"), FileRole::Auto}});
    m_window->actions()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY2(child<Banner>("banner")->text().contains(QStringLiteral("no-such-stressor")),
             qPrintable(child<Banner>("banner")->text()));
    m_window->workflow()->exportTo(Workflow::Export::Workload, path("workload"));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY2(child<Banner>("banner")->text().contains(QStringLiteral("no-such-stressor")),
             qPrintable(child<Banner>("banner")->text()));
    QVERIFY(!QFile::exists(path("workload")));
}

void MainWindowTest::planForMoreCpusIsFoldedWhenAsked() {
    open({{writePlan("wide.h5", 5, "memcpy-l1", 4000), FileRole::Auto}});
    m_window->actions()->run->trigger();
    QVERIFY(isIdle());
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("4000 CPUs")));
    child<QPushButton>("bannerAction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("folded onto")));
    QVERIFY(m_window->document()->emulated());
}

void MainWindowTest::actionsFollowWhatIsOpen() {
    const Actions* actions = m_window->actions();
    for (const QAction* action : {actions->generate, actions->run, actions->stop, actions->exportPlan,
                                  actions->exportPicture, actions->exportScore, actions->zoomIn, actions->back}) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    }
    open({{writeTrace("real.h5", samples::machineTrace(2, 10)), FileRole::Auto}});
    QVERIFY(actions->generate->isEnabled());
    QVERIFY(!actions->run->isEnabled());
    QVERIFY(!actions->fit->isEnabled());
    actions->zoomIn->trigger();
    QVERIFY(actions->fit->isEnabled());
    actions->back->trigger();
    QVERIFY(!actions->fit->isEnabled());
    for (QAction* action : m_window->findChildren<QAction*>()) {
        QVERIFY2(action->objectName().isEmpty() || !action->text().isEmpty(), qPrintable(action->objectName()));
    }
    for (const QAction* action : {actions->open, actions->generate, actions->run, actions->stop, actions->fit}) {
        QVERIFY2(!action->icon().isNull(), qPrintable(action->objectName()));
    }
}

void MainWindowTest::keysAndAboutAreShown() {
    m_window->actions()->shortcuts->trigger();
    QVERIFY(child<QWidget>("keysDialog")->isVisible());
    m_window->actions()->about->trigger();
    QVERIFY(child<QWidget>("aboutDialog")->isVisible());
}

void MainWindowTest::englishPluralsAreBuiltIn() {
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/mimesys_en.qm")));
    QCoreApplication::installTranslator(&translator);
    const auto one = samples::indexed(samples::machineTrace(1, 1));
    const auto many = samples::indexed(samples::machineTrace(2, 61));
    QCOMPARE(traceSummary(*one), QStringLiteral("1 CPU · 3 metrics · 1 sample · 1 s"));
    QCOMPARE(traceSummary(*many), QStringLiteral("2 CPUs · 4 metrics · 61 samples · 1:01"));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
