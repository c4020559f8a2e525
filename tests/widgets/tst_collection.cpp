// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "collection/collector.h"
#include "core/model/machine.h"
#include "models/pairmodel.h"
#include "panels/banner.h"
#include "panels/chartparts.h"
#include "panels/collectionpanel.h"
#include "panels/coveragecurve.h"
#include "panels/coverageplot.h"
#include "panels/filefield.h"
#include "samples.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QRegularExpression>
#include <QScatterSeries>
#include <QTableView>
#include <QTemporaryDir>
#include <QValueAxis>
#include <fstream>

using namespace mimesys;
using namespace mimesys::widgets;

// Collections in the studio: how samples cover pairs of metrics, how a collection is started, stopped and continued,
// and how data sets are opened.
class CollectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void plotTellsRoundsApart();
    void unknownRoundsAreAllEarlier();
    void manySamplesAreFewItems();
    void emptyDatasetIsDrawnWithoutComplaint();
    void curveEndsAtTheCoverage();
    void axesNeverHaveManyTicks();
    void axesAroundZeroSayZero();
    void pairsAndTheirShares();
    void formYieldsWhatWasEntered();
    void formContinuesWhatIsThere();
    void formAsksForTheFileOfASimulation();
    void jobTellsItsRounds();
    void jobContinuesAsItWasBegun();
    void windowCollectsAndShowsRounds();
    void stoppedCollectionIsContinued();
    void datasetIsOpenedWithItsCoverage();
    void datasetIsFollowed();
    void damagedDatasetIsExplained();
    void installedDatasetIsShownWithThePage();
    void chosenPairStays();

private:
    [[nodiscard]] std::string path(const char* name) const {
        return m_folder->filePath(QLatin1String(name)).toStdString();
    }
    void makeWindow();
    void chooseSimulation(const char* file, int samples);
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] CoveragePlot* plot() const { return child<CoveragePlot>("coveragePlot"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things
using Layer = CoveragePlot::Layer;
using NewsPtr = std::shared_ptr<const collection::RoundNews>;

// Of so many rounds of as many samples each.
dataset::Dataset datasetOf(std::size_t rounds, std::size_t samples) {
    dataset::Dataset dataset = toy::dataset(rounds * samples);
    dataset.kinds.front() = dataset::kSweep;
    for (std::size_t i = 0; i < rounds * samples; ++i) {
        dataset.rounds.push_back(static_cast<std::uint32_t>(i / samples));
    }
    dataset.finishedRounds = rounds;
    return dataset;
}

NewsPtr newsOf(const dataset::Dataset& dataset, Eigen::Index aims = 0) {
    collection::RoundNews news = collection::newsOf(dataset);
    news.aims = Eigen::MatrixXd::Constant(aims, static_cast<Eigen::Index>(news.axes.size()), 2.0);
    return std::make_shared<const collection::RoundNews>(std::move(news));
}

void write(const dataset::Dataset& dataset, const std::filesystem::path& path) {
    const auto written = dataset::writeDataset(dataset, path);
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
}

CollectChoice simulation(const std::filesystem::path& path, std::size_t samples) {
    CollectChoice choice;
    choice.dataset = path;
    choice.executor = "simulated:c220g2";
    choice.strategy = collection::Strategy::Sweep;
    choice.samples = samples;
    return choice;
}

}  // namespace

void CollectionTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void CollectionTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void CollectionTest::makeWindow() {
    Workflow::Options options;
    options.dataset = path("installed.h5");
    options.model = path("m.safetensors");
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->installed().dataset.empty(), kLong);
}

void CollectionTest::chooseSimulation(const char* file, int samples) {
    m_window->actions()->collect->trigger();
    QVERIFY(child<QWidget>("collectionPanel")->isVisible());
    child<QComboBox>("collectExecutor")->setCurrentIndex(1);
    child<QComboBox>("collectStrategy")->setCurrentIndex(2);
    child<QSpinBox>("collectSamples")->setValue(samples);
    child<FileField>("collectDataset")->setPath(path(file));
    QVERIFY(child<QPushButton>("collectStart")->isEnabled());
}

void CollectionTest::plotTellsRoundsApart() {
    const NewsPtr news = newsOf(datasetOf(3, 100), 5);
    CoveragePlot plot;
    plot.resize(500, 400);
    plot.setPair(news, 0);
    QCOMPARE(plot.points(Layer::Earlier).size(), 200);
    QCOMPARE(plot.points(Layer::Last).size(), 100);
    QCOMPARE(plot.points(Layer::Aims).size(), 5);
    // Where they are, in the metrics' units.
    const collection::AxisPair axes = news->coverage.pairs[0].axes;
    const QPointF first = plot.points(Layer::Earlier).front();
    const auto at = [&](std::size_t axis) {
        return news->axes[axis].unscaled(news->points(0, static_cast<Eigen::Index>(axis)));
    };
    QVERIFY(std::abs(first.x() - at(axes.x)) < 1e-9 && std::abs(first.y() - at(axes.y)) < 1e-9);
    QVERIFY(std::abs(plot.points(Layer::Aims).front().x() - 2.0) < 1e-9);
    QVERIFY(plot.summary().contains(QString::number(news->coverage.pairs[0].occupied())));
    plot.show();
    QVERIFY(!plot.grab().isNull());
}

void CollectionTest::unknownRoundsAreAllEarlier() {
    dataset::Dataset dataset = datasetOf(1, 50);
    dataset.rounds.clear();
    CoveragePlot plot;
    plot.setPair(newsOf(dataset), 0);
    QCOMPARE(plot.points(Layer::Earlier).size(), 50);
    QCOMPARE(plot.points(Layer::Last).size(), 0);
    CoverageCurve curve;
    curve.setNews(newsOf(dataset).get(), 0);
    QVERIFY(curve.points(CoverageCurve::Line::Samples).isEmpty());
}

void CollectionTest::manySamplesAreFewItems() {
    CoveragePlot plot;
    plot.resize(500, 400);
    plot.setPair(newsOf(datasetOf(2, 6000)), 0);
    QCOMPARE(plot.points(Layer::Earlier).size(), 6000);
    QCOMPARE(plot.points(Layer::Last).size(), 1000);
    plot.show();
    QVERIFY(!plot.grab().isNull());
    QVERIFY(plot.scene()->items().size() < 1500);
}

void CollectionTest::emptyDatasetIsDrawnWithoutComplaint() {
    CoveragePlot plot;
    plot.show();
    plot.setPair(nullptr, -1);
    QVERIFY(!plot.grab().isNull());
    plot.setPair(std::make_shared<const collection::RoundNews>(), 0);
    QVERIFY(!plot.grab().isNull());
    QCOMPARE(plot.summary(), QStringLiteral("No samples"));
    CoverageCurve curve;
    curve.setNews(nullptr, -1);
    QVERIFY(!curve.grab().isNull());
}

void CollectionTest::curveEndsAtTheCoverage() {
    const NewsPtr news = newsOf(datasetOf(4, 25));
    CoverageCurve curve;
    curve.setNews(news.get(), 1);
    using Line = CoverageCurve::Line;
    const auto all = curve.points(Line::AllPairs);
    QCOMPARE(all.size(), 4);
    QCOMPARE(all.front().x(), 1.0);
    QVERIFY(std::abs(all.back().y() - 100.0 * news->coverage.share()) < 1e-9);
    QVERIFY(all[0].y() > 0.0 && all[0].y() <= all[1].y() && all[1].y() <= all[3].y());
    QVERIFY(std::abs(curve.points(Line::ShownPair).back().y() - 100.0 * news->coverage.pairs[1].share()) < 1e-9);
    QCOMPARE(curve.points(Line::Samples), (QList<QPointF>{{1.0, 25.0}, {2.0, 50.0}, {3.0, 75.0}, {4.0, 100.0}}));
}

void CollectionTest::axesNeverHaveManyTicks() {
    // Every tick is a label and a line of the scene: 100,000 of them, even for a moment, take minutes.
    QChartView view(new QChart);
    auto* axis = new QValueAxis;
    auto* up = new QValueAxis;
    auto* series = new QLineSeries;
    view.chart()->addAxis(axis, Qt::AlignBottom);
    view.chart()->addAxis(up, Qt::AlignLeft);
    addSeries(view.chart(), series, axis, up);
    prepareAxis(axis);
    view.resize(300, 200);
    view.show();
    qsizetype most = 0;
    const auto count = [&] {
        most = std::max(most, view.scene()->items().size());
    };
    connect(axis, &QValueAxis::rangeChanged, this, count);
    connect(axis, &QValueAxis::tickIntervalChanged, this, count);
    for (const double high : {1.0, 1e5, 0.5, 2e4, 1.0}) {
        setFromZero(axis, high);
        QCOMPARE(axis->min(), 0.0);
        QVERIFY(axis->max() >= high);
    }
    setAround(axis, {-0.05, -0.02});
    setSteps(axis, 1e6);
    QVERIFY(most > 0);
    QVERIFY2(most < 500, qPrintable(QString::number(most)));
}

void CollectionTest::axesAroundZeroSayZero() {
    QChartView view(new QChart);
    auto* axis = new QValueAxis;
    auto* across = new QValueAxis;
    view.chart()->addAxis(axis, Qt::AlignLeft);
    view.chart()->addAxis(across, Qt::AlignBottom);
    addSeries(view.chart(), new QLineSeries, across, axis);
    prepareChart(view.chart());
    prepareAxis(axis);
    across->setLabelsVisible(false);
    view.resize(900, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    for (const double low : {-0.043, -0.031, -0.0017, -3.1, -70.0}) {
        setAround(axis, {low, -low / 20.0});
        QApplication::processEvents();
        QStringList labels;
        for (const QGraphicsItem* item : view.scene()->items()) {
            if (const auto* text = dynamic_cast<const QGraphicsTextItem*>(item)) {
                labels += text->toPlainText();
            }
        }
        labels.removeAll(QString());
        labels.removeAll(QStringLiteral("..."));  // of the other axis
        QVERIFY2(labels.size() >= 3, qPrintable(labels.join(' ')));
        QVERIFY2(std::ranges::count_if(labels, [](const QString& label) { return label.toDouble() == 0.0; }) == 1,
                 qPrintable(labels.join(' ')));
        QVERIFY2(labels.filter(QRegularExpression("e|^-0\\.?0*$")).isEmpty(), qPrintable(labels.join(' ')));
        QCOMPARE(labels.removeDuplicates(), 0);
    }
}

void CollectionTest::pairsAndTheirShares() {
    PairModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.defaultRow(), -1);
    const NewsPtr news = newsOf(datasetOf(2, 100));
    model.setNews(news);
    QCOMPARE(model.rowCount(), static_cast<int>(news->coverage.pairs.size()));
    const int row = model.defaultRow();
    const collection::PairCoverage& pair = news->coverage.pairs[static_cast<std::size_t>(row)];
    QVERIFY(news->axes[pair.axes.x].family != news->axes[pair.axes.y].family);
    QCOMPARE(model.rowOf(pair.xName, pair.yName), row);
    QCOMPARE(model.rowOf("nothing", pair.yName), -1);
    QCOMPARE(model.index(row, PairModel::Across).data().toString(), QStringLiteral("CPU, socket 0"));
    QCOMPARE(model.index(row, PairModel::Cells).data(PairModel::kSortRole).toDouble(), pair.share());
    // More of the same: what is selected stays.
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setNews(newsOf(datasetOf(3, 100)));
    QCOMPARE(reset.size(), 0);
    model.setNews(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void CollectionTest::formYieldsWhatWasEntered() {
    CollectionForm form;
    form.setInstalled({path("installed.h5"), path("m.safetensors")});
    CollectChoice choice = form.choice();
    QCOMPARE(choice.executor, std::string("local"));
    QCOMPARE(choice.strategy, std::optional(collection::Strategy::Novelty));
    QCOMPARE(choice.durationSeconds, 120.0);
    QVERIFY(!choice.samples && choice.dataset.empty() && !choice.untilSaturated);
    form.findChild<QComboBox*>(QStringLiteral("collectExecutor"))->setCurrentIndex(1);
    form.findChild<QComboBox*>(QStringLiteral("collectStrategy"))->setCurrentIndex(1);
    form.findChild<QComboBox*>(QStringLiteral("collectStressors"))->setCurrentIndex(2);
    form.findChild<QDoubleSpinBox*>(QStringLiteral("collectWindow"))->setValue(1.0);
    form.findChild<QSpinBox*>(QStringLiteral("collectMinutes"))->setValue(7);
    form.findChild<QSpinBox*>(QStringLiteral("collectSamples"))->setValue(300);
    form.findChild<QCheckBox*>(QStringLiteral("collectUntilSaturated"))->setChecked(true);
    form.findChild<FileField*>(QStringLiteral("collectDataset"))->setPath(path("other.h5"));
    const QSignalSpy requested(&form, &CollectionForm::collectionRequested);
    form.findChild<QPushButton*>(QStringLiteral("collectStart"))->click();
    QCOMPARE(requested.size(), 1);
    choice = form.choice();
    QCOMPARE(choice.executor, std::string("simulated:c220g2"));
    QCOMPARE(choice.strategy, std::optional(collection::Strategy::Random));
    QCOMPARE(choice.stressors, std::string("research"));
    QCOMPARE(choice.windowSeconds, 1.0);
    QCOMPARE(choice.durationSeconds, 420.0);
    QCOMPARE(choice.samples, std::optional<std::size_t>(300));
    QVERIFY(choice.untilSaturated);
    QCOMPARE(choice.dataset, std::filesystem::path(path("other.h5")));
    QVERIFY(!form.findChild<QSpinBox*>(QStringLiteral("collectMinutes"))->isEnabled());
}

void CollectionTest::formContinuesWhatIsThere() {
    write(datasetOf(1, 20), path("installed.h5"));
    CollectionForm form;
    form.setInstalled({path("installed.h5"), {}});
    const auto* start = form.findChild<QPushButton*>(QStringLiteral("collectStart"));
    QCOMPARE(start->text(), QStringLiteral("Continue collecting"));
    for (const char* name : {"collectStrategy", "collectStressors", "collectWindow"}) {
        QVERIFY2(!form.findChild<QWidget*>(QLatin1String(name))->isEnabled(), name);
    }
    form.setMachine(CollectionForm::Machine::Busy);
    QVERIFY(!start->isEnabled());
    form.setMachine(CollectionForm::Machine::Collecting);
    QVERIFY(start->isHidden());
    QVERIFY(!form.findChild<QWidget*>(QStringLiteral("collectExecutor"))->isEnabled());
}

void CollectionTest::formAsksForTheFileOfASimulation() {
    CollectionForm form;
    form.setInstalled({path("installed.h5"), {}});
    const auto* start = form.findChild<QPushButton*>(QStringLiteral("collectStart"));
    QVERIFY(start->isEnabled());
    form.findChild<QComboBox*>(QStringLiteral("collectExecutor"))->setCurrentIndex(1);
    QVERIFY(!start->isEnabled());
    QVERIFY(form.findChild<QLabel*>(QStringLiteral("collectWords"))->text().startsWith(QStringLiteral("Name a file")));
    CollectRequest request;
    request.choice.executor = "simulated:c220g2";
    const auto refused = collectDataset(request, {});
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
}

void CollectionTest::jobTellsItsRounds() {
    CollectRequest request{simulation(path("data.h5"), 150), {}, {}};
    std::vector<LoadedCollection> told;
    request.onRound = [&](const LoadedCollection& collection) {
        told.push_back(collection);
    };
    const auto outcome = collectDataset(request, {});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().text().c_str());
    QVERIFY(outcome->has_value());
    QVERIFY(told.size() >= 2);
    QCOMPARE(told.front().news->samples, std::size_t{0});
    QVERIFY(told.back().simulated);
    QCOMPARE(told.back().name, QStringLiteral("data.h5"));
    QCOMPARE((*outcome)->samples, told.back().news->samples);
    // A simulation is disturbed by nobody.
    QVERIFY(!(*outcome)->disturbed);
    const auto read = loadCollection(path("data.h5"));
    QVERIFY(read.has_value());
    QVERIFY(read->simulated);
    QCOMPARE(read->news->coverage.occupied(), told.back().news->coverage.occupied());
    QVERIFY(read->news->points == told.back().news->points);
}

void CollectionTest::jobContinuesAsItWasBegun() {
    CollectChoice choice = simulation(path("data.h5"), 40);
    choice.windowSeconds = 1.0;
    choice.stressors = "research";
    QVERIFY(collectDataset({choice, {}, {}}, {}).has_value());
    const auto outcome = collectDataset({simulation(path("data.h5"), 60), {}, {}}, {});
    QVERIFY2(outcome.has_value() && outcome->has_value(), outcome ? "" : outcome.error().text().c_str());
    const auto dataset = dataset::readDataset(path("data.h5"));
    QVERIFY(dataset.has_value());
    QCOMPARE(dataset->windowSeconds, 1.0);
    QCOMPARE(dataset->strategy, std::string("sweep"));
    QVERIFY(dataset->sampleCount() >= 60);
}

void CollectionTest::windowCollectsAndShowsRounds() {
    makeWindow();
    chooseSimulation("sim.h5", 120);
    child<QPushButton>("collectStart")->click();
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Collect));
    QVERIFY(child<QPushButton>("collectStop")->isVisible());
    QVERIFY(!m_window->actions()->calibrate->isEnabled());
    QVERIFY(child<QLabel>("collectionHint")->text().startsWith(QStringLiteral("The first samples appear")));
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(plot()->isVisible());
    QCOMPARE(plot()->points(Layer::Earlier).size() + plot()->points(Layer::Last).size(), 120);
    QCOMPARE(child<QLabel>("collectionTitle")->text(), QStringLiteral("sim.h5"));
    QVERIFY(child<QLabel>("collectionNote")->isVisible());
    QVERIFY(child<QLabel>("collectionNote")->text().startsWith(QStringLiteral("SIMULATED")));
    QVERIFY(child<QLabel>("collectionAbout")->text().startsWith(QStringLiteral("120 simulated samples of ")));
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("simulated")));
    QCOMPARE(child<QPushButton>("collectStart")->text(), QStringLiteral("Continue collecting"));
    QVERIFY(QFile::exists(QString::fromStdString(path("sim.h5"))));
    QVERIFY(!QFile::exists(QString::fromStdString(path("installed.h5"))));
}

void CollectionTest::stoppedCollectionIsContinued() {
    makeWindow();
    chooseSimulation("sim.h5", 500'000);
    child<QPushButton>("collectStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->collection() && m_window->document()->collection().news->samples > 0,
                             kLong);
    child<QPushButton>("collectStop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    const auto kept = dataset::readDataset(path("sim.h5"));
    QVERIFY(kept.has_value());
    child<QSpinBox>("collectSamples")->setValue(static_cast<int>(kept->sampleCount()) + 50);
    QCOMPARE(child<QPushButton>("collectStart")->text(), QStringLiteral("Continue collecting"));
    child<QPushButton>("collectStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(m_window->document()->collection().news->samples, kept->sampleCount() + 50);
    // The end is news of its own.
    QCOMPARE(m_window->document()->collection().news->aims.rows(), Eigen::Index{0});
}

void CollectionTest::datasetIsOpenedWithItsCoverage() {
    write(datasetOf(3, 40), path("other.h5"));
    makeWindow();
    m_window->open({{QString::fromStdString(path("other.h5")), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("collectionPanel")->isVisible(), kLong);
    QVERIFY(m_window->actions()->collection->isChecked());
    QCOMPARE(plot()->points(Layer::Earlier).size(), 80);
    QCOMPARE(plot()->points(Layer::Last).size(), 40);
    QCOMPARE(child<CoverageCurve>("coverageCurve")->points(CoverageCurve::Line::Samples).size(), 3);
    QVERIFY(m_window->document()->isEmpty());
    // Another page replaces this one.
    m_window->actions()->training->trigger();
    QVERIFY(!m_window->actions()->collection->isChecked());
    QVERIFY(!child<QWidget>("collectionPanel")->isVisible());
    m_window->actions()->collection->trigger();
    QVERIFY(!m_window->actions()->training->isChecked());
    QVERIFY(child<QWidget>("collectionPanel")->isVisible());
}

void CollectionTest::datasetIsFollowed() {
    write(datasetOf(2, 40), path("elsewhere.h5"));
    makeWindow();
    m_window->open({{QString::fromStdString(path("elsewhere.h5")), FileRole::Auto}});
    QTRY_COMPARE_WITH_TIMEOUT(plot()->points(Layer::Earlier).size(), 40, kLong);
    // What is shown already is not read again.
    QVERIFY(!reloadCollection(m_window->document()->collection()));
    write(datasetOf(3, 40), path("elsewhere.h5"));
    QTRY_COMPARE_WITH_TIMEOUT(plot()->points(Layer::Earlier).size(), 80, kLong);
    // A file that goes away leaves what was read.
    QVERIFY(std::filesystem::remove(path("elsewhere.h5")));
    QVERIFY(!reloadCollection(m_window->document()->collection()));
    QCOMPARE(plot()->points(Layer::Earlier).size(), 80);
}

void CollectionTest::damagedDatasetIsExplained() {
    write(datasetOf(1, 40), path("cut.h5"));
    std::filesystem::resize_file(path("cut.h5"), std::filesystem::file_size(path("cut.h5")) / 2);
    makeWindow();
    m_window->open({{QString::fromStdString(path("cut.h5")), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(child<Banner>("banner")->isVisible(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("cut.h5")));
    QVERIFY(!m_window->document()->collection());
}

void CollectionTest::installedDatasetIsShownWithThePage() {
    write(datasetOf(2, 30), path("installed.h5"));
    makeWindow();
    QVERIFY(!m_window->document()->collection());
    m_window->actions()->collection->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->collection() && isIdle(), kLong);
    QCOMPARE(plot()->points(Layer::Last).size(), 30);
    // Its samples are marked as simulated.
    QVERIFY(child<QLabel>("collectionAbout")->text().startsWith(QStringLiteral("60 simulated samples of 2 rounds")));
}

void CollectionTest::chosenPairStays() {
    write(datasetOf(2, 30), path("installed.h5"));
    makeWindow();
    m_window->actions()->collection->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->collection() && isIdle(), kLong);
    auto* table = child<QTableView>("pairTable");
    QVERIFY(table->currentIndex().isValid());
    const int last = table->model()->rowCount() - 1;
    table->selectRow(last);
    const QString chosen = plot()->summary();
    QVERIFY(chosen.startsWith(table->model()->index(last, PairModel::Across).data().toString()));
    m_window->document()->setCollection(
        {newsOf(datasetOf(3, 30)), QStringLiteral("installed.h5"), QString(), true, {}});
    QCOMPARE(table->currentIndex().row(), last);
    QCOMPARE(plot()->summary().section(QLatin1Char(':'), 0, 0), chosen.section(QLatin1Char(':'), 0, 0));
    QCOMPARE(plot()->points(Layer::Earlier).size(), 60);
}

QTEST_MAIN(CollectionTest)
#include "tst_collection.moc"
