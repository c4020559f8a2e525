// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/dataset.h"
#include "evaluation/score.h"
#include "fakelearning.h"
#include "models/roundmodel.h"
#include "panels/banner.h"
#include "panels/refinementchart.h"
#include "panels/refinementpanel.h"
#include "plan/planfile.h"
#include "samples.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <atomic>
#include <chrono>
#include <thread>

using namespace mimesys;
using namespace mimesys::widgets;

// Refinement in the studio, on a machine that is a table: started, watched, stopped, and gone back in.
class RefinementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void chartShowsRoundsFloorAndConfirmation();
    void roundsAreATable();
    void nothingToRefineWithoutTraceAndPlan();
    void refinedPlanIsOpenedAndAnyRoundComesBack();
    void modelServesWhereThereIsNoDataSet();
    void stoppedRefinementKeepsItsRounds();
    void roundTheUserWentBackToStays();
    void anotherPlanEndsIt();
    void withoutAnythingKnownOffersToCollect();
    void missingLibraryIsOneSentence();
    void simulatedRefinementSaysSo();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void makeWindow(bool dataset, const Learning& learning = fake::learning());
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] const LoadedRefinement& refinement() const { return m_window->document()->refinement(); }
    [[nodiscard]] QTableView* table() const { return child<QTableView>("refinementRounds"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<std::atomic<int>> m_runs;  // that may still be executed; those beyond wait for a stop
    Provenance m_provenance = Provenance::Procfs;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things
constexpr std::size_t kWindows = 12;
constexpr int kManyRuns = 1000;
using Line = RefinementChart::Line;

plan::ExecutionPlan planOf(float compute, float stream, float disk) {
    plan::ExecutionPlan plan(kWindows, toy::kCpus, toy::stressors());
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
            const std::span<float> row = plan.row(window, cpu);
            row[0] = compute * (window % 2 == 0 ? 1.0F : 0.5F);
            row[1] = stream;
            row[2] = disk;
        }
    }
    return plan;
}

// What the toy machine does.
trace::TracePtr recordingOf(const plan::ExecutionPlan& plan, Provenance provenance) {
    trace::Trace trace;
    trace.startNs = samples::kStartNs;
    for (const Metric& metric : toy::metrics()) {
        trace.columns.push_back({metric, provenance, {}});
    }
    const std::vector<float> idle(toy::kCpus * toy::kStressors, 0.0F);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        trace.timesNs.push_back(samples::kStartNs + static_cast<std::int64_t>(window + 1) * kNanosecondsPerSecond);
        const auto values =
            toy::measure(plan.composition(window), window > 0 ? plan.composition(window - 1) : std::span(idle));
        for (std::size_t n = 0; n < values.size(); ++n) {
            trace.columns[n].values.push_back(values[n]);
        }
    }
    return samples::checked(std::move(trace));
}

LoadedRefinement someRounds() {
    LoadedRefinement refinement;
    refinement.id = 1;
    refinement.wanted = 4;
    refinement.floor = 0.01;
    refinement.best = 2;
    for (const double mean : {0.08, 0.04, 0.02, 0.03}) {
        LoadedRound round;
        round.mean = mean;
        round.families = {{Family::Cpu, mean / 2.0}, {Family::Disk, mean * 1.5}};
        refinement.rounds.push_back(round);
    }
    return refinement;
}

}  // namespace

void RefinementTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_runs = std::make_shared<std::atomic<int>>(kManyRuns);
    m_provenance = Provenance::Procfs;
    fake::writeModel(fake::description(3), path("m.safetensors").toStdString());
}

void RefinementTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void RefinementTest::makeWindow(bool dataset, const Learning& learning) {
    if (dataset) {
        QVERIFY(dataset::writeDataset(toy::dataset(200), path("ds.h5").toStdString()).has_value());
    }
    QVERIFY(plan::writePlan(planOf(0.2F, 0.1F, 0.1F), path("plan.h5").toStdString()).has_value());
    QVERIFY(trace::writeTrace(*recordingOf(planOf(0.5F, 0.3F, 0.2F), Provenance::Procfs), path("real.h5").toStdString())
                .has_value());
    Workflow::Options options;
    options.dataset = path("ds.h5").toStdString();
    options.model = path("m.safetensors").toStdString();
    options.learning = learning;
    options.execute = [runs = m_runs, provenance = m_provenance](
                          std::shared_ptr<const plan::ExecutionPlan> plan, double, const std::stop_token& stop,
                          const ProgressCallback&) -> Expected<execution::RecordedRun> {
        const bool waits = (*runs)-- <= 0;
        while (waits && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        execution::RecordedRun run;
        run.report.cancelled = waits;
        run.report.onCpus = {0, 1, 2, 3};
        run.trace = recordingOf(*plan, provenance);
        return run;
    };
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->installed().model.empty(), kLong);
    QVERIFY(!m_window->actions()->refine->isEnabled());
    m_window->open({{path("real.h5"), FileRole::Real}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->real() && isIdle(), kLong);
    QVERIFY(!m_window->actions()->refine->isEnabled());
    m_window->open({{path("plan.h5"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QVERIFY(m_window->actions()->refine->isEnabled());
}

void RefinementTest::chartShowsRoundsFloorAndConfirmation() {
    RefinementChart chart;
    QCOMPARE(chart.points(Line::Mean).size(), 0);
    LoadedRefinement refinement = someRounds();
    chart.setRefinement(refinement, 1);
    QCOMPARE(chart.points(Line::Mean), (QList<QPointF>{{0, 0.08}, {1, 0.04}, {2, 0.02}, {3, 0.03}}));
    QCOMPARE(chart.points(Line::Floor).size(), 2);
    QCOMPARE(chart.points(Line::Floor).front().y(), 0.01);
    QCOMPARE(chart.points(Line::Shown), (QList<QPointF>{{1, 0.04}}));
    QVERIFY(chart.points(Line::Confirmed).isEmpty());
    refinement.confirmed = 0.022;
    chart.setRefinement(refinement, std::nullopt);
    QCOMPARE(chart.points(Line::Confirmed), (QList<QPointF>{{2, 0.022}}));
    QVERIFY(chart.points(Line::Shown).isEmpty());
    QCOMPARE(chart.summary(), QStringLiteral("Mean distance of 4 round(s), best 0.0200 in round 2, floor 0.0100"));
    chart.resize(400, 300);
    QVERIFY(!chart.grab().isNull());
}

void RefinementTest::roundsAreATable() {
    RoundModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setRefinement(someRounds(), 2);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("as it came"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("2, best"));
    QCOMPARE(model.index(1, RoundModel::MeanColumn).data().toString(), QStringLiteral("0.0400"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Disk"));
    QCOMPARE(model.index(3, 3).data().toString(), QStringLiteral("0.0450"));
}

void RefinementTest::nothingToRefineWithoutTraceAndPlan() {
    makeWindow(true);
    m_window->document()->setPlan({});
    m_window->workflow()->refine(2);
    QVERIFY(isIdle());
    QVERIFY(!child<QPushButton>("refineStart")->isEnabled());
}

void RefinementTest::refinedPlanIsOpenedAndAnyRoundComesBack() {
    makeWindow(true);
    const auto asItCame = m_window->document()->plan().composition;
    child<QSpinBox>("refineRounds")->setValue(3);
    m_window->actions()->refine->trigger();
    QVERIFY(child<QDockWidget>("refinementDock")->isVisible());
    QVERIFY(refinement().running);
    QVERIFY(!m_window->actions()->refine->isEnabled());
    QVERIFY(m_window->actions()->stop->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!refinement().running && isIdle(), kLong);
    const std::size_t best = refinement().best;
    QVERIFY(best > 0);
    QVERIFY(refinement().rounds[best].mean < 0.4 * refinement().rounds[0].mean);
    QVERIFY(refinement().ending.has_value());
    QVERIFY(refinement().confirmed.has_value());
    QVERIFY(!refinement().simulated);
    QCOMPARE(m_window->document()->shownRound(), std::optional(best));
    QCOMPARE(m_window->document()->score()->mean, refinement().rounds[best].score->mean);
    QVERIFY(m_window->document()->plan().composition->plan().source.find("refined") != std::string::npos);
    QVERIFY(m_window->document()->plan().path.isEmpty());  // the file has the plan as it came
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(refinement().rounds.size()));
    QCOMPARE(table()->currentIndex().row(), static_cast<int>(best));
    QVERIFY(child<QLabel>("refinementNote")->text().contains(QStringLiteral("Executed once more")));
    QVERIFY(!child<QLabel>("refinementSimulated")->isVisibleTo(m_window.get()));
    // Back to the start, and forth again.
    table()->selectRow(0);
    QCOMPARE(m_window->document()->plan().composition, asItCame);
    QCOMPARE(m_window->document()->shownRound(), std::optional<std::size_t>(0));
    QVERIFY(m_window->document()->emulated());
    QCOMPARE(m_window->document()->score()->mean, refinement().rounds[0].score->mean);
    Q_EMIT child<RefinementChart>("refinementChart")->roundClicked(static_cast<int>(best));
    QCOMPARE(m_window->document()->shownRound(), std::optional(best));
    QCOMPARE(table()->currentIndex().row(), static_cast<int>(best));
    QVERIFY(m_window->actions()->refine->isEnabled());
}

void RefinementTest::modelServesWhereThereIsNoDataSet() {
    makeWindow(false);
    m_window->actions()->refine->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!refinement().running && isIdle(), kLong);
    QVERIFY(refinement().best > 0);
}

void RefinementTest::stoppedRefinementKeepsItsRounds() {
    makeWindow(true);
    *m_runs = 4;  // the plan twice, and two rounds
    m_window->actions()->refine->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(refinement().rounds.size(), std::size_t{3}, kLong);
    QVERIFY(child<QPushButton>("refineStop")->isEnabled());
    child<QPushButton>("refineStop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!refinement().running && isIdle(), kLong);
    QCOMPARE(refinement().rounds.size(), std::size_t{3});
    QVERIFY(!refinement().ending.has_value());
    QVERIFY(child<QLabel>("refinementNote")->text().startsWith(QStringLiteral("It was stopped.")));
    QVERIFY(!child<QPushButton>("refineStop")->isEnabled());
    QCOMPARE(m_window->document()->shownRound(), std::optional(refinement().best));
}

void RefinementTest::roundTheUserWentBackToStays() {
    makeWindow(true);
    *m_runs = 3;
    m_window->actions()->refine->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(refinement().rounds.size(), std::size_t{2}, kLong);
    table()->selectRow(0);
    // The window goes on where it waited.
    m_window->workflow()->runner()->stop(JobKind::Refine);
    QTRY_VERIFY_WITH_TIMEOUT(!refinement().running && isIdle(), kLong);
    QCOMPARE(m_window->document()->shownRound(), std::optional<std::size_t>(0));
}

void RefinementTest::anotherPlanEndsIt() {
    makeWindow(true);
    *m_runs = 3;
    m_window->actions()->refine->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(refinement().rounds.size(), std::size_t{2}, kLong);
    m_window->open({{path("plan.h5"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!refinement());
    QVERIFY(m_window->document()->plan());
    QVERIFY(m_window->actions()->refine->isEnabled());
    QVERIFY(child<QPushButton>("refineStart")->isEnabled());
}

void RefinementTest::withoutAnythingKnownOffersToCollect() {
    makeWindow(false);
    QVERIFY(QFile::remove(path("m.safetensors")));
    m_window->actions()->refine->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!refinement());
    QVERIFY(child<Banner>("banner")->isVisible());
    QVERIFY(child<QPushButton>("bannerAction")->text().contains(QStringLiteral("Collect")));
}

void RefinementTest::missingLibraryIsOneSentence() {
    makeWindow(false, fake::missing());
    m_window->actions()->refine->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!refinement());
    QVERIFY(child<Banner>("banner")->isVisible());
}

void RefinementTest::simulatedRefinementSaysSo() {
    m_provenance = Provenance::Simulation;
    makeWindow(true);
    m_window->actions()->refine->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!refinement().running && isIdle(), kLong);
    QVERIFY(refinement().simulated);
    QVERIFY(child<QLabel>("refinementSimulated")->isVisibleTo(m_window.get()));
}

QTEST_MAIN(RefinementTest)
#include "tst_refinement.moc"
