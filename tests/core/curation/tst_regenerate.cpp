// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/generation/windows.h"
#include "curation/locks.h"
#include "curation/planedit.h"
#include "curation/regenerate.h"
#include "generation/source.h"

#include <QtTest>
#include <cstring>

using namespace mimesys;
using curation::IndexRange;
using plan::ExecutionPlan;

// A part of a plan made anew (curation/regenerate.h).
class RegenerateTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheRangeChanges();
    void rangeFollowsOnThePlan_data();
    void rangeFollowsOnThePlan();
    void lockedCellsStay();
    void newStressorsGetColumns();
    void planTellsWhatWasMadeAnew();
    void timesBecomeWindows_data();
    void timesBecomeWindows();
    void whatDoesNotGoTogetherIsRefused();
    void stopIsNoError();
};

namespace {

constexpr std::size_t kWindows = 30;

// One CPU's utilisation, window after window.
trace::WindowedTrace target() {
    std::vector<float> values;
    for (std::size_t i = 0; i < kWindows; ++i) {
        values.push_back(static_cast<float>(i));
    }
    return windowsOf({{"cpu.utilization[0]", values}});
}

ExecutionPlan before() {
    ExecutionPlan plan(kWindows, 2, {"memset", "hash-insert"});
    for (std::size_t i = 0; i < plan.fractions().size(); ++i) {
        plan.fractions()[i] = static_cast<float>(i % 7) * 0.07F;
    }
    plan.memoryUsed.assign(kWindows, 5.0F);
    return plan;
}

// Writes a hundredth of the target's value for "hash-insert" on both CPUs, and remembers what it was given.
struct Fake {
    std::vector<std::string> stressors{"hash-insert", "memset"};
    std::size_t cpus = 2;
    std::string source = "{}";
    trace::WindowedTrace seen;
    generation::Predecessor before;
    std::uint64_t seed = 0;

    generation::Generator generator() {
        const auto make = [this](const trace::WindowedTrace& trace, const generation::Predecessor& ran,
                                 std::uint64_t given, const std::stop_token& stop,
                                 const ProgressCallback&) -> Cancellable<generation::Generated> {
            seen = trace;
            before = ran;
            seed = given;
            if (stop.stop_requested()) {
                return std::nullopt;
            }
            const auto windows = static_cast<std::size_t>(trace.windowCount());
            generation::Generated made{ExecutionPlan(windows, cpus, stressors), {}};
            for (std::size_t window = 0; window < windows; ++window) {
                for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
                    made.plan.row(window, cpu)[0] = 0.01F * trace.values(static_cast<Eigen::Index>(window), 0);
                }
            }
            made.plan.memoryUsed.assign(windows, 9.0F);
            made.plan.source = source;
            return made;
        };
        return {"fake",
                [make](const trace::WindowedTrace& trace, std::uint64_t given, const std::stop_token& stop,
                       const ProgressCallback& progress) { return make(trace, {}, given, stop, progress); },
                make};
    }
};

ExecutionPlan made(Fake& fake, const ExecutionPlan& plan, const IndexRange& windows) {
    auto result = curation::regenerate(plan, target(), fake.generator(), windows, 3, {}, {});
    if (!result) {
        qFatal("%s", result.error().message.c_str());
    }
    return **result;
}

}  // namespace

void RegenerateTest::onlyTheRangeChanges() {
    Fake fake;
    const ExecutionPlan plan = before();
    const ExecutionPlan result = made(fake, plan, {10, 13});
    QCOMPARE(fake.seed, std::uint64_t{3});
    for (std::size_t window = 0; window < kWindows; ++window) {
        if (window >= 10 && window < 13) {
            for (std::size_t cpu = 0; cpu < 2; ++cpu) {
                QCOMPARE(result.at(window, cpu, 0), 0.0F);
                QCOMPARE(result.at(window, cpu, 1), 0.01F * static_cast<float>(window));
            }
            QCOMPARE(result.memoryUsed[window], 9.0F);
        } else {
            QVERIFY(std::memcmp(result.composition(window).data(), plan.composition(window).data(),
                                plan.composition(window).size_bytes()) == 0);
            QCOMPARE(result.memoryUsed[window], 5.0F);
        }
    }
    Fake again;
    QCOMPARE(made(again, plan, {10, 13}), result);
}

void RegenerateTest::rangeFollowsOnThePlan_data() {
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("middle") << 10 << 13;
    QTest::newRow("from the beginning") << 0 << 5;
    QTest::newRow("to the end") << 29 << 30;
}

void RegenerateTest::rangeFollowsOnThePlan() {
    QFETCH(int, begin);
    QFETCH(int, end);
    const auto first = static_cast<std::size_t>(begin);
    const ExecutionPlan plan = before();
    Fake fake;
    const ExecutionPlan result = made(fake, plan, {first, static_cast<std::size_t>(end)});
    QCOMPARE(static_cast<int>(fake.seen.windowCount()), end - begin);
    QCOMPARE(fake.seen.values(0, 0), static_cast<float>(begin));
    QCOMPARE(fake.seen.startNs, target().startNs + begin * 1'000'000'000LL);
    QCOMPARE(result.at(first, 0, 1), 0.01F * static_cast<float>(begin));
    if (begin == 0) {
        QVERIFY(fake.before.stressors.empty());
        return;
    }
    // What runs before the range, which is the plan's own, is what it follows on.
    QCOMPARE(fake.before.stressors, plan.stressors());
    QVERIFY(std::ranges::equal(fake.before.fractions, plan.composition(first - 1)));
}

void RegenerateTest::lockedCellsStay() {
    Fake fake;
    ExecutionPlan plan = before();
    plan.row(20, 0)[0] = 0.9F;
    plan.row(20, 0)[1] = 0.0F;
    plan = curation::apply(curation::Lock{"memset", {}, true}, plan).value();
    plan = curation::apply(curation::Lock{"all", {{}, {1, 2}}, true}, plan).value();
    const ExecutionPlan result = made(fake, plan, {18, 22});
    for (std::size_t window = 18; window < 22; ++window) {
        QCOMPARE(result.at(window, 0, 0), plan.at(window, 0, 0));
        QVERIFY(std::ranges::equal(result.row(window, 1), plan.row(window, 1)));
    }
    // 0.2 was asked for, and 0.1 is left.
    QVERIFY(std::abs(result.at(20, 0, 1) - 0.1F) < 1e-6F);
    const ExecutionPlan closed = curation::apply(curation::Lock{"all", {{18, 22}, {}}, true}, plan).value();
    const auto refused = curation::regenerate(closed, target(), fake.generator(), {18, 22}, 3, {}, {});
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.find("locked") != std::string::npos);
}

void RegenerateTest::newStressorsGetColumns() {
    Fake fake;
    fake.stressors = {"zstd-decompress", "never-used"};
    const ExecutionPlan result = made(fake, before(), {10, 11});
    QCOMPARE(result.stressors(), (std::vector<std::string>{"memset", "hash-insert", "zstd-decompress"}));
    QCOMPARE(result.at(10, 0, 2), 0.1F);
    QCOMPARE(result.at(10, 0, 1), 0.0F);
    QCOMPARE(result.at(11, 0, 1), before().at(11, 0, 1));
    QCOMPARE(result.at(11, 0, 2), 0.0F);
}

void RegenerateTest::planTellsWhatWasMadeAnew() {
    Fake fake;
    const ExecutionPlan once = made(fake, before(), {10, 13});
    QCOMPARE(curation::editsOf(once),
             (std::vector<std::string>{"regenerated by fake with seed 3 in windows 10 to 12"}));
    QVERIFY(!generation::restsOnSimulation(once));
    fake.source = R"({"dataset": {"simulated": true}})";
    const ExecutionPlan twice = made(fake, once, {10, 11});
    QVERIFY(generation::restsOnSimulation(twice));
    // What was simulated once stays so.
    fake.source = "{}";
    QVERIFY(generation::restsOnSimulation(made(fake, twice, {1, 2})));
}

void RegenerateTest::timesBecomeWindows_data() {
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("whole windows") << 2.0 << 5.0 << 2 << 5;
    QTest::newRow("parts of windows count whole") << 2.5 << 5.1 << 2 << 6;
    QTest::newRow("beyond the end") << 28.0 << 99.0 << 28 << 30;
    QTest::newRow("within one") << 2.2 << 2.3 << 2 << 3;
}

void RegenerateTest::timesBecomeWindows() {
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, begin);
    QFETCH(int, end);
    const curation::Span span{static_cast<std::int64_t>(from * 1e9), static_cast<std::int64_t>(to * 1e9)};
    const auto windows = curation::windowsOf(span, before());
    QVERIFY(windows.has_value());
    QCOMPARE(*windows, (IndexRange{static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}));
    QVERIFY(!curation::windowsOf({30'000'000'000, curation::Span::kOpen}, before()).has_value());
    QCOMPARE(curation::windowsOf({}, before()).value(), (IndexRange{0, kWindows}));
}

void RegenerateTest::whatDoesNotGoTogetherIsRefused() {
    Fake fake;
    const auto refused = [&](const ExecutionPlan& plan, const IndexRange& windows, const trace::WindowedTrace& trace) {
        const auto result = curation::regenerate(plan, trace, fake.generator(), windows, 3, {}, {});
        return !result && result.error().code == ErrorCode::BadInput;
    };
    QVERIFY(!refused(before(), {1, 2}, target()));
    QVERIFY(refused(before(), {29, 31}, target()));
    QVERIFY(refused(before(), {2, 2}, target()));
    trace::WindowedTrace longer = target();
    longer.windowSeconds = 2.0;
    QVERIFY(refused(before(), {1, 2}, longer));
    QVERIFY(refused(before(), {10, 20}, windowsOf({{"cpu.utilization[0]", {1, 2, 3}}})));
    fake.cpus = 3;
    QVERIFY(refused(before(), {1, 2}, target()));
}

void RegenerateTest::stopIsNoError() {
    Fake fake;
    std::stop_source stop;
    stop.request_stop();
    const auto result = curation::regenerate(before(), target(), fake.generator(), {1, 2}, 3, stop.get_token(), {});
    QVERIFY(result.has_value() && !result->has_value());
}

QTEST_GUILESS_MAIN(RegenerateTest)
#include "tst_regenerate.moc"
