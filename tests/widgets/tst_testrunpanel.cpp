// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/processes.h"
#include "jobs/testrunjob.h"
#include "machine/machine.h"
#include "models/conditionmodel.h"
#include "panels/banner.h"
#include "panels/testrunchart.h"
#include "panels/testrunlanes.h"
#include "panels/testrunpanel.h"
#include "plan/planfile.h"
#include "samples.h"
#include "testrun/reportfile.h"
#include "timeline/timelineview.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;
using test::isGone;
using testrun::Condition;

// Test runs in the studio: asked for in the form, watched, stopped, saved and opened again.
class TestRunPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void conditionsAreATable();
    void chartShowsEveryRunAndTheMeans();
    void lanesSayWhichRunsTheyAreOf();
    void formSaysWhatIsMissing();
    void runsAloneAndBesideThePlanThatIsOpen();
    void workloadOfAFileIsComparedWithTheRealMix();
    void stoppedTestRunKeepsItsRunsAndLeavesNothing();
    void failureIsOneSentence();
    void savedReportIsOpenedByDrop();
    void simulatedOriginIsSaid();
    void closingTheWindowAsksAndEndsTheCommand();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] const LoadedTestRun& testRun() const { return m_window->document()->testRun(); }
    void openPlan();
    void fill(const QString& command, int repetitions);
    void drop(const QString& file);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 60'000;  // ms; for machines that are busy with other things
constexpr double kSettleSeconds = 0.3;

plan::ExecutionPlan littlePlan() {
    plan::ExecutionPlan plan(20, 1, {"memcpy-l1"}, 0.1);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        plan.row(window, 0)[0] = 0.1F;
    }
    return plan;
}

testrun::Run runOf(Condition condition, std::size_t repetition, double value) {
    testrun::Run run;
    run.condition = condition;
    run.repetition = repetition;
    run.value = value;
    run.seconds = value;
    return run;
}

// Alone 10 and 12, beside the workload 13 and 15, and beside the real mix 16 and 18 where there is one.
testrun::Report someReport(bool mix) {
    testrun::Report report;
    report.command = "make";
    report.workload = "workload";
    report.repetitions = 2;
    report.measure = {"p99 ([0-9]+)", testrun::Measure::Better::Lower, "ms"};
    report.machine = machine::toJson(machine::discover().value());
    report.realMix = mix ? "mix" : "";
    for (std::size_t i = 0; i < 2; ++i) {
        const double more = 2.0 * static_cast<double>(i);
        report.runs.push_back(runOf(Condition::Alone, i + 1, 10.0 + more));
        report.runs.push_back(runOf(Condition::BesideWorkload, i + 1, 13.0 + more));
        if (mix) {
            report.runs.push_back(runOf(Condition::BesideRealMix, i + 1, 16.0 + more));
        }
    }
    return report;
}

LoadedTestRun loadedOf(const testrun::Report& report) {
    LoadedTestRun loaded;
    loaded.report = std::make_shared<const testrun::Report>(report);
    return loaded;
}

qint64 numberIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

}  // namespace

void TestRunPanelTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(plan::writePlan(littlePlan(), path("plan.h5").toStdString()).has_value());
    m_window = std::make_unique<MainWindow>();
    m_window->show();
}

void TestRunPanelTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void TestRunPanelTest::openPlan() {
    m_window->open({{path("plan.h5"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
}

void TestRunPanelTest::fill(const QString& command, int repetitions) {
    m_window->actions()->testRun->setChecked(true);
    QVERIFY(child<TestRunPanel>("testRunPanel")->isVisible());
    child<QLineEdit>("testRunCommand")->setText(command);
    child<QSpinBox>("testRunRepetitions")->setValue(repetitions);
    child<QDoubleSpinBox>("testRunSettle")->setValue(kSettleSeconds);
    child<QDoubleSpinBox>("testRunPause")->setValue(0.0);
}

void TestRunPanelTest::drop(const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

void TestRunPanelTest::conditionsAreATable() {
    ConditionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setReport(std::make_shared<const testrun::Report>(someReport(true)));
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ConditionModel::Name), QStringLiteral("alone"));
    QCOMPARE(text(0, ConditionModel::Slowdown), QStringLiteral("–"));
    QCOMPARE(text(1, ConditionModel::Runs), QStringLiteral("2"));
    QCOMPARE(text(1, ConditionModel::Mean), QStringLiteral("14"));
    QCOMPARE(text(1, ConditionModel::Slowdown), QStringLiteral("27.3 %"));
    QCOMPARE(text(2, ConditionModel::Slowdown), QStringLiteral("54.5 %"));
    QVERIFY(text(2, ConditionModel::SlowdownInterval).contains(QStringLiteral(" to ")) ||
            text(2, ConditionModel::SlowdownInterval) == QStringLiteral("–"));
    QCOMPARE(model.headerData(ConditionModel::Mean, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Mean, ms"));
    model.setReport(std::make_shared<const testrun::Report>(someReport(false)));
    QCOMPARE(model.rowCount(), 2);
}

void TestRunPanelTest::chartShowsEveryRunAndTheMeans() {
    TestRunChart chart;
    QCOMPARE(chart.summary(), QStringLiteral("No run yet"));
    const testrun::Report report = someReport(true);
    chart.setReport(&report);
    QCOMPARE(chart.points(Condition::Alone).size(), 2);
    QCOMPARE(chart.points(Condition::BesideWorkload)[1].y(), 15.0);
    QVERIFY(chart.points(Condition::BesideRealMix)[0].x() > chart.points(Condition::BesideWorkload)[1].x());
    QCOMPARE(chart.drawnMean(Condition::BesideRealMix), 17.0);
    const auto interval = report.summaryOf(Condition::Alone).interval;
    QCOMPARE(chart.interval(Condition::Alone), (QList<double>{interval->low, interval->high}));
    chart.resize(400, 300);
    QVERIFY(!chart.grab().isNull());
    chart.setReport(nullptr);
    QVERIFY(chart.points(Condition::Alone).isEmpty());
    QVERIFY(std::isnan(chart.drawnMean(Condition::Alone)));
}

void TestRunPanelTest::lanesSayWhichRunsTheyAreOf() {
    testrun::Report report = someReport(true);
    LoadedTestRun loaded;
    for (std::size_t i = 0; i < LoadedTestRun::kConditions; ++i) {
        loaded.recordings[i] = samples::indexed(samples::machineTrace(2, 10, 3.0 * static_cast<double>(i)));
        report.runs[i].trace = loaded.recordings[i]->tracePtr();
    }
    loaded.report = std::make_shared<const testrun::Report>(report);
    TestRunLanes lanes;
    lanes.setTestRun(loaded);
    QCOMPARE(lanes.text(), QStringLiteral("The machine; solid: alone, run 1, dashed: beside the workload, run 1"));
    QCOMPARE(lanes.sides().real().trace, loaded.recordings[0]);
    QCOMPARE(lanes.sides().emulated().trace, loaded.recordings[1]);
    auto* view = lanes.findChild<TimelineView*>(QStringLiteral("testRunTimeline"));
    QVERIFY(!view->lanes().empty());
    QString metric;
    for (const PlacedLane& lane : view->lanes()) {
        metric = lane.lane.metric.id == "disk.write" ? view->laneText(lane) : metric;
    }
    QVERIFY2(metric.contains(QStringLiteral("beside the workload: ")), qPrintable(metric));
    QVERIFY(!metric.contains(QStringLiteral("Emulated")) && !metric.contains(QStringLiteral("Real")));
    auto* beside = lanes.findChild<QComboBox*>(QStringLiteral("testRunBeside"));
    beside->setCurrentIndex(1);
    QCOMPARE(lanes.sides().emulated().trace, loaded.recordings[2]);
    QVERIFY(lanes.text().endsWith(QStringLiteral("beside the real mix, run 1")));
    lanes.setTestRun(loaded);  // another run came: what was chosen stays
    QCOMPARE(beside->currentIndex(), 1);
}

void TestRunPanelTest::formSaysWhatIsMissing() {
    m_window->actions()->testRun->setChecked(true);
    auto* start = child<QPushButton>("testRunStart");
    auto* words = child<QLabel>("testRunWords");
    QVERIFY(!start->isEnabled());
    QCOMPARE(words->text(), QStringLiteral("Name a workload, or open a plan."));
    openPlan();
    m_window->actions()->testRun->setChecked(true);
    QCOMPARE(words->text(), QStringLiteral("Enter the command that is to be tested."));
    child<QLineEdit>("testRunCommand")->setText(QStringLiteral("true"));
    QVERIFY(start->isEnabled());
    auto* pattern = child<QLineEdit>("testRunPattern");
    QVERIFY(!pattern->isEnabled());
    child<QComboBox>("testRunMeasure")->setCurrentIndex(1);
    QVERIFY(pattern->isEnabled());
    QCOMPARE(words->text(), QStringLiteral("Enter the pattern that finds the number."));
    QVERIFY(!start->isEnabled());
    pattern->setText(QStringLiteral("([0-9]+)"));
    QVERIFY(start->isEnabled());
    const TestRunChoice choice = child<TestRunPanel>("testRunPanel")->form()->choice();
    QCOMPARE(choice.measure.pattern, std::string("([0-9]+)"));
    QCOMPARE(choice.measure.better, testrun::Measure::Better::Higher);
    QVERIFY(child<QLabel>("testRunHint")->isVisible());
}

void TestRunPanelTest::runsAloneAndBesideThePlanThatIsOpen() {
    openPlan();
    fill(QStringLiteral("sleep 0.6"), 2);
    child<QPushButton>("testRunStart")->click();
    QVERIFY(m_window->workflow()->isExecuting());
    QVERIFY(m_window->actions()->stop->isEnabled());
    QVERIFY(!m_window->actions()->run->isEnabled());
    QVERIFY(!child<QLineEdit>("testRunCommand")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(testRun() && testRun().running, kLong);
    QVERIFY(!m_window->actions()->exportTestRun->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!testRun().running);
    QCOMPARE(testRun().report->runs.size(), std::size_t{4});
    QCOMPARE(testRun().report->workload, std::string("plan.h5"));
    QVERIFY(testRun().report->summaryOf(Condition::Alone).mean >= 0.6);
    QCOMPARE(child<QTableView>("testRunTable")->model()->rowCount(), 2);
    QCOMPARE(child<TestRunChart>("testRunChart")->points(Condition::BesideWorkload).size(), 2);
    QVERIFY(child<QLabel>("testRunVerdict")->text().startsWith(QStringLiteral("Slowdown beside the workload: ")));
    QVERIFY(child<TestRunLanes>("testRunLanes")->text().contains(QStringLiteral("solid: alone, run")));
    QVERIFY(testRun().recordings[0] && testRun().recordings[1] && !testRun().recordings[2]);
    QVERIFY(!child<QLabel>("testRunHint")->isVisible());
    QVERIFY(!child<QLabel>("testRunSimulated")->isVisible());
    QVERIFY(child<QPushButton>("testRunSave")->isEnabled());
}

void TestRunPanelTest::workloadOfAFileIsComparedWithTheRealMix() {
    const QString flag = path("flag");
    fill(QStringLiteral("if [ -e %1 ]; then echo rate 60; else echo rate 80; fi").arg(flag), 2);
    child<QWidget>("testRunWorkload")->findChild<QLineEdit*>()->setText(path("plan.h5"));
    child<QLineEdit>("testRunRealMix")
        ->setText(QStringLiteral("trap 'rm %1; exit' TERM; touch %1; while :; do sleep 0.01; done").arg(flag));
    child<QComboBox>("testRunMeasure")->setCurrentIndex(1);
    child<QLineEdit>("testRunPattern")->setText(QStringLiteral("rate ([0-9]+)"));
    child<QLineEdit>("testRunUnit")->setText(QStringLiteral("ops/s"));
    child<QPushButton>("testRunStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(testRun() && isIdle(), kLong);
    QCOMPARE(testRun().report->slowdown(Condition::BesideRealMix)->value, 25.0);
    auto* table = child<QTableView>("testRunTable");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(2, ConditionModel::Slowdown).data().toString(), QStringLiteral("25.0 %"));
    QVERIFY2(child<QLabel>("testRunVerdict")
                 ->text()
                 .contains(QStringLiteral("Degradation difference to the real mix: 25.0 points (95 %: 25.0 to 25.0).")),
             qPrintable(child<QLabel>("testRunVerdict")->text()));
    QVERIFY(!QFile::exists(flag));
}

void TestRunPanelTest::stoppedTestRunKeepsItsRunsAndLeavesNothing() {
    openPlan();
    const QString count = path("count");
    const QString pid = path("pid");
    // The warm-up and the first run end, the second goes on.
    fill(QStringLiteral("echo x >> %1; test $(wc -l < %1) -lt 3 || { echo $$ > %2; sleep 1000; }").arg(count, pid), 3);
    child<QPushButton>("testRunStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(numberIn(pid) > 1, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(testRun().report != nullptr, kLong);
    child<QPushButton>("testRunStop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(isGone(numberIn(pid)));
    QCOMPARE(testRun().report->runs.size(), std::size_t{1});
    QVERIFY(!testRun().running);
    QVERIFY(child<QLabel>("testRunNotes")->text().contains(QStringLiteral("It was stopped")));
    QVERIFY(child<QPushButton>("testRunStart")->isEnabled());
}

void TestRunPanelTest::failureIsOneSentence() {
    openPlan();
    fill(QStringLiteral("echo broken; exit 7"), 1);
    child<QPushButton>("testRunStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(child<Banner>("banner")->isVisible());
    QVERIFY(child<QLabel>("bannerText")->text().contains(QStringLiteral("exit code 7")));
    QVERIFY(!testRun());
    QVERIFY(child<QLabel>("testRunHint")->isVisible());
}

void TestRunPanelTest::savedReportIsOpenedByDrop() {
    testrun::Report report = someReport(true);
    report.runs[0].trace = samples::machineTrace(2, 5);
    m_window->document()->setTestRun(loadedOf(report));
    QVERIFY(m_window->actions()->exportTestRun->isEnabled());
    m_window->workflow()->exportTo(Workflow::Export::TestRun, path("result.json"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("result.json")) && isIdle(), kLong);
    m_window->document()->setTestRun({});
    m_window->actions()->testRun->setChecked(false);
    drop(path("result.json"));
    QTRY_VERIFY_WITH_TIMEOUT(testRun() && isIdle(), kLong);
    QVERIFY(child<TestRunPanel>("testRunPanel")->isVisible());
    QCOMPARE(testRun().name, QStringLiteral("result.json"));
    QCOMPARE(testRun().report->valuesOf(Condition::BesideRealMix), (std::vector<double>{16.0, 18.0}));
    QVERIFY(testRun().recordings[0] != nullptr);
    QVERIFY(child<QLabel>("testRunTitle")->text().startsWith(QStringLiteral("result.json: make beside workload")));
    // What cannot be used is one sentence, and leaves what is shown.
    QFile damaged(path("damaged.json"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(R"({"format": "mimesys-test-run", "version": 1})");
    damaged.close();
    drop(path("damaged.json"));
    QTRY_VERIFY_WITH_TIMEOUT(child<Banner>("banner")->isVisible() && isIdle(), kLong);
    QCOMPARE(testRun().name, QStringLiteral("result.json"));
}

void TestRunPanelTest::simulatedOriginIsSaid() {
    testrun::Report report = someReport(false);
    report.simulatedOrigin = true;
    m_window->actions()->testRun->setChecked(true);
    m_window->document()->setTestRun(loadedOf(report));
    QVERIFY(child<QLabel>("testRunSimulated")->isVisible());
    QVERIFY(child<QLabel>("testRunSimulated")->text().startsWith(QStringLiteral("SIMULATED")));
}

void TestRunPanelTest::closingTheWindowAsksAndEndsTheCommand() {
    openPlan();
    const QString pid = path("pid");
    fill(QStringLiteral("echo $$ > %1; sleep 1000").arg(pid), 1);
    child<QPushButton>("testRunStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(numberIn(pid) > 1, kLong);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(child<QWidget>("closeQuestion") != nullptr);
    m_window.reset();
    QVERIFY(isGone(numberIn(pid)));
}

QTEST_MAIN(TestRunPanelTest)
#include "tst_testrunpanel.moc"
