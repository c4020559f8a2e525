// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/builddataset.h"
#include "trace/trace.h"
#include "trace/write.h"
#include "verb.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys evaluate` as its users see it.
class EvaluateVerbTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void writesTableResultAndPlot();
    void continuesAResult();
    void folderMeansItsTraces();
    void failedMethodStandsInTheTable();
    void rangesAreTheDatasetsOrTheTraces();
    void simulatedResultsSaySo();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int kPatienceMs = 110'000;

Result verb(const QStringList& arguments) {
    // What is installed for this machine stays out of it.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", "/nonexistent");
    return tests::runMimesys(arguments, kPatienceMs, environment);
}

Result evaluate(const QStringList& arguments) {
    return verb(QStringList{"evaluate"} + arguments);
}

// Three windows of 0.2 s on one CPU.
void writeTrace(const QString& path, float utilisation) {
    trace::Trace trace;
    for (int window = 1; window <= 3; ++window) {
        trace.timesNs.push_back(window * 200'000'000LL);
    }
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {0.0F, utilisation, utilisation}}};
    QVERIFY(trace::writeTrace(*trace::makeTrace(std::move(trace)).value(), path.toStdString()).has_value());
}

void writeDataset(const QString& path) {
    const auto written = dataset::writeDataset(DatasetBuilder(1, {"memcpy-l1"}, {"cpu.utilization[0]"})
                                                   .add({0.0F}, {0.0F})
                                                   .add({0.5F}, {50.0F})
                                                   .add({1.0F}, {100.0F})
                                                   .dataset(),
                                               path.toStdString());
    QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
}

}  // namespace

void EvaluateVerbTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("traces") && QDir(m_folder->path()).mkdir("empty"));
    writeTrace(file("traces/quiet.csv"), 20.0F);
    writeTrace(file("traces/busy.csv"), 100.0F);
    writeDataset(file("data.h5"));
    QVERIFY(QDir::setCurrent(m_folder->path()));
}

void EvaluateVerbTest::writesTableResultAndPlot() {
    const Result result =
        evaluate({"--traces", "traces/quiet.csv", "--methods", "search", "--dataset", "data.h5", "--window", "0.2",
                  "-o", "result.json", "--plot", "plot.svg", "--ablation", "drop"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.output.contains("MEAN") && result.output.contains("search"));
    QVERIFY(result.output.contains("80 % dropped"));
    QVERIFY(!result.output.contains("SIMULATED"));
    QFile stored("result.json");
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(stored.readAll()).object();
    QCOMPARE(json.value("format").toString(), QString("mimesys-evaluation"));
    QCOMPARE(json.value("executor").toString(), QString("local"));
    QCOMPARE(json.value("simulated").toBool(true), false);
    QCOMPARE(json.value("trials").toArray().size(), 5);
    QCOMPARE(json.value("methods").toObject().value("search").toObject().value("windows").toInt(), 3);
    QFile plot("plot.svg");
    QVERIFY(plot.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&plot);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void EvaluateVerbTest::continuesAResult() {
    const QStringList arguments{"--dataset",   "data.h5", "--window",  "0.2",   "-o",
                                "result.json", "--json",  "--methods", "search"};
    const Result first = evaluate(arguments + QStringList{"--traces", "traces/quiet.csv"});
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    const Result both = evaluate(arguments + QStringList{"--traces", "traces/quiet.csv", "traces/busy.csv"});
    QVERIFY2(both.exitCode == 0, both.errors.constData());
    const QJsonArray trials = both.json().value("trials").toArray();
    QCOMPARE(trials.size(), 2);
    QCOMPARE(trials.at(0), first.json().value("trials").toArray().at(0));
    const Result seeded = evaluate(arguments + QStringList{"--traces", "traces/quiet.csv", "--seed", "2"});
    QCOMPARE(seeded.exitCode, 3);
}

void EvaluateVerbTest::folderMeansItsTraces() {
    const Result result =
        evaluate({"--traces", "traces", "--methods", "search", "--dataset", "data.h5", "--window", "0.2", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonArray trials = result.json().value("trials").toArray();
    QCOMPARE(trials.size(), 2);
    QCOMPARE(trials.at(0).toObject().value("trace").toString(), QString("busy.csv"));
    QCOMPARE(trials.at(0).toObject().value("load").toString(), QString("high"));
    QCOMPARE(trials.at(1).toObject().value("load").toString(), QString("low"));
}

void EvaluateVerbTest::failedMethodStandsInTheTable() {
    // The data set has no sweep of a single stressor.
    const QStringList arguments{"--traces", "traces/quiet.csv", "--dataset", "data.h5", "--window", "0.2"};
    const Result one = evaluate(arguments + QStringList{"--methods", "single-stressor,search"});
    QCOMPARE(one.exitCode, 0);
    QVERIFY(one.output.contains("Failed: single-stressor on quiet.csv"));
    const Result all = evaluate(arguments + QStringList{"--methods", "single-stressor"});
    QCOMPARE(all.exitCode, 1);
    QVERIFY(all.output.contains("Failed: single-stressor on quiet.csv"));
}

void EvaluateVerbTest::rangesAreTheDatasetsOrTheTraces() {
    const QStringList simulated{"--executor", "simulated"};
    QCOMPARE(verb(QStringList{"collect", "-o", "made.h5", "--duration", "60"} + simulated).exitCode, 0);
    QCOMPARE(verb(QStringList{"simulate", "-o", "made.csv", "--seconds", "20"} + simulated).exitCode, 0);
    QList<double> means;
    for (const char* ranges : {"dataset", "trace"}) {
        const Result result = evaluate(QStringList{"--traces", "made.csv", "--methods", "search", "--dataset",
                                                   "made.h5", "--json", "--ranges", ranges} +
                                       simulated);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        means << result.json().value("trials").toArray().at(0).toObject().value("mean").toDouble();
    }
    QVERIFY(means[0] > 0.0 && means[1] > 0.0 && means[0] != means[1]);
}

void EvaluateVerbTest::simulatedResultsSaySo() {
    const QStringList simulated{"--executor", "simulated"};
    QCOMPARE(verb(QStringList{"collect", "-o", "made.h5", "--duration", "60"} + simulated).exitCode, 0);
    QCOMPARE(verb(QStringList{"simulate", "-o", "trace.h5", "--seconds", "20", "--load", "mid"} + simulated).exitCode,
             0);
    const Result result = evaluate(QStringList{"--traces", "trace.h5", "--dataset", "made.h5", "-o", "result.json",
                                               "--plot", "plot.svg", "--methods", "search,interpolation"} +
                                   simulated);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.output.contains("on simulated:c220g2, SIMULATED"));
    QVERIFY(result.output.contains("not from a measurement"));
    QFile stored("result.json");
    QFile plot("plot.svg");
    QVERIFY(stored.open(QIODevice::ReadOnly) && plot.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(stored.readAll()).object();
    QCOMPARE(json.value("simulated").toBool(false), true);
    QCOMPARE(json.value("executor").toString(), QString("simulated:c220g2"));
    QCOMPARE(json.value("trials").toArray().at(0).toObject().value("load").toString(), QString("mid"));
    QVERIFY(plot.readAll().contains("(simulated)"));
}

void EvaluateVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QStringList good{"--dataset", "data.h5", "--traces", "traces/quiet.csv"};
    const QStringList noTrace{"--dataset", "data.h5", "--traces"};
    QTest::newRow("no trace named") << QStringList{"--dataset", "data.h5"} << 2;
    QTest::newRow("window of nothing") << good + QStringList{"--window", "0"} << 2;
    QTest::newRow("missing trace") << noTrace + QStringList{"absent.csv"} << 3;
    QTest::newRow("folder without traces") << noTrace + QStringList{"empty"} << 3;
    QTest::newRow("one file twice") << noTrace + QStringList{"traces/quiet.csv", "traces/quiet.csv"} << 3;
    QTest::newRow("no trace at all") << noTrace + QStringList{"data.h5"} << 3;
    QTest::newRow("window longer than the trace") << good + QStringList{"--window", "10"} << 3;
    QTest::newRow("missing data set") << QStringList{"--traces", "traces", "--dataset", "absent.h5"} << 3;
    QTest::newRow("unknown method") << good + QStringList{"--methods", "magic"} << 3;
    QTest::newRow("method named twice") << good + QStringList{"--methods", "search,search"} << 3;
    QTest::newRow("diffusion without a model") << good + QStringList{"--methods", "diffusion"} << 4;
    QTest::newRow("model that is none") << good + QStringList{"--methods", "diffusion", "--model", "data.h5"} << 3;
    QTest::newRow("ranges of nothing") << good + QStringList{"--ranges", "none"} << 2;
    QTest::newRow("unknown executor") << good + QStringList{"--executor", "cloud"} << 3;
    QTest::newRow("unknown ablation") << good + QStringList{"--ablation", "light"} << 3;
    QTest::newRow("state of a method without") << good + QStringList{"--ablation", "state"} << 3;
    QTest::newRow("result that is none") << good + QStringList{"-o", "data.h5"} << 3;
    QTest::newRow("result in a missing folder") << good + QStringList{"-o", "absent/result.json"} << 3;
    QTest::newRow("plot in a missing folder") << good + QStringList{"--plot", "absent/plot.svg"} << 3;
}

void EvaluateVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto filter = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    const QStringList before = QDir(m_folder->path()).entryList(filter);
    const Result result = evaluate(arguments);
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(!result.errors.isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(filter), before);
}

QTEST_GUILESS_MAIN(EvaluateVerbTest)
#include "tst_evaluateverb.moc"
