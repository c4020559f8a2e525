// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "collection/response.h"

#include <QtTest>
#include <cmath>
#include <functional>
#include <numbers>

using namespace mimesys;
using collection::DoseStatistics;
using collection::Response;

// The statistics behind "driven", "monotone" and "saturates".
class ResponseTest : public QObject {
    Q_OBJECT

private slots:
    void statisticsLeaveOutWhatIsMissing();
    void studentsChanceIsThatOfTheTables_data();
    void studentsChanceIsThatOfTheTables();
    void monotoneChanceOfTwoLevelsIsHalfOfStudents();
    void monotoneChanceIsThatOfSimulatedFlatCurves();
    void isotonicFitIsTheMinimaxOfBlockMeans();
    void noiseIsSeldomTakenForAnEffect_data();
    void noiseIsSeldomTakenForAnEffect();
    void noiseThatDependsOnTheDoseIsSeldomTakenForAnEffect_data();
    void noiseThatDependsOnTheDoseIsSeldomTakenForAnEffect();
    void effectsAreFoundInNoise_data();
    void effectsAreFoundInNoise();
    void exactCurvesAreJudgedByTheirMeans_data();
    void exactCurvesAreJudgedByTheirMeans();
    void unmeasuredEndsJudgeNothing();
    void missingDoseInTheMiddleTakesNoPart();
};

namespace {

const std::vector<double> kDoses{0.0, 0.1, 0.25, 0.5, 0.75, 1.0};
using Curve = std::function<double(double)>;

double normal(Random& random) {
    return std::sqrt(-2.0 * std::log(1.0 - random.uniform())) * std::cos(2.0 * std::numbers::pi * random.uniform());
}

std::vector<DoseStatistics> measure(Random& random, const Curve& curve, const Curve& noise) {
    constexpr int kCount = 4;  // visits of a dose
    std::vector<DoseStatistics> measured;
    for (const double dose : kDoses) {
        std::vector<double> values;
        for (int i = 0; i < kCount; ++i) {
            values.push_back(curve(dose) + noise(dose) * normal(random));
        }
        measured.push_back(collection::statisticsOf(values));
    }
    return measured;
}

// Definition of the weighted isotonic regression (Robertson, Wright and Dykstra 1988, theorem 1.4.4).
std::vector<double> minimaxFit(const std::vector<double>& values, const std::vector<double>& weights) {
    std::vector<double> fit;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double highest = -INFINITY;
        for (std::size_t first = 0; first <= i; ++first) {
            double lowest = INFINITY;
            for (std::size_t last = i; last < values.size(); ++last) {
                double sum = 0.0;
                double weight = 0.0;
                for (std::size_t k = first; k <= last; ++k) {
                    sum += weights[k] * values[k];
                    weight += weights[k];
                }
                lowest = std::min(lowest, sum / weight);
            }
            highest = std::max(highest, lowest);
        }
        fit.push_back(highest);
    }
    return fit;
}

std::vector<DoseStatistics> exact(const std::vector<double>& means) {
    std::vector<DoseStatistics> measured;
    for (const double mean : means) {
        measured.push_back({6, mean, 0.0});
    }
    return measured;
}

}  // namespace

void ResponseTest::statisticsLeaveOutWhatIsMissing() {
    const auto some = collection::statisticsOf(std::vector{1.0, std::nan(""), 3.0, 5.0});
    QCOMPARE(some.count, 3);
    QCOMPARE(some.mean, 3.0);
    QCOMPARE(some.deviation, 2.0);
    const auto one = collection::statisticsOf(std::vector{std::nan(""), 4.0});
    QCOMPARE(one.count, 1);
    QCOMPARE(one.mean, 4.0);
    QVERIFY(std::isnan(one.deviation));
    const auto none = collection::statisticsOf(std::vector{std::nan("")});
    QCOMPARE(none.count, 0);
    QVERIFY(std::isnan(none.mean));
}

void ResponseTest::studentsChanceIsThatOfTheTables_data() {
    QTest::addColumn<double>("t");
    QTest::addColumn<double>("freedom");
    QTest::addColumn<double>("chance");
    QTest::newRow("5 % at 10") << 2.228 << 10.0 << 0.05;
    QTest::newRow("5 % at 1") << 12.706 << 1.0 << 0.05;
    QTest::newRow("0.1 % at 5") << 6.869 << 5.0 << 0.001;
    QTest::newRow("1 % of the other side at 30") << -2.750 << 30.0 << 0.01;
    QTest::newRow("nothing") << 0.0 << 7.0 << 1.0;
}

void ResponseTest::studentsChanceIsThatOfTheTables() {
    QFETCH(double, t);
    QFETCH(double, freedom);
    QFETCH(double, chance);
    const double found = collection::studentChance(t, freedom);
    QVERIFY2(std::abs(found - chance) < 1e-3 * chance, qPrintable(QString::number(found)));
}

void ResponseTest::monotoneChanceOfTwoLevelsIsHalfOfStudents() {
    for (const double t : {0.5, 2.0, 4.5}) {
        // One violated order of two means of one variance is one side of the t-test.
        QVERIFY(std::abs(collection::monotoneChance(t * t, 2, 10.0) - collection::studentChance(t, 10.0) / 2.0) < 1e-9);
    }
    QCOMPARE(collection::monotoneChance(0.0, 6, 30.0), 1.0);
}

void ResponseTest::monotoneChanceIsThatOfSimulatedFlatCurves() {
    constexpr int kRuns = 20'000;
    constexpr std::size_t kLevels = 6;
    constexpr double kFreedom = 30.0;
    Random random(1);
    std::vector<double> sums;
    for (int run = 0; run < kRuns; ++run) {
        std::vector<double> means;
        for (std::size_t i = 0; i < kLevels; ++i) {
            means.push_back(normal(random));
        }
        double variance = 0.0;
        for (int i = 0; i < static_cast<int>(kFreedom); ++i) {
            variance += std::pow(normal(random), 2.0) / kFreedom;
        }
        const auto fit = collection::isotonicFit(means, std::vector(kLevels, 1.0));
        double sum = 0.0;
        for (std::size_t i = 0; i < kLevels; ++i) {
            sum += std::pow(means[i] - fit[i], 2.0) / variance;
        }
        sums.push_back(sum);
    }
    for (const double threshold : {1.0, 4.0, 8.0, 12.0}) {
        const double share =
            static_cast<double>(std::ranges::count_if(sums, [&](double sum) { return sum >= threshold; })) / kRuns;
        const double chance = collection::monotoneChance(threshold, kLevels, kFreedom);
        // Four standard errors of the simulated share.
        QVERIFY2(std::abs(share - chance) < 4.0 * std::sqrt(chance * (1.0 - chance) / kRuns),
                 qPrintable(QStringLiteral("%1: %2, simulated %3").arg(threshold).arg(chance).arg(share)));
    }
}

void ResponseTest::isotonicFitIsTheMinimaxOfBlockMeans() {
    Random random(2);
    for (int run = 0; run < 500; ++run) {
        std::vector<double> values;
        std::vector<double> weights;
        for (std::uint64_t i = 0, count = 1 + random.below(12); i < count; ++i) {
            // Ties among them.
            values.push_back(static_cast<double>(random.below(6)));
            weights.push_back(0.1 + random.uniform());
        }
        const auto fit = collection::isotonicFit(values, weights);
        const auto expected = minimaxFit(values, weights);
        QCOMPARE(fit.size(), values.size());
        QVERIFY(std::ranges::is_sorted(fit));
        for (std::size_t i = 0; i < fit.size(); ++i) {
            QVERIFY(std::abs(fit[i] - expected[i]) < 1e-9);
        }
    }
}

void ResponseTest::noiseIsSeldomTakenForAnEffect_data() {
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("level");
    QTest::newRow("flat") << 0.0 << 50.0;
    QTest::newRow("flat at zero") << 0.0 << 0.0;
    QTest::newRow("faint rise") << 0.5 << 50.0;
    QTest::newRow("rise") << 20.0 << 50.0;
    QTest::newRow("fall") << -20.0 << 50.0;
}

void ResponseTest::noiseIsSeldomTakenForAnEffect() {
    QFETCH(double, slope);
    QFETCH(double, level);
    constexpr int kRuns = 4000;
    Random random(3);
    int driven = 0;
    int broken = 0;
    for (int run = 0; run < kRuns; ++run) {
        const auto measured = measure(
            random, [&](double dose) { return level + slope * dose; }, [](double) { return 2.0; });
        const Response response = collection::judge(kDoses, measured);
        driven += response.driven ? 1 : 0;
        broken += response.monotone ? 0 : 1;
    }
    // One in a thousand is promised; the borrowed variance makes it somewhat more or less.
    QVERIFY2(broken <= kRuns * 3 / 1000, qPrintable(QString::number(broken)));
    if (slope == 0.0) {
        QVERIFY2(driven <= kRuns * 3 / 1000, qPrintable(QString::number(driven)));
    }
}

void ResponseTest::noiseThatDependsOnTheDoseIsSeldomTakenForAnEffect_data() {
    QTest::addColumn<double>("idle");
    QTest::addColumn<double>("perDose");
    QTest::newRow("grows") << 0.5 << 5.0;
    QTest::newRow("only with a dose") << 0.0 << 5.0;
    QTest::newRow("falls") << 5.0 << -4.5;
    QTest::newRow("only below the full dose") << 5.0 << -5.0;
}

void ResponseTest::noiseThatDependsOnTheDoseIsSeldomTakenForAnEffect() {
    QFETCH(double, idle);
    QFETCH(double, perDose);
    constexpr int kRuns = 20'000;
    Random random(5);
    int driven = 0;
    int broken = 0;
    for (int run = 0; run < kRuns; ++run) {
        const Response response = collection::judge(
            kDoses, measure(
                        random, [](double) { return 50.0; }, [&](double dose) { return idle + perDose * dose; }));
        driven += response.driven ? 1 : 0;
        broken += response.monotone ? 0 : 1;
    }
    // Two in a thousand are promised.
    QVERIFY2(driven <= kRuns * 3 / 1000, qPrintable(QString::number(driven)));
    QVERIFY2(broken <= kRuns * 3 / 1000, qPrintable(QString::number(broken)));
}

void ResponseTest::effectsAreFoundInNoise_data() {
    QTest::addColumn<QString>("shape");
    QTest::addColumn<bool>("monotone");
    QTest::addColumn<double>("ninety");
    QTest::newRow("line") << "line" << true << 1.0;
    QTest::newRow("falling line") << "fall" << true << 1.0;
    QTest::newRow("knee at a quarter") << "knee" << true << 0.25;
    QTest::newRow("hump") << "hump" << false << 0.5;
}

void ResponseTest::effectsAreFoundInNoise() {
    QFETCH(QString, shape);
    QFETCH(bool, monotone);
    QFETCH(double, ninety);
    const Curve curve = [&](double dose) {
        if (shape == "knee") {
            return 100.0 * std::min(1.0, 4.0 * dose);
        }
        if (shape == "hump") {
            return 60.0 * dose + (dose == 0.5 ? 60.0 : 0.0);
        }
        return shape == "fall" ? 200.0 - 100.0 * dose : 100.0 * dose;
    };
    Random random(4);
    for (int run = 0; run < 500; ++run) {
        const Response response = collection::judge(kDoses, measure(random, curve, [](double) { return 3.0; }));
        QVERIFY(response.measured && response.driven);
        QCOMPARE(response.monotone, monotone);
        QVERIFY(std::abs(response.gain - (curve(1.0) - curve(0.0))) < 10.0);
        if (monotone) {
            QCOMPARE(response.ninetyPercentDose, ninety);
            QCOMPARE(response.saturates, ninety < 0.9);
        }
    }
}

void ResponseTest::exactCurvesAreJudgedByTheirMeans_data() {
    QTest::addColumn<QVector<double>>("means");
    QTest::addColumn<bool>("driven");
    QTest::addColumn<bool>("monotone");
    QTest::newRow("nothing at all") << QVector<double>{0, 0, 0, 0, 0, 0} << false << true;
    QTest::newRow("stands still") << QVector<double>{7, 7, 7, 7, 7, 7} << false << true;
    QTest::newRow("below the resolution") << QVector<double>{1e6, 1e6, 1e6, 1e6, 1e6, 1e6 + 100} << false << true;
    QTest::newRow("line") << QVector<double>{0, 10, 25, 50, 75, 100} << true << true;
    QTest::newRow("from nothing") << QVector<double>{0, 0, 0, 0, 0, 1e-3} << true << true;
    QTest::newRow("dip below a twentieth") << QVector<double>{0, 10, 25, 53, 51, 100} << true << true;
    QTest::newRow("dip") << QVector<double>{0, 10, 60, 30, 75, 100} << true << false;
    QTest::newRow("falls back at full dose") << QVector<double>{0, 10, 25, 50, 75, 20} << true << false;
    QTest::newRow("falling") << QVector<double>{100, 80, 60, 60, 20, 10} << true << true;
}

void ResponseTest::exactCurvesAreJudgedByTheirMeans() {
    QFETCH(QVector<double>, means);
    const Response response = collection::judge(kDoses, exact({means.begin(), means.end()}));
    QVERIFY(response.measured);
    QTEST(response.driven, "driven");
    QTEST(response.monotone, "monotone");
    QCOMPARE(response.idle, means.first());
    QCOMPARE(response.gain, means.last() - means.first());
    QVERIFY(std::ranges::all_of(response.fitted, [](double value) { return std::isfinite(value); }));
}

void ResponseTest::unmeasuredEndsJudgeNothing() {
    auto measured = exact({0, 10, 25, 50, 75, 100});
    measured.back() = {1, 100.0, std::nan("")};
    QVERIFY(!collection::judge(kDoses, measured).measured);
    measured = exact({0, 10, 25, 50, 75, 100});
    measured.front() = {};
    const Response response = collection::judge(kDoses, measured);
    QVERIFY(!response.measured);
    QVERIFY(!response.driven);
    QVERIFY(response.monotone);
}

void ResponseTest::missingDoseInTheMiddleTakesNoPart() {
    auto measured = exact({0, 10, 25, 50, 75, 100});
    measured[3] = {};
    const Response response = collection::judge(kDoses, measured);
    QVERIFY(response.measured && response.driven && response.monotone);
    QVERIFY(std::isnan(response.fitted[3]));
    QCOMPARE(response.fitted[4], 75.0);
}

QTEST_GUILESS_MAIN(ResponseTest)
#include "tst_response.moc"
