// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/score.h"
#include "models/jobmodel.h"
#include "panels/banner.h"
#include "panels/filefield.h"
#include "panels/jobspanel.h"
#include "panels/jobstatus.h"
#include "plan/planfile.h"
#include "samples.h"
#include "trace/read.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/mainwindow.h"
#include "window/recorddialog.h"

#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace mimesys;
using namespace mimesys::widgets;

// Recording in the studio, of this machine as it is and of a plan that runs on it; and the list of jobs.
class RecordingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void formKeepsWhatWasChosen();
    void formRefusesWhatCannotBe();
    void recordingGrowsAndIsWritten();
    void unsavedRecordingIsOffered();
    void commandIsRecorded();
    void badRequestsAreExplained();
    void otherTracesWaitForTheRecording();
    void recordingIsRepeated();
    void runIsRecordedIntoItsVersion();
    void openedEmulationKeepsItsPlace();
    void snapshotsLeaveTheViewAlone();
    void panelOpensByClickAndKey();
    void panelCancelsAndRetriesByKeys();
    void closingAsksOnce_data();
    void closingAsksOnce();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString writeTrace(const char* name, const trace::TracePtr& trace) const;
    QString writePlan(const char* name, std::size_t windows) const;
    void open(const std::vector<FileRequest>& files);  // and waits
    // As the form would.
    RecordChoice choice(double seconds, const char* output = nullptr) const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] Workflow& workflow() const { return *m_window->workflow(); }
    [[nodiscard]] Document& document() const { return *m_window->document(); }
    [[nodiscard]] JobModel& jobs() const { return *child<JobsPanel>("jobsPanel")->model(); }
    [[nodiscard]] bool isIdle() const { return !workflow().runner()->isBusy(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things
constexpr double kPeriod = 0.1;

}  // namespace

void RecordingTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    Workflow::Options options;
    options.dataset = path("no-dataset.h5").toStdString();
    options.model = path("no-model.safetensors").toStdString();
    options.scratchDirectory = m_folder->path().toStdString();
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void RecordingTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

QString RecordingTest::writeTrace(const char* name, const trace::TracePtr& trace) const {
    const auto written = trace::writeTrace(*trace, path(name).toStdString());
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
    return path(name);
}

QString RecordingTest::writePlan(const char* name, std::size_t windows) const {
    plan::ExecutionPlan plan(windows, 1, {"memcpy-l1"}, kPeriod);
    for (float& fraction : plan.fractions()) {
        fraction = 0.2F;
    }
    const auto written = plan::writePlan(plan, path(name).toStdString());
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
    return path(name);
}

void RecordingTest::open(const std::vector<FileRequest>& files) {
    m_window->open(files);
    QTRY_VERIFY_WITH_TIMEOUT(
        !workflow().runner()->isRunning(JobKind::Open) && !workflow().runner()->isRunning(JobKind::Score), kLong);
}

RecordChoice RecordingTest::choice(double seconds, const char* output) const {
    RecordChoice choice;
    choice.durationSeconds = seconds;
    choice.periodSeconds = kPeriod;
    if (output != nullptr) {
        choice.output = path(output).toStdString();
    }
    return choice;
}

void RecordingTest::formKeepsWhatWasChosen() {
    RecordChoice wanted;
    wanted.durationSeconds = 12.5;
    wanted.periodSeconds = 0.25;
    wanted.command = {"sh", "-c", "echo \"a b\" ''"};
    wanted.output = "/tmp/x.h5";
    const RecordDialog dialog(wanted, {});
    const RecordChoice kept = dialog.choice();
    QCOMPARE(kept.durationSeconds, 12.5);
    QCOMPARE(kept.periodSeconds, 0.25);
    QCOMPARE(kept.command, wanted.command);
    QCOMPARE(kept.output, wanted.output);
}

void RecordingTest::formRefusesWhatCannotBe() {
    RecordDialog dialog({}, QStringLiteral("real.h5"));
    auto* accept = dialog.findChild<QPushButton*>(QStringLiteral("recordAccept"));
    auto* about = dialog.findChild<QLabel*>(QStringLiteral("recordAbout"));
    auto* output = dialog.findChild<FileField*>(QStringLiteral("recordOutput"));
    QVERIFY(accept->isEnabled());
    QVERIFY2(about->text().contains(QStringLiteral("real.h5")), qPrintable(about->text()));
    output->setPath("/tmp/trace.png");
    QVERIFY(!accept->isEnabled());
    QVERIFY(about->text().contains(QStringLiteral(".h5")));
    output->setPath({});
    auto* duration = dialog.findChild<QDoubleSpinBox*>(QStringLiteral("recordDuration"));
    duration->setValue(0.3);
    QVERIFY(!accept->isEnabled());
    duration->setValue(0.0);
    QVERIFY(accept->isEnabled());
    QCOMPARE(duration->text(), QStringLiteral("until stopped"));
    // Every field can be reached and has a name.
    for (const char* name : {"recordDuration", "recordPeriod", "recordCommand"}) {
        QVERIFY(dialog.findChild<QWidget*>(QLatin1String(name))->focusPolicy() & Qt::TabFocus);
    }
}

void RecordingTest::recordingGrowsAndIsWritten() {
    QVERIFY(m_window->actions()->record->isEnabled());
    m_window->actions()->record->trigger();
    auto* dialog = child<RecordDialog>("recordDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    dialog->findChild<QDoubleSpinBox*>(QStringLiteral("recordPeriod"))->setValue(kPeriod);
    dialog->findChild<FileField*>(QStringLiteral("recordOutput"))->setPath(path("out.h5").toStdString());
    dialog->findChild<QPushButton*>(QStringLiteral("recordAccept"))->click();
    QVERIFY(workflow().runner()->isRunning(JobKind::Record));
    QVERIFY(!m_window->actions()->record->isEnabled());
    QVERIFY(m_window->actions()->stop->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(document().real().growing, kLong);
    QVERIFY(child<QWidget>("timeline")->isVisible());
    QVERIFY(!workflow().canExport(Workflow::Export::Real));
    const std::size_t before = document().real().trace->trace().sampleCount();
    QTRY_VERIFY_WITH_TIMEOUT(document().real().trace->trace().sampleCount() > before, kLong);
    QVERIFY(document().real().growing);
    // All of it stays in view.
    QCOMPARE(m_window->viewState()->visible(), document().extent());
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!document().real().growing);
    QCOMPARE(document().real().name, QStringLiteral("out.h5"));
    const auto written = trace::readTrace(path("out.h5").toStdString());
    QVERIFY(written.has_value());
    QCOMPARE((*written)->trace->timesNs, document().real().trace->trace().timesNs);
    QVERIFY((*written)->trace->cpuCount() > 0);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
}

void RecordingTest::unsavedRecordingIsOffered() {
    workflow().record(choice(0.5));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(document().real() && !document().real().growing);
    QCOMPARE(document().real().trace->trace().sampleCount(), std::size_t{5});
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    child<QPushButton>("bannerAction")->click();
    Q_EMIT child<QFileDialog>("saveDialog")->fileSelected(path("later.csv"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("later.csv")) && isIdle(), kLong);
    QVERIFY(trace::readTrace(path("later.csv").toStdString()).has_value());
}

void RecordingTest::commandIsRecorded() {
    RecordChoice with = choice(0.0, "out.h5");
    with.command = {"sh", "-c", "touch " + path("ran").toStdString() + "; sleep 0.4; exit 3"};
    workflow().record(with);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(QFile::exists(path("ran")));
    QVERIFY(document().real().trace->trace().sampleCount() >= 3);
    QVERIFY2(child<Banner>("banner")->text().contains(QStringLiteral("exit code 3")),
             qPrintable(child<Banner>("banner")->text()));
    QVERIFY(QFile::exists(path("out.h5")));
}

void RecordingTest::badRequestsAreExplained() {
    RecordChoice with = choice(5.0);
    with.command = {"/no/such/program"};
    workflow().record(with);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("/no/such/program")));
    QVERIFY(!document().real());
    workflow().record(choice(5.0, "no-such-folder/out.h5"));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("no-such-folder")));
    QCOMPARE(jobs().ending(0), std::optional(JobEnding::Failed));
    QCOMPARE(jobs().ending(1), std::optional(JobEnding::Failed));
}

void RecordingTest::otherTracesWaitForTheRecording() {
    workflow().record(choice(0.0));
    QTRY_VERIFY_WITH_TIMEOUT(document().real(), kLong);
    open({{writeTrace("real.h5", samples::machineTrace(2, 20)), FileRole::Auto}});
    QVERIFY(document().real().growing);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("real.h5")));
    // A plan can be opened beside it, and stays.
    open({{writePlan("plan.h5", 5), FileRole::Auto}});
    const std::size_t before = document().real().trace->trace().sampleCount();
    QTRY_VERIFY_WITH_TIMEOUT(document().real().trace->trace().sampleCount() > before, kLong);
    QCOMPARE(document().plan().name, QStringLiteral("plan.h5"));
    QVERIFY(!m_window->actions()->run->isEnabled());
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(document().plan().name, QStringLiteral("plan.h5"));
    QVERIFY(m_window->actions()->run->isEnabled());
}

void RecordingTest::recordingIsRepeated() {
    workflow().record(choice(0.3));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    const IndexedTracePtr first = document().real().trace;
    QVERIFY(jobs().canRetry(0));
    jobs().retry(0);
    QVERIFY(workflow().runner()->isRunning(JobKind::Record));
    QVERIFY(!jobs().canRetry(1));  // one at a time
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(document().real().trace != first);
    QCOMPARE(document().real().trace->trace().sampleCount(), std::size_t{3});
}

void RecordingTest::runIsRecordedIntoItsVersion() {
    open({{writeTrace("real.h5", samples::machineTrace(1, 60)), FileRole::Auto},
          {writePlan("plan.h5", 600), FileRole::Auto},
          {writeTrace("emulated.h5", samples::machineTrace(1, 60, 3.0)), FileRole::Auto}});
    const int first = document().currentVersion();
    const IndexedTracePtr opened = document().emulated().trace;
    m_window->actions()->run->trigger();
    const int running = document().currentVersion();
    QVERIFY(running != first);
    QTRY_VERIFY_WITH_TIMEOUT(document().emulated() && document().emulated().growing, kLong);
    document().openVersion(first);
    const auto samples = [&] {
        return document().findVersion(running)->emulated.trace->trace().sampleCount();
    };
    const std::size_t before = samples();
    QTRY_VERIFY_WITH_TIMEOUT(samples() > before, kLong);
    // What is shown is still what was opened.
    QCOMPARE(document().currentVersion(), first);
    QCOMPARE(document().emulated().trace, opened);
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(document().emulated().trace, opened);
    QCOMPARE(document().versions().size(), std::size_t{2});
    QVERIFY(!document().findVersion(running)->emulated.growing);
    QVERIFY(samples() > before);
    // The same plan again, from wherever one is.
    QVERIFY(jobs().canRetry(0));
    jobs().retry(0);
    QVERIFY(workflow().runner()->isRunning(JobKind::Run));
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
}

void RecordingTest::openedEmulationKeepsItsPlace() {
    open({{writeTrace("real.h5", samples::machineTrace(1, 60)), FileRole::Auto},
          {writePlan("plan.h5", 600), FileRole::Auto}});
    const int running = document().currentVersion();
    m_window->actions()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(document().emulated(), kLong);
    open({{writeTrace("emulated.h5", samples::machineTrace(1, 60, 3.0)), FileRole::Emulated}});
    QCOMPARE(document().emulated().name, QStringLiteral("emulated.h5"));
    QVERIFY(document().currentVersion() != running);
    const std::size_t before = document().findVersion(running)->emulated.trace->trace().sampleCount();
    QTRY_VERIFY_WITH_TIMEOUT(document().findVersion(running)->emulated.trace->trace().sampleCount() > before, kLong);
    QCOMPARE(document().emulated().name, QStringLiteral("emulated.h5"));
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(document().emulated().name, QStringLiteral("emulated.h5"));
    QVERIFY(!document().findVersion(running)->emulated.growing);
}

void RecordingTest::snapshotsLeaveTheViewAlone() {
    open({{writeTrace("real.h5", samples::machineTrace(1, 60)), FileRole::Auto},
          {writePlan("plan.h5", 600), FileRole::Auto}});
    m_window->actions()->run->trigger();
    const TimeRange part{10 * kNanosecondsPerSecond, 20 * kNanosecondsPerSecond};
    m_window->viewState()->show(part);
    m_window->viewState()->select(part);
    QTRY_VERIFY_WITH_TIMEOUT(document().emulated(), kLong);
    const std::size_t before = document().emulated().trace->trace().sampleCount();
    QTRY_VERIFY_WITH_TIMEOUT(document().emulated().trace->trace().sampleCount() > before, kLong);
    QCOMPARE(m_window->viewState()->visible(), part);
    QCOMPARE(m_window->viewState()->selection(), std::optional(part));
    QCOMPARE(m_window->viewState()->extent().endNs, 60 * kNanosecondsPerSecond);
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(m_window->viewState()->visible(), part);
}

void RecordingTest::panelOpensByClickAndKey() {
    auto* dock = child<QDockWidget>("jobsDock");
    QVERIFY(!dock->isVisible());
    workflow().record(choice(0.0));
    child<QToolButton>("jobText")->click();
    QVERIFY(dock->isVisible());
    QCOMPARE(QApplication::focusWidget(), child<QTreeView>("jobsTable"));
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!dock->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(dock->isVisible());
    workflow().stop();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
}

void RecordingTest::panelCancelsAndRetriesByKeys() {
    child<QDockWidget>("jobsDock")->show();
    auto* table = child<QTreeView>("jobsTable");
    table->setFocus();
    QVERIFY(!child<QPushButton>("jobsCancelButton")->isEnabled());
    workflow().record(choice(0.0));
    QVERIFY(child<QPushButton>("jobsCancelButton")->isEnabled());
    QVERIFY(!child<QPushButton>("jobsRetryButton")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(child<QPlainTextEdit>("jobsLog")->toPlainText().contains(QStringLiteral("recorded")),
                             kLong);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(jobs().ending(0), std::optional(JobEnding::Stopped));
    QTRY_VERIFY(child<QPlainTextEdit>("jobsLog")->toPlainText().endsWith(QStringLiteral("Stopped")));
    const QString log = child<QPlainTextEdit>("jobsLog")->toPlainText();
    QVERIFY2(log.section(QLatin1Char('\n'), 0, 0).endsWith(QStringLiteral("Started: Recording this machine")),
             qPrintable(log));
    QTRY_VERIFY(child<QPushButton>("jobsRetryButton")->isEnabled());
    QTest::keyClick(table, Qt::Key_F5);
    QVERIFY(workflow().runner()->isRunning(JobKind::Record));
    QCOMPARE(table->currentIndex().row(), 0);
    child<QPushButton>("jobsCancelButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    child<QPushButton>("jobsForgetButton")->click();
    QCOMPARE(jobs().rowCount(), 0);
    QCOMPARE(child<QPlainTextEdit>("jobsLog")->toPlainText(), QString());
}

void RecordingTest::closingAsksOnce_data() {
    QTest::addColumn<JobKind>("kind");
    QTest::addColumn<bool>("asks");
    for (const auto& [name, kind] : {std::pair{"run", JobKind::Run}, std::pair{"record", JobKind::Record},
                                     std::pair{"refine", JobKind::Refine}, std::pair{"collect", JobKind::Collect},
                                     std::pair{"calibrate", JobKind::Calibrate}, std::pair{"train", JobKind::Train},
                                     std::pair{"align", JobKind::Align}, std::pair{"export", JobKind::Export}}) {
        QTest::newRow(name) << kind << true;
    }
    // Reading and computing change nothing outside the window.
    for (const auto& [name, kind] :
         {std::pair{"open", JobKind::Open}, std::pair{"score", JobKind::Score},
          std::pair{"generate", JobKind::Generate}, std::pair{"open training", JobKind::OpenTraining},
          std::pair{"open calibration", JobKind::OpenCalibration},
          std::pair{"open collection", JobKind::OpenCollection}}) {
        QTest::newRow(name) << kind << false;
    }
}

void RecordingTest::closingAsksOnce() {
    QFETCH(const JobKind, kind);
    QFETCH(const bool, asks);
    workflow().runner()->start<int>(
        kind, QStringLiteral("job"),
        [](const JobRunner::Context& context) -> Cancellable<int> {
            while (!context.stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return std::optional<int>();
        },
        [](int) {});
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->close() || !asks);
    QCOMPARE(m_window->findChildren<QMessageBox*>(QStringLiteral("closeQuestion")).size(), asks ? 1 : 0);
    if (asks) {
        QVERIFY(m_window->isVisible());
        child<QPushButton>("stopAndClose")->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    QVERIFY(isIdle());
}

QTEST_MAIN(RecordingTest)
#include "tst_recording.moc"
