// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/traces.h"
#include "core/alignment/toysite.h"
#include "generation/diffusion/destination.h"

#include <QtTest>

using namespace mimesys;
using namespace mimesys::alignment;

class AlignTracesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndsAreHeldOut();
    void manyWindowsAreHeldOutOfSeveralTraces();
    void aShortTraceGivesAtMostAThird();
    void windowsWithoutValuesDivideStretches();
    void theSameTraceTwiceIsRefused();
    void nothingToLearnFromIsRefused();
    void aTraceThatSharesNoMetricIsRefused();
    void windowsOfAStretchKeepTheirTime();

private:
    static AlignTrace named(const char* name, trace::WindowedTrace windows) {
        return {name, std::string("hash of ") + name, std::move(windows)};
    }
    static Expected<Traces> divided(std::vector<AlignTrace> traces, int heldOut, int shortest) {
        return divide(std::move(traces), generation::destinationOf(toy::description()), heldOut, shortest);
    }
};

void AlignTracesTest::theEndsAreHeldOut() {
    const auto traces = divided({named("a", toy::reachable(30, 1)), named("b", toy::reachable(30, 2))}, 9, 3);
    QVERIFY(traces);
    // Nine are too few to hold out windows of both.
    QCOMPARE(traces->training, (std::vector<Stretch>{{0, 0, 30}, {1, 0, 21}}));
    QCOMPARE(traces->heldOut, (std::vector<Stretch>{{1, 21, 9}}));
}

void AlignTracesTest::manyWindowsAreHeldOutOfSeveralTraces() {
    std::vector<AlignTrace> four;
    for (const char* name : {"a", "b", "c", "d"}) {
        four.push_back(named(name, toy::reachable(60, static_cast<std::uint64_t>(*name))));
    }
    const auto two = divided(four, 25, 3);
    QVERIFY(two);
    QCOMPARE(two->heldOut, (std::vector<Stretch>{{1, 48, 12}, {3, 47, 13}}));
    const auto all = divided(four, 72, 3);
    QVERIFY(all);
    QCOMPARE(all->heldOut, (std::vector<Stretch>{{0, 42, 18}, {1, 42, 18}, {2, 42, 18}, {3, 42, 18}}));
}

void AlignTracesTest::aShortTraceGivesAtMostAThird() {
    const auto traces = divided({named("a", toy::reachable(9, 1))}, 100, 3);
    QVERIFY(traces);
    QCOMPARE(traces->heldOut, (std::vector<Stretch>{{0, 6, 3}}));
}

void AlignTracesTest::windowsWithoutValuesDivideStretches() {
    trace::WindowedTrace windows = toy::reachable(10, 1);
    windows.values.row(2).setConstant(trace::kMissing);
    windows.values.row(6).setConstant(trace::kMissing);
    const auto traces = divided({named("a", windows)}, 0, 3);
    QVERIFY(traces);
    QCOMPARE(traces->training, (std::vector<Stretch>{{0, 3, 3}, {0, 7, 3}}));
    QVERIFY(traces->heldOut.empty());
}

void AlignTracesTest::theSameTraceTwiceIsRefused() {
    const auto traces = divided({named("a", toy::reachable(9, 1)), named("a", toy::reachable(9, 1))}, 0, 3);
    QVERIFY(!traces);
    QCOMPARE(traces.error().code, ErrorCode::BadInput);
}

void AlignTracesTest::nothingToLearnFromIsRefused() {
    const auto traces = divided({named("a", toy::reachable(4, 1))}, 0, 5);
    QVERIFY(!traces);
    QCOMPARE(traces.error().code, ErrorCode::BadInput);
    QVERIFY(!divided({}, 0, 5));
}

void AlignTracesTest::aTraceThatSharesNoMetricIsRefused() {
    trace::WindowedTrace windows;
    windows.metrics = {metricFor("network.receive")};
    windows.values = trace::Matrix::Ones(20, 1);
    const auto traces = divided({named("a", windows)}, 0, 3);
    QVERIFY(!traces);
    QCOMPARE(traces.error().code, ErrorCode::BadInput);
    QCOMPARE(traces.error().place, std::string("a"));
}

void AlignTracesTest::windowsOfAStretchKeepTheirTime() {
    const trace::WindowedTrace whole = toy::reachable(10, 1);
    const trace::WindowedTrace part = windowsOf(whole, 4, 2);
    QCOMPARE(part.startNs, whole.startNs + nsFromSeconds(4.0));
    QCOMPARE(part.windowCount(), Eigen::Index{2});
    QVERIFY(part.values == whole.values.middleRows(4, 2));
}

QTEST_APPLESS_MAIN(AlignTracesTest)
#include "tst_aligntraces.moc"
