// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "collection/calibrationfile.h"
#include "core/collection/samplecalibration.h"
#include "models/document.h"
#include "models/signaturemodel.h"
#include "panels/banner.h"
#include "panels/dosechart.h"
#include "panels/dosecharts.h"
#include "panels/signaturetable.h"
#include "panels/stressorpanel.h"
#include "samples.h"
#include "theme/colours.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;

// A calibration in the studio: the table of signatures, the charts of one, and how it is opened and made.
class StressorPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void modelGroupsStressorsByClass();
    void modelCellsTellGainShapeAndAbsence();
    void humpIsMarkedWithoutAGain();
    void emptyPanelExplainsAndOffersToCalibrate();
    void chosenStressorIsShownInCharts();
    void cellFramesItsChart();
    void reasonsAndVerdictsAreWords_data();
    void reasonsAndVerdictsAreWords();
    void choiceSurvivesPartialResults();
    void arrowKeysWalkTheStressors();
    void chartsFlowIntoTheWidth();
    void cellsCarryTheirColours();
    void buttonSaysWhatItWouldDo();
    void windowOpensAFileAndItsOwnCalibration();
    void damagedFileIsExplained();
    void unusableCalibrationCanBeMadeAnew();
    void windowCalibratesAndStops();
    void openedFileStaysWhileThisMachineIsCalibrated();
    void onlyFilesCloseThePage();
    void onlyTheFileItselfIsOfferedAnew();
    void takenCpuTimeIsSaid();

private:
    void show(collection::Calibration calibration = sampleCalibration(), bool ofThisMachine = true,
              const QString& name = {});
    void choose(const char* stressor);
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_panel->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] SignatureTable* table() const { return child<SignatureTable>("signatureTable"); }
    [[nodiscard]] std::vector<DoseChart*> charts() const { return child<DoseCharts>("doseCharts")->shown(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<StressorPanel> m_panel;
};

namespace {

constexpr int kLong = 60'000;  // ms; for machines that are busy with other things

LoadedCalibration loaded(collection::Calibration calibration, bool ofThisMachine = true, const QString& name = {}) {
    return {std::make_shared<const collection::Calibration>(std::move(calibration)), name, ofThisMachine};
}

}  // namespace

void StressorPanelTest::init() {
    samples::failOnQtWarnings();
    m_document = std::make_unique<Document>();
    m_panel = std::make_unique<StressorPanel>(m_document.get());
    m_panel->resize(1200, 640);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void StressorPanelTest::cleanup() {
    m_panel.reset();
    m_document.reset();
}

void StressorPanelTest::show(collection::Calibration calibration, bool ofThisMachine, const QString& name) {
    m_document->setCalibration(loaded(std::move(calibration), ofThisMachine, name));
}

void StressorPanelTest::choose(const char* stressor) {
    const auto* model = qobject_cast<const SignatureModel*>(table()->model());
    const QModelIndex index = model->indexOf(QLatin1String(stressor));
    QVERIFY(index.isValid());
    table()->setCurrentIndex(index);
}

void StressorPanelTest::modelGroupsStressorsByClass() {
    SignatureModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 1);
    model.setCalibration(std::make_shared<const collection::Calibration>(sampleCalibration()));
    model.setPalette(paletteFor(Theme::Dark));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex compute = model.index(0, 0);
    QCOMPARE(compute.data().toString(), QStringLiteral("Compute"));
    QCOMPARE(model.rowCount(compute), 2);
    QCOMPARE(model.index(1, 0, compute).data().toString(), QStringLiteral("sleep"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("Disk"));
    const QModelIndex thrash = model.indexOf(QStringLiteral("thrash"));
    QCOMPARE(thrash.parent(), model.index(1, 0));
    QCOMPARE(thrash.data(SignatureModel::StressorRole).toString(), QStringLiteral("thrash"));
    QCOMPARE(thrash.data(Qt::AccessibleTextRole).toString(), QStringLiteral("thrash, not monotone"));
    QVERIFY(!thrash.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!model.indexOf(QStringLiteral("absent")).isValid());
    QVERIFY(model.signature(compute) == nullptr);
    // What nothing drives comes last.
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("CPU utilisation"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Disk write"));
    model.setCalibration(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void StressorPanelTest::modelCellsTellGainShapeAndAbsence() {
    collection::Calibration calibration = sampleCalibration();
    auto& reads = calibration.signatures[0].curves[1];
    for (std::size_t i = 0; i < 4; ++i) {
        reads.doses[i] = {6, 100.0 - 10.0 * static_cast<double>(i), 1.0};
    }
    reads.response = judge(calibration.doses, reads.doses);
    SignatureModel model;
    model.setCalibration(std::make_shared<const collection::Calibration>(calibration));
    const auto cell = [&](const char* stressor, int column, int role) {
        return model.indexOf(QLatin1String(stressor)).siblingAtColumn(column).data(role);
    };
    QCOMPARE(cell("spin", 1, SignatureModel::HeatRole).toDouble(), 1.0);
    QCOMPARE(cell("spin", 1, SignatureModel::MarkRole).toString(), QString());
    QCOMPARE(cell("spin", 2, SignatureModel::MarkRole).toString(), QString(QChar(0x2212)));
    QCOMPARE(cell("thrash", 2, SignatureModel::MarkRole).toString(), QStringLiteral("~"));
    QCOMPARE(cell("thrash", 2, SignatureModel::HeatRole).toDouble(), 1.0);
    QCOMPARE(cell("sleep", 1, SignatureModel::HeatRole).toDouble(), 0.0);
    QVERIFY(!cell("thrash", 3, SignatureModel::HeatRole).isValid());
    QVERIFY(!cell("tape", 1, SignatureModel::HeatRole).isValid());
    QCOMPARE(cell("spin", 1, Qt::ToolTipRole).toString(),
             QStringLiteral("spin, CPU utilisation: +99 % at full dose, monotone"));
    QCOMPARE(cell("thrash", 1, Qt::AccessibleTextRole).toString(),
             QStringLiteral("thrash, CPU utilisation: +50 % at full dose, monotone, 90 % of it from dose 25 % on"));
    QCOMPARE(cell("thrash", 3, Qt::ToolTipRole).toString(), QStringLiteral("thrash, Disk write: not measured"));
    QCOMPARE(cell("tape", 1, Qt::ToolTipRole).toString(), QStringLiteral("There is no tape drive."));
}

void StressorPanelTest::humpIsMarkedWithoutAGain() {
    collection::Calibration calibration = sampleCalibration();
    auto& reads = calibration.signatures[1].curves[1];
    for (std::size_t i = 0; i < 4; ++i) {
        reads.doses[i] = {6, i == 1 || i == 2 ? 80.0 : 1.0, 1.0};
    }
    reads.response = judge(calibration.doses, reads.doses);
    show(calibration);
    choose("sleep");
    const QModelIndex cell = table()->currentIndex().siblingAtColumn(2);
    QCOMPARE(cell.data(SignatureModel::MetricRole).toString(), QStringLiteral("disk.read"));
    QCOMPARE(cell.data(SignatureModel::HeatRole).toDouble(), 0.0);
    QCOMPARE(cell.data(SignatureModel::MarkRole).toString(), QStringLiteral("~"));
    QCOMPARE(table()->currentIndex().data(Qt::AccessibleTextRole).toString(), QStringLiteral("sleep, not monotone"));
    QCOMPARE(child<QLabel>("stressorVerdict")->text(),
             QStringLiteral("Not monotone in Disk read. Its card gives no reason."));
    QCOMPARE(charts()[0]->metricId(), QStringLiteral("disk.read"));
    QCOMPARE(charts()[0]->words(), QStringLiteral("no change at full dose, but in between"));
}

void StressorPanelTest::emptyPanelExplainsAndOffersToCalibrate() {
    QSignalSpy requested(m_panel.get(), &StressorPanel::calibrationRequested);
    auto* button = child<QPushButton>("calibrateFirst");
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toBool(), false);
    m_panel->setMachine(StressorPanel::Machine::Calibrating);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->text().contains(QStringLiteral("Calibrating")));
    QVERIFY(!table()->isVisible());
}

void StressorPanelTest::chosenStressorIsShownInCharts() {
    show();
    QVERIFY(table()->isVisible());
    QCOMPARE(m_panel->selected(), QStringLiteral("spin"));
    choose("thrash");
    QCOMPARE(m_panel->selected(), QStringLiteral("thrash"));
    const auto shown = charts();
    QCOMPARE(shown.size(), std::size_t{3});
    // What it drives first, strongest first.
    QCOMPARE(shown[0]->metricId(), QStringLiteral("disk.read"));
    QCOMPARE(shown[0]->words(), QStringLiteral("+80 MB/s at full dose, not monotone"));
    QCOMPARE(shown[1]->words(), QStringLiteral("+50 % at full dose, monotone, 90 % of it from dose 25 % on"));
    QCOMPARE(shown[2]->words(), QStringLiteral("not measured"));
    for (const DoseChart* chart : shown) {
        QVERIFY(chart->isVisible());
        QVERIFY(chart->accessibleName().contains(chart->words()));
    }
    choose("spin");
    QCOMPARE(charts().size(), std::size_t{2});
    QVERIFY(!shown[2]->isVisible());
    QCOMPARE(charts()[1]->words(), QStringLiteral("no change beyond chance"));
    choose("tape");
    QVERIFY(charts().empty());
    QCOMPARE(child<QLabel>("unrecordedMetrics")->text(), QStringLiteral("Not recorded: Cache misses."));
    QVERIFY(child<QLabel>("unrecordedMetrics")->toolTip().contains(QStringLiteral("no hardware counters")));
}

void StressorPanelTest::cellFramesItsChart() {
    show();
    choose("thrash");
    const auto* model = table()->model();
    const QModelIndex row = table()->currentIndex();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(model->sibling(row.row(), 1, row)).center());
    QCOMPARE(charts()[1]->metricId(), QStringLiteral("cpu.utilization"));
    QCOMPARE(charts()[1]->frameShape(), QFrame::Box);
    QCOMPARE(charts()[0]->frameShape(), QFrame::StyledPanel);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(model->sibling(row.row(), 2, row)).center());
    QCOMPARE(charts()[1]->frameShape(), QFrame::StyledPanel);
    QCOMPARE(charts()[0]->frameShape(), QFrame::Box);
}

void StressorPanelTest::reasonsAndVerdictsAreWords_data() {
    QTest::addColumn<QString>("stressor");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("monotone") << "spin"
                              << "The metric it drives follows the dose.";
    QTest::newRow("nothing") << "sleep"
                             << "It changes none of the recorded metrics beyond chance.";
    QTest::newRow("not monotone") << "thrash"
                                  << "Not monotone in Disk read. Reads are merged above half of the dose.";
    QTest::newRow("unavailable") << "tape"
                                 << "Not available: There is no tape drive.";
}

void StressorPanelTest::reasonsAndVerdictsAreWords() {
    QFETCH(QString, stressor);
    show();
    choose(stressor.toLatin1().constData());
    QTEST(child<QLabel>("stressorVerdict")->text(), "verdict");
    QVERIFY(child<QLabel>("stressorName")->text().contains(stressor));
}

void StressorPanelTest::choiceSurvivesPartialResults() {
    collection::Calibration partial = sampleCalibration();
    partial.signatures.resize(2);
    show(partial);
    choose("sleep");
    show();
    QCOMPARE(m_panel->selected(), QStringLiteral("sleep"));
    QCOMPARE(table()->currentIndex().data(SignatureModel::StressorRole).toString(), QStringLiteral("sleep"));
    QVERIFY(table()->isExpanded(table()->model()->index(1, 0)));
    // A calibration without it falls back to its first one.
    partial.signatures.erase(partial.signatures.begin() + 1);
    show(partial);
    QCOMPARE(m_panel->selected(), QStringLiteral("spin"));
}

void StressorPanelTest::arrowKeysWalkTheStressors() {
    show();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_panel->selected(), QStringLiteral("sleep"));
    QTest::keyClick(table(), Qt::Key_Down);  // the heading of the next class
    QCOMPARE(m_panel->selected(), QStringLiteral("sleep"));
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_panel->selected(), QStringLiteral("thrash"));
}

void StressorPanelTest::chartsFlowIntoTheWidth() {
    show();
    choose("thrash");
    const auto shown = charts();
    QTRY_COMPARE(shown[0]->y(), shown[1]->y());
    child<QSplitter>("stressorSplitter")->setSizes({1000, 200});
    QTRY_VERIFY(shown[0]->y() < shown[1]->y());
    QCOMPARE(shown[0]->x(), shown[1]->x());
}

void StressorPanelTest::cellsCarryTheirColours() {
    show();
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        m_panel->setPalette(paletteFor(theme));
        const QImage image = table()->viewport()->grab().toImage();
        const auto* model = qobject_cast<const SignatureModel*>(table()->model());
        const auto colourIn = [&](const char* stressor, int column) {
            const QRect cell = table()->visualRect(model->indexOf(QLatin1String(stressor)).siblingAtColumn(column));
            return image.pixelColor((QPointF(cell.topLeft() + QPoint(4, 4)) * image.devicePixelRatio()).toPoint());
        };
        // The strongest is viridis' yellow; what was not measured is the table itself.
        QVERIFY(colourIn("thrash", 2).red() > 200 && colourIn("thrash", 2).green() > 200 &&
                colourIn("thrash", 2).blue() < 100);
        QCOMPARE(colourIn("thrash", 3), paletteFor(theme).color(QPalette::Base));
        QVERIFY(colourIn("thrash", 1) != colourIn("thrash", 2));
    }
}

void StressorPanelTest::buttonSaysWhatItWouldDo() {
    QSignalSpy requested(m_panel.get(), &StressorPanel::calibrationRequested);
    const auto* button = child<QPushButton>("calibrateAgain");
    show();  // lacks the stressors of this program
    QCOMPARE(button->text(), QStringLiteral("Continue calibration"));
    show(sampleCalibration(), false);
    QCOMPARE(button->text(), QStringLiteral("Calibrate this machine"));
    QVERIFY(child<QLabel>("calibrationMachine")->text().startsWith(QStringLiteral("Another machine · Example CPU")));
    collection::Calibration whole = sampleCalibration();
    for (const std::string& name : notCalibrated(whole)) {
        whole.signatures.push_back(whole.signatures[0]);
        whole.signatures.back().stressor = name;
    }
    show(whole);
    QCOMPARE(button->text(), QStringLiteral("Calibrate again"));
    child<QPushButton>("calibrateAgain")->click();
    QCOMPARE(requested.first().first().toBool(), true);
    show(whole, true, QStringLiteral("copy.json"));
    QCOMPARE(button->text(), QStringLiteral("Calibrate this machine"));
    m_panel->setMachine(StressorPanel::Machine::Busy);
    QVERIFY(!button->isEnabled());
    // Work of others while it was measured is said.
    QVERIFY(!child<QLabel>("calibrationNote")->isVisible());
    for (auto& signature : whole.signatures) {
        for (auto& curve : signature.curves) {
            curve.response.idle += 40.0;
        }
    }
    show(whole);
    QVERIFY(child<QLabel>("calibrationNote")->isVisible());
    QVERIFY(child<QLabel>("calibrationNote")->text().contains(QStringLiteral("41 %")));
}

void StressorPanelTest::windowOpensAFileAndItsOwnCalibration() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("calibration.json"));
    QVERIFY(collection::writeCalibration(sampleCalibration(), file.toStdString()).has_value());
    Workflow::Options options;
    options.calibration = file.toStdString();
    MainWindow window(options);
    window.show();
    auto* panel = window.findChild<StressorPanel*>(QStringLiteral("stressorPanel"));
    QVERIFY(!panel->isVisible());
    window.actions()->stressors->trigger();
    QVERIFY(panel->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(window.document()->calibration(), kLong);
    QCOMPARE(window.document()->calibration().name, QString());
    QCOMPARE(panel->selected(), QStringLiteral("spin"));
    QVERIFY(window.actions()->exportPicture->isEnabled());
    window.actions()->stressors->trigger();
    QVERIFY(!panel->isVisible());
    // A file named by the user shows itself.
    QVERIFY(QFile::copy(file, folder.filePath(QStringLiteral("other.json"))));
    window.open({{folder.filePath(QStringLiteral("other.json")), FileRole::Auto}});
    QTRY_COMPARE_WITH_TIMEOUT(window.document()->calibration().name, QStringLiteral("other.json"), kLong);
    QVERIFY(!window.document()->calibration().ofThisMachine);
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), kLong);
    QVERIFY(window.document()->isEmpty());
}

void StressorPanelTest::damagedFileIsExplained() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cut.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "mimesys-calibration", "version": 1, "cpus": [)");
    file.close();
    MainWindow window;
    window.show();
    window.open({{path, FileRole::Auto}});
    auto* banner = window.findChild<Banner*>(QStringLiteral("banner"));
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kLong);
    QCOMPARE(banner->kind(), Banner::Kind::Error);
    QVERIFY(banner->text().contains(QStringLiteral("cut.json")));
    QVERIFY(!window.document()->calibration());
}

void StressorPanelTest::unusableCalibrationCanBeMadeAnew() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.json"));
    QVERIFY(collection::writeCalibration(sampleCalibration(), path.toStdString()).has_value());
    Workflow::Options options;
    options.calibration = path.toStdString();
    options.doseSeconds = 1.2;
    MainWindow window(options);
    window.show();
    window.actions()->calibrate->trigger();
    auto* banner = window.findChild<Banner*>(QStringLiteral("banner"));
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kLong);
    QCOMPARE(banner->kind(), Banner::Kind::Offer);
    QVERIFY(banner->text().contains(QStringLiteral("another machine")));
    window.findChild<QPushButton*>(QStringLiteral("bannerAction"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        window.document()->calibration() && window.document()->calibration().calibration->find("tape") == nullptr,
        kLong);
    QVERIFY(window.workflow()->runner()->isRunning(JobKind::Calibrate));
    window.actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!window.workflow()->isMachineBusy(), kLong);
}

void StressorPanelTest::windowCalibratesAndStops() {
    const QTemporaryDir folder;
    Workflow::Options options;
    options.calibration = folder.filePath(QStringLiteral("mine.json")).toStdString();
    options.doseSeconds = 1.2;
    MainWindow window(options);
    window.show();
    window.actions()->calibrate->trigger();
    QVERIFY(window.workflow()->isMachineBusy());
    QVERIFY(!window.actions()->calibrate->isEnabled());
    // The first stressor is seen while the second is measured.
    QTRY_VERIFY_WITH_TIMEOUT(window.document()->calibration(), kLong);
    QVERIFY(window.workflow()->runner()->isRunning(JobKind::Calibrate));
    auto* panel = window.findChild<StressorPanel*>(QStringLiteral("stressorPanel"));
    QVERIFY(panel->isVisible());
    QVERIFY(!panel->selected().isEmpty());
    window.actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!window.workflow()->isMachineBusy(), kLong);
    QVERIFY(window.actions()->calibrate->isEnabled());
    const auto kept = collection::readCalibration(options.calibration);
    QVERIFY(kept.has_value());
    QVERIFY(!kept->signatures.empty() && !notCalibrated(*kept).empty());
    QCOMPARE(window.findChild<QPushButton*>(QStringLiteral("calibrateAgain"))->text(),
             QStringLiteral("Continue calibration"));
}

void StressorPanelTest::openedFileStaysWhileThisMachineIsCalibrated() {
    const QTemporaryDir folder;
    const QString other = folder.filePath(QStringLiteral("other.json"));
    QVERIFY(collection::writeCalibration(sampleCalibration(), other.toStdString()).has_value());
    Workflow::Options options;
    options.calibration = folder.filePath(QStringLiteral("mine.json")).toStdString();
    options.doseSeconds = 1.2;
    MainWindow window(options);
    window.show();
    // What was in view before gives way.
    window.open({{other, FileRole::Auto}});
    QTRY_COMPARE_WITH_TIMEOUT(window.document()->calibration().name, QStringLiteral("other.json"), kLong);
    window.actions()->calibrate->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window.document()->calibration().name, QString(), kLong);
    QVERIFY(window.document()->calibration().ofThisMachine);
    // What is opened meanwhile stays.
    window.open({{other, FileRole::Auto}});
    QTRY_COMPARE_WITH_TIMEOUT(window.document()->calibration().name, QStringLiteral("other.json"), kLong);
    const auto opened = window.document()->calibration().calibration;
    const auto measured = [&] {
        const auto file = collection::readCalibration(options.calibration);
        return file ? file->signatures.size() : std::size_t{0};
    };
    const std::size_t before = measured();
    QTRY_VERIFY_WITH_TIMEOUT(measured() >= before + 2, kLong);
    window.actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!window.workflow()->isMachineBusy(), kLong);
    QCOMPARE(window.document()->calibration().calibration, opened);
}

void StressorPanelTest::onlyFilesCloseThePage() {
    const QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("t.csv"));
    QFile file(trace);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,cpu.utilization[0]\n0,10\n1,20\n2,30\n");
    file.close();
    MainWindow window;
    window.show();
    window.document()->setCalibration(loaded(sampleCalibration()));
    window.actions()->stressors->trigger();
    // A run hands over its recording again and again.
    for (int seconds = 2; seconds < 5; ++seconds) {
        window.document()->setEmulated(
            {samples::indexed(samples::machineTrace(1, seconds)), QStringLiteral("run in progress"), {}, {}, {}});
        QVERIFY(window.actions()->stressors->isChecked());
        QVERIFY(window.findChild<StressorPanel*>(QStringLiteral("stressorPanel"))->isVisible());
    }
    window.open({{trace, FileRole::Real}});
    QTRY_VERIFY_WITH_TIMEOUT(window.document()->real(), kLong);
    QVERIFY(!window.actions()->stressors->isChecked());
    QVERIFY(!window.findChild<StressorPanel*>(QStringLiteral("stressorPanel"))->isVisible());
}

void StressorPanelTest::onlyTheFileItselfIsOfferedAnew() {
    const QTemporaryDir folder;
    Workflow::Options options;
    options.calibration = folder.filePath(QStringLiteral("absent/mine.json")).toStdString();
    options.doseSeconds = 1.2;
    Document document;
    Workflow workflow(&document, options);
    QSignalSpy unusable(&workflow, &Workflow::calibrationUnusable);
    QSignalSpy failed(&workflow, &Workflow::failed);
    workflow.calibrate(false);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kLong);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("There is no folder")));
    // Doses of no use, and a file that is none of their business.
    options.calibration = folder.filePath(QStringLiteral("mine.json")).toStdString();
    options.doseSeconds = 0.1;
    QVERIFY(collection::writeCalibration(sampleCalibration(), options.calibration).has_value());
    Workflow hasty(&document, options);
    QSignalSpy hastyUnusable(&hasty, &Workflow::calibrationUnusable);
    QSignalSpy hastyFailed(&hasty, &Workflow::failed);
    hasty.calibrate(false);
    QTRY_COMPARE_WITH_TIMEOUT(hastyFailed.size(), 1, kLong);
    QCOMPARE(unusable.size() + hastyUnusable.size(), 0);
}

void StressorPanelTest::takenCpuTimeIsSaid() {
    collection::Calibration calibration = sampleCalibration();
    calibration.signatures[0].cpuErrorPoints = 12.0;
    show(calibration);
    choose("spin");
    QCOMPARE(
        child<QLabel>("stressorVerdict")->text(),
        QStringLiteral("The metric it drives follows the dose. Other work had the CPU: its doses are off by 12 points "
                       "on average."));
}

QTEST_MAIN(StressorPanelTest)
#include "tst_stressorpanel.moc"
