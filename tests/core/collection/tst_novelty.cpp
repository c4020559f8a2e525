// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/candidates.h"
#include "collection/coverage.h"
#include "collection/hull.h"
#include "collection/novelty.h"
#include "collection/selection.h"
#include "core/dataset/builddataset.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <numeric>
#include <set>

using namespace mimesys;
using namespace mimesys::collection;
using Eigen::Index;

class NoveltyTest : public QObject {
    Q_OBJECT

private slots:
    void farthestPointsAreThoseOfASearch();
    void farthestPointsTakeEverythingOnce();
    void nearestDistancesAreThoseOfASearch();
    void densityIsTheSumOfItsKernels();
    void disagreementGrowsWithTheSpread();
    void hullHoldsWhatLiesWithin();
    void hullOfALineIsEmpty();
    void coverageCountsCells();
    void saturationNeedsSeveralQuietRounds();
    void surrogateLearnsSums();
    void candidatesAreValid_data();
    void candidatesAreValid();
    void unionsLeaveRowsWhole();
    void knownCompositionsAreNotProposedAgain();
    void choiceDependsOnDataAndSeedOnly();
    void stretchesAreVariationsBetweenWhatWasChosen();
};

namespace {

Eigen::MatrixXd randomPoints(Index rows, Index columns, std::uint64_t seed) {
    Random random(seed);
    Eigen::MatrixXd points(rows, columns);
    for (double& value : points.reshaped()) {
        value = random.uniform();
    }
    return points;
}

// A machine whose cores are as busy as their rows say and whose disk follows the last stressor.
dataset::Dataset exampleData(std::size_t cpus, std::size_t stressors, std::size_t samples) {
    std::vector<std::string> names;
    std::vector<std::string> ids;
    for (std::size_t stressor = 0; stressor < stressors; ++stressor) {
        names.push_back("stressor-" + std::to_string(stressor));
    }
    for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
        ids.push_back(cpuUtilizationId(static_cast<int>(cpu)));
    }
    ids.emplace_back("disk.read");
    ids.emplace_back("memory.read_bandwidth");
    DatasetBuilder builder(cpus, names, ids);
    const Space space{cpus, stressors};
    for (std::size_t sample = 0; sample < samples; ++sample) {
        const Composition composition = compositionFor(sample, 7, space);
        std::vector<float> mean;
        float disk = 0.0F;
        float memory = 0.0F;
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            const auto row = std::span(composition.fractions).subspan(cpu * stressors, stressors);
            mean.push_back(100.0F * std::accumulate(row.begin(), row.end(), 0.0F));
            disk += 50.0F * row.back();
            memory += 3.0F * row.front();
        }
        mean.push_back(disk);
        mean.push_back(memory);
        builder.add(composition.fractions, mean, {}, composition.kind);
    }
    return builder.dataset();
}

// Everything that is needed to make candidates.
struct Bench {
    explicit Bench(dataset::Dataset example)
        : data(std::move(example)),
          layout(layoutOf(data)),
          space(data),
          points(space.points(data)),
          surrogate(featuresOf(data, layout), points, {.trees = 5, .seed = 3}),
          coverage(coverageOf(space, points, {}, allPairs(space))),
          pool{data, layout, space, points, surrogate} {}

    dataset::Dataset data;
    Layout layout;
    MetricSpace space;
    Eigen::MatrixXd points;
    Surrogate surrogate;
    Coverage coverage;
    Pool pool;
};

void verifyRows(const std::vector<Composition>& compositions, const Space& space) {
    for (const Composition& composition : compositions) {
        QCOMPARE(composition.fractions.size(), space.size());
        for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
            const auto row = std::span(composition.fractions).subspan(cpu * space.stressors, space.stressors);
            QVERIFY(std::ranges::all_of(row, [](float fraction) { return fraction >= 0.0F && fraction <= 1.0F; }));
            QVERIFY(std::accumulate(row.begin(), row.end(), 0.0) <= 1.0 + 1e-5);
        }
    }
}

}  // namespace

void NoveltyTest::farthestPointsAreThoseOfASearch() {
    const Eigen::MatrixXd candidates = randomPoints(60, 4, 1);
    const Eigen::VectorXd weighted = randomPoints(60, 1, 2);
    std::vector<std::size_t> naive;
    while (naive.size() < 20) {
        double most = -1.0;
        std::size_t best = 0;
        for (std::size_t i = 0; i < 60; ++i) {
            double distance = weighted(static_cast<Index>(i));
            bool taken = false;
            for (const std::size_t other : naive) {
                taken = taken || other == i;
                distance = std::min(
                    distance,
                    (candidates.row(static_cast<Index>(i)) - candidates.row(static_cast<Index>(other))).norm());
            }
            if (!taken && distance > most) {
                most = distance;
                best = i;
            }
        }
        naive.push_back(best);
    }
    QCOMPARE(farthestPoints(candidates, weighted, 20), naive);
}

void NoveltyTest::farthestPointsTakeEverythingOnce() {
    const Eigen::MatrixXd copies = Eigen::MatrixXd::Constant(5, 2, 0.3);
    const std::vector<std::size_t> all = farthestPoints(copies, Eigen::VectorXd::Ones(5), 9);
    QCOMPARE(std::set<std::size_t>(all.begin(), all.end()).size(), std::size_t{5});
    QVERIFY(farthestPoints(Eigen::MatrixXd(0, 2), Eigen::VectorXd(0), 3).empty());
}

void NoveltyTest::nearestDistancesAreThoseOfASearch() {
    const Eigen::MatrixXd places = randomPoints(40, 9, 3);
    const Eigen::MatrixXd points = randomPoints(500, 9, 4);
    const Eigen::VectorXd distances = nearestDistances(places, points);
    for (Index i = 0; i < places.rows(); ++i) {
        const double naive = (points.rowwise() - places.row(i)).rowwise().norm().minCoeff();
        QVERIFY(std::abs(distances(i) - naive) < 1e-12);
    }
    QVERIFY(std::isinf(nearestDistances(places, Eigen::MatrixXd(0, 9))(0)));
}

void NoveltyTest::densityIsTheSumOfItsKernels() {
    const Eigen::MatrixXd points = randomPoints(130, 3, 5);
    const Eigen::MatrixXd places = randomPoints(70, 3, 6);
    const Eigen::VectorXd logarithms = Density(points).logarithms(places);
    const double factor = std::pow(130.0, -1.0 / 7.0);
    const Eigen::RowVectorXd mean = points.colwise().mean();
    const Eigen::RowVectorXd width = factor * ((points.rowwise() - mean).colwise().squaredNorm() / 129.0).cwiseSqrt();
    for (Index i = 0; i < places.rows(); ++i) {
        double sum = 0.0;
        for (Index n = 0; n < points.rows(); ++n) {
            double kernel = 1.0 / 130.0;
            for (Index axis = 0; axis < 3; ++axis) {
                const double u = (places(i, axis) - points(n, axis)) / width(axis);
                kernel *= std::exp(-0.5 * u * u) / (width(axis) * std::sqrt(2.0 * std::numbers::pi));
            }
            sum += kernel;
        }
        QVERIFY(std::abs(logarithms(i) - std::log(sum + 1e-12)) < 1e-9);
    }
    // Where nothing is, the floor of the density speaks.
    QCOMPARE(Density(points).logarithms(Eigen::MatrixXd::Constant(1, 3, 50.0))(0), std::log(1e-12));
}

void NoveltyTest::disagreementGrowsWithTheSpread() {
    const Eigen::MatrixXd same = Eigen::MatrixXd::Constant(10, 2, 0.4);
    const Eigen::RowVectorXd deviation = Eigen::RowVectorXd::Constant(2, 0.5);
    QVERIFY(std::abs(disagreement(same, deviation)) < 1e-12);
    Eigen::MatrixXd apart(2, 1);
    apart << 0.0, 1.0;  // variance 1/2, in units of 0.5: 2
    QVERIFY(std::abs(disagreement(apart, Eigen::RowVectorXd::Constant(1, 0.5)) - std::log(3.0)) < 1e-12);
}

void NoveltyTest::hullHoldsWhatLiesWithin() {
    Eigen::MatrixX2d points(6, 2);
    points << 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.5, 1.5, 0.0, 1.0, 0.5, 0.5;
    const Hull hull(points);
    QCOMPARE(hull.corners().size(), std::size_t{5});
    const auto inside = [](double x, double y) {  // the pentagon
        return x >= 0.0 && x <= 1.0 && y >= 0.0 && y <= 1.0 + std::min(x, 1.0 - x);
    };
    for (int i = -2; i <= 12; ++i) {
        for (int j = -2; j <= 17; ++j) {
            const double x = i / 10.0 + 0.013;
            const double y = j / 10.0 + 0.017;
            QCOMPARE(hull.contains(x, y), inside(x, y));
        }
    }
    QVERIFY(hull.contains(0.0, 0.5));  // the border belongs to it
}

void NoveltyTest::hullOfALineIsEmpty() {
    Eigen::MatrixX2d line(4, 2);
    line << 0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 0.5, 0.5;
    QVERIFY(Hull(line).empty());
    QVERIFY(Hull(Eigen::MatrixX2d(2, 2)).empty());
    QVERIFY(!Hull(line).contains(0.5, 0.5));
}

void NoveltyTest::coverageCountsCells() {
    const dataset::Dataset data = exampleData(2, 3, 60);
    const Coverage coverage = coverageOf(data);
    const MetricSpace space(data);
    QCOMPARE(coverage.pairs.size(), allPairs(space).size());
    for (const PairCoverage& pair : coverage.pairs) {
        QCOMPARE(std::accumulate(pair.counts.begin(), pair.counts.end(), 0U), 60U);
        QVERIFY(pair.occupied() <= pair.reachable());
        QVERIFY(pair.share() > 0.0 && pair.share() <= 1.0);
        QVERIFY(std::ranges::is_sorted(pair.xEdges) && pair.xEdges.size() == kCellsPerAxis + 1);
    }
    QCOMPARE(coverage.occupiedByRound, std::vector<std::size_t>{coverage.occupied()});
    QVERIFY(coverageOf(dataset::Dataset{}).pairs.empty());
}

void NoveltyTest::saturationNeedsSeveralQuietRounds() {
    Coverage coverage;
    coverage.occupiedByRound = {500, 900, 1000, 1001, 1002, 1003, 1004};
    QVERIFY(saturated(coverage));  // four rounds brought 4 of 1004
    coverage.occupiedByRound.back() = 1020;
    QVERIFY(!saturated(coverage));
    coverage.occupiedByRound = {1000, 1000, 1000};
    QVERIFY(!saturated(coverage));
}

void NoveltyTest::surrogateLearnsSums() {
    const Bench bench(exampleData(4, 3, 400));
    const Eigen::MatrixXd means = bench.surrogate.means(featuresOf(bench.data, bench.layout));
    const double error = (means - bench.points).cwiseAbs().mean();
    QVERIFY2(error < 0.05, qPrintable(QString::number(error)));
}

void NoveltyTest::candidatesAreValid_data() {
    QTest::addColumn<int>("cpus");
    QTest::addColumn<int>("stressors");
    QTest::newRow("one CPU, one stressor") << 1 << 1;
    QTest::newRow("two CPUs") << 2 << 7;
    QTest::newRow("a server") << 128 << 3;
}

void NoveltyTest::candidatesAreValid() {
    QFETCH(int, cpus);
    QFETCH(int, stressors);
    const Bench bench(exampleData(static_cast<std::size_t>(cpus), static_cast<std::size_t>(stressors), 80));
    Known known;
    Random random(11);
    const Candidates novel = novelCandidates(bench.pool, bench.coverage, 60, known, random);
    const Candidates gaps = gapCandidates(bench.pool, bench.coverage, 60, known, random);
    QVERIFY(!novel.compositions.empty());
    for (const Candidates* candidates : {&novel, &gaps}) {
        verifyRows(candidates->compositions, bench.layout.space);
        QCOMPARE(static_cast<std::size_t>(candidates->predicted.rows()), candidates->compositions.size());
        QVERIFY(candidates->predicted.allFinite());
    }
}

void NoveltyTest::unionsLeaveRowsWhole() {
    const Layout layout{{4, 2}, {0, 0, 1, 1}, 2};
    const std::vector<float> first{0.5F, 0.25F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F};
    const std::vector<float> second{0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.75F, 0.0F, 0.0F};
    Random random(5);
    for (int i = 0; i < 20; ++i) {
        const std::vector<float> together = unionOf(first, second, layout, random);
        QCOMPARE(std::accumulate(together.begin(), together.end(), 0.0F), 1.5F);
        // Each stays on its socket.
        QCOMPARE(std::accumulate(together.begin(), together.begin() + 4, 0.0F), 0.75F);
        QCOMPARE(std::ranges::count(together, 0.75F), 1);
    }
}

void NoveltyTest::knownCompositionsAreNotProposedAgain() {
    Known known;
    QVERIFY(known.insert(std::vector<float>{0.5F, 0.25F}));
    QVERIFY(!known.insert(std::vector<float>{0.5F, 0.25F}));
    QVERIFY(!known.insert(std::vector<float>{0.501F, 0.251F}));
    QVERIFY(known.insert(std::vector<float>{0.51F, 0.25F}));
}

void NoveltyTest::choiceDependsOnDataAndSeedOnly() {
    const Bench bench(exampleData(3, 4, 120));
    const auto choose = [&](std::uint64_t seed) {
        std::vector<std::vector<float>> fractions;
        for (const Stretch& stretch : chooseNovel(bench.data, bench.space, bench.coverage, 17, seed).stretches) {
            std::ranges::transform(stretch, std::back_inserter(fractions), &Composition::fractions);
        }
        return fractions;
    };
    const auto chosen = choose(1);
    QCOMPARE(chosen.size(), std::size_t{17});
    QVERIFY(chosen == choose(1));
    QVERIFY(chosen != choose(2));
    // What begins each of the four stretches comes again.
    QCOMPARE(std::set(chosen.begin(), chosen.end()).size(), chosen.size() - 4);
}

void NoveltyTest::stretchesAreVariationsBetweenWhatWasChosen() {
    const Bench bench(exampleData(3, 4, 120));
    const ChosenRound round = chooseNovel(bench.data, bench.space, bench.coverage, 16, 1);
    QCOMPARE(round.stretches.size(), std::size_t{4});
    QCOMPARE(round.stretches.back().size(), std::size_t{1});
    // Three compositions and their variations, and one by itself.
    QCOMPARE(round.predicted.rows(), Eigen::Index{3 * 4 + 1});
    QVERIFY(round.predicted.allFinite());
    for (std::size_t i = 0; i < 3; ++i) {
        const Stretch& stretch = round.stretches[i];
        QCOMPARE(stretch.size(), kStretchSamples);
        verifyRows(stretch, bench.layout.space);
        QCOMPARE(stretch.back().fractions, stretch.front().fractions);
        QCOMPARE(stretch.back().kind, stretch.front().kind);
        QVERIFY(stretch.front().kind != dataset::kVariation);
        for (std::size_t k = 1; k + 1 < stretch.size(); ++k) {
            QCOMPARE(stretch[k].kind, dataset::kVariation);
            QVERIFY(stretch[k].fractions != stretch[k - 1].fractions);
        }
    }
}

QTEST_GUILESS_MAIN(NoveltyTest)
#include "tst_novelty.moc"
