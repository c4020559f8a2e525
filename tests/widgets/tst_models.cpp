// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosticsmodel.h"
#include "models/document.h"
#include "models/scoremodel.h"
#include "samples.h"

#include <QAbstractItemModelTester>

using namespace mimesys;
using namespace mimesys::widgets;

class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void scoreIsATreeOfFamilies();
    void sortingKeepsTheMeanFirst_data();
    void sortingKeepsTheMeanFirst();
    void diagnosticsOfBothFilesAreListed();
    void newRealTraceDropsTheRest();
    void newSideDropsTheScore();
    void extentCoversTheLongest();
};

namespace {

std::shared_ptr<const evaluation::Score> sampleScore() {
    auto score = std::make_shared<evaluation::Score>();
    const auto add = [&](const char* id, double dtw) {
        evaluation::MetricScore metric;
        metric.metric = metricFor(id);
        metric.dtw = dtw;
        metric.rmse = dtw * 2.0;
        metric.range = {0.0, 100.0};
        metric.missing = 3;
        score->metrics.push_back(metric);
    };
    add("cpu.utilization[0]", 0.05);
    add("cpu.utilization[1]", 0.01);
    add("disk.read", 0.20);
    add("disk.write", 0.10);
    score->families = {{Family::Cpu, 0.03}, {Family::Disk, 0.15}};
    score->mean = 0.09;
    score->onlyReal = {"network.receive"};
    score->onlyEmulated = {"pressure.io"};
    return score;
}

LoadedTrace loaded(int seconds, const QString& name) {
    return {samples::indexed(samples::machineTrace(2, seconds)), name, {}, {}, {}};
}

}  // namespace

void ModelsTest::scoreIsATreeOfFamilies() {
    ScoreModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setScore(sampleScore());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("MEAN"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("0.090"));
    const QModelIndex cpu = model.index(1, 0);
    QCOMPARE(cpu.data().toString(), QStringLiteral("CPU"));
    QCOMPARE(model.rowCount(cpu), 2);
    const QModelIndex core = model.index(1, 0, cpu);
    QCOMPARE(core.data().toString(), QStringLiteral("CPU 1"));
    QCOMPARE(core.data(ScoreModel::MetricIdRole).toString(), QStringLiteral("cpu.utilization[1]"));
    QCOMPARE(core.siblingAtColumn(ScoreModel::DtwColumn).data().toString(), QStringLiteral("0.010"));
    QCOMPARE(core.siblingAtColumn(ScoreModel::RmseColumn).data().toString(), QStringLiteral("0.020"));
    QCOMPARE(core.siblingAtColumn(ScoreModel::RangeColumn).data().toString(), QStringLiteral("0–100 %"));
    QCOMPARE(core.siblingAtColumn(ScoreModel::MissingColumn).data().toInt(), 3);
    const QModelIndex unscored = model.index(3, 0);
    QCOMPARE(model.rowCount(unscored), 2);
    QCOMPARE(model.index(1, 1, unscored).data().toString(), QStringLiteral("–"));
    model.setScore(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::sortingKeepsTheMeanFirst_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("disks");
    QTest::newRow("ascending") << int(Qt::AscendingOrder) << QStringList{"MEAN", "CPU", "Disk", "Not scored"}
                               << QStringList{"Disk write", "Disk read"};
    QTest::newRow("descending") << int(Qt::DescendingOrder) << QStringList{"MEAN", "Disk", "CPU", "Not scored"}
                                << QStringList{"Disk read", "Disk write"};
}

void ModelsTest::sortingKeepsTheMeanFirst() {
    QFETCH(int, order);
    ScoreModel model;
    ScoreOrder sorted;
    const QAbstractItemModelTester tester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sorted.setSourceModel(&model);
    model.setScore(sampleScore());
    sorted.sort(ScoreModel::DtwColumn, static_cast<Qt::SortOrder>(order));
    QStringList names;
    QStringList disks;
    for (int row = 0; row < sorted.rowCount(); ++row) {
        const QModelIndex index = sorted.index(row, 0);
        names += index.data().toString();
        for (int child = 0; index.data().toString() == QLatin1String("Disk") && child < sorted.rowCount(index);
             ++child) {
            disks += sorted.index(child, 0, index).data().toString();
        }
    }
    QTEST(names, "names");
    QTEST(disks, "disks");
}

void ModelsTest::diagnosticsOfBothFilesAreListed() {
    using trace::Diagnostic;
    DiagnosticsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto list = [](std::vector<Diagnostic> entries) {
        return std::make_shared<const std::vector<Diagnostic>>(std::move(entries));
    };
    model.setSources({{QStringLiteral("a.csv"), list({{Diagnostic::Severity::Warning, "gap", "A gap.", 12},
                                                      {Diagnostic::Severity::Note, "job", "A job.", 0}})},
                      {QStringLiteral("b.csv"), list({{Diagnostic::Severity::Warning, "reset", "A reset.", 7}})}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, DiagnosticsModel::LineColumn).data().toInt(), 12);
    QVERIFY(!model.index(1, DiagnosticsModel::LineColumn).data().isValid());
    QCOMPARE(model.index(1, DiagnosticsModel::SeverityColumn).data().toString(), QStringLiteral("Note"));
    QCOMPARE(model.index(2, DiagnosticsModel::FileColumn).data().toString(), QStringLiteral("b.csv"));
    QCOMPARE(model.index(2, DiagnosticsModel::MessageColumn).data().toString(), QStringLiteral("A reset."));
}

void ModelsTest::newRealTraceDropsTheRest() {
    Document document;
    document.setReal(loaded(10, QStringLiteral("a")));
    document.setPlan({std::make_shared<const Composition>(samples::randomPlan(5, 2, {"x"})), QStringLiteral("p"), {}});
    document.setEmulated(loaded(10, QStringLiteral("b")));
    document.setScore(sampleScore());
    document.setReal(loaded(20, QStringLiteral("c")));
    QCOMPARE(document.real().name, QStringLiteral("c"));
    QVERIFY(!document.plan());
    QVERIFY(!document.emulated());
    QVERIFY(document.score() == nullptr);
}

void ModelsTest::newSideDropsTheScore() {
    Document document;
    document.setReal(loaded(10, QStringLiteral("a")));
    document.setEmulated(loaded(10, QStringLiteral("b")));
    document.setScore(sampleScore());
    QSignalSpy spy(&document, &Document::scoreChanged);
    document.setEmulated(loaded(10, QStringLiteral("c")));
    QVERIFY(document.score() == nullptr);
    QCOMPARE(spy.count(), 1);
}

void ModelsTest::extentCoversTheLongest() {
    Document document;
    document.setReal(loaded(10, QStringLiteral("a")));
    document.setEmulated(loaded(12, QStringLiteral("b")));
    document.setPlan({std::make_shared<const Composition>(samples::randomPlan(15, 2, {"x"})), QStringLiteral("p"), {}});
    QCOMPARE(document.extent(), (TimeRange{0, 15 * kNanosecondsPerSecond}));
}

QTEST_GUILESS_MAIN(ModelsTest)
#include "tst_models.moc"
