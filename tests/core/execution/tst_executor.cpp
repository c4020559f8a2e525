// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "execution/executor.h"
#include "execution/recordedrun.h"
#include "execution/schedule.h"
#include "fakes.h"

#include <QtTest>
#include <memory>

using namespace mimesys;
using namespace mimesys::execution;
using fakes::log;

// Nothing here depends on how fast or how undisturbed the machine is: a thread that gets no CPU for a while misses
// rounds or windows, and every check holds then as well.
class ExecutorTest : public QObject {
    Q_OBJECT

private slots:
    void init() { log() = std::make_unique<fakes::Log>(); }
    void orderIsThatOfTheSeed();
    void onlyWhatARowUsesIsPreparedAndOnItsCpu();
    void sharesAreKeptAndDebtEndsWithTheWindow();
    void waitingIsCountedAsElapsedTime();
    void loopRunsUntilTheDurationAndCutsTheLastWindow();
    void durationCutsThePlan();
    void stopEndsTheRunAndIsReported();
    void missedWindowsAreSkipped();
    void failureToPrepareIsHandedOn();
    void executorThatIsNotRunEnds();
    void stopDuringPreparationEndsTheRunAtOnce();
    void progressEndsAtOne();
};

namespace {

std::shared_ptr<plan::ExecutionPlan> planOf(std::size_t windows, std::size_t cpus, std::vector<std::string> stressors,
                                            double seconds, float fraction) {
    auto plan = std::make_shared<plan::ExecutionPlan>(windows, cpus, std::move(stressors), seconds);
    plan->seed = 42;
    for (float& entry : plan->fractions()) {
        entry = fraction;
    }
    return plan;
}

RunReport runPlan(std::shared_ptr<const plan::ExecutionPlan> plan, ExecutorOptions options = {},
                  std::int64_t start = nextStartNs()) {
    auto executor = LocalExecutor::prepare(std::move(plan), std::move(options), fakes::environment());
    return executor ? (*executor)->run(start, log()->stop.get_token(), {}) : RunReport{};
}

// Whether `part` can be made from `whole` by leaving things out.
bool isSubsequence(const std::vector<char>& part, const std::vector<char>& whole) {
    std::size_t next = 0;
    for (const char item : whole) {
        if (next < part.size() && part[next] == item) {
            ++next;
        }
    }
    return next == part.size();
}

}  // namespace

void ExecutorTest::orderIsThatOfTheSeed() {
    constexpr std::size_t kWindows = 3;
    constexpr double kSeconds = 0.3;
    const auto plan = planOf(kWindows, 1, {"a", "b", "c"}, kSeconds, 0.2F);
    std::vector<char> expected;
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (int round = 0; round < roundCount(kSeconds); ++round) {
            std::vector<std::uint32_t> order{0, 1, 2};
            shuffleForRound(order, plan->seed, window, static_cast<std::uint64_t>(round), 0);
            for (const std::uint32_t column : order) {
                expected.push_back(static_cast<char>('a' + column));
            }
        }
    }
    QCOMPARE(expected.size(), std::size_t{27});
    const RunReport report = runPlan(plan);
    QCOMPARE(report.windows, kWindows);
    const std::vector<char> calls = log()->callsOn(fakes::environment().machine.usableCpus.front());
    QVERIFY(!calls.empty());
    QVERIFY(isSubsequence(calls, expected));
}

void ExecutorTest::onlyWhatARowUsesIsPreparedAndOnItsCpu() {
    const int cpu = fakes::environment().machine.usableCpus.back();
    auto plan = planOf(2, 1, {"a", "b", "c"}, 0.01, 0.0F);
    plan->row(1, 0)[2] = 0.5F;
    ExecutorOptions options;
    options.cpus = {cpu};
    QCOMPARE(runPlan(plan, options).windows, std::size_t{2});
    QCOMPARE(log()->prepared, (std::vector<fakes::Call>{{cpu, 'c'}}));
    QVERIFY(log()->preparedOnItsCpu);
}

void ExecutorTest::sharesAreKeptAndDebtEndsWithTheWindow() {
    // Window 0 leaves no slack, so that on a busy machine something is owed at its end; window 1 asks for little and
    // window 2 for nothing.
    auto plan = planOf(3, 1, {"waits", "burns"}, 0.3, 0.0F);
    plan->row(0, 0)[0] = 0.5F;
    plan->row(0, 0)[1] = 0.5F;
    plan->row(1, 0)[1] = 0.1F;
    const RunReport report = runPlan(plan);
    QCOMPARE(report.windows, std::size_t{3});
    QCOMPARE(report.plannedCpu, (std::vector<float>{0.5F, 0.1F, 0.0F}));
    QCOMPARE(report.plannedElapsed, (std::vector<float>{0.5F, 0.0F, 0.0F}));
    // CPU time beyond the share is only what passes between two questions.
    constexpr float kBetweenQuestions = 0.1F;
    for (std::size_t window = 0; window < 3; ++window) {
        QVERIFY(report.achievedCpu[window] <= report.plannedCpu[window] + kBetweenQuestions);
        QVERIFY(report.achievedCpu[window] >= 0.0F);
    }
    QCOMPARE(report.achievedCpu[2], 0.0F);
    QVERIFY(report.elapsedSeconds >= 0.9);
}

void ExecutorTest::waitingIsCountedAsElapsedTime() {
    const RunReport report = runPlan(planOf(1, 1, {"waits"}, 1.0, 0.2F));
    QCOMPARE(report.windows, std::size_t{1});
    QCOMPARE(report.plannedCpu[0], 0.0F);
    QCOMPARE(report.achievedCpu[0], 0.0F);
    QCOMPARE(report.plannedElapsed[0], 0.2F);
    QVERIFY(report.achievedElapsed[0] >= 0.199F);
    QVERIFY(report.elapsedCpu[0] <= report.achievedElapsed[0]);
}

void ExecutorTest::loopRunsUntilTheDurationAndCutsTheLastWindow() {
    ExecutorOptions options;
    options.loop = true;
    options.durationSeconds = 0.45;
    const RunReport report = runPlan(planOf(2, 1, {"a"}, 0.1, 0.5F), options);
    QCOMPARE(report.windows, std::size_t{5});
    QCOMPARE(report.reportedWindows(), std::size_t{5});
    QCOMPARE(report.plannedCpu[3], 0.5F);
    QVERIFY(std::abs(report.plannedCpu[4] - 0.25F) < 1e-5F);
    QVERIFY(!report.cancelled);
    QVERIFY(report.elapsedSeconds >= 0.45);
}

void ExecutorTest::durationCutsThePlan() {
    ExecutorOptions options;
    options.durationSeconds = 0.2;
    const RunReport report = runPlan(planOf(50, 1, {"a"}, 0.1, 0.5F), options);
    QCOMPARE(report.windows, std::size_t{2});
    QVERIFY(!report.cancelled);
}

void ExecutorTest::stopEndsTheRunAndIsReported() {
    log()->stopAtCall = 3;
    ExecutorOptions options;
    options.loop = true;  // would never end by itself
    const RunReport report = runPlan(planOf(2, 1, {"burns"}, 0.1, 0.5F), options);
    QVERIFY(report.cancelled);
    // The third call falls into the third window or, when windows were missed, a later one; it is not finished.
    QCOMPARE(log()->callsOn(fakes::environment().machine.usableCpus.front()).size(), std::size_t{3});
    QVERIFY(report.windows >= 2);
    QCOMPARE(report.plannedCpu.size(), report.windows);
}

void ExecutorTest::missedWindowsAreSkipped() {
    // As after SIGSTOP and SIGCONT: all windows but those of the future are over when the threads get to run.
    const RunReport report =
        runPlan(planOf(5, 1, {"burns"}, 0.2, 0.5F), {}, monotonicNs() - 10 * kNanosecondsPerSecond);
    QCOMPARE(report.windows, std::size_t{5});
    QVERIFY(log()->calls.empty());
    QCOMPARE(report.achievedCpu, std::vector<float>(5, 0.0F));
    QCOMPARE(report.meanCpuErrorPoints(), 50.0);
    for (const float late : report.boundaryErrorMs) {
        QVERIFY(late >= 9000.0F);
    }
    QVERIFY(!report.cancelled);
}

void ExecutorTest::failureToPrepareIsHandedOn() {
    const auto executor = LocalExecutor::prepare(planOf(1, 1, {"breaks"}, 0.1, 0.5F), {}, fakes::environment());
    QVERIFY(!executor.has_value());
    QCOMPARE(executor.error(), (Error{ErrorCode::Failed, "The stressor broke.", ""}));
}

void ExecutorTest::executorThatIsNotRunEnds() {
    const auto cpus = fakes::environment().machine.usableCpus.size();
    {
        const auto executor = LocalExecutor::prepare(planOf(1, cpus, {"burns"}, 0.1, 0.5F), {}, fakes::environment());
        QVERIFY(executor.has_value());
    }
    QCOMPARE(log()->prepared.size(), cpus);
    QVERIFY(log()->calls.empty());
}

void ExecutorTest::stopDuringPreparationEndsTheRunAtOnce() {
    log()->stop.request_stop();
    const auto executor = LocalExecutor::prepare(planOf(3, 1, {"a", "burns"}, 0.1, 0.5F), {}, fakes::environment(),
                                                 log()->stop.get_token());
    QVERIFY(executor.has_value());
    QVERIFY(log()->prepared.empty());
    const RunReport report = (*executor)->run(nextStartNs(), {}, {});
    QVERIFY(report.cancelled);
    QCOMPARE(report.windows, std::size_t{0});
    QVERIFY(log()->calls.empty());
}

void ExecutorTest::progressEndsAtOne() {
    auto executor = LocalExecutor::prepare(planOf(6, 1, {"a"}, 0.1, 0.5F), {}, fakes::environment());
    QVERIFY(executor.has_value());
    std::vector<double> fractions;
    const RunReport report =
        (*executor)->run(nextStartNs(), {}, [&](const Progress& progress) { fractions.push_back(progress.fraction); });
    QCOMPARE(report.windows, std::size_t{6});
    QVERIFY(!fractions.empty());
    QVERIFY(std::ranges::is_sorted(fractions));
    QVERIFY(fractions.front() >= 0.0 && fractions.back() <= 1.0);
}

QTEST_GUILESS_MAIN(ExecutorTest)
#include "tst_executor.moc"
