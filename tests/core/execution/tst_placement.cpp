// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "execution/placement.h"
#include "execution/refit.h"
#include "execution/thread.h"
#include "fakes.h"

#include <linux/mempolicy.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QtTest>
#include <thread>

using namespace mimesys;
using namespace mimesys::execution;
using fakes::log;

// Which rows go where, and what is done to a plan that is too large.
class PlacementTest : public QObject {
    Q_OBJECT

private slots:
    void rowsOfASocketStayTogether_data();
    void rowsOfASocketStayTogether();
    void rowsOfACoreStayTogether();
    void planOfTooManyCpusIsFolded();
    void namedCpusBoundTheFold();
    void planThatFitsIsLeftAlone();
    void windowsBeyondTheQuotaAreScaledToIt();
    void invalidPlanIsNotRefitted();
    void threadReturnsToItsCpu();
    void memoryIsPreferredFromTheCpusNode();
};

namespace {

// CPUs in the order given: the socket and core of each.
machine::Machine machineOf(const std::vector<std::pair<int, int>>& socketsAndCores) {
    machine::Machine machine;
    for (const auto& [socket, core] : socketsAndCores) {
        const auto id = static_cast<int>(machine.cpus.size());
        machine.cpus.push_back({.id = id, .socket = socket, .core = core, .node = socket});
        machine.usableCpus.push_back(id);
    }
    return machine;
}

machine::Machine inBlocks() {
    return machineOf({{0, 0}, {0, 1}, {1, 0}, {1, 1}});
}
machine::Machine inTurns() {
    return machineOf({{0, 0}, {1, 0}, {0, 1}, {1, 1}});
}

std::shared_ptr<plan::ExecutionPlan> planOf(std::size_t cpus, float fraction, const char* stressor = "a") {
    auto plan = std::make_shared<plan::ExecutionPlan>(2, cpus, std::vector<std::string>{stressor, "waits"});
    for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
        plan->row(1, cpu)[0] = fraction;
        plan->row(1, cpu)[1] = 0.25F;
    }
    return plan;
}

Environment threeCpus() {
    Environment environment = fakes::environment();
    environment.machine.usableCpus = {2, 5, 6};
    return environment;
}

}  // namespace

void PlacementTest::rowsOfASocketStayTogether_data() {
    QTest::addColumn<bool>("known");
    QTest::addColumn<QVector<int>>("expected");
    QTest::newRow("origin unknown: in order") << false << QVector<int>{0, 1, 2, 3};
    QTest::newRow("sockets in blocks onto sockets in turns") << true << QVector<int>{0, 2, 1, 3};
}

void PlacementTest::rowsOfASocketStayTogether() {
    QFETCH(bool, known);
    QFETCH(QVector<int>, expected);
    const auto source = known ? std::optional(inBlocks()) : std::nullopt;
    QCOMPARE(placeRows(4, source, inTurns()), std::vector<int>(expected.begin(), expected.end()));
    // Half the rows are the first socket's.
    QCOMPARE(placeRows(2, inBlocks(), inTurns()), (std::vector<int>{0, 2}));
    QCOMPARE(placeRows(4, inTurns(), inTurns()), (std::vector<int>{0, 1, 2, 3}));
    // Where a socket is too small, rows are taken in order.
    QCOMPARE(placeRows(4, inBlocks(), machineOf({{0, 0}, {1, 0}, {1, 1}, {1, 2}})), (std::vector<int>{0, 1, 2, 3}));
    QCOMPARE(placeRows(4, inBlocks(), machineOf({{0, 0}, {0, 1}, {0, 2}, {0, 3}})), (std::vector<int>{0, 1, 2, 3}));
    machine::Machine limited = inTurns();
    limited.usableCpus = {1, 3};
    QCOMPARE(placeRows(2, inBlocks(), limited), (std::vector<int>{1, 3}));
}

void PlacementTest::rowsOfACoreStayTogether() {
    // Two sockets of two cores: hyper-threads behind all cores there, beside their core here.
    const machine::Machine source = machineOf({{0, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 0}, {0, 1}, {1, 0}, {1, 1}});
    const machine::Machine target = machineOf({{0, 0}, {0, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 0}, {1, 1}, {1, 1}});
    QCOMPARE(placeRows(8, source, target), (std::vector<int>{0, 2, 4, 6, 1, 3, 5, 7}));
}

void PlacementTest::planOfTooManyCpusIsFolded() {
    const auto result = refit(planOf(6, 0.5F), {}, threeCpus());
    QVERIFY(result.has_value());
    QCOMPARE(result->plan->cpuCount(), std::size_t{3});
    QCOMPARE(result->plan->at(1, 0, 0), 0.5F);
    QCOMPARE(result->changes.size(), std::size_t{1});
    QVERIFY(result->changes[0].find("6 CPUs") != std::string::npos);
    QVERIFY(result->changes[0].find("onto 3") != std::string::npos);
    ExecutorOptions options;
    options.fit = true;
    log() = std::make_unique<fakes::Log>();
    Environment environment = fakes::environment();
    const auto executor = LocalExecutor::prepare(planOf(4096, 0.5F), options, environment);
    QVERIFY(executor.has_value());
    const RunReport report = (*executor)->run(monotonicNs() - 10 * kNanosecondsPerSecond, {}, {});
    QCOMPARE(report.cpus, environment.machine.usableCpus.size());
    QCOMPARE(report.onCpus, environment.machine.usableCpus);
    QCOMPARE(report.changes.size(), std::size_t{1});
    QCOMPARE(report.missed, 2 * report.cpus);
}

void PlacementTest::namedCpusBoundTheFold() {
    ExecutorOptions options;
    options.cpus = {6, 2};
    QCOMPARE(refit(planOf(6, 0.5F), options, threeCpus())->plan->cpuCount(), std::size_t{2});
}

void PlacementTest::planThatFitsIsLeftAlone() {
    const auto plan = planOf(3, 0.5F);
    Environment environment = threeCpus();
    environment.machine.cpuQuota = 1.5;
    const auto result = refit(plan, {}, environment);
    QVERIFY(result.has_value());
    QVERIFY(result->changes.empty());
    QCOMPARE(result->plan.get(), plan.get());
}

void PlacementTest::windowsBeyondTheQuotaAreScaledToIt() {
    Environment environment = threeCpus();
    environment.machine.cpuQuota = 0.75;
    const auto result = refit(planOf(3, 0.5F), {}, environment);
    QVERIFY(result.has_value());
    QCOMPARE(result->plan->at(1, 0, 0), 0.25F);
    QCOMPARE(result->plan->at(1, 0, 1), 0.25F);  // waits for a device and takes no CPU
    QCOMPARE(result->changes.size(), std::size_t{1});
    QVERIFY(result->changes[0].find("1 of 2 windows") != std::string::npos);
    QVERIFY(result->changes[0].find("0.75") != std::string::npos);
}

void PlacementTest::invalidPlanIsNotRefitted() {
    const auto plan = planOf(6, 2.0F);
    QCOMPARE(refit(plan, {}, threeCpus()).error().code, ErrorCode::BadInput);
}

void PlacementTest::threadReturnsToItsCpu() {
    const std::vector<int> cpus = fakes::environment().machine.usableCpus;
    if (cpus.size() < 2) {
        QSKIP("Needs two CPUs.");
    }
    std::thread([&] {
        QVERIFY(pinTo(cpus[0]).has_value());
        QCOMPARE(::sched_getcpu(), cpus[0]);
        QVERIFY(pinTo(cpus[1]).has_value());  // as somebody else might
        QVERIFY(returnTo(cpus[0]));
        QCOMPARE(::sched_getcpu(), cpus[0]);
        QVERIFY(!returnTo(65'000));
        QVERIFY(pinTo(65'000).error().message.find("65000") != std::string::npos);
    }).join();
}

void PlacementTest::memoryIsPreferredFromTheCpusNode() {
    const auto policy = [] {
        int mode = -1;
        return ::syscall(SYS_get_mempolicy, &mode, nullptr, 0, nullptr, 0) == 0 ? mode : -1;
    };
    std::thread([&] {
        const int before = policy();
        if (before < 0) {
            QSKIP("This kernel has no NUMA policies.");
        }
        machine::Machine machine = machineOf({{0, 0}, {0, 1}});
        preferMemoryNear(0, machine);
        QCOMPARE(policy(), before);  // one node: nothing to prefer
        machine.cpus[1].node = 1;
        preferMemoryNear(0, machine);
        QCOMPARE(policy(), int{MPOL_PREFERRED});
    }).join();
}

QTEST_GUILESS_MAIN(PlacementTest)
#include "tst_placement.moc"
