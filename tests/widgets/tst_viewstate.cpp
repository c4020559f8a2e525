// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "viewstate/viewstate.h"

using namespace mimesys;
using namespace mimesys::widgets;

class ViewStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void zoomKeepsTheAnchorInPlace_data();
    void zoomKeepsTheAnchorInPlace();
    void rangesStayInsideTheExtent();
    void scaleMapsBothWays();
    void newExtentIsShownWhenAllWasShown();
    void newExtentKeepsAZoomedViewThatFits();
    void historyGoesBackStepByStep();
    void zoomingOnIsOneStep();
    void draggingIsOneStep();
    void cursorStaysInsideTheExtent();
    void nothingIsSignalledWithoutAChange();
};

namespace {

constexpr TimeRange kExtent{0, 100 * kNanosecondsPerSecond};

}  // namespace

void ViewStateTest::zoomKeepsTheAnchorInPlace_data() {
    QTest::addColumn<double>("factor");
    QTest::addColumn<qint64>("anchor");
    for (const double factor : {0.9, 0.5, 0.01}) {
        for (const qint64 second : {20, 35, 59}) {
            QTest::addRow("factor %g at %lld s", factor, second) << factor << second * kNanosecondsPerSecond;
        }
    }
}

void ViewStateTest::zoomKeepsTheAnchorInPlace() {
    QFETCH(double, factor);
    QFETCH(qint64, anchor);
    const TimeRange before{20 * kNanosecondsPerSecond, 60 * kNanosecondsPerSecond};
    const TimeRange after = zoomed(before, anchor, factor, kExtent);
    const TimeScale scaleBefore{before, 10.0, 800.0};
    const TimeScale scaleAfter{after, 10.0, 800.0};
    QVERIFY(std::abs(scaleBefore.xOf(anchor) - scaleAfter.xOf(anchor)) < 1e-3);
    QVERIFY(std::abs(static_cast<double>(after.lengthNs()) - factor * static_cast<double>(before.lengthNs())) <= 1.0);
}

void ViewStateTest::rangesStayInsideTheExtent() {
    Random random(1);
    TimeRange range = kExtent;
    for (int i = 0; i < 2000; ++i) {
        const auto at = static_cast<std::int64_t>(random.uniform() * static_cast<double>(kExtent.endNs));
        switch (random.below(3)) {
            case 0:
                range = zoomed(range, at, 0.2 + 2.0 * random.uniform(), kExtent);
                break;
            case 1:
                range = panned(range, at - kExtent.endNs / 2, kExtent);
                break;
            default:
                range = clamped({at - kExtent.endNs / 3, at + kExtent.endNs / 3}, kExtent);
        }
        QVERIFY(range.beginNs >= kExtent.beginNs);
        QVERIFY(range.endNs <= kExtent.endNs);
        QVERIFY(range.lengthNs() >= kShortestViewNs);
    }
}

void ViewStateTest::scaleMapsBothWays() {
    const TimeScale scale{{1000, 5000}, 50.0, 400.0};
    QCOMPARE(scale.xOf(1000), 50.0);
    QCOMPARE(scale.xOf(5000), 450.0);
    QCOMPARE(scale.timeAt(250.0), std::int64_t{3000});
}

void ViewStateTest::newExtentIsShownWhenAllWasShown() {
    ViewState state;
    state.setExtent(kExtent);
    QCOMPARE(state.visible(), kExtent);
}

void ViewStateTest::newExtentKeepsAZoomedViewThatFits() {
    ViewState state;
    state.setExtent(kExtent);
    const TimeRange zoomedIn{10 * kNanosecondsPerSecond, 20 * kNanosecondsPerSecond};
    state.show(zoomedIn);
    state.setExtent({0, 50 * kNanosecondsPerSecond});
    QCOMPARE(state.visible(), zoomedIn);
    state.setExtent({0, 15 * kNanosecondsPerSecond});
    QCOMPARE(state.visible(), (TimeRange{5 * kNanosecondsPerSecond, 15 * kNanosecondsPerSecond}));
}

void ViewStateTest::historyGoesBackStepByStep() {
    ViewState state;
    state.setExtent(kExtent);
    QVERIFY(!state.canGoBack());
    state.show({0, 10 * kNanosecondsPerSecond});
    state.show({5 * kNanosecondsPerSecond, 7 * kNanosecondsPerSecond});
    state.back();
    QCOMPARE(state.visible(), (TimeRange{0, 10 * kNanosecondsPerSecond}));
    state.back();
    QCOMPARE(state.visible(), kExtent);
    QVERIFY(!state.canGoBack());
    state.back();
    QCOMPARE(state.visible(), kExtent);
}

void ViewStateTest::zoomingOnIsOneStep() {
    ViewState state;
    state.setExtent(kExtent);
    for (int i = 0; i < 5; ++i) {
        state.zoom(30 * kNanosecondsPerSecond, 0.8);
    }
    state.zoom(30 * kNanosecondsPerSecond, 1.1);
    state.back();
    QVERIFY(state.visible() != kExtent);
    state.back();
    QCOMPARE(state.visible(), kExtent);
}

void ViewStateTest::draggingIsOneStep() {
    ViewState state;
    state.setExtent(kExtent);
    const TimeRange before{40 * kNanosecondsPerSecond, 60 * kNanosecondsPerSecond};
    state.show(before);
    state.beginDrag();
    for (int i = 0; i < 10; ++i) {
        state.pan(kNanosecondsPerSecond);
    }
    QCOMPARE(state.visible(), (TimeRange{50 * kNanosecondsPerSecond, 70 * kNanosecondsPerSecond}));
    state.back();
    QCOMPARE(state.visible(), before);
}

void ViewStateTest::cursorStaysInsideTheExtent() {
    ViewState state;
    state.setExtent(kExtent);
    state.setCursor(-5);
    QCOMPARE(state.cursor(), std::optional<std::int64_t>(0));
    state.setCursor(kExtent.endNs * 2);
    QCOMPARE(state.cursor(), std::optional<std::int64_t>(kExtent.endNs - 1));
    state.setCursor(std::nullopt);
    QVERIFY(!state.cursor().has_value());
}

void ViewStateTest::nothingIsSignalledWithoutAChange() {
    ViewState state;
    state.setExtent(kExtent);
    QSignalSpy visible(&state, &ViewState::visibleChanged);
    QSignalSpy cursor(&state, &ViewState::cursorChanged);
    QSignalSpy stressor(&state, &ViewState::stressorSelected);
    state.fit();
    state.pan(kNanosecondsPerSecond);
    state.setCursor(std::nullopt);
    state.selectStressor(QString());
    QCOMPARE(visible.count() + cursor.count() + stressor.count(), 0);
    state.selectStressor(QStringLiteral("a"));
    QCOMPARE(stressor.count(), 1);
}

QTEST_GUILESS_MAIN(ViewStateTest)
#include "tst_viewstate.moc"
