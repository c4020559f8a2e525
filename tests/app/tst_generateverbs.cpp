// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/builddataset.h"
#include "plan/planfile.h"
#include "trace/csvwriter.h"
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

// `mimesys collect`, `generate` and `score` as their users see them: exit codes, files, and what a kill leaves behind.
class GenerateVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void scoreOfATraceAgainstItselfIsZero();
    void scoreTakesRangesFromADataset();
    void generateWritesAPlanThatNamesItsTrace();
    void generateWithoutADatasetSaysWhichCommandMakesOne();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();
    void killedCollectionKeepsFinishedRoundsAndNothingElse();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int kPatienceMs = 110'000;

Result verb(const QStringList& arguments,
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    return tests::runMimesys(arguments, kPatienceMs, environment);
}

// Ten seconds of one core that alternates and of constant reads.
void writeTrace(const QString& path) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    trace::Trace trace;
    trace.startNs = 1'700'000'000 * kSecond;
    trace.columns.push_back({metricFor("cpu.utilization[0]"), Provenance::Procfs, {}});
    trace.columns.push_back({metricFor("disk.read"), Provenance::Procfs, {}});
    for (int i = 1; i <= 10; ++i) {
        trace.timesNs.push_back(trace.startNs + i * kSecond);
        trace.columns[0].values.push_back(i % 2 == 0 ? 100.0F : 0.0F);
        trace.columns[1].values.push_back(5.0F);
    }
    const auto written =
        trace::writeCsv(*trace::makeTrace(std::move(trace)).value(), std::filesystem::path(path.toStdString()));
    QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
}

void writeDataset(const QString& path) {
    const auto written = dataset::writeDataset(DatasetBuilder(1, {"spin", "read"}, {"cpu.utilization[0]", "disk.read"})
                                                   .add({0, 0}, {0, 0})
                                                   .add({1, 0}, {100, 0})
                                                   .add({0, 1}, {10, 50})
                                                   .dataset(),
                                               path.toStdString());
    QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
}

}  // namespace

void GenerateVerbsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeTrace(file("trace.csv"));
    writeDataset(file("data.h5"));
}

void GenerateVerbsTest::scoreOfATraceAgainstItselfIsZero() {
    const Result json = verb({"score", file("trace.csv"), file("trace.csv"), "--json", "--band", "3"});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.json().value("mean").toDouble(-1.0), 0.0);
    const QJsonObject read = json.json().value("metrics").toObject().value("disk.read").toObject();
    QCOMPARE(read.value("dtw").toDouble(-1.0), 0.0);
    QCOMPARE(read.value("range").toArray().last().toDouble(), 5.0);
    QCOMPARE(read.value("missing").toInt(-1), 0);
    const Result table = verb({"score", file("trace.csv"), file("trace.csv")});
    QCOMPARE(table.exitCode, 0);
    QVERIFY(table.output.contains("MEAN"));
    QVERIFY(!table.output.contains("SIMULATED"));
}

void GenerateVerbsTest::scoreTakesRangesFromADataset() {
    const Result result = verb({"score", file("trace.csv"), file("trace.csv"), "--json", "--ranges", file("data.h5")});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject read = result.json().value("metrics").toObject().value("disk.read").toObject();
    QCOMPARE(read.value("range").toArray().last().toDouble(), 50.0);
}

void GenerateVerbsTest::generateWritesAPlanThatNamesItsTrace() {
    const Result result = verb(
        {"generate", file("trace.csv"), "--dataset", file("data.h5"), "-o", file("plan.h5"), "--seed", "7", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.json().value("windows").toInt(), 10);
    const auto plan = plan::readPlan(file("plan.h5").toStdString());
    QVERIFY(plan.has_value());
    QCOMPARE(plan->generator, std::string("search"));
    QCOMPARE(plan->seed, std::uint64_t{7});
    QCOMPARE(plan->at(0, 0, 0), 0.0F);
    QCOMPARE(plan->at(1, 0, 0), 1.0F);
    const QJsonObject source = QJsonDocument::fromJson(QByteArray::fromStdString(plan->source)).object();
    QCOMPARE(source.value("trace").toObject().value("file").toString(), QString("trace.csv"));
    QCOMPARE(verb({"generate", file("trace.csv"), "--dataset", file("data.h5"), "-o", file("again.h5"), "--seed", "7"})
                 .exitCode,
             0);
    QVERIFY(plan::readPlan(file("again.h5").toStdString()).value() == *plan);
}

void GenerateVerbsTest::generateWithoutADatasetSaysWhichCommandMakesOne() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", file("nothing"));
    const Result result = verb({"generate", file("trace.csv"), "-o", file("plan.h5")}, environment);
    QCOMPARE(result.exitCode, 4);
    QVERIFY(result.errors.contains("mimesys collect"));
    QVERIFY(!QFile::exists(file("plan.h5")));
}

void GenerateVerbsTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QStringList generate{"generate", "trace.csv", "-o", "plan.h5", "--dataset"};
    QTest::newRow("score needs two traces") << QStringList{"score", "trace.csv"} << 2;
    QTest::newRow("score of no trace") << QStringList{"score", "trace.csv", "data.h5"} << 3;
    QTest::newRow("score of a missing file") << QStringList{"score", "trace.csv", "absent.csv"} << 3;
    QTest::newRow("score without a window") << QStringList{"score", "trace.csv", "trace.csv", "--window", "0"} << 2;
    QTest::newRow("ranges of no data set")
        << QStringList{"score", "trace.csv", "trace.csv", "--ranges", "trace.csv"} << 3;
    QTest::newRow("unknown method") << generate + QStringList{"data.h5", "--method", "magic"} << 3;
    QTest::newRow("data set that is none") << generate + QStringList{"trace.csv"} << 3;
    QTest::newRow("method without its sweep") << generate + QStringList{"data.h5", "--method", "single-stressor"} << 3;
    QTest::newRow("collect for too short") << QStringList{"collect", "-o", "new.h5", "--duration", "0.2"} << 3;
    QTest::newRow("collect into another machine's data") << QStringList{"collect", "-o", "data.h5"} << 3;
    QTest::newRow("collect into a missing folder") << QStringList{"collect", "-o", "absent/new.h5"} << 3;
}

void GenerateVerbsTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    const Result result = verb(arguments);
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(!result.errors.isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
}

void GenerateVerbsTest::killedCollectionKeepsFinishedRoundsAndNothingElse() {
    const QString folder = file("collected");
    const QString scratch = file("scratch");
    QVERIFY(QDir().mkdir(folder) && QDir().mkdir(scratch));
    QProcess process;
    process.start(MIMESYS_PROGRAM, {"collect", "-o", folder + "/data.h5", "--window", "0.05", "--duration", "600",
                                    "--scratch-dir", scratch});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + "/data.h5"), kPatienceMs);
    QTest::qWait(300);  // into the next round
    process.kill();
    QVERIFY(process.waitForFinished(kPatienceMs));
    const auto filter = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(folder).entryList(filter), QStringList{"data.h5"});
    QVERIFY(QDir(scratch).isEmpty(filter));
    const auto kept = dataset::readDataset((folder + "/data.h5").toStdString());
    QVERIFY2(kept.has_value(), kept ? "" : kept.error().text().c_str());
    QVERIFY(kept->sampleCount() >= 1);
    QCOMPARE((kept->sampleCount() + kept->droppedCount()) % 15, std::size_t{0});
}

QTEST_GUILESS_MAIN(GenerateVerbsTest)
#include "tst_generateverbs.moc"
