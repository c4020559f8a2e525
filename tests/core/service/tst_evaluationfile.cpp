// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "core/service/evaluationfakes.h"
#include "service/evaluationfile.h"
#include "service/evaluationtable.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using service::Contestant;
using service::Evaluation;
using service::EvaluationOptions;
using service::Executor;
using service::NamedTrace;
using service::Trial;
using service::View;

// The result file of an evaluation: written after every trial, continued, and refused when it is another one.
class EvaluationFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void continuesWhereItStopped();
    void failedTrialsAreTriedAgain();
    void methodsCanBeAddedToAResult();
    void anotherEvaluationIsNotContinued_data();
    void anotherEvaluationIsNotContinued();
    void hostileResultFilesAreRefused_data();
    void hostileResultFilesAreRefused();
    void resultComesBackFromItsFile();

private:
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void EvaluationFileTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void EvaluationFileTest::continuesWhereItStopped() {
    const std::vector<NamedTrace> traces{constant("a", 20.0F, 2.0F), constant("b", 50.0F, 3.0F),
                                         constant("c", 80.0F, 4.0F)};
    const std::vector<Contestant> contestants{always("exact", 20.0F, 2.0F), follower()};
    EvaluationOptions settings = options();
    settings.views.push_back({.dropped = 0.4, .without = {}});
    const Evaluation undisturbed = evaluated(traces, contestants, machineThatShows(1.0F), settings);
    settings.result = file("r.json");
    std::stop_source stop;
    const auto runs = std::make_shared<int>(0);
    Executor executor = machineThatShows(1.0F, runs);
    executor.run = [&, run = executor.run](auto plan, double period, const std::stop_token& token, const auto& report) {
        if (*runs == 4) {
            stop.request_stop();
        }
        return run(plan, period, token, report);
    };
    const auto stopped = service::evaluate(traces, contestants, executor, settings, stop.get_token(), {});
    QVERIFY(stopped.has_value() && !stopped->has_value());
    QCOMPARE(*runs, 5);
    QCOMPARE(service::readEvaluation(file("r.json")).value().trials.size(), std::size_t{4});
    const Evaluation continued = evaluated(traces, contestants, machineThatShows(1.0F, runs), settings);
    QCOMPARE(*runs, 5 + 8);
    QCOMPARE(continued.trials.size(), undisturbed.trials.size());
    const nlohmann::ordered_json left = service::toJson(continued);
    const nlohmann::ordered_json right = service::toJson(undisturbed);
    QVERIFY(left["table"] == right["table"]);
    const Evaluation again = evaluated(traces, contestants, machineThatShows(1.0F, runs), settings);
    QCOMPARE(*runs, 5 + 8);
    QVERIFY(again == continued);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{"r.json"});
}

void EvaluationFileTest::failedTrialsAreTriedAgain() {
    const std::vector<NamedTrace> traces{constant("a", 20.0F, 2.0F)};
    Executor broken = machineThatShows(1.0F);
    broken.run = [](auto&&...) -> Expected<execution::RecordedRun> {
        return unavailable("There is no disk.");
    };
    QVERIFY(!evaluated(traces, {follower()}, broken, options(file("r.json"))).trials.at(0).failure.empty());
    const Evaluation mended = evaluated(traces, {follower()}, machineThatShows(2.0F), options(file("r.json")));
    QCOMPARE(mended.trials.size(), std::size_t{1});
    QCOMPARE(mended.trials[0].failure, std::string());
    QVERIFY(near(mended.trials[0].mean, 0.0));
}

void EvaluationFileTest::methodsCanBeAddedToAResult() {
    const std::vector<NamedTrace> traces{constant("a", 20.0F, 2.0F)};
    const auto runs = std::make_shared<int>(0);
    evaluated(traces, {follower()}, machineThatShows(1.0F, runs), options(file("r.json")));
    const Evaluation more =
        evaluated(traces, {always("idle", 0.0F, 0.0F)}, machineThatShows(1.0F, runs), options(file("r.json")));
    QCOMPARE(*runs, 2);
    QCOMPARE(more.trials.size(), std::size_t{2});
    QCOMPARE(more.trials[0].method, std::string("idle"));
    QCOMPARE(more.trials[1].method, std::string("follower"));
}

void EvaluationFileTest::anotherEvaluationIsNotContinued_data() {
    QTest::addColumn<int>("difference");
    QTest::newRow("another seed") << 0;
    QTest::newRow("another window") << 1;
    QTest::newRow("other ranges") << 2;
    QTest::newRow("another machine") << 3;
    QTest::newRow("another data set") << 4;
    QTest::newRow("another trace of that name") << 5;
}

void EvaluationFileTest::anotherEvaluationIsNotContinued() {
    QFETCH(int, difference);
    std::vector<NamedTrace> traces{constant("a", 20.0F, 2.0F)};
    std::vector<Contestant> contestants{follower()};
    Executor executor = machineThatShows(1.0F);
    EvaluationOptions settings = options(file("r.json"));
    evaluated(traces, contestants, executor, settings);
    const std::string before = readFile(file("r.json"), 1 << 20).value();
    switch (difference) {
        case 0:
            settings.seed = 2;
            break;
        case 1:
            settings.windowSeconds = 2.0;
            break;
        case 2:
            settings.ranges["disk.write"].high = 20.0;
            break;
        case 3:
            executor.machine.cpuModel = "Another";
            break;
        case 4:
            contestants[0].inputs = "others";
            break;
        default:
            traces = {constant("a", 21.0F, 2.0F)};
    }
    const auto result = service::evaluate(traces, contestants, executor, settings, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QCOMPARE(readFile(file("r.json"), 1 << 20).value(), before);
}

void EvaluationFileTest::hostileResultFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QByteArray>("by");
    QTest::newRow("cut off") << QByteArray("\"trials\"") << QByteArray();
    QTest::newRow("another format") << QByteArray("mimesys-evaluation") << QByteArray("mimesys-calibration");
    QTest::newRow("another version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2");
    QTest::newRow("number as text") << QByteArray("\"windows\": 4,\n   \"gen")
                                    << QByteArray("\"windows\": \"4\",\n\"gen");
    QTest::newRow("negative seed") << QByteArray("\"seed\": 1") << QByteArray("\"seed\": -1");
    QTest::newRow("huge number") << QByteArray("\"mean\": 0.0") << QByteArray("\"mean\": 1e999");
    QTest::newRow("unknown family") << QByteArray("\"disk\": 0.") << QByteArray("\"tape\": 0.");
    QTest::newRow("unknown load") << QByteArray("\"load\": \"low\",\n   \"sim")
                                  << QByteArray("\"load\": \"x\",\n\"sim");
    QTest::newRow("view is no view") << QByteArray("\"dropped\": 0.0") << QByteArray("\"dropped\": []");
    QTest::newRow("trials are none") << QByteArray("\"trials\": [") << QByteArray("\"trials\": 3, \"more\": [");
    QTest::newRow("machine is none") << QByteArray("\"machine\": {") << QByteArray("\"machine\": 1, \"more\": {");
}

void EvaluationFileTest::hostileResultFilesAreRefused() {
    QFETCH(QByteArray, replaced);
    QFETCH(QByteArray, by);
    const std::vector<NamedTrace> traces{constant("a", 20.0F, 2.0F)};
    evaluated(traces, {follower()}, machineThatShows(1.0F), options(file("r.json")));
    QFile stored(m_folder->filePath("r.json"));
    QVERIFY(stored.open(QIODevice::ReadWrite));
    QByteArray text = stored.readAll();
    const qsizetype at = text.lastIndexOf(replaced);
    QVERIFY2(at >= 0, text.constData());
    text = by.isEmpty() ? text.left(at) : text.left(at) + by + text.mid(at + replaced.size());
    QVERIFY(stored.resize(0) && stored.seek(0) && stored.write(text) == text.size());
    stored.close();
    const auto result =
        service::evaluate(traces, {follower()}, machineThatShows(1.0F), options(file("r.json")), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QCOMPARE(result.error().place, file("r.json").string());
    QCOMPARE(readFile(file("r.json"), 1 << 20).value(), text.toStdString());
}

void EvaluationFileTest::resultComesBackFromItsFile() {
    EvaluationOptions settings = options(file("r.json"));
    settings.views.push_back({.dropped = 0.4, .without = {}});
    settings.views.push_back({.dropped = 0.0, .without = Family::Disk});
    const Evaluation result =
        evaluated({constant("a <\"&>", 20.0F, 2.0F)}, {follower(), failing()}, machineThatShows(1.0F), settings);
    QCOMPARE(result.trials.size(), std::size_t{6});
    const auto read = service::readEvaluation(file("r.json"));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QVERIFY(*read == result);
}

QTEST_GUILESS_MAIN(EvaluationFileTest)
#include "tst_evaluationfile.moc"
