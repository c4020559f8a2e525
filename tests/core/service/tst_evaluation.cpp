// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/clock.h"
#include "service/evaluation.h"
#include "service/evaluationfile.h"
#include "service/evaluationtable.h"
#include "trace/windowed.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace mimesys;
using service::Contestant;
using service::Evaluation;
using service::EvaluationOptions;
using service::Executor;
using service::NamedTrace;
using service::Trial;
using service::View;

// Compares methods with generators and a machine whose outcome is known: stressor "busy" of CPU k is its utilisation,
// and disk.write is 10 MB/s times the fraction of "write" on CPU 0.
class EvaluationTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void scoresEveryMethodOnEveryTrace();
    void failingGeneratorIsReportedAndOthersGoOn();
    void failingRunIsReported();
    void simulatedExecutorMarksEverything();
    void continuesWhereItStopped();
    void failedTrialsAreTriedAgain();
    void methodsCanBeAddedToAResult();
    void anotherEvaluationIsNotContinued_data();
    void anotherEvaluationIsNotContinued();
    void hostileResultFilesAreRefused_data();
    void hostileResultFilesAreRefused();
    void repeatedNamesAreRefused();
    void ablationsShowLessButScoreTheWhole();
    void resultComesBackFromItsFile();
    void loadLevels_data();
    void loadLevels();

private:
    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int kWindows = 4;

trace::TracePtr makeTrace(const std::vector<std::pair<std::string, float>>& columns, Provenance provenance,
                          int windows = kWindows) {
    trace::Trace trace;
    for (int window = 1; window <= windows; ++window) {
        trace.timesNs.push_back(window * kNanosecondsPerSecond);
    }
    for (const auto& [id, value] : columns) {
        trace.columns.push_back(
            {metricFor(id), provenance, std::vector<float>(static_cast<std::size_t>(windows), value)});
    }
    return trace::makeTrace(std::move(trace)).value();
}

NamedTrace constant(const char* name, float cpu, float disk) {
    return {name, makeTrace({{"cpu.utilization[0]", cpu}, {"disk.write", disk}}, Provenance::Procfs)};
}

// What the machine will show, whatever was asked for.
Contestant always(const char* name, float cpu, float disk) {
    return {{name,
             [=](const trace::WindowedTrace& trace, std::uint64_t seed, const std::stop_token&,
                 const ProgressCallback&) -> Cancellable<generation::Generated> {
                 plan::ExecutionPlan plan(static_cast<std::size_t>(trace.windowCount()), 1, {"busy", "write"},
                                          trace.windowSeconds);
                 for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                     plan.row(window, 0)[0] = cpu / 100.0F;
                     plan.row(window, 0)[1] = disk / 10.0F;
                 }
                 plan.seed = seed;
                 return generation::Generated{std::move(plan), {{"Fitted."}}};
             }},
            "inputs"};
}

// Follows what it sees and takes 0 for what it does not.
Contestant follower() {
    return {{"follower",
             [](const trace::WindowedTrace& trace, std::uint64_t, const std::stop_token&,
                const ProgressCallback&) -> Cancellable<generation::Generated> {
                 plan::ExecutionPlan plan(static_cast<std::size_t>(trace.windowCount()), 1, {"busy", "write"},
                                          trace.windowSeconds);
                 const auto wanted = [&](std::size_t window, const char* id, float range) {
                     const int column = trace.indexOf(id);
                     const float value =
                         column < 0 ? trace::kMissing : trace.values(static_cast<Eigen::Index>(window), column);
                     return std::isfinite(value) ? value / range : 0.0F;
                 };
                 for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                     plan.row(window, 0)[0] = wanted(window, "cpu.utilization[0]", 200.0F);
                     plan.row(window, 0)[1] = wanted(window, "disk.write", 20.0F);
                 }
                 return generation::Generated{std::move(plan), {}};
             }},
            "inputs"};
}

Contestant failing() {
    return {{"failing",
             [](const trace::WindowedTrace&, std::uint64_t, const std::stop_token&,
                const ProgressCallback&) -> Cancellable<generation::Generated> {
                 return badInput("It has no sample to go by.", "data.h5");
             }},
            "inputs"};
}

// Shows twice what "busy" and "write" of the plan say for a follower's halves; counts its runs.
Executor machineThatShows(float factor, std::shared_ptr<int> runs = std::make_shared<int>(0), bool simulated = false) {
    Executor executor;
    executor.name = simulated ? "simulated:toy" : "toy";
    executor.simulated = simulated;
    executor.machine.cpuModel = "Toy";
    executor.machine.cpus = {{}};
    executor.run = [=](std::shared_ptr<const plan::ExecutionPlan> plan, double, const std::stop_token&,
                       const ProgressCallback&) -> Expected<execution::RecordedRun> {
        ++*runs;
        trace::Trace trace;
        trace.columns = {{metricFor("cpu.utilization[0]"), simulated ? Provenance::Simulation : Provenance::Procfs, {}},
                         {metricFor("disk.write"), simulated ? Provenance::Simulation : Provenance::Procfs, {}}};
        for (std::size_t window = 0; window < plan->windowCount(); ++window) {
            trace.timesNs.push_back(static_cast<std::int64_t>(window + 1) * kNanosecondsPerSecond);
            trace.columns[0].values.push_back(100.0F * factor * plan->at(window, 0, 0));
            trace.columns[1].values.push_back(10.0F * factor * plan->at(window, 0, 1));
        }
        return execution::RecordedRun{{}, trace::makeTrace(std::move(trace)).value()};
    };
    return executor;
}

EvaluationOptions options(const std::filesystem::path& result = {}) {
    EvaluationOptions options;
    options.ranges["disk.write"] = {0.0, 10.0};
    options.result = result;
    return options;
}

Evaluation evaluated(const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants,
                     const Executor& executor, const EvaluationOptions& options) {
    const auto result = service::evaluate(traces, contestants, executor, options, {}, {});
    if (!result || !*result) {
        qWarning("%s", result ? "cancelled" : result.error().text().c_str());
        return {};
    }
    return **result;
}

bool near(double left, double right) {
    return std::abs(left - right) < 1e-6;
}

}  // namespace

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

void EvaluationTest::continuesWhereItStopped() {
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

void EvaluationTest::failedTrialsAreTriedAgain() {
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

void EvaluationTest::methodsCanBeAddedToAResult() {
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

void EvaluationTest::anotherEvaluationIsNotContinued_data() {
    QTest::addColumn<int>("difference");
    QTest::newRow("another seed") << 0;
    QTest::newRow("another window") << 1;
    QTest::newRow("other ranges") << 2;
    QTest::newRow("another machine") << 3;
    QTest::newRow("another data set") << 4;
    QTest::newRow("another trace of that name") << 5;
}

void EvaluationTest::anotherEvaluationIsNotContinued() {
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

void EvaluationTest::hostileResultFilesAreRefused_data() {
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

void EvaluationTest::hostileResultFilesAreRefused() {
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

void EvaluationTest::resultComesBackFromItsFile() {
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
