// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "execution/memoryholder.h"
#include "fakes.h"

#include <QtTest>
#include <atomic>
#include <fstream>
#include <string>
#include <thread>

using namespace mimesys;
using execution::HeldMemory;
using execution::MemoryHolder;
using execution::RunTimes;

class MemoryHolderTest : public QObject {
    Q_OBJECT

private slots:
    void firstWindowIsHeldBeforeTheRun();
    void windowsAreFollowedUpAndDown();
    void noMoreThanAllowedIsHeld();
    void machineKeepsItsReserve();
    void whatOthersTakeIsGivenBackToThem();
    void moreThanAskedForIsCounted();
    void stopEndsIt();
    void executorHoldsAndReports();
    void executorLeavesMemoryAloneWhenAsked();
};

namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
constexpr std::int64_t kTotal = 1000 * kMiB;
constexpr std::int64_t kUsed = 300 * kMiB;

// Of a machine on which only this process takes and gives back.
MemoryState quiet() {
    return {.totalBytes = kTotal, .availableBytes = kTotal - kUsed};
}

plan::ExecutionPlan planOf(const std::vector<std::int64_t>& mebibytes, double windowSeconds = 0.3) {
    plan::ExecutionPlan plan(mebibytes.size(), 1, {"a"}, windowSeconds);
    for (const std::int64_t size : mebibytes) {
        plan.memoryUsed.push_back(static_cast<float>(size * kMiB));
    }
    return plan;
}

// Memory of this process that is backed by no file.
std::int64_t residentBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) {
            return std::stoll(line.substr(8)) * 1024;
        }
    }
    return 0;
}

bool near(std::int64_t bytes, std::int64_t expectedMiB) {
#ifdef __SANITIZE_THREAD__
    return true;  // what the sanitizer notes about memory is resident too
#endif
    return std::abs(bytes - expectedMiB * kMiB) <= 12 * kMiB;
}

RunTimes timesOf(const plan::ExecutionPlan& plan) {
    RunTimes times{.startNs = monotonicNs() + 5'000'000};
    times.windows = static_cast<std::int64_t>(plan.windowCount());
    return times;
}

HeldMemory heldBy(const plan::ExecutionPlan& plan, std::int64_t most = kTotal,
                  const MemoryHolder::State& state = quiet) {
    MemoryHolder holder(plan, most, state);
    holder.begin({});
    holder.run(timesOf(plan), {});
    return holder.held();
}

}  // namespace

void MemoryHolderTest::firstWindowIsHeldBeforeTheRun() {
    const plan::ExecutionPlan plan = planOf({400});
    const std::int64_t before = residentBytes();
    {
        MemoryHolder holder(plan, kTotal, quiet);
        holder.begin({});
        QVERIFY(near(residentBytes() - before, 100));
    }
    QVERIFY(near(residentBytes() - before, 0));
}

void MemoryHolderTest::windowsAreFollowedUpAndDown() {
    const plan::ExecutionPlan plan = planOf({320, 380, 340}, 1.0);
    const std::int64_t before = residentBytes();
    MemoryHolder holder(plan, kTotal, quiet);
    holder.begin({});
    const RunTimes times = timesOf(plan);
    std::jthread running([&] { holder.run(times, {}); });
    for (const auto& [window, expected] : {std::pair{0, 20}, std::pair{1, 80}, std::pair{2, 40}}) {
        std::this_thread::sleep_for(
            std::chrono::nanoseconds(times.startNs + window * kNanosecondsPerSecond + 700'000'000 - monotonicNs()));
        const std::int64_t held = residentBytes() - before;
        QVERIFY2(near(held, expected), qPrintable(QString("%1 MiB in window %2").arg(held / kMiB).arg(window)));
    }
    running.join();
    QCOMPARE(holder.held().mostBytes, 80 * kMiB);
    QCOMPARE(holder.held().windowsShort, std::size_t{0});
}

void MemoryHolderTest::noMoreThanAllowedIsHeld() {
    const HeldMemory held = heldBy(planOf({310, 400, 310}), 43 * kMiB);  // in whole pieces
    QCOMPARE(held.mostBytes, 40 * kMiB);
    QCOMPARE(held.windowsShort, std::size_t{1});
}

void MemoryHolderTest::machineKeepsItsReserve() {
    // 53 MiB are available, 50 of which are the reserve.
    const HeldMemory held = heldBy(planOf({1000}), kTotal, [] {
        return MemoryState{.totalBytes = kTotal, .availableBytes = 50 * kMiB + 3 * kMiB};
    });
    QCOMPARE(held.mostBytes, std::int64_t{0});
    QCOMPARE(held.windowsShort, std::size_t{1});
}

void MemoryHolderTest::whatOthersTakeIsGivenBackToThem() {
    const plan::ExecutionPlan plan = planOf({400});
    const std::int64_t before = residentBytes();
    std::atomic<std::int64_t> available = kTotal - kUsed;
    MemoryHolder holder(plan, kTotal, [&] {
        // Each piece that is given back is available again.
        const std::int64_t now = available;
        if (now < kTotal / 20) {
            available += 4 * kMiB;
        }
        return MemoryState{.totalBytes = kTotal, .availableBytes = now};
    });
    holder.begin({});
    QVERIFY(near(residentBytes() - before, 100));
    available = 10 * kMiB;  // 40 short of the reserve
    holder.run(timesOf(plan), {});
    QVERIFY(near(residentBytes() - before, 60));
    QCOMPARE(holder.held().windowsShort, std::size_t{1});
}

void MemoryHolderTest::moreThanAskedForIsCounted() {
    const HeldMemory held = heldBy(planOf({100, 200, 320}));
    QCOMPARE(held.windowsExceeded, std::size_t{2});
    QCOMPARE(held.windowsShort, std::size_t{0});
    QCOMPARE(held.mostBytes, 20 * kMiB);
}

void MemoryHolderTest::stopEndsIt() {
    const plan::ExecutionPlan plan = planOf({310, 310}, 3600.0);
    MemoryHolder holder(plan, kTotal, quiet);
    std::stop_source stop;
    const RunTimes times = timesOf(plan);
    std::jthread running([&] { holder.run(times, stop.get_token()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop.request_stop();
    running.join();  // in the first hour
    QVERIFY(monotonicNs() - times.startNs < 60 * kNanosecondsPerSecond);
    MemoryHolder stopped(plan, kTotal, quiet);
    const std::int64_t before = residentBytes();
    stopped.begin(stop.get_token());
    QVERIFY(near(residentBytes() - before, 0));
}

void MemoryHolderTest::executorHoldsAndReports() {
    const MemoryState now = memoryState();
    const auto used = static_cast<float>(now.totalBytes - now.availableBytes);
    auto plan = std::make_shared<plan::ExecutionPlan>(planOf({0, 0}, 0.1));
    plan->memoryUsed = {used + 64.0F * kMiB, used + 96.0F * kMiB};
    const auto executor = execution::LocalExecutor::prepare(plan, {}, execution::fakes::environment());
    QVERIFY2(executor.has_value(), executor ? "" : executor.error().text().c_str());
    const execution::RunReport report = (*executor)->run(monotonicNs() + 20'000'000, {}, {});
    QVERIFY(report.memory.has_value());
    // Others on this machine take and give back meanwhile.
    QVERIFY2(report.memory->mostBytes > 0, report.memory->text().c_str());
}

void MemoryHolderTest::executorLeavesMemoryAloneWhenAsked() {
    auto plan = std::make_shared<plan::ExecutionPlan>(planOf({1, 1}));
    execution::ExecutorOptions options;
    options.holdMemory = false;
    const auto executor = execution::LocalExecutor::prepare(plan, options, execution::fakes::environment());
    QVERIFY(executor.has_value());
    QVERIFY(!(*executor)->run(monotonicNs(), {}, {}).memory);
    plan->memoryUsed.clear();
    const auto other = execution::LocalExecutor::prepare(plan, {}, execution::fakes::environment());
    QVERIFY(!(*other)->run(monotonicNs(), {}, {}).memory);
}

QTEST_GUILESS_MAIN(MemoryHolderTest)
#include "tst_memoryholder.moc"
