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
    // Nine over two traces: four and five.
    QCOMPARE(traces->training, (std::vector<Stretch>{{0, 0, 26}, {1, 0, 25}}));
    QCOMPARE(traces->heldOut, (std::vector<Stretch>{{0, 26, 4}, {1, 25, 5}}));
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
