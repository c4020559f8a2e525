// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/service/evaluationfakes.h"
#include "service/evaluationfile.h"
#include "service/evaluationtable.h"
#include "trace/contenthash.h"

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

// Compares methods on traces with generators and machines whose outcome is known.
class EvaluationTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void scoresEveryMethodOnEveryTrace();
    void failingGeneratorIsReportedAndOthersGoOn();
    void failingRunIsReported();
    void simulatedExecutorMarksEverything();
    void repeatedNamesAreRefused();
    void aTraceThatAModelHasSeenIsRefused();
    void ablationsShowLessButScoreTheWhole();
    void loadLevels_data();
    void loadLevels();

private:
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void EvaluationTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void EvaluationTest::scoresEveryMethodOnEveryTrace() {
    const Evaluation result =
        evaluated({constant("quiet", 20.0F, 2.0F), constant("busy", 80.0F, 4.0F)},
                  {always("exact", 20.0F, 2.0F), always("idle", 0.0F, 0.0F)}, machineThatShows(1.0F), options());
    QCOMPARE(result.trials.size(), std::size_t{4});
    QCOMPARE(result.expected, std::size_t{4});
    const Trial& first = result.trials[0];
    QCOMPARE(first.method, std::string("exact"));
    QCOMPARE(first.trace, std::string("quiet"));
    QCOMPARE(first.windows, std::size_t{kWindows});
    QCOMPARE(first.fit, std::vector<std::string>{"Fitted."});
    QCOMPARE(first.load, std::string("low"));
    QVERIFY(near(first.mean, 0.0));
    const Trial& last = result.trials[3];
    QCOMPARE(last.method, std::string("idle"));
    QCOMPARE(last.load, std::string("high"));
    QVERIFY(near(last.families.at(Family::Cpu), 0.8));
    QVERIFY(near(last.families.at(Family::Disk), 0.4));
    QVERIFY(near(last.metrics.at("disk.write"), 0.4));
    QVERIFY(near(last.mean, 0.6));
    QVERIFY(!result.simulated && !last.simulated);
}

void EvaluationTest::failingGeneratorIsReportedAndOthersGoOn() {
    const Evaluation result = evaluated({constant("quiet", 20.0F, 2.0F)}, {failing(), always("idle", 0.0F, 0.0F)},
                                        machineThatShows(1.0F), options(file("r.json")));
    QCOMPARE(result.trials.size(), std::size_t{2});
    QCOMPARE(result.trials[0].failure, std::string("data.h5: It has no sample to go by."));
    QVERIFY(result.trials[0].families.empty());
    QVERIFY(near(result.trials[1].mean, 0.2));
    QVERIFY(service::readEvaluation(file("r.json")) == result);
    const service::EvaluationTable table = service::summarise(result);
    QCOMPARE(table.rows[0].method, std::string("failing"));
    QCOMPARE(table.rows[0].failed, std::size_t{1});
    QCOMPARE(table.rows[0].traces, std::size_t{0});
}

void EvaluationTest::failingRunIsReported() {
    Executor executor = machineThatShows(1.0F);
    executor.run = [](auto&&...) -> Expected<execution::RecordedRun> {
        return unavailable("There is no disk.");
    };
    const Evaluation broken = evaluated({constant("quiet", 20.0F, 2.0F)}, {follower()}, executor, options());
    QCOMPARE(broken.trials.at(0).failure, std::string("There is no disk."));
    executor.run = [](auto&&...) -> Expected<execution::RecordedRun> {
        return execution::RecordedRun{};
    };
    const Evaluation silent = evaluated({constant("quiet", 20.0F, 2.0F)}, {follower()}, executor, options());
    QCOMPARE(silent.trials.at(0).failure, std::string("Nothing was recorded during the run."));
}

void EvaluationTest::simulatedExecutorMarksEverything() {
    const Evaluation result = evaluated({constant("quiet", 20.0F, 2.0F)}, {follower()},
                                        machineThatShows(1.0F, std::make_shared<int>(0), true), options());
    QVERIFY(result.simulated && result.trials.at(0).simulated);
    // So does a trace that was simulated, on a real machine.
    const NamedTrace made{"made", makeTrace({{"cpu.utilization[0]", 20.0F}}, Provenance::Simulation)};
    const Evaluation other = evaluated({made}, {follower()}, machineThatShows(1.0F), options());
    QVERIFY(other.simulated && other.trials.at(0).simulated);
}

void EvaluationTest::repeatedNamesAreRefused() {
    const NamedTrace trace = constant("a", 20.0F, 2.0F);
    const Executor executor = machineThatShows(1.0F);
    QCOMPARE(service::evaluate({trace, trace}, {follower()}, executor, options(), {}, {}).error().code,
             ErrorCode::BadInput);
    QCOMPARE(service::evaluate({trace}, {follower(), follower()}, executor, options(), {}, {}).error().code,
             ErrorCode::BadInput);
    QCOMPARE(service::evaluate({}, {follower()}, executor, options(), {}, {}).error().code, ErrorCode::BadInput);
    QCOMPARE(service::evaluate({trace}, {}, executor, options(), {}, {}).error().code, ErrorCode::BadInput);
}

void EvaluationTest::aTraceThatAModelHasSeenIsRefused() {
    const NamedTrace quiet = constant("quiet", 20.0F, 2.0F);
    const NamedTrace busy = constant("busy", 80.0F, 4.0F);
    Contestant aligned = always("aligned", 20.0F, 2.0F);
    aligned.seen = {trace::contentHash(*busy.trace).text()};
    const Executor machine = machineThatShows(1.0F);
    const auto refused = service::evaluate({quiet, busy}, {aligned}, machine, options(), {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QCOMPARE(refused.error().place, std::string("busy"));
    QVERIFY(service::evaluate({quiet}, {aligned}, machine, options(), {}, {}));
}

void EvaluationTest::ablationsShowLessButScoreTheWhole() {
    EvaluationOptions settings = options();
    std::ranges::copy(service::familyViews(), std::back_inserter(settings.views));
    settings.views.push_back({.dropped = 1.0, .without = {}});
    // A factor of 2 makes the follower exact where it sees anything.
    const Evaluation result = evaluated({constant("a", 20.0F, 4.0F)}, {follower()}, machineThatShows(2.0F), settings);
    // The trace has no memory, cache, network and other metrics to leave out.
    QCOMPARE(result.trials.size(), std::size_t{4});
    QVERIFY(near(result.trials[0].mean, 0.0));
    QCOMPARE(result.trials[1].view, (View{.dropped = 0.0, .without = Family::Cpu}));
    QVERIFY(near(result.trials[1].families.at(Family::Cpu), 0.2));
    QVERIFY(near(result.trials[1].families.at(Family::Disk), 0.0));
    QVERIFY(near(result.trials[2].families.at(Family::Cpu), 0.0));
    QVERIFY(near(result.trials[2].families.at(Family::Disk), 0.4));
    QVERIFY(near(result.trials[3].mean, 0.3));
    QCOMPARE(result.trials[3].windows, std::size_t{kWindows});
}

void EvaluationTest::loadLevels_data() {
    QTest::addColumn<float>("utilisation");
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QString>("level");
    QTest::newRow("at most 30 %") << 30.0F << ""
                                  << "low";
    QTest::newRow("just above") << 30.5F << ""
                                << "mid";
    QTest::newRow("at most 60 %") << 60.0F << ""
                                  << "mid";
    QTest::newRow("above 60 %") << 60.5F << ""
                                << "high";
    QTest::newRow("cores allocated count first") << 10.0F << "high"
                                                 << "high";
    QTest::newRow("attribute of another meaning") << 10.0F << "3.5"
                                                  << "low";
    QTest::newRow("no CPU") << -1.0F << ""
                            << "unknown";
    QTest::newRow("no CPU, attribute") << -1.0F << "mid"
                                       << "mid";
}

void EvaluationTest::loadLevels() {
    QFETCH(float, utilisation);
    QFETCH(QString, attribute);
    QFETCH(QString, level);
    trace::Trace trace = *makeTrace(
        {{"cpu.utilization[0]", utilisation - 5.0F}, {"cpu.utilization[1]", utilisation + 5.0F}, {"disk.write", 90.0F}},
        Provenance::Procfs);
    if (utilisation < 0.0F) {
        trace.columns.erase(trace.columns.begin(), trace.columns.begin() + 2);
    }
    if (!attribute.isEmpty()) {
        trace.attributes["load"] = attribute.toStdString();
    }
    QCOMPARE(QString::fromStdString(service::loadLevel(trace)), level);
}

QTEST_GUILESS_MAIN(EvaluationTest)
#include "tst_evaluation.moc"
