// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "linearmachine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <limits>

using namespace mimesys;
using namespace mimesys::tests;
using refinement::Ending;
using refinement::Refined;
using refinement::RefineOptions;

// The loop on a machine that is a table, with a response that knows it rightly, wrongly or only in part.
class RefineTest : public QObject {
    Q_OBJECT

private slots:
    void rightResponseReachesTheTraceAtOnce();
    void wrongResponseConverges();
    void stressorThatThePlanLacksIsTakenUp();
    void noiseIsNotChased();
    void rowsStayValid();
    void bestIsNeverWorseThanThePlanAsItCame();
    void metricsThatTheTraceLacksDoNotMatter();
    void missingValuesDoNotMatter();
    void stressorsTheResponseDoesNotKnowStay();
    void memoryInUseIsMovedToTheTarget();
    void givenFloorStops();
    void continuedIsAsUninterrupted();
    void finishedRefinementIsContinuedWithMoreRounds();
    void anotherRefinementsFolderIsRefused();
    void cancelledIsEmpty();
    void whatDoesNotBelongTogetherIsRefused_data();
    void whatDoesNotBelongTogetherIsRefused();
    void sourceTellsHowThePlanCameAbout();
};

namespace {

constexpr Eigen::Index kWindows = 40;

RefineOptions scaled() {
    RefineOptions options;
    options.ranges = {{"memory.read_bandwidth", {0.0, 10.0}}, {"disk.write", {0.0, 180.0}}};
    return options;
}

Refined refined(const plan::ExecutionPlan& plan, const trace::TracePtr& target, const LinearMachine& machine,
                const refinement::Response& response, const RefineOptions& options = scaled()) {
    auto result =
        refinement::refine(plan, target, machine.execute(), response, options, machine.stop->get_token(), {}, {});
    if (!result || !*result) {
        qWarning("%s", result ? "cancelled" : result.error().text().c_str());
        return {};
    }
    return std::move(**result);
}

// What the machine does for other compositions than those it starts from.
struct Case {
    Table machine;
    Matrix start = sampleCompositions(kWindows, 3);
    Matrix wanted = sampleCompositions(kWindows, 11);
    [[nodiscard]] trace::TracePtr target() const { return traceOf(outcome(machine, wanted)); }
    [[nodiscard]] plan::ExecutionPlan plan() const { return planOf(start); }
};

// Half of what the machine does, and something besides that it does not do.
Table wrong() {
    Table table;
    table.cpu = {80.0F, 100.0F, 20.0F};
    table.memory = {0.0F, 3.0F, 0.0F};
    table.disk = {0.0F, 0.0F, 90.0F};
    table.diskAfter = {0.0F, 0.0F, 10.0F};
    table.memoryOffset = 2.0F;
    return table;
}

}  // namespace

void RefineTest::rightResponseReachesTheTraceAtOnce() {
    const Case given;
    const Refined result = refined(given.plan(), given.target(), {given.machine}, LinearResponse(given.machine));
    QVERIFY(result.rounds.size() >= 2);
    QVERIFY2(result.rounds[0].mean > 0.03, qPrintable(QString::number(result.rounds[0].mean)));
    QVERIFY2(result.rounds[1].mean < 0.5 * result.rounds[0].mean, qPrintable(QString::number(result.rounds[1].mean)));
    QVERIFY2(result.confirmed.mean < 0.006, qPrintable(QString::number(result.confirmed.mean)));
}

void RefineTest::wrongResponseConverges() {
    const Case given;
    const Refined result = refined(given.plan(), given.target(), {given.machine}, LinearResponse(wrong()));
    QVERIFY2(result.confirmed.mean < 0.012, qPrintable(QString::number(result.confirmed.mean)));
    QVERIFY(result.confirmed.mean < 0.3 * result.rounds[0].mean);
}

void RefineTest::stressorThatThePlanLacksIsTakenUp() {
    const Case given;
    plan::ExecutionPlan plan(static_cast<std::size_t>(kWindows), 2, {"simd-distance-256"});
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        plan.row(window, 0)[0] = 0.3F;
        plan.row(window, 1)[0] = 0.3F;
    }
    const Refined result = refined(plan, given.target(), {given.machine}, LinearResponse(given.machine));
    QCOMPARE(result.plan.stressorCount(), std::size_t{3});
    QVERIFY(result.plan.indexOfStressor("stream-dram") > 0);
    QVERIFY2(result.confirmed.mean < 0.15 * result.rounds[0].mean, qPrintable(QString::number(result.confirmed.mean)));
    // No dust: what is there matters.
    for (const float fraction : result.plan.fractions()) {
        QVERIFY(fraction == 0.0F || fraction >= 0.005F);
    }
}

void RefineTest::noiseIsNotChased() {
    const Case given;
    const LinearMachine machine{given.machine, 0.03F};
    RefineOptions options = scaled();
    options.rounds = 8;
    options.patience = 8;
    const Refined result = refined(given.plan(), given.target(), machine, LinearResponse(wrong()), options);
    QVERIFY(result.floorMeasured);
    QVERIFY2(result.floor > 0.005 && result.floor < 0.05, qPrintable(QString::number(result.floor)));
    // What is left is noise: the plan without it is nearer than what was measured.
    const Matrix clean = outcome(given.machine, compositionsOf(result.plan));
    const auto ranges = scaled().ranges;
    const auto score = evaluation::score(evaluation::Real(given.target()), evaluation::Emulated(traceOf(clean)),
                                         {.windowSeconds = 1.0, .ranges = ranges, .band = 0})
                           .value()
                           .value();
    QVERIFY2(score.mean < 0.02, qPrintable(QString::number(score.mean)));
    QVERIFY2(result.confirmed.mean < 0.8 * result.rounds[0].mean, qPrintable(QString::number(result.confirmed.mean)));
}

void RefineTest::rowsStayValid() {
    Case given;
    given.wanted *= 3.0F;  // more than the machine can
    const Refined result = refined(given.plan(), given.target(), {given.machine}, LinearResponse(given.machine));
    for (const refinement::Round& round : result.rounds) {
        QVERIFY(plan::validate(*round.plan).has_value());
    }
    QVERIFY(plan::validate(result.plan).has_value());
    QVERIFY(result.confirmed.mean < result.rounds[0].mean);
}

void RefineTest::bestIsNeverWorseThanThePlanAsItCame() {
    const Case given;
    Table inverted = given.machine;  // every correction makes things worse
    for (float& effect : inverted.memory) {
        effect = -effect;
    }
    for (float& effect : inverted.cpu) {
        effect = -effect;
    }
    const Refined result = refined(given.plan(), given.target(), {given.machine}, LinearResponse(inverted));
    QVERIFY(result.rounds[result.best].mean <= result.rounds[0].mean);
    QCOMPARE(result.plan.fractions().size(), given.plan().fractions().size());
    for (const refinement::Round& round : result.rounds) {
        QVERIFY(result.rounds[result.best].mean <= round.mean);
    }
}

void RefineTest::metricsThatTheTraceLacksDoNotMatter() {
    const Case given;
    const trace::TracePtr target = traceOf(outcome(given.machine, given.wanted), {0, 1, 2});
    const Refined result = refined(given.plan(), target, {given.machine}, LinearResponse(given.machine));
    QVERIFY(!result.confirmed.families.contains(Family::Disk));
    QVERIFY2(result.confirmed.mean < 0.006, qPrintable(QString::number(result.confirmed.mean)));
}

void RefineTest::missingValuesDoNotMatter() {
    const Case given;
    Matrix values = outcome(given.machine, given.wanted);
    for (Eigen::Index window = 0; window < kWindows; window += 4) {
        values(window, 1) = std::numeric_limits<float>::quiet_NaN();
        values(window, 3) = std::numeric_limits<float>::quiet_NaN();
    }
    const Refined result = refined(given.plan(), traceOf(values), {given.machine}, LinearResponse(wrong()));
    for (const float fraction : result.plan.fractions()) {
        QVERIFY(std::isfinite(fraction));
    }
    QVERIFY2(result.confirmed.mean < 0.4 * result.rounds[0].mean, qPrintable(QString::number(result.confirmed.mean)));
}

void RefineTest::stressorsTheResponseDoesNotKnowStay() {
    const Case given;
    plan::ExecutionPlan plan(static_cast<std::size_t>(kWindows), 2, {"simd-distance-256", "somebody-elses"});
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        plan.row(window, 0)[0] = 0.3F;
        plan.row(window, 1)[1] = 0.7F;
    }
    const Refined result = refined(plan, given.target(), {given.machine}, LinearResponse(given.machine));
    const int column = result.plan.indexOfStressor("somebody-elses");
    QVERIFY(result.best > 0);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        QCOMPARE(result.plan.at(window, 1, static_cast<std::size_t>(column)), 0.7F);
    }
    QVERIFY(plan::validate(result.plan).has_value());
}

void RefineTest::memoryInUseIsMovedToTheTarget() {
    // A machine on which four fifths of what is held stay, and a plan that says nothing about memory.
    constexpr float kWanted = 2e9F;
    const auto withMemory = [](const trace::TracePtr& trace, const std::vector<float>& bytes) {
        trace::Trace more = *trace;
        more.columns.push_back({metricFor("memory.used"), Provenance::Procfs, bytes});
        return trace::makeTrace(std::move(more)).value();
    };
    const Case given;
    const LinearMachine machine{given.machine};
    const execution::Execute execute = [&](std::shared_ptr<const plan::ExecutionPlan> plan, double period,
                                           std::stop_token stop, const ProgressCallback& progress) {
        std::vector<float> used = plan->memoryUsed;
        used.resize(plan->windowCount(), 0.0F);
        std::ranges::for_each(used, [](float& bytes) { bytes = 0.3e9F + 0.8F * bytes; });
        auto run = machine.execute()(plan, period, std::move(stop), progress);
        run->trace = withMemory(run->trace, used);
        return run;
    };
    RefineOptions options = scaled();
    options.ranges["memory.used"] = {0.0, kWanted};
    options.rounds = 6;
    options.patience = 6;
    options.floor = 0.0;
    const auto result =
        refinement::refine(given.plan(), withMemory(given.target(), std::vector<float>(kWindows, kWanted)), execute,
                           LinearResponse(given.machine), options, {}, {}, {});
    QVERIFY2(result && *result, result ? "cancelled" : result.error().text().c_str());
    const std::vector<float>& held = (*result)->plan.memoryUsed;
    QCOMPARE(held.size(), std::size_t{kWindows});
    for (const float bytes : held) {
        QVERIFY2(std::abs(0.3e9F + 0.8F * bytes - kWanted) < 0.02e9F, qPrintable(QString::number(bytes)));
    }
}

void RefineTest::givenFloorStops() {
    const Case given;
    RefineOptions options = scaled();
    options.floor = 0.9;
    const LinearMachine machine{given.machine};
    const Refined result = refined(given.plan(), given.target(), machine, LinearResponse(given.machine), options);
    QCOMPARE(result.ending, Ending::FloorReached);
    QCOMPARE(result.rounds.size(), std::size_t{1});
    QCOMPARE(*machine.runs, 2);  // once, and once more to confirm
    QCOMPARE(result.floor, 0.9);
    QVERIFY(!result.floorMeasured);
}

void RefineTest::continuedIsAsUninterrupted() {
    const Case given;
    const QTemporaryDir folder;
    RefineOptions options = scaled();
    options.journal = (folder.path() + "/whole").toStdString();
    const Refined whole =
        refined(given.plan(), given.target(), {given.machine, 0.01F}, LinearResponse(wrong()), options);
    options.journal = (folder.path() + "/parts").toStdString();
    // Killed in its fourth execution, then in the sixth.
    for (const int last : {4, 3}) {
        LinearMachine machine{given.machine, 0.01F};
        machine.cancelAt = last;
        const auto part = refinement::refine(given.plan(), given.target(), machine.execute(), LinearResponse(wrong()),
                                             options, machine.stop->get_token(), {}, {});
        QVERIFY(part.has_value());
        QVERIFY(!part->has_value());
    }
    const LinearMachine machine{given.machine, 0.01F};
    const Refined parts = refined(given.plan(), given.target(), machine, LinearResponse(wrong()), options);
    QCOMPARE(parts.rounds.size(), whole.rounds.size());
    QCOMPARE(*machine.runs, static_cast<int>(whole.rounds.size()) + 2 - 5);
    for (std::size_t i = 0; i < whole.rounds.size(); ++i) {
        QCOMPARE(parts.rounds[i].mean, whole.rounds[i].mean);
        QVERIFY(std::ranges::equal(parts.rounds[i].plan->fractions(), whole.rounds[i].plan->fractions()));
    }
    QCOMPARE(parts.confirmed.mean, whole.confirmed.mean);
    QVERIFY(parts.plan == whole.plan);
}

void RefineTest::finishedRefinementIsContinuedWithMoreRounds() {
    const Case given;
    const QTemporaryDir folder;
    RefineOptions options = scaled();
    options.journal = (folder.path() + "/rounds").toStdString();
    options.rounds = 2;
    (void)refined(given.plan(), given.target(), {given.machine}, LinearResponse(wrong()), options);
    options.rounds = 4;
    const LinearMachine machine{given.machine};
    const Refined result = refined(given.plan(), given.target(), machine, LinearResponse(wrong()), options);
    QCOMPARE(result.rounds.size(), std::size_t{5});
    QCOMPARE(*machine.runs, 3);  // two rounds and another confirmation
}

void RefineTest::anotherRefinementsFolderIsRefused() {
    const Case given;
    const QTemporaryDir folder;
    RefineOptions options = scaled();
    options.journal = (folder.path() + "/rounds").toStdString();
    options.rounds = 1;
    (void)refined(given.plan(), given.target(), {given.machine}, LinearResponse(wrong()), options);
    options.inputs = "another machine";
    const auto other = refinement::refine(given.plan(), given.target(), LinearMachine{given.machine}.execute(),
                                          LinearResponse(wrong()), options, {}, {}, {});
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::BadInput);
    QFile text(folder.path() + "/rounds/refinement.json");
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(
        "{\"format\": \"mimesys-refinement\", \"version\": 1, \"inputs\": \"\", \"executions\": [{\"name\": "
        "\"../../etc/passwd\"}]}");
    text.close();
    options.inputs.clear();
    const auto damaged = refinement::refine(given.plan(), given.target(), LinearMachine{given.machine}.execute(),
                                            LinearResponse(wrong()), options, {}, {}, {});
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::BadInput);
}

void RefineTest::cancelledIsEmpty() {
    const Case given;
    LinearMachine machine{given.machine};
    machine.cancelAt = 3;
    std::size_t told = 0;
    const auto result = refinement::refine(
        given.plan(), given.target(), machine.execute(), LinearResponse(wrong()), scaled(), machine.stop->get_token(),
        [&](const refinement::Round& round, double) { told = round.number + 1; }, {});
    QVERIFY(result.has_value());
    QVERIFY(!result->has_value());
    QCOMPARE(told, std::size_t{1});
    QCOMPARE(*machine.runs, 3);
}

void RefineTest::whatDoesNotBelongTogetherIsRefused_data() {
    QTest::addColumn<int>("windows");
    QTest::addColumn<int>("cpus");
    QTest::addColumn<bool>("common");
    QTest::newRow("plan shorter than the trace") << 30 << 2 << true;
    QTest::newRow("plan for other CPUs") << 40 << 3 << true;
    QTest::newRow("nothing in common") << 40 << 2 << false;
}

void RefineTest::whatDoesNotBelongTogetherIsRefused() {
    QFETCH(int, windows);
    QFETCH(int, cpus);
    QFETCH(bool, common);
    const Case given;
    trace::Trace target = *given.target();
    if (!common) {
        target.columns.erase(target.columns.begin(), target.columns.end());
        target.columns.push_back({metricFor("network.receive"), Provenance::Procfs,
                                  std::vector<float>(static_cast<std::size_t>(kWindows), 1.0F)});
    }
    const plan::ExecutionPlan plan(static_cast<std::size_t>(windows), static_cast<std::size_t>(cpus),
                                   {"simd-distance-256"});
    const LinearMachine machine{given.machine};
    const auto result = refinement::refine(plan, trace::makeTrace(target).value(), machine.execute(),
                                           LinearResponse(given.machine), scaled(), {}, {}, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(result.error().message.ends_with("."));
    QCOMPARE(*machine.runs, 0);
}

void RefineTest::sourceTellsHowThePlanCameAbout() {
    const Case given;
    plan::ExecutionPlan plan = given.plan();
    plan.source = R"({"method": "search"})";
    const Refined result = refined(plan, given.target(), {given.machine}, LinearResponse(given.machine));
    const auto source = QJsonDocument::fromJson(QByteArray::fromStdString(result.plan.source)).object();
    QCOMPARE(source["method"].toString(), QString("search"));
    const QJsonObject told = source["refined"].toObject();
    QCOMPARE(told["round"].toInt(), static_cast<int>(result.best));
    QCOMPARE(told["dtw"].toArray().size(), static_cast<qsizetype>(result.rounds.size()));
    QCOMPARE(told["confirmed"].toDouble(), result.confirmed.mean);
    QCOMPARE(told["simulated"].toBool(), false);
}

QTEST_APPLESS_MAIN(RefineTest)
#include "tst_refine.moc"
