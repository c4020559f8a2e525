// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/executor.h"
#include "stressor/stressor.h"
#include "trace/windowed.h"

#include <QtTest>

using namespace mimesys;
using execution::ExecutorOptions;
using execution::RecordedRun;
using plan::ExecutionPlan;

// Plans run on a simulated machine: the same each time, marked as simulated everywhere, and with the past in them.
class SimulatorTest : public QObject {
    Q_OBJECT

private slots:
    void everyStressorHasASignature_data();
    void everyStressorHasASignature();
    void sameSeedGivesTheSameTraceAndAnotherADifferentOne();
    void everythingSaysSimulated();
    void rowOfAHalfIsHalfBusy();
    void fineRecordingAveragesToTheCoarseOne();
    void windowBeforeShows();
    void rowsGoToTheNamedCpus();
    void planIsRepeatedUntilTheDurationIsOver();
    void reportTellsWhatWasPlanned();
    void foldedPlanRuns();
    void whatCannotRunIsRefused_data();
    void whatCannotRunIsRefused();
    void stoppedRunIsCancelled();
    void recordsNothingWithoutAPeriod();
};

namespace {

const simulation::Simulator& simulator() {
    static const simulation::Simulator kSimulator = simulation::openSimulator(PROFILES "/c220g2.json").value();
    return kSimulator;
}

ExecutionPlan planOf(std::size_t windows, const std::vector<std::string>& stressors, std::size_t cpus = 20) {
    return {windows, cpus, stressors, 0.5};
}

// The fraction on the first `cpus` CPUs in one window.
void fill(ExecutionPlan& plan, std::size_t window, std::size_t cpus, std::size_t stressor, float fraction) {
    for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
        plan.row(window, cpu)[stressor] = fraction;
    }
}

Expected<RecordedRun> tryRun(ExecutionPlan plan, double period, std::uint64_t seed = 1,
                             const ExecutorOptions& options = {}, const std::stop_token& stop = {}) {
    return simulation::runPlan(simulator(), std::make_shared<const ExecutionPlan>(std::move(plan)), options, seed,
                               period, stop, {});
}

RecordedRun run(ExecutionPlan plan, double period, std::uint64_t seed = 1, const ExecutorOptions& options = {}) {
    return tryRun(std::move(plan), period, seed, options).value();
}

const std::vector<float>& column(const RecordedRun& run, const std::string& id) {
    return run.trace->find(id)->values;
}

ExecutionPlan busyPlan() {
    ExecutionPlan plan = planOf(4, {"stream-32m", "disk-write-1m-burst", "hash-insert"});
    fill(plan, 0, 5, 0, 0.5F);
    fill(plan, 1, 20, 1, 0.8F);
    fill(plan, 2, 10, 2, 1.0F);
    fill(plan, 3, 20, 0, 1.0F);
    return plan;
}

bool sameValues(const trace::Trace& a, const trace::Trace& b) {
    return a.timesNs == b.timesNs && std::ranges::equal(a.columns, b.columns, [](const auto& x, const auto& y) {
               return x.metric == y.metric && x.values == y.values;
           });
}

}  // namespace

void SimulatorTest::everyStressorHasASignature_data() {
    QTest::addColumn<QString>("name");
    for (const stressor::Card& card : stressor::catalogue()) {
        QTest::newRow(std::string(card.name).c_str()) << QString::fromUtf8(card.name.data(), std::ssize(card.name));
    }
}

void SimulatorTest::everyStressorHasASignature() {
    QFETCH(QString, name);
    ExecutionPlan plan = planOf(2, {name.toStdString()});
    fill(plan, 1, 20, 0, 1.0F);
    const RecordedRun result = run(std::move(plan), 0.5);
    QCOMPARE(result.trace->sampleCount(), std::size_t{2});
    for (const trace::Column& values : result.trace->columns) {
        QVERIFY2(std::ranges::all_of(values.values, [](float v) { return std::isfinite(v) && v >= 0.0F; }),
                 values.metric.id.c_str());
    }
    const stressor::Card* card = stressor::findCard(name.toStdString());
    const float cpu = column(result, "cpu.utilization[5]")[1];
    if (card->accounting == stressor::Accounting::CpuTime) {
        QVERIFY(cpu > 95.0F);
    } else if (card->stressorClass != stressor::Class::Kernel) {
        QVERIFY(cpu < 60.0F);
    }
    if (card->stressorClass == stressor::Class::Disk && card->accounting == stressor::Accounting::ElapsedTime) {
        QVERIFY(column(result, "disk.read")[1] + column(result, "disk.write")[1] > 5.0F);
    }
}

void SimulatorTest::sameSeedGivesTheSameTraceAndAnotherADifferentOne() {
    const RecordedRun first = run(busyPlan(), 0.1, 5);
    QVERIFY(sameValues(*first.trace, *run(busyPlan(), 0.1, 5).trace));
    QVERIFY(!sameValues(*first.trace, *run(busyPlan(), 0.1, 6).trace));
}

void SimulatorTest::everythingSaysSimulated() {
    const RecordedRun result = run(busyPlan(), 0.5);
    QCOMPARE(result.report.simulated, std::string("c220g2"));
    QCOMPARE(result.trace->columns.size(), std::size_t{28});
    for (const trace::Column& values : result.trace->columns) {
        QVERIFY(values.provenance == Provenance::Simulation);
        QVERIFY2(isKnownMetric(values.metric.id), values.metric.id.c_str());
    }
    QVERIFY(result.trace->attributes.at("source").starts_with("simulated"));
    QCOMPARE(result.trace->attributes.at("simulated"), std::string("c220g2"));
    const machine::Machine machine = machine::fromJson(result.trace->attributes.at("machine")).value();
    QVERIFY(machine == simulator().machine);
    QVERIFY(machine.cpuModel.starts_with("Simulated "));
    QCOMPARE(machine.socketCount(), 2);
    QCOMPARE(machine.lastLevelCache()->sharedCpus.size(), std::size_t{10});
    machine::Machine real = machine;
    real.cpuModel = simulator().profile.cpuModel;
    QVERIFY(machine::fingerprint(real) != machine::fingerprint(machine));
}

void SimulatorTest::rowOfAHalfIsHalfBusy() {
    ExecutionPlan plan = planOf(2, {"hash-insert"});
    fill(plan, 1, 7, 0, 0.5F);
    const RecordedRun result = run(std::move(plan), 0.5);
    QVERIFY(std::abs(column(result, "cpu.utilization[6]")[1] - 50.0F) < 3.0F);
    QVERIFY(column(result, "cpu.utilization[7]")[1] < 3.0F);
}

void SimulatorTest::fineRecordingAveragesToTheCoarseOne() {
    const auto windows = [](double period) {
        return *trace::windowTrace(*run(busyPlan(), period).trace, 0.5);
    };
    const trace::WindowedTrace coarse = windows(0.5);
    for (const double period : {0.1, 0.02, 0.03}) {
        const trace::WindowedTrace fine = windows(period);
        QCOMPARE(fine.windowCount(), coarse.windowCount());
        for (Eigen::Index t = 0; t < coarse.windowCount(); ++t) {
            for (Eigen::Index n = 0; n < coarse.values.cols(); ++n) {
                const float range = coarse.values.col(n).maxCoeff();
                const float off = std::abs(fine.values(t, n) - coarse.values(t, n));
                QVERIFY2(off < 0.05F * range + 1.5F,
                         qPrintable(QString("%1 %2 %3 %4")
                                        .arg(coarse.metrics[static_cast<std::size_t>(n)].id.c_str())
                                        .arg(t)
                                        .arg(fine.values(t, n))
                                        .arg(coarse.values(t, n))));
            }
        }
    }
}

void SimulatorTest::windowBeforeShows() {
    const auto lastWindow = [](const char* before) {
        ExecutionPlan plan = planOf(3, {before, "simd-distance-256"});
        fill(plan, 1, 20, 0, 1.0F);
        fill(plan, 2, 4, 1, 0.5F);
        const RecordedRun result = run(std::move(plan), 0.5);
        return std::vector{column(result, "disk.write")[2], column(result, "llc.occupancy")[2],
                           column(result, "memory.read_bandwidth")[2]};
    };
    const auto afterCompute = lastWindow("simd-distance-512");
    const auto afterWrites = lastWindow("disk-write-1m-burst");
    const auto afterStreams = lastWindow("stream-32m");
    QVERIFY(afterWrites[0] > 300.0F && afterCompute[0] < 10.0F);
    QVERIFY(afterWrites[2] > 0.2F && afterCompute[2] < 0.2F);
    QVERIFY(afterStreams[1] > 1.5F * afterCompute[1]);
}

void SimulatorTest::rowsGoToTheNamedCpus() {
    ExecutionPlan plan = planOf(1, {"memcpy-l1"}, 2);
    fill(plan, 0, 2, 0, 1.0F);
    ExecutorOptions options;
    options.cpus = {13, 4};
    const RecordedRun result = run(std::move(plan), 0.5, 1, options);
    QCOMPARE(result.report.onCpus, options.cpus);
    QVERIFY(column(result, "cpu.utilization[13]")[0] > 90.0F);
    QVERIFY(column(result, "cpu.utilization[0]")[0] < 10.0F);
}

void SimulatorTest::planIsRepeatedUntilTheDurationIsOver() {
    ExecutorOptions options;
    options.loop = true;
    options.durationSeconds = 5.25;
    const RecordedRun result = run(busyPlan(), 0.5, 1, options);
    QCOMPARE(result.report.windows, std::size_t{11});
    QCOMPARE(result.report.elapsedSeconds, 5.25);
    QCOMPARE(result.trace->sampleCount(), std::size_t{11});  // the last one is half as long
    QVERIFY(!result.report.cancelled);
    QCOMPARE(result.report.plannedCpu[10 * 20], 0.5F);  // half a window of the third one's full row
}

void SimulatorTest::reportTellsWhatWasPlanned() {
    const RecordedRun result = run(busyPlan(), 0.5);
    QCOMPARE(result.report.plannedCpu[0], 0.5F);
    QCOMPARE(result.report.plannedElapsed[20], 0.8F);
    QVERIFY(result.report.achievedCpu == result.report.plannedCpu);
    QCOMPARE(result.report.meanCpuErrorPoints(), 0.0);
}

void SimulatorTest::foldedPlanRuns() {
    ExecutionPlan plan = planOf(1, {"memcpy-l1"}, 40);
    fill(plan, 0, 40, 0, 0.6F);
    ExecutorOptions options;
    options.fit = true;
    const RecordedRun result = run(std::move(plan), 0.5, 1, options);
    QCOMPARE(result.report.cpus, std::size_t{20});
    QCOMPARE(result.report.changes.size(), std::size_t{1});
}

void SimulatorTest::whatCannotRunIsRefused_data() {
    QTest::addColumn<QString>("stressor");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<int>>("cpus");
    QTest::addColumn<double>("duration");
    QTest::addColumn<bool>("loop");
    QTest::addColumn<double>("period");
    QTest::addColumn<QString>("message");
    const QString known = "memcpy-l1";
    QTest::newRow("stressor") << "spin" << 1 << QList<int>{} << 0.0 << false << 0.5 << "\"spin\"";
    QTest::newRow("rows") << known << 21 << QList<int>{} << 0.0 << false << 0.5 << "for 21 CPUs";
    QTest::newRow("unknown cpu") << known << 1 << QList<int>{20} << 0.0 << false << 0.5 << "--cpus";
    QTest::newRow("cpu twice") << known << 2 << QList<int>{3, 3} << 0.0 << false << 0.5 << "--cpus";
    QTest::newRow("endless") << known << 1 << QList<int>{} << 0.0 << true << 0.5 << "--duration";
    QTest::newRow("very long") << known << 1 << QList<int>{} << 9e8 << true << 0.0 << "at most";
    QTest::newRow("period") << known << 1 << QList<int>{} << 0.0 << false << 1e-9 << "period";
    QTest::newRow("no number") << known << 1 << QList<int>{} << std::nan("") << false << 0.5 << "duration";
}

void SimulatorTest::whatCannotRunIsRefused() {
    QFETCH(QString, stressor);
    QFETCH(int, rows);
    QFETCH(QList<int>, cpus);
    QFETCH(double, duration);
    QFETCH(bool, loop);
    QFETCH(double, period);
    QFETCH(QString, message);
    const auto count = static_cast<std::size_t>(rows);
    ExecutionPlan plan = planOf(1, {stressor.toStdString()}, count);
    fill(plan, 0, count, 0, 1.0F);
    ExecutorOptions options;
    options.cpus.assign(cpus.begin(), cpus.end());
    options.durationSeconds = duration;
    options.loop = loop;
    const auto refused = tryRun(std::move(plan), period, 1, options);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().code == ErrorCode::BadInput);
    QVERIFY2(refused.error().message.find(message.toStdString()) != std::string::npos, refused.error().message.c_str());
}

void SimulatorTest::stoppedRunIsCancelled() {
    std::stop_source source;
    source.request_stop();
    const auto result = tryRun(busyPlan(), 0.5, 1, {}, source.get_token());
    QVERIFY(result.has_value());
    QVERIFY(result->report.cancelled);
    QVERIFY(result->trace == nullptr);
}

void SimulatorTest::recordsNothingWithoutAPeriod() {
    const RecordedRun result = run(busyPlan(), 0.0);
    QVERIFY(result.trace == nullptr);
    QCOMPARE(result.report.windows, std::size_t{4});
}

QTEST_GUILESS_MAIN(SimulatorTest)
#include "tst_simulator.moc"
