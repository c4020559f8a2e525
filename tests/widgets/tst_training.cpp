// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignment/alignlog.h"
#include "dataset/dataset.h"
#include "fakelearning.h"
#include "models/alignpointmodel.h"
#include "models/trainpointmodel.h"
#include "panels/aligncharts.h"
#include "panels/banner.h"
#include "panels/filefield.h"
#include "panels/trainingcharts.h"
#include "panels/trainingpanel.h"
#include "samples.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <limits>

using namespace mimesys;
using namespace mimesys::widgets;

// Trainings in the studio: their curves and numbers, how they are started, stopped and continued, and how the histories
// of models and logs are opened.
class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void curvesShowThePointsTheyAreGiven();
    void whatIsNoNumberIsLeftOut();
    void emptyHistoryIsDrawnWithoutComplaint();
    void numbersOfTheLastAndBestPoint();
    void formYieldsWhatWasEntered();
    void formAsksForADataSet();
    void windowTrainsAndShowsTheModel();
    void stoppedTrainingIsContinued();
    void otherTrainingIsOfferedAnew();
    void modelFileIsOpenedWithItsHistory();
    void damagedModelIsExplained();
    void logIsFollowed();
    void alignmentShowsThePointsItIsGiven();
    void alignmentLogIsFollowed();
    void alignedModelHasBothCurves();
    void installedModelIsShownWithThePage();
    void closingAsksOnceWhileAModelIsTrained();
    void missingLibraryIsOneSentence();
    void simulatedTrainingSaysSo();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void makeWindow(const Learning& learning = fake::learning());
    void start();
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] TrainingCharts* charts() const { return child<TrainingCharts>("trainingCharts"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things
using Line = TrainingCharts::Line;

}  // namespace

void TrainingTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(dataset::writeDataset(toy::dataset(20), path("ds.h5").toStdString()).has_value());
}

void TrainingTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void TrainingTest::makeWindow(const Learning& learning) {
    Workflow::Options options;
    options.dataset = path("ds.h5").toStdString();
    options.model = path("m.safetensors").toStdString();
    options.learning = learning;
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->installed().model.empty(), kLong);
}

void TrainingTest::start() {
    m_window->actions()->training->setChecked(true);
    QVERIFY(child<QPushButton>("trainStart")->isEnabled());
    child<QPushButton>("trainStart")->click();
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Train));
}

void TrainingTest::curvesShowThePointsTheyAreGiven() {
    const auto points = fake::history(10);
    TrainingCharts charts;
    charts.setPoints(points, false);
    QCOMPARE(charts.points(Line::TrainLoss).size(), 10);
    QCOMPARE(charts.points(Line::HeldOutLoss).size(), 10);
    for (int i = 0; i < 10; ++i) {
        const model::TrainPoint& point = points[static_cast<std::size_t>(i)];
        QCOMPARE(charts.points(Line::TrainLoss)[i], QPointF(static_cast<double>(point.step), point.trainLoss));
        QCOMPARE(charts.points(Line::HeldOutLoss)[i].y(), point.validationLoss);
        QCOMPARE(charts.points(Line::LearningRate)[i].y(), point.learningRate);
        QCOMPARE(charts.points(Line::GradientNorm)[i].y(), point.gradientNorm);
    }
    QCOMPARE(charts.points(Line::Best), (QList<QPointF>{{60.0, 0.1}}));
    QCOMPARE(charts.summary(), QStringLiteral("Training, best held-out loss 0.1 at step 60"));
}

void TrainingTest::whatIsNoNumberIsLeftOut() {
    auto points = fake::history(4);
    for (model::TrainPoint& point : points) {
        point.validationLoss = std::numeric_limits<double>::quiet_NaN();
    }
    points[1].trainLoss = 0.0;  // has no logarithm
    points[2].gradientNorm = std::numeric_limits<double>::infinity();
    TrainingCharts charts;
    charts.setPoints(points, false);
    QCOMPARE(charts.points(Line::TrainLoss).size(), 3);
    QCOMPARE(charts.points(Line::HeldOutLoss).size(), 0);
    QCOMPARE(charts.points(Line::Best).size(), 0);
    QCOMPARE(charts.points(Line::GradientNorm).size(), 3);
    QVERIFY(charts.summary().contains(QStringLiteral("nothing held out")));
}

void TrainingTest::emptyHistoryIsDrawnWithoutComplaint() {
    TrainingCharts charts;
    charts.resize(600, 500);
    charts.setPoints({}, true);
    charts.show();
    QVERIFY(!charts.grab().isNull());
    charts.setPoints(fake::history(1), true);
    QVERIFY(!charts.grab().isNull());
    QCOMPARE(charts.points(Line::Best).size(), 1);
}

void TrainingTest::numbersOfTheLastAndBestPoint() {
    TrainPointModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(cell(TrainPointModel::Step, TrainPointModel::Last), QStringLiteral("–"));
    model.setPoints(fake::history(10));
    QCOMPARE(cell(TrainPointModel::Step, TrainPointModel::Last), QStringLiteral("100"));
    QCOMPARE(cell(TrainPointModel::Step, TrainPointModel::Best), QStringLiteral("60"));
    QCOMPARE(cell(TrainPointModel::HeldOutLoss, TrainPointModel::Last), QStringLiteral("0.14"));
    QCOMPARE(cell(TrainPointModel::HeldOutLoss, TrainPointModel::Best), QStringLiteral("0.1"));
    QCOMPARE(cell(TrainPointModel::Time, TrainPointModel::Last), QStringLiteral("20 s"));
    QCOMPARE(cell(TrainPointModel::LearningRate, TrainPointModel::Last), QStringLiteral("0.0001"));
    model.setPoints({});
    QCOMPARE(cell(TrainPointModel::Step, TrainPointModel::Best), QStringLiteral("–"));
}

void TrainingTest::formYieldsWhatWasEntered() {
    TrainingForm form;
    form.setInstalled({path("ds.h5").toStdString(), path("m.safetensors").toStdString()});
    QSignalSpy requested(&form, &TrainingForm::trainingRequested);
    TrainChoice choice = form.choice();
    QVERIFY(choice.files.dataset.empty() && choice.files.model.empty());
    QCOMPARE(choice.options.batch, training::TrainOptions().batch);
    QCOMPARE(choice.options.network, model::defaultNetwork(model::Architecture::SetTransformer));
    form.findChild<QComboBox*>(QStringLiteral("trainArchitecture"))->setCurrentIndex(1);
    form.findChild<QSpinBox*>(QStringLiteral("trainMinutes"))->setValue(2);
    form.findChild<QSpinBox*>(QStringLiteral("trainEpochs"))->setValue(7);
    form.findChild<QSpinBox*>(QStringLiteral("trainBatch"))->setValue(64);
    form.findChild<QSpinBox*>(QStringLiteral("trainSeed"))->setValue(9);
    form.findChild<FileField*>(QStringLiteral("trainModel"))->setPath("/tmp/other.safetensors");
    form.findChild<QPushButton*>(QStringLiteral("trainStart"))->click();
    QCOMPARE(requested.size(), 1);
    choice = form.choice();
    QCOMPARE(choice.options.network, model::defaultNetwork(model::Architecture::UNet));
    QCOMPARE(choice.options.budgetSeconds, 120.0);
    QCOMPARE(choice.options.epochs, 7.0);
    QCOMPARE(choice.options.batch, 64);
    QCOMPARE(choice.options.seed, std::uint64_t{9});
    QCOMPARE(choice.files.model, std::filesystem::path("/tmp/other.safetensors"));
    QVERIFY(!choice.restart);
}

void TrainingTest::formAsksForADataSet() {
    TrainingForm form;
    form.setInstalled({path("absent.h5").toStdString(), path("m.safetensors").toStdString()});
    const auto* start = form.findChild<QPushButton*>(QStringLiteral("trainStart"));
    QVERIFY(!start->isEnabled());
    QVERIFY(form.findChild<QLabel*>(QStringLiteral("trainWords"))->text().contains(QStringLiteral("collect")));
    form.findChild<FileField*>(QStringLiteral("trainDataset"))->setPath(path("ds.h5").toStdString());
    QVERIFY(start->isEnabled());
    QCOMPARE(start->text(), QStringLiteral("Train"));
    // Learnt from other data, it is not this machine's.
    QCOMPARE(form.choice().files.model, std::filesystem::path(path("ds.safetensors").toStdString()));
    form.setMachine(TrainingForm::Machine::Busy);
    QVERIFY(!start->isEnabled());
}

void TrainingTest::windowTrainsAndShowsTheModel() {
    makeWindow();
    start();
    QVERIFY(child<QPushButton>("trainStop")->isVisible());
    QVERIFY(!child<QComboBox>("trainArchitecture")->isEnabled());
    QVERIFY(!m_window->actions()->calibrate->isEnabled());
    // The curves grow.
    QTRY_VERIFY_WITH_TIMEOUT(charts()->points(Line::TrainLoss).size() >= 2, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(charts()->points(Line::HeldOutLoss).size(), 10);
    QVERIFY(charts()->isVisible());
    QCOMPARE(child<QLabel>("trainingTitle")->text(), QStringLiteral("m.safetensors"));
    QVERIFY(child<QLabel>("trainingAbout")->text().startsWith(QStringLiteral("Set transformer for")));
    QVERIFY(child<QLabel>("trainingAbout")->text().contains(QStringLiteral("100 simulated samples")));
    QVERIFY(child<QLabel>("trainingDetails")->text().contains(QStringLiteral("stream-dram")));
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    QCOMPARE(child<QPushButton>("trainStart")->text(), QStringLiteral("Train again"));
}

void TrainingTest::stoppedTrainingIsContinued() {
    makeWindow(fake::endless());
    start();
    QTRY_VERIFY_WITH_TIMEOUT(charts()->points(Line::TrainLoss).size() >= 2, kLong);
    child<QPushButton>("trainStop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    const auto before = charts()->points(Line::TrainLoss);
    QVERIFY(before.size() < 10);
    QVERIFY(QFile::exists(path("m.safetensors.checkpoint")));
    QCOMPARE(child<QPushButton>("trainStart")->text(), QStringLiteral("Continue training"));
    // As after a restart: its log is shown again.
    makeWindow();
    m_window->actions()->training->setChecked(true);
    QTRY_COMPARE_WITH_TIMEOUT(charts()->points(Line::TrainLoss).size(), before.size(), kLong);
    QCOMPARE(charts()->points(Line::TrainLoss).back().x(), before.back().x());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(charts()->points(Line::TrainLoss).size(), 10);
    QVERIFY(!QFile::exists(path("m.safetensors.checkpoint")));
}

void TrainingTest::otherTrainingIsOfferedAnew() {
    Learning learning = fake::learning();
    learning.train = [](const auto& data, const std::filesystem::path& model, const auto& options, const auto& stop,
                        const auto& onPoint, const auto& progress) -> Cancellable<model::Description> {
        const std::filesystem::path checkpoint = training::checkpointPath(model);
        if (std::filesystem::exists(checkpoint)) {
            return badInput("It belongs to another training.", checkpoint.string());
        }
        return fake::train(data, model, options, stop, onPoint, progress);
    };
    std::ofstream(path("m.safetensors.checkpoint").toStdString()) << 3;
    makeWindow(learning);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    const auto* banner = child<Banner>("banner");
    QCOMPARE(banner->kind(), Banner::Kind::Offer);
    QVERIFY(banner->text().contains(QStringLiteral("another training")));
    child<QPushButton>("bannerAction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(QFile::exists(path("m.safetensors")));
}

void TrainingTest::modelFileIsOpenedWithItsHistory() {
    fake::writeModel(fake::description(7, Provenance::Procfs), path("other.safetensors").toStdString());
    makeWindow();
    m_window->open({{path("other.safetensors"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("trainingPanel")->isVisible(), kLong);
    QVERIFY(m_window->actions()->training->isChecked());
    QCOMPARE(charts()->points(Line::HeldOutLoss).size(), 7);
    QCOMPARE(child<QLabel>("trainingTitle")->text(), QStringLiteral("other.safetensors"));
    QVERIFY(child<QLabel>("trainingAbout")->text().contains(QStringLiteral("100 measured samples")));
    QVERIFY(!child<QLabel>("trainingNote")->isVisible());
    QVERIFY(m_window->document()->isEmpty());
    // The other page replaces this one.
    m_window->actions()->stressors->trigger();
    QVERIFY(!m_window->actions()->training->isChecked());
    QVERIFY(!child<QWidget>("trainingPanel")->isVisible());
}

void TrainingTest::damagedModelIsExplained() {
    std::ofstream(path("cut.safetensors").toStdString()) << "nothing";
    makeWindow();
    m_window->open({{path("cut.safetensors"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(child<Banner>("banner")->isVisible(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("cut.safetensors")));
    QVERIFY(!m_window->document()->training());
}

void TrainingTest::logIsFollowed() {
    const auto points = fake::history(10);
    const std::filesystem::path log = path("elsewhere.safetensors.csv").toStdString();
    QVERIFY(training::writeTrainLog(std::span(points).first(3), true, log).has_value());
    makeWindow();
    m_window->open({{path("elsewhere.safetensors.csv"), FileRole::Auto}});
    QTRY_COMPARE_WITH_TIMEOUT(charts()->points(Line::TrainLoss).size(), 3, kLong);
    QVERIFY(child<QLabel>("trainingTitle")->text().contains(QStringLiteral("log")));
    QVERIFY(child<QLabel>("trainingNote")->isVisible());
    QVERIFY(training::writeTrainLog(points, true, log).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(charts()->points(Line::TrainLoss).size(), 10, kLong);
    // A log that goes away leaves what was read.
    QVERIFY(std::filesystem::remove(log));
    QTest::qWait(10);
    QCOMPARE(charts()->points(Line::TrainLoss).size(), 10);
}

void TrainingTest::alignmentShowsThePointsItIsGiven() {
    using AlignLine = AlignCharts::Line;
    const auto points = fake::alignment(8);
    AlignCharts charts;
    charts.resize(600, 500);
    charts.setPoints(points, true);
    // The first one is of no execution.
    QCOMPARE(charts.points(AlignLine::Reward).size(), 7);
    QCOMPARE(charts.points(AlignLine::Reward).front(), QPointF(1.0, points[1].reward));
    QCOMPARE(charts.points(AlignLine::Upper).front().y(), points[1].reward + 0.05);
    QCOMPARE(charts.points(AlignLine::Lower).front().y(), points[1].reward - 0.05);
    QCOMPARE(charts.points(AlignLine::HeldOut).size(), 4);
    QCOMPARE(charts.points(AlignLine::Best), (QList<QPointF>{{4.0, -0.09}}));
    QCOMPARE(charts.points(AlignLine::Divergence).back(), QPointF(7.0, points[7].divergence));
    QCOMPARE(charts.points(AlignLine::ForwardError).size(), 7);
    QCOMPARE(charts.summary(),
             QStringLiteral("Alignment on a simulated machine, best held-out reward -0.09 at iteration 4"));
    charts.show();
    QVERIFY(!charts.grab().isNull());
    charts.setPoints({}, false);
    QVERIFY(!charts.grab().isNull());
    AlignPointModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPoints(points);
    QCOMPARE(model.index(AlignPointModel::Iteration, AlignPointModel::Best).data().toString(), QStringLiteral("4"));
    QCOMPARE(model.index(AlignPointModel::HeldOutReward, AlignPointModel::Last).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(AlignPointModel::Windows, AlignPointModel::Last).data().toString(), QStringLiteral("700"));
}

void TrainingTest::alignmentLogIsFollowed() {
    const auto points = fake::alignment(8);
    const std::filesystem::path log = path("elsewhere.safetensors.align.csv").toStdString();
    QVERIFY(alignment::writeAlignLog(std::span(points).first(3), true, log).has_value());
    makeWindow();
    m_window->open({{path("elsewhere.safetensors.align.csv"), FileRole::Auto}});
    const auto* curves = child<AlignCharts>("alignCharts");
    QTRY_COMPARE_WITH_TIMEOUT(curves->points(AlignCharts::Line::Reward).size(), 2, kLong);
    QVERIFY(curves->isVisible());
    QVERIFY(!charts()->isVisible());
    QVERIFY(!child<QTabBar>("trainingTabs")->isVisible());
    QVERIFY(child<QLabel>("trainingTitle")->text().contains(QStringLiteral("log of an alignment")));
    QVERIFY(child<QLabel>("trainingNote")->text().startsWith(QStringLiteral("SIMULATED: its plans")));
    QVERIFY(alignment::writeAlignLog(points, true, log).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(curves->points(AlignCharts::Line::Reward).size(), 7, kLong);
    QCOMPARE(curves->points(AlignCharts::Line::Best).size(), 1);
}

void TrainingTest::alignedModelHasBothCurves() {
    model::Description description = fake::description(5);
    description.alignment.history = fake::alignment(6);
    description.alignment.traces = {"0123"};
    description.alignment.executors = {"simulated:c220g2"};
    description.alignment.simulated = true;
    fake::writeModel(description, path("m.safetensors").toStdString());
    makeWindow();
    m_window->actions()->training->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->training() && isIdle(), kLong);
    auto* tabs = child<QTabBar>("trainingTabs");
    QVERIFY(tabs->isVisible());
    QVERIFY(charts()->isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(!charts()->isVisible());
    QVERIFY(child<AlignCharts>("alignCharts")->isVisible());
    QCOMPARE(child<AlignCharts>("alignCharts")->points(AlignCharts::Line::HeldOut).size(), 3);
    QCOMPARE(child<QTableView>("trainPoints")->model()->index(AlignPointModel::Iteration, 0).data().toString(),
             QStringLiteral("5"));
    QVERIFY(child<QLabel>("trainingAbout")->text().contains(QStringLiteral("simulated:c220g2")));
}

void TrainingTest::installedModelIsShownWithThePage() {
    fake::writeModel(fake::description(5), path("m.safetensors").toStdString());
    makeWindow();
    QVERIFY(!m_window->document()->training());
    m_window->actions()->training->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->training() && isIdle(), kLong);
    QCOMPARE(charts()->points(Line::TrainLoss).size(), 5);
}

void TrainingTest::closingAsksOnceWhileAModelIsTrained() {
    makeWindow(fake::endless());
    start();
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->close());
    QCOMPARE(m_window->findChildren<QMessageBox*>(QStringLiteral("closeQuestion")).size(), 1);
    child<QPushButton>("stopAndClose")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kLong);
    QVERIFY(isIdle());
}

void TrainingTest::missingLibraryIsOneSentence() {
    makeWindow(fake::missing());
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QCOMPARE(child<Banner>("banner")->text(), QLatin1String(fake::kMissing));
    QVERIFY(!charts()->isVisible());
    QVERIFY(!child<QLabel>("trainingHint")->text().startsWith(QStringLiteral("Curves begin")));
}

void TrainingTest::simulatedTrainingSaysSo() {
    fake::writeModel(fake::description(5), path("m.safetensors").toStdString());
    makeWindow();
    m_window->actions()->training->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->training() && isIdle(), kLong);
    QVERIFY(child<QLabel>("trainingNote")->isVisible());
    QVERIFY(child<QLabel>("trainingNote")->text().startsWith(QStringLiteral("SIMULATED")));
    QVERIFY(charts()->summary().contains(QStringLiteral("simulated")));
}

QTEST_MAIN(TrainingTest)
#include "tst_training.moc"
