// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statisticsmodel.h"
#include "panels/diagnosticspanel.h"
#include "panels/selectionpanel.h"
#include "trace/read.h"
#include "trace/statistics.h"
#include "viewstate/viewstate.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QHelpEvent>
#include <QLabel>
#include <QTableView>
#include <QToolTip>

using namespace mimesys;
using namespace mimesys::widgets;
using samples::WindowFixture;

// Selecting, measuring and stepping in the timelines, and what is said about it.
class MeasuringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init() { samples::failOnQtWarnings(); }
    void shiftDragSelects();
    void endsOfTheSelectionAreDragged();
    void keysSelect();
    void rubberBandZooms();
    void cursorStepsFromSampleToSample();
    void markersMeasure();
    void markerIsDragged();
    void escapeClearsStepByStep();
    void clickSetsTheFocus();
    void statisticsFollowTheSelection();
    void tableIsCopied();
    void readersMarksStandOnTheAxis();
    void lanesAreChosenAndFoldedByKeys();
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
constexpr int kSeconds = 100;

// A pixel is a fifth of a second or so.
bool near(std::int64_t timeNs, double seconds) {
    return std::abs(secondsFromNs(timeNs) - seconds) < 0.5;
}

void show(WindowFixture& fixture) {
    fixture.document().setReal(samples::loaded(samples::machineTrace(2, kSeconds), "real"));
}

}  // namespace

void MeasuringTest::shiftDragSelects() {
    WindowFixture fixture;
    show(fixture);
    const TimeRange visible = fixture.state().visible();
    fixture.drag(20.0, 45.0, Qt::ShiftModifier);
    QVERIFY(fixture.state().selection().has_value());
    QVERIFY(near(fixture.state().selection()->beginNs, 20.0) && near(fixture.state().selection()->endNs, 45.0));
    QCOMPARE(fixture.state().visible(), visible);
    // It is seen in the plot.
    const QImage image = fixture.timeline().viewport()->grab().toImage();
    const int y = fixture.timeline().viewport()->height() - 3;
    QVERIFY(image.pixel(fixture.at(30.0).x(), y) != image.pixel(fixture.at(60.0).x(), y));
    // Backwards, too, and what was selected before is gone.
    fixture.drag(80.0, 70.0, Qt::ShiftModifier);
    QVERIFY(near(fixture.state().selection()->beginNs, 70.0) && near(fixture.state().selection()->endNs, 80.0));
}

void MeasuringTest::endsOfTheSelectionAreDragged() {
    WindowFixture fixture;
    show(fixture);
    fixture.state().select(TimeRange{20 * kSecond, 40 * kSecond});
    fixture.drag(20.0, 10.0, Qt::NoModifier);
    QVERIFY(near(fixture.state().selection()->beginNs, 10.0));
    QCOMPARE(fixture.state().selection()->endNs, 40 * kSecond);
    fixture.drag(40.0, 60.0, Qt::NoModifier);
    QVERIFY(near(fixture.state().selection()->endNs, 60.0));
    QVERIFY(fixture.state().showsAll());
}

void MeasuringTest::keysSelect() {
    WindowFixture fixture;
    show(fixture);
    fixture.state().setCursor(30 * kSecond);
    QTest::keyClick(&fixture.timeline(), Qt::Key_I);
    QCOMPARE(fixture.state().selection(), (TimeRange{30 * kSecond, 100 * kSecond}));
    fixture.state().setCursor(50 * kSecond);
    QTest::keyClick(&fixture.timeline(), Qt::Key_O);
    QCOMPARE(fixture.state().selection(), (TimeRange{30 * kSecond, 50 * kSecond}));
    QTest::keyClick(&fixture.timeline(), Qt::Key_Z);
    QCOMPARE(fixture.state().visible(), (TimeRange{30 * kSecond, 50 * kSecond}));
}

void MeasuringTest::rubberBandZooms() {
    WindowFixture fixture;
    show(fixture);
    fixture.drag(20.0, 45.0, Qt::ControlModifier);
    QVERIFY(near(fixture.state().visible().beginNs, 20.0) && near(fixture.state().visible().endNs, 45.0));
    QVERIFY(!fixture.state().band() && !fixture.state().selection());
    fixture.state().back();
    QVERIFY(fixture.state().showsAll());
}

void MeasuringTest::cursorStepsFromSampleToSample() {
    WindowFixture fixture;
    show(fixture);
    fixture.state().setCursor(30 * kSecond + 5);
    QTest::keyClick(&fixture.timeline(), Qt::Key_Period);
    QCOMPARE(fixture.state().cursor(), std::optional(31 * kSecond));
    QTest::keyClick(&fixture.timeline(), Qt::Key_Period);
    QCOMPARE(fixture.state().cursor(), std::optional(32 * kSecond));
    fixture.state().setCursor(30 * kSecond + 5);
    QTest::keyClick(&fixture.timeline(), Qt::Key_Comma);
    QCOMPARE(fixture.state().cursor(), std::optional(30 * kSecond));
    QTest::keyClick(&fixture.timeline(), Qt::Key_Comma);
    QCOMPARE(fixture.state().cursor(), std::optional(29 * kSecond));
    // What lies outside is brought into view.
    fixture.state().show({10 * kSecond, 20 * kSecond});
    fixture.state().setCursor(19 * kSecond);
    QTest::keyClick(&fixture.timeline(), Qt::Key_Period);
    QVERIFY(fixture.state().visible().contains(20 * kSecond));
    fixture.state().setCursor(99 * kSecond + 1);
    QTest::keyClick(&fixture.timeline(), Qt::Key_Period);
    QCOMPARE(fixture.state().cursor(), std::optional(99 * kSecond + 1));
}

void MeasuringTest::markersMeasure() {
    WindowFixture fixture;
    show(fixture);
    auto* dock = fixture.child<QDockWidget>("selectionDock");
    dock->show();
    fixture.state().setCursor(20 * kSecond);
    QTest::keyClick(&fixture.timeline(), Qt::Key_1);
    fixture.state().setCursor(32 * kSecond + 500 * 1'000'000);
    QTest::keyClick(&fixture.timeline(), Qt::Key_2);
    QCOMPARE(fixture.state().marker(Marker::A), std::optional(20 * kSecond));
    const auto* panel = fixture.child<SelectionPanel>("selectionPanel");
    QTRY_VERIFY(!panel->isBusy());
    QVERIFY(fixture.child<QLabel>("selectionRange")->text().contains(QStringLiteral("12.5")));
    const auto* model = fixture.child<QTableView>("statisticsTable")->model();
    const trace::Trace& trace = fixture.document().real().trace->trace();
    for (int row = 0; row < model->rowCount(); ++row) {
        const std::string id = model->index(row, 0).data(StatisticsModel::MetricIdRole).toString().toStdString();
        const trace::Column& column = *trace.find(id);
        const auto text = [&](float value) {
            return formatValue(static_cast<double>(value), column.metric.unit);
        };
        QCOMPARE(model->index(row, StatisticsModel::AtAColumn).data().toString(), text(column.values[20]));
        QCOMPARE(model->index(row, StatisticsModel::AtBColumn).data().toString(), text(column.values[32]));
        QCOMPARE(model->index(row, StatisticsModel::DeltaColumn).data().toString(),
                 text(column.values[32] - column.values[20]));
    }
    // The same key at the same place takes the cursor away.
    QTest::keyClick(&fixture.timeline(), Qt::Key_2);
    QVERIFY(!fixture.state().marker(Marker::B));
}

void MeasuringTest::markerIsDragged() {
    WindowFixture fixture;
    show(fixture);
    fixture.state().setMarker(Marker::A, 20 * kSecond);
    fixture.drag(20.0, 55.0, Qt::NoModifier);
    QVERIFY(near(*fixture.state().marker(Marker::A), 55.0));
    QVERIFY(fixture.state().showsAll());
}

void MeasuringTest::escapeClearsStepByStep() {
    WindowFixture fixture;
    show(fixture);
    fixture.state().select(TimeRange{1 * kSecond, 2 * kSecond});
    fixture.state().setMarker(Marker::B, kSecond);
    QTest::keyClick(&fixture.timeline(), Qt::Key_Escape);
    QVERIFY(!fixture.state().selection());
    QVERIFY(fixture.state().marker(Marker::B));
    QTest::keyClick(&fixture.timeline(), Qt::Key_Escape);
    QVERIFY(!fixture.state().marker(Marker::B));
}

void MeasuringTest::clickSetsTheFocus() {
    WindowFixture fixture;
    show(fixture);
    QTest::mouseClick(fixture.timeline().viewport(), Qt::LeftButton, {}, fixture.at(33.0));
    QVERIFY(near(*fixture.state().focus(), 33.0));
    // With Shift from there to here.
    QTest::mouseClick(fixture.timeline().viewport(), Qt::LeftButton, Qt::ShiftModifier, fixture.at(44.0));
    QVERIFY(near(fixture.state().selection()->beginNs, 33.0) && near(fixture.state().selection()->endNs, 44.0));
}

void MeasuringTest::statisticsFollowTheSelection() {
    WindowFixture fixture;
    show(fixture);
    fixture.document().setEmulated(samples::loaded(samples::machineTrace(2, kSeconds, 3.0), "emulated"));
    fixture.child<QDockWidget>("selectionDock")->show();
    const auto* panel = fixture.child<SelectionPanel>("selectionPanel");
    auto* model = fixture.child<QTableView>("statisticsTable")->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fixture.state().select(TimeRange{10 * kSecond, 30 * kSecond});
    QTRY_VERIFY(!panel->isBusy());
    QCOMPARE(model->rowCount(), 2 * 4);
    for (int row = 0; row < model->rowCount(); ++row) {
        const bool emulated = row % 2 == 1;
        const trace::Trace& trace =
            (emulated ? fixture.document().emulated() : fixture.document().real()).trace->trace();
        const std::string id = model->index(row, 0).data(StatisticsModel::MetricIdRole).toString().toStdString();
        const auto column = static_cast<std::size_t>(trace.find(id) - trace.columns.data());
        const auto expected =
            trace::statistics(trace, column, trace.startNs + 10 * kSecond, trace.startNs + 30 * kSecond);
        const std::string& unit = trace.columns[column].metric.unit;
        QCOMPARE(model->index(row, StatisticsModel::SideColumn).data().toString(),
                 emulated ? QStringLiteral("emulated") : QStringLiteral("real"));
        QCOMPARE(model->index(row, StatisticsModel::MeanColumn).data().toString(), formatValue(expected->mean, unit));
        QCOMPARE(model->index(row, StatisticsModel::P95Column).data().toString(), formatValue(expected->p95, unit));
    }
    // Choosing a row leads to its lane.
    fixture.child<QTableView>("statisticsTable")->selectRow(model->rowCount() - 1);
    QCOMPARE(fixture.state().selectedMetric(), QStringLiteral("disk.write"));
}

void MeasuringTest::tableIsCopied() {
    WindowFixture fixture;
    show(fixture);
    fixture.child<QDockWidget>("selectionDock")->show();
    QTRY_VERIFY(!fixture.child<SelectionPanel>("selectionPanel")->isBusy());
    fixture.child<QAction>("copyStatistics")->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 4);
    QCOMPARE(lines[0].count(QLatin1Char('\t')), StatisticsModel::ColumnCount - 1);
    QVERIFY(lines[4].startsWith(QStringLiteral("Disk write\treal\t")));
}

void MeasuringTest::readersMarksStandOnTheAxis() {
    WindowFixture fixture;
    LoadedTrace real = samples::loaded(samples::machineTrace(2, kSeconds), "real.csv");
    const std::vector<trace::Diagnostic> diagnostics{
        {trace::Diagnostic::Severity::Note, "whole", "About the whole file.", 0, std::nullopt},
        {trace::Diagnostic::Severity::Warning, "gap", "A gap.", 12, samples::kStartNs + 25 * kSecond},
        {trace::Diagnostic::Severity::Note, "job", "A job.", 50, samples::kStartNs + 75 * kSecond}};
    real.diagnostics = std::make_shared<const std::vector<trace::Diagnostic>>(diagnostics);
    fixture.document().setReal(real);
    QCOMPARE(fixture.timeline().axisMarks().size(), std::size_t{2});
    QCOMPARE(fixture.timeline().axisMarks()[0], (AxisMark{25 * kSecond, true, QStringLiteral("A gap.")}));
    const int y = fixture.timeline().axisRect().bottom() - 3;
    const QColor warning = coloursFor(fixture.timeline().palette()).warning;
    const QImage image = fixture.timeline().viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(fixture.at(25.0).x(), y), warning);
    QVERIFY(image.pixelColor(fixture.at(75.0).x(), y) != warning);

    QWidget* viewport = fixture.timeline().viewport();
    const QPoint onMark(fixture.at(25.0).x(), y);
    QHelpEvent help(QEvent::ToolTip, onMark, viewport->mapToGlobal(onMark));
    QApplication::sendEvent(viewport, &help);
    QCOMPARE(QToolTip::text(), QStringLiteral("A gap."));
    QTest::mouseClick(viewport, Qt::LeftButton, {}, onMark);
    auto* table = fixture.child<QTableView>("diagnosticsTable");
    QVERIFY(fixture.child<QDockWidget>("diagnosticsDock")->isVisible());
    QVERIFY(table->currentIndex().siblingAtColumn(3).data().toString() == QStringLiteral("A gap."));
    // And back: a row leads to its time.
    fixture.state().show({0, 10 * kSecond});
    table->selectRow(2);
    QCOMPARE(fixture.state().focus(), std::optional(75 * kSecond));
    QVERIFY(fixture.state().visible().contains(75 * kSecond));
}

void MeasuringTest::lanesAreChosenAndFoldedByKeys() {
    WindowFixture fixture;
    fixture.document().setReal(samples::loaded(samples::machineTrace(12, kSeconds), "real"));
    const auto trigger = [&](const char* name) {
        auto* action = fixture.child<QAction>(name);
        QVERIFY2(action->isEnabled(), name);
        action->trigger();
    };
    QVERIFY(!fixture.child<QAction>("foldFamily")->isEnabled());
    const std::size_t closed = fixture.timeline().lanes().size();
    trigger("cpuLanes");
    QCOMPARE(fixture.timeline().lanes().size(), closed + 12);
    trigger("nextLane");
    QCOMPARE(fixture.state().selectedMetric(), QStringLiteral("cpu.utilization[0]"));
    trigger("nextLane");
    trigger("nextLane");
    trigger("previousLane");
    QCOMPARE(fixture.state().selectedMetric(), QStringLiteral("cpu.utilization[1]"));
    trigger("foldFamily");
    QCOMPARE(fixture.timeline().lanes().size(), closed - 1);
    trigger("foldFamily");
    QCOMPARE(fixture.timeline().lanes().size(), closed + 12);
    trigger("cpuLanes");
    QCOMPARE(fixture.timeline().lanes().size(), closed);
}

QTEST_MAIN(MeasuringTest)
#include "tst_measuring.moc"
