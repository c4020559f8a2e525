// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluationplot.h"
#include "service/evaluationtable.h"
#include "service/view.h"

#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>

using namespace mimesys;
using service::Estimate;
using service::Evaluation;
using service::EvaluationTable;
using service::TableRow;
using service::Trial;
using service::View;

// Figures over trials, what ablations leave of a trace, and the plot.
class EvaluationTableTest : public QObject {
    Q_OBJECT

private slots:
    void meansAndErrorsAreOverTraces();
    void loadsHaveTheirOwnRows();
    void ablationsAreComparedWithTheSameTraces();
    void speedIsThatOfWholeTraces();
    void droppedValuesAreExactlyTheShare_data();
    void droppedValuesAreExactlyTheShare();
    void droppingIsSeededAndNested();
    void familyIsLeftOut();
    void plotIsWellFormedAndEscapesNames();
    void plotOfSimulatedValuesSaysSo();
};

namespace {

Trial trial(const char* method, const char* trace, const char* load, double cpu, double disk, View view = {}) {
    Trial result;
    result.method = method;
    result.trace = trace;
    result.load = load;
    result.view = view;
    result.families = {{Family::Cpu, cpu}, {Family::Disk, disk}};
    result.mean = (cpu + disk) / 2.0;
    result.windows = 100;
    result.generationSeconds = 0.5;
    return result;
}

Evaluation example() {
    Evaluation evaluation;
    evaluation.executor = "local";
    Trial failed = trial("search", "d", "high", 0.0, 0.0);
    failed.families.clear();
    failed.failure = "No.";
    const View withoutDisk{.dropped = 0.0, .without = Family::Disk};
    evaluation.trials = {trial("search", "a", "low", 0.1, 0.3),
                         trial("search", "b", "low", 0.2, 0.3),
                         trial("search", "c", "mid", 0.3, 0.6),
                         failed,
                         trial("other", "a", "low", 0.5, 0.5),
                         trial("search", "a", "low", 0.2, 0.9, withoutDisk),
                         trial("search", "d", "high", 0.4, 0.9, withoutDisk)};
    return evaluation;
}

const TableRow& rowOf(const EvaluationTable& table, const char* method, std::string_view load, const View& view = {}) {
    static const TableRow kNone;
    const auto found = std::ranges::find_if(
        table.rows, [&](const TableRow& row) { return row.method == method && row.load == load && row.view == view; });
    return found == table.rows.end() ? kNone : *found;
}

bool near(double left, double right) {
    return std::abs(left - right) < 1e-9;
}

trace::WindowedTrace windows(Eigen::Index count) {
    trace::WindowedTrace trace;
    trace.metrics = {metricFor("cpu.utilization[0]"), metricFor("disk.read"), metricFor("disk.write")};
    trace.values = trace::Matrix::Ones(count, 3);
    trace.values(0, 1) = trace::kMissing;
    return trace;
}

}  // namespace

void EvaluationTableTest::meansAndErrorsAreOverTraces() {
    const EvaluationTable table = service::summarise(example());
    const TableRow& all = rowOf(table, "search", service::kAllLoads);
    QCOMPARE(all.traces, std::size_t{3});
    QCOMPARE(all.failed, std::size_t{1});
    QVERIFY(near(all.families.at(Family::Cpu).mean, 0.2));
    QVERIFY(near(all.families.at(Family::Cpu).standardError, 0.1 / std::sqrt(3.0)));
    QVERIFY(near(all.mean.mean, (0.2 + 0.25 + 0.45) / 3.0));
    const TableRow& single = rowOf(table, "other", service::kAllLoads);
    QVERIFY(near(single.mean.mean, 0.5));
    QVERIFY(std::isnan(single.mean.standardError));
}

void EvaluationTableTest::loadsHaveTheirOwnRows() {
    const EvaluationTable table = service::summarise(example());
    QVERIFY(near(rowOf(table, "search", "low").families.at(Family::Cpu).mean, 0.15));
    QCOMPARE(rowOf(table, "search", "mid").traces, std::size_t{1});
    QCOMPARE(rowOf(table, "search", "high").failed, std::size_t{1});
    QVERIFY(rowOf(table, "search", "unknown").method.empty());
}

void EvaluationTableTest::ablationsAreComparedWithTheSameTraces() {
    const EvaluationTable table = service::summarise(example());
    const TableRow& row = rowOf(table, "search", service::kAllLoads, {.dropped = 0.0, .without = Family::Disk});
    QCOMPARE(row.traces, std::size_t{2});
    QVERIFY(near(row.mean.mean, (0.55 + 0.65) / 2.0));
    QVERIFY(near(row.remaining.mean, 0.3));
    // Only trace "a" has both: CPU 0.2 instead of 0.1.
    QVERIFY(near(row.ofWhole, 2.0));
}

void EvaluationTableTest::speedIsThatOfWholeTraces() {
    const EvaluationTable table = service::summarise(example());
    QCOMPARE(table.speeds.size(), std::size_t{2});
    QCOMPARE(table.speeds[0].windows, std::size_t{300});
    QVERIFY(near(table.speeds[0].windowsPerSecond(), 200.0));
}

void EvaluationTableTest::droppedValuesAreExactlyTheShare_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("missing");  // of 299 that are there
    QTest::newRow("none") << 0.0 << 0;
    QTest::newRow("20 %") << 0.2 << 60;
    QTest::newRow("80 %") << 0.8 << 239;
    QTest::newRow("all") << 1.0 << 299;
}

void EvaluationTableTest::droppedValuesAreExactlyTheShare() {
    QFETCH(double, share);
    QFETCH(int, missing);
    const trace::WindowedTrace seen = service::seen(windows(100), {.dropped = share, .without = {}}, 5);
    QCOMPARE(static_cast<int>(seen.values.array().isNaN().count()), missing + 1);
    QCOMPARE(seen.windowCount(), Eigen::Index{100});
}

void EvaluationTableTest::droppingIsSeededAndNested() {
    const auto missing = [](double share, std::uint64_t seed) -> Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic> {
        return service::seen(windows(100), {.dropped = share, .without = {}}, seed).values.array().isNaN();
    };
    QVERIFY((missing(0.4, 5) == missing(0.4, 5)).all());
    QVERIFY((missing(0.4, 5) != missing(0.4, 6)).any());
    QVERIFY((missing(0.4, 5) && !missing(0.6, 5)).count() == 0);
}

void EvaluationTableTest::familyIsLeftOut() {
    const View view{.dropped = 0.0, .without = Family::Disk};
    const trace::WindowedTrace seen = service::seen(windows(3), view, 1);
    QCOMPARE(seen.metrics.size(), std::size_t{1});
    QCOMPARE(seen.values.cols(), Eigen::Index{1});
    QVERIFY(service::isApplicable(view, windows(3)));
    QVERIFY(!service::isApplicable(view, seen));
    QVERIFY(!service::isApplicable({.dropped = 0.0, .without = Family::Cpu}, seen));
}

void EvaluationTableTest::plotIsWellFormedAndEscapesNames() {
    Evaluation evaluation = example();
    evaluation.trials[4].method = "<&\"'> \x01 \xff\xc0\x80 µ";
    const std::string svg = service::plot(evaluation);
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QStringList texts;
    int bars = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            if (reader.name() == u"text") {
                texts << reader.readElementText();
            } else if (reader.name() == u"title") {
                bars += reader.readElementText().contains(": ") ? 1 : 0;
            }
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(texts.contains("<&\"'> ? ??? µ"));
    QVERIFY(texts.contains("Load: low (2 traces), DTW"));
    QVERIFY(texts.contains("without disk"));
    // Families and MEAN: 2 methods over all, 2 at low, 1 at mid; whole (2) and without disk (1).
    QCOMPARE(bars, 3 * (2 + 2 + 1) + 3);
    QVERIFY(svg.find("nan") == std::string::npos);
}

void EvaluationTableTest::plotOfSimulatedValuesSaysSo() {
    Evaluation evaluation = example();
    QVERIFY(!QByteArray::fromStdString(service::plot(evaluation)).contains("simulated"));
    evaluation.simulated = true;
    QVERIFY(QByteArray::fromStdString(service::plot(evaluation)).contains("on local (simulated)"));
}

QTEST_GUILESS_MAIN(EvaluationTableTest)
#include "tst_evaluationtable.moc"
