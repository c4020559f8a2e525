// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/planedit.h"
#include "heatmap/differenceheat.h"
#include "heatmap/heatmapview.h"
#include "panels/versioncomparison.h"
#include "samples.h"
#include "window/editactions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>

using namespace mimesys;
using namespace mimesys::widgets;

// Versions of a plan beside each other.
class VersionComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init() { samples::failOnQtWarnings(); }
    void differencesAreOfTheSameStressorAndTime();
    void noDifferenceIsLostWhenZoomedOut();
    void divergingColoursAreAlikeOnBothSides();
    void twoVersionsAreShownOnOneAxis();
    void choiceStaysWhenVersionsCome();
};

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;

CompositionPtr compositionOf(PlanPtr plan) {
    return std::make_shared<const Composition>(std::move(plan));
}

CompositionPtr edited(const CompositionPtr& composition, const curation::PlanEdit& edit) {
    return compositionOf(
        std::make_shared<const plan::ExecutionPlan>(curation::apply(edit, composition->plan()).value()));
}

LoadedPlan loaded(const CompositionPtr& composition, const char* name) {
    LoadedPlan plan;
    plan.composition = composition;
    plan.name = QLatin1String(name);
    return plan;
}

}  // namespace

void VersionComparisonTest::differencesAreOfTheSameStressorAndTime() {
    const CompositionPtr first = compositionOf(samples::randomPlan(10, 2, {"memset", "hash-insert"}));
    const CompositionPtr second = edited(first, curation::Paint{"zstd-decompress", 0.0, {}});
    const CompositionPtr third = edited(second, curation::Paint{"memset", 0.0, {{4, 5}, {}}});
    const auto names = stressorsOf(*first, *third);
    QCOMPARE(names, (std::vector<std::string>{"memset", "hash-insert", "zstd-decompress"}));
    const HeatSourcePtr difference = differenceHeat(first, third, names);
    QCOMPARE(difference->rowCount(), 3);
    QCOMPARE(difference->valueAt(0, 4 * kSecond), -first->mean(0, 4));
    QCOMPARE(difference->valueAt(0, 3 * kSecond), 0.0F);
    QCOMPARE(difference->valueAt(2, 4 * kSecond), 0.0F);
    QVERIFY(std::isnan(difference->valueAt(0, 10 * kSecond)));
    QCOMPARE(largestDifference(*first, *third, names), first->mean(0, 4));
    // A plan without a stressor has none of it.
    QCOMPARE(namedStressorHeat(first, names)->valueAt(2, 0), 0.0F);
}

void VersionComparisonTest::noDifferenceIsLostWhenZoomedOut() {
    const CompositionPtr first = compositionOf(samples::randomPlan(5000, 1, {"memset", "hash-insert"}));
    const CompositionPtr second = edited(first, curation::Paint{"memset", 0.0, {{1234, 1235}, {}}});
    const HeatSourcePtr difference = differenceHeat(first, second, first->plan().stressors());
    const HeatGrid grid = difference->grid(first->extent(), 10, 2, {});
    for (int x = 0; x < 10; ++x) {
        QCOMPARE(grid.at(0, x), x == 2 ? -first->mean(0, 1234) : 0.0F);
        QCOMPARE(grid.at(1, x), 0.0F);
    }
}

void VersionComparisonTest::divergingColoursAreAlikeOnBothSides() {
    const ColourMap& map = diverging();
    const auto lightness = [](QRgb colour) {
        return 0.299 * qRed(colour) + 0.587 * qGreen(colour) + 0.114 * qBlue(colour);
    };
    for (std::size_t i = 0; i < 127; ++i) {
        QVERIFY(lightness(map[i]) <= lightness(map[i + 1]));
        QVERIFY(lightness(map[255 - i]) <= lightness(map[254 - i]));
        QVERIFY(std::abs(lightness(map[i]) - lightness(map[255 - i])) < 40.0);
    }
    QVERIFY(qBlue(map[40]) > qRed(map[40]) + 60);
    QVERIFY(qRed(map[215]) > qBlue(map[215]) + 60);
}

void VersionComparisonTest::twoVersionsAreShownOnOneAxis() {
    MainWindow window;
    window.show();
    auto* page = window.findChild<VersionComparison*>(QStringLiteral("versionComparison"));
    QAction* action = window.findChild<QAction*>(QStringLiteral("compareVersions"));
    QVERIFY(page != nullptr && action != nullptr && !page->isVisible());
    const CompositionPtr first = compositionOf(samples::randomPlan(20, 2, {"memset", "hash-insert"}));
    window.document()->setPlan(loaded(first, "one"));
    action->setChecked(true);
    QVERIFY(page->isVisible());
    QVERIFY(page->findChild<QLabel*>(QStringLiteral("versionHint"))->isVisible());
    const CompositionPtr second = edited(first, curation::ScaleStressor{"memset", 0.0, {{5, 10}, {}}});
    window.document()->addVersion(loaded(second, "two"));
    QVERIFY(!page->findChild<QLabel*>(QStringLiteral("versionHint"))->isVisible());
    const auto map = [&](const char* name) {
        return page->findChild<HeatmapView*>(QLatin1String(name));
    };
    QCOMPARE(map("firstVersionMap")->content().title, QStringLiteral("one"));
    QCOMPARE(map("secondVersionMap")->content().title, QStringLiteral("two"));
    QCOMPARE(map("versionDifference")->content().source->valueAt(0, 7 * kSecond), -first->mean(0, 7));
    QVERIFY(map("versionDifference")->content().diverging);
    QVERIFY(page->findChild<QLabel*>(QStringLiteral("versionSummary"))->text().contains(QStringLiteral("5 window")));
    // All three follow the view.
    window.viewState()->show({4 * kSecond, 12 * kSecond});
    for (const char* name : {"firstVersionMap", "secondVersionMap", "versionDifference"}) {
        QCOMPARE(map(name)->scale().range, (TimeRange{4 * kSecond, 12 * kSecond}));
        QCOMPARE(map(name)->plotRect().left(), map("firstVersionMap")->plotRect().left());
        QTRY_VERIFY(map(name)->isComplete());
    }
    Q_EMIT map("versionDifference")->rowClicked(1);
    QCOMPARE(window.viewState()->selectedStressor(), QStringLiteral("hash-insert"));
    action->setChecked(false);
    QVERIFY(!page->isVisible());
}

void VersionComparisonTest::choiceStaysWhenVersionsCome() {
    Document document;
    ViewState state;
    VersionComparison page(&state, &document);
    const CompositionPtr plan = compositionOf(samples::randomPlan(20, 2, {"memset", "hash-insert"}));
    for (const char* name : {"one", "two", "three"}) {
        document.addVersion(loaded(compositionOf(plan->planPtr()), name));
    }
    QCOMPARE(page.first(), document.versions()[1].id);
    QCOMPARE(page.second(), document.versions()[2].id);
    page.choose(document.versions()[0].id, document.versions()[1].id);
    document.addVersion(loaded(plan, "four"));
    QCOMPARE(page.first(), document.versions()[0].id);
    QCOMPARE(page.second(), document.versions()[1].id);
    document.removeVersion(document.versions()[0].id);
    QCOMPARE(page.second(), document.versions()[0].id);
    QVERIFY(page.first() != 0);
}

QTEST_MAIN(VersionComparisonTest)
#include "tst_versioncomparison.moc"
