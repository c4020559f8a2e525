// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dataset/dataset.h"
#include "machine/machine.h"
#include "trace/read.h"
#include "verb.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys simulate`, and `collect` and `run` with a simulated executor, as their users see them.
class SimulateVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void simulatedDatasetIsCollectedContinuedAndMarked();
    void sameSeedsGiveTheSameDataset();
    void simulatedTraceBecomesAPlanThatRunsSimulated();
    void countMakesAFolderOfTraces();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 60'000);
}

QStringList collecting(const QString& path, int samples) {
    return {"collect", "--executor", "simulated:c220g2",       "--stressors", "research",
            "--json",  "--samples",  QString::number(samples), "-o",          path};
}

bool sameNumbers(const trace::Matrix& a, const trace::Matrix& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() && (a.array() == b.array()).all();
}

}  // namespace

void SimulateVerbsTest::simulatedDatasetIsCollectedContinuedAndMarked() {
    const QString path = file("data.h5");
    const Result first = verb(collecting(path, 40));
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.json()["samples"].toInt(), 40);
    QCOMPARE(first.json()["simulated"].toBool(), true);
    const Result again = verb(collecting(path, 60));
    QCOMPARE(again.json()["samples"].toInt(), 60);
    const dataset::Dataset data = dataset::readDataset(path.toStdString()).value();
    QCOMPARE(data.stressors.size(), std::size_t{20});
    QCOMPARE(data.metrics.size(), std::size_t{28});
    for (const Provenance provenance : data.provenance) {
        QVERIFY(provenance == Provenance::Simulation);
    }
    QVERIFY(machine::fromJson(data.machine)->cpuModel.starts_with("Simulated "));
    QVERIFY(!data.mean.hasNaN());
    const Result table =
        verb({"collect", "--executor", "simulated", "--stressors", "research", "--samples", "60", "-o", path});
    QVERIFY2(table.output.contains("60 simulated samples"), table.output.constData());
    // The seed and the executor are part of what a data set is.
    QCOMPARE(
        verb({"collect", "--executor", "simulated:c220g5", "--stressors", "research", "--samples", "70", "-o", path})
            .exitCode,
        3);
}

void SimulateVerbsTest::sameSeedsGiveTheSameDataset() {
    QCOMPARE(verb(collecting(file("a.h5"), 30)).exitCode, 0);
    QCOMPARE(verb(collecting(file("b.h5"), 30)).exitCode, 0);
    QCOMPARE(verb(collecting(file("c.h5"), 30) + QStringList{"--noise-seed", "2"}).exitCode, 0);
    const auto mean = [&](const char* name) {
        return dataset::readDataset(file(name).toStdString())->mean;
    };
    QVERIFY(sameNumbers(mean("a.h5"), mean("b.h5")));
    QVERIFY(!sameNumbers(mean("a.h5"), mean("c.h5")));
}

void SimulateVerbsTest::simulatedTraceBecomesAPlanThatRunsSimulated() {
    QCOMPARE(verb(collecting(file("data.h5"), 400)).exitCode, 0);
    QCOMPARE(verb({"simulate", "-o", file("apps.h5"), "--seconds", "10", "--load", "high", "--seed", "3"}).exitCode, 0);
    QCOMPARE(
        verb({"generate", file("apps.h5"), "--dataset", file("data.h5"), "--method", "search", "-o", file("plan.h5")})
            .exitCode,
        0);
    const Result run = verb({"run", file("plan.h5"), "--executor", "simulated", "--record", file("out.h5"), "--json"});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()["simulated"].toString(), QString("c220g2"));
    QCOMPARE(run.json()["windows"].toInt(), 10);
    const auto recorded = trace::readTrace(file("out.h5").toStdString()).value().value();
    QCOMPARE(recorded.trace->sampleCount(), std::size_t{10});
    QVERIFY(recorded.trace->columns.front().provenance == Provenance::Simulation);
    const Result table = verb({"run", file("plan.h5"), "--executor", "simulated:c220g2"});
    QVERIFY2(table.output.contains("simulated on c220g2, not executed"), table.output.constData());
    const Result score = verb({"score", file("apps.h5"), file("out.h5")});
    QVERIFY(score.output.contains("SIMULATED"));
}

void SimulateVerbsTest::countMakesAFolderOfTraces() {
    const Result made = verb({"simulate", "--count", "3", "--seconds", "5", "--applications", "2", "--seed", "7", "-o",
                              file("folder"), "--json"});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.json()["simulated"].toString(), QString("c220g2"));
    QCOMPARE(made.json()["traces"].toArray().size(), 3);
    QCOMPARE(QDir(file("folder")).entryList({"*.h5"}).size(), 3);
    QCOMPARE(made.json()["traces"].toArray()[2].toObject()["seed"].toInt(), 9);
    const auto third = trace::readTrace(file("folder/simulated_0002.h5").toStdString()).value().value();
    QCOMPARE(third.trace->attributes.at("seed"), std::string("9"));
    // Same seed, same file.
    QTest::qSleep(1100);
    QCOMPARE(
        verb({"simulate", "--seconds", "5", "--applications", "2", "--seed", "9", "-o", file("third.h5")}).exitCode, 0);
    QFile again(file("third.h5"));
    QFile before(file("folder/simulated_0002.h5"));
    QVERIFY(again.open(QIODevice::ReadOnly) && before.open(QIODevice::ReadOnly));
    QVERIFY(again.readAll() == before.readAll());
    const Result table = verb({"simulate", "--seconds", "5", "-o", file("one.csv")});
    QCOMPARE(table.exitCode, 0);
    QVERIFY(table.output.contains("Simulated on c220g2, not measured"));
}

void SimulateVerbsTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString out = "/nowhere/out.h5";
    QTest::newRow("no output") << QStringList{"simulate"} << 2;
    QTest::newRow("load") << QStringList{"simulate", "-o", out, "--load", "heavy"} << 2;
    QTest::newRow("applications") << QStringList{"simulate", "-o", out, "--applications", "7"} << 2;
    QTest::newRow("machine") << QStringList{"simulate", "-o", out, "--executor", "simulated:laptop"} << 3;
    QTest::newRow("real machine") << QStringList{"simulate", "-o", out, "--executor", "local"} << 3;
    QTest::newRow("ending") << QStringList{"simulate", "-o", "out.png"} << 3;
    QTest::newRow("profile") << QStringList{"simulate", "-o", out, "--executor", "simulated:/nowhere/m.json"} << 3;
    QTest::newRow("signatures are no machine")
        << QStringList{"simulate", "-o", out, "--executor", "simulated:signatures"} << 3;
    QTest::newRow("collect without a file") << QStringList{"collect", "--executor", "simulated"} << 3;
    QTest::newRow("collect elsewhere") << QStringList{"collect", "--executor", "moon", "-o", out} << 3;
    QTest::newRow("samples") << QStringList{"collect", "--executor", "simulated", "-o", out, "--samples", "0"} << 2;
    QTest::newRow("run without a plan") << QStringList{"run", out, "--executor", "simulated"} << 3;
}

void SimulateVerbsTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const Result result = verb(arguments);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    QVERIFY(!result.errors.isEmpty());
}

QTEST_GUILESS_MAIN(SimulateVerbsTest)
#include "tst_simulateverbs.moc"
