// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/compositions.h"
#include "dataset/dataset.h"

#include <QtTest>
#include <numeric>
#include <set>

using namespace mimesys;
using collection::Composition;
using collection::compositionFor;
using collection::Space;

class CompositionsTest : public QObject {
    Q_OBJECT

private slots:
    void sweepTriesEveryStressorAlone_data();
    void sweepTriesEveryStressorAlone();
    void sweepReachesEveryStressorFirst();
    void rowsAddUpToAtMostOne_data();
    void rowsAddUpToAtMostOne();
    void sequenceDependsOnSeedAndIndexOnly();
    void randomCompositionsVary();
    void uniformCompositionsUseUpToHalfOfTheStressors_data();
    void uniformCompositionsUseUpToHalfOfTheStressors();
};

namespace {

std::vector<float> rowOf(const Composition& composition, const Space& space, std::size_t cpu) {
    const auto begin = composition.fractions.begin() + static_cast<std::ptrdiff_t>(cpu * space.stressors);
    return {begin, begin + static_cast<std::ptrdiff_t>(space.stressors)};
}

std::size_t nonZero(const std::vector<float>& values) {
    return static_cast<std::size_t>(std::ranges::count_if(values, [](float value) { return value > 0.0F; }));
}

void addSpaces() {
    QTest::addColumn<int>("cpus");
    QTest::addColumn<int>("stressors");
    QTest::newRow("one CPU, one stressor") << 1 << 1;
    QTest::newRow("two CPUs") << 2 << 7;
    QTest::newRow("three CPUs") << 3 << 4;
    QTest::newRow("a server") << 128 << 7;
}

}  // namespace

void CompositionsTest::uniformCompositionsUseUpToHalfOfTheStressors_data() {
    addSpaces();
}

void CompositionsTest::uniformCompositionsUseUpToHalfOfTheStressors() {
    QFETCH(int, cpus);
    QFETCH(int, stressors);
    const Space space{static_cast<std::size_t>(cpus), static_cast<std::size_t>(stressors)};
    QVERIFY(uniformFor(3, 1, space).fractions == compositionFor(3, 1, space).fractions);  // the sweep comes first
    for (std::size_t index = sweepLength(space); index < sweepLength(space) + 50; ++index) {
        const Composition composition = uniformFor(index, 1, space);
        QCOMPARE(composition.kind, dataset::kRandom);
        QVERIFY(composition.fractions == uniformFor(index, 1, space).fractions);
        std::size_t busy = 0;
        for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
            const std::vector<float> row = rowOf(composition, space, cpu);
            QVERIFY(std::accumulate(row.begin(), row.end(), 0.0F) <= 1.0F + 1e-5F);
            QVERIFY(nonZero(row) <= space.stressors - space.stressors / 2);
            busy += nonZero(row) > 0 ? 1 : 0;
        }
        QVERIFY(busy <= std::max<std::size_t>(1, space.cpus - 1));
    }
}

void CompositionsTest::sweepTriesEveryStressorAlone_data() {
    addSpaces();
}

void CompositionsTest::sweepTriesEveryStressorAlone() {
    QFETCH(int, cpus);
    QFETCH(int, stressors);
    const Space space{static_cast<std::size_t>(cpus), static_cast<std::size_t>(stressors)};
    using Setting = std::tuple<std::size_t, std::size_t, float>;  // stressor, busy CPUs, fraction
    std::set<Setting> seen;
    for (std::size_t index = 1; index < sweepLength(space); ++index) {
        const Composition composition = compositionFor(index, 1, space);
        QCOMPARE(composition.kind, dataset::kSweep);
        std::set<std::size_t> used;
        std::set<float> fractions;
        for (std::size_t i = 0; i < composition.fractions.size(); ++i) {
            if (composition.fractions[i] > 0.0F) {
                used.insert(i % space.stressors);
                fractions.insert(composition.fractions[i]);
            }
        }
        QCOMPARE(used.size(), std::size_t{1});
        QCOMPARE(fractions.size(), std::size_t{1});
        seen.emplace(*used.begin(), nonZero(composition.fractions), *fractions.begin());
    }
    QCOMPARE(seen.size(), sweepLength(space) - 1);  // no setting twice
    for (std::size_t stressor = 0; stressor < space.stressors; ++stressor) {
        for (const float fraction : {0.1F, 0.25F, 0.5F, 0.75F, 1.0F}) {
            QVERIFY(seen.contains({stressor, space.cpus, fraction}));
            QVERIFY(seen.contains({stressor, 1, fraction}));
        }
    }
    QCOMPARE(nonZero(compositionFor(0, 1, space).fractions), std::size_t{0});
    QCOMPARE(compositionFor(sweepLength(space), 1, space).kind, dataset::kRandom);
}

void CompositionsTest::sweepReachesEveryStressorFirst() {
    const Space space{2, 5};
    std::set<std::size_t> used;
    for (std::size_t index = 1; index <= space.stressors; ++index) {
        const Composition composition = compositionFor(index, 1, space);
        const auto row = rowOf(composition, space, 0);
        used.insert(static_cast<std::size_t>(std::ranges::max_element(row) - row.begin()));
    }
    QCOMPARE(used.size(), space.stressors);
}

void CompositionsTest::rowsAddUpToAtMostOne_data() {
    addSpaces();
}

void CompositionsTest::rowsAddUpToAtMostOne() {
    QFETCH(int, cpus);
    QFETCH(int, stressors);
    const Space space{static_cast<std::size_t>(cpus), static_cast<std::size_t>(stressors)};
    for (std::size_t index = 0; index < sweepLength(space) + 500; ++index) {
        const Composition composition = compositionFor(index, 42, space);
        QCOMPARE(composition.fractions.size(), space.size());
        for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
            const auto row = rowOf(composition, space, cpu);
            QVERIFY(std::ranges::all_of(row, [](float fraction) { return fraction >= 0.0F; }));
            QVERIFY(std::accumulate(row.begin(), row.end(), 0.0) <= 1.0 + 1e-6);
        }
    }
}

void CompositionsTest::sequenceDependsOnSeedAndIndexOnly() {
    const Space space{4, 6};
    const std::size_t index = sweepLength(space) + 17;
    QCOMPARE(compositionFor(index, 5, space).fractions, compositionFor(index, 5, space).fractions);
    QVERIFY(compositionFor(index, 5, space).fractions != compositionFor(index, 6, space).fractions);
    QVERIFY(compositionFor(index, 5, space).fractions != compositionFor(index + 1, 5, space).fractions);
}

void CompositionsTest::randomCompositionsVary() {
    const Space space{4, 6};
    int oneCpu = 0;
    int allCpus = 0;
    int fewStressors = 0;
    int manyStressors = 0;
    std::array<int, 4> levels{};
    for (std::size_t i = 0; i < 400; ++i) {
        const Composition composition = compositionFor(sweepLength(space) + i, 1, space);
        std::size_t busy = 0;
        for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
            const auto row = rowOf(composition, space, cpu);
            const double level = std::accumulate(row.begin(), row.end(), 0.0);
            busy += level > 0.0 ? 1 : 0;
            fewStressors += nonZero(row) == 1 ? 1 : 0;
            manyStressors += nonZero(row) > 3 ? 1 : 0;
            ++levels[std::min<std::size_t>(3, static_cast<std::size_t>(level * 4.0))];
        }
        oneCpu += busy == 1 ? 1 : 0;
        allCpus += busy == space.cpus ? 1 : 0;
    }
    QVERIFY(oneCpu > 20);
    QVERIFY(allCpus > 120);
    QVERIFY(fewStressors > 100);
    QVERIFY(manyStressors > 50);
    for (const int level : levels) {
        QVERIFY(level > 150);
    }
}

QTEST_GUILESS_MAIN(CompositionsTest)
#include "tst_compositions.moc"
