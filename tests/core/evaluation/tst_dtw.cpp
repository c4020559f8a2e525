// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/evaluation/naivedtw.h"
#include "evaluation/dtw.h"

#include <QtTest>

using namespace mimesys;
using evaluation::dtwDistance;
using Values = std::vector<double>;

class DtwTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithHandComputedExamples_data();
    void agreesWithHandComputedExamples();
    void agreesWithTheRecurrenceOnRandomSeries();
    void isZeroForASeriesAndItself();
    void isSymmetric();
    void narrowerBandIsNeverCloser();
    void bandIsWidenedUntilAPathExists();
    void ignoresAShiftThatRmseWouldPunish();
    void stopEndsALongComparison();
};

namespace {

Values randomSeries(Random& random, std::size_t length) {
    Values values(length);
    std::ranges::generate(values, [&] { return random.uniform(); });
    return values;
}

}  // namespace

void DtwTest::agreesWithHandComputedExamples_data() {
    QTest::addColumn<QVector<double>>("x");
    QTest::addColumn<QVector<double>>("y");
    QTest::addColumn<int>("band");
    QTest::addColumn<double>("expected");
    using V = QVector<double>;
    QTest::newRow("one value each: the diagonal counts twice, over 2") << V{0.25} << V{1.0} << 0 << 0.75;
    QTest::newRow("constant offset is its own average") << V{0, 0, 0} << V{0.5, 0.5, 0.5} << 0 << 0.5;
    QTest::newRow("repeated value is free") << V{0, 1, 1} << V{0, 0, 1} << 0 << 0.0;
    // (0,0) costs nothing, then 1 meets 0 once by an up step and 0 is reached on the diagonal.
    QTest::newRow("spike against nothing") << V{0, 1, 0} << V{0, 0, 0} << 0 << 1.0 / 6.0;
    // (1−0) twice from the corner, then 2−1, then 3−1: 2·|1−2| + |2−2| + |3−2| = 3 over 4 values.
    QTest::newRow("different lengths") << V{1, 2, 3} << V{2} << 0 << 3.0 / 4.0;
    QTest::newRow("shift by two, free without a band") << V{0, 1, 0, 0, 0} << V{0, 0, 0, 1, 0} << 0 << 0.0;
    QTest::newRow("shift by two, out of a band of one") << V{0, 1, 0, 0, 0} << V{0, 0, 0, 1, 0} << 1 << 0.2;
}

void DtwTest::agreesWithHandComputedExamples() {
    QFETCH(QVector<double>, x);
    QFETCH(QVector<double>, y);
    QFETCH(int, band);
    QFETCH(double, expected);
    const Values left(x.begin(), x.end());
    const Values right(y.begin(), y.end());
    QVERIFY(std::abs(dtwDistance(left, right, static_cast<std::size_t>(band)).value() - expected) < 1e-12);
}

void DtwTest::agreesWithTheRecurrenceOnRandomSeries() {
    Random random(7);
    for (int round = 0; round < 300; ++round) {
        const Values x = randomSeries(random, 1 + random.below(40));
        const Values y = randomSeries(random, 1 + random.below(40));
        const std::size_t band = random.below(12);
        const double fast = dtwDistance(x, y, band).value();
        const double slow = naiveDtw(x, y, band);
        QVERIFY2(std::abs(fast - slow) < 1e-12, qPrintable(QString("n %1 m %2 band %3: %4 instead of %5")
                                                               .arg(x.size())
                                                               .arg(y.size())
                                                               .arg(band)
                                                               .arg(fast, 0, 'g', 17)
                                                               .arg(slow, 0, 'g', 17)));
    }
}

void DtwTest::isZeroForASeriesAndItself() {
    Random random(11);
    for (const std::size_t length : {1U, 2U, 3U, 17U, 300U}) {
        const Values x = randomSeries(random, length);
        QCOMPARE(dtwDistance(x, x).value(), 0.0);
        QCOMPARE(dtwDistance(x, x, 1).value(), 0.0);
    }
}

void DtwTest::isSymmetric() {
    Random random(13);
    for (int round = 0; round < 50; ++round) {
        const Values x = randomSeries(random, 1 + random.below(60));
        const Values y = randomSeries(random, 1 + random.below(60));
        QCOMPARE(dtwDistance(x, y, 5).value(), dtwDistance(y, x, 5).value());
        QCOMPARE(dtwDistance(x, y).value(), dtwDistance(y, x).value());
    }
}

void DtwTest::narrowerBandIsNeverCloser() {
    Random random(17);
    const Values x = randomSeries(random, 120);
    const Values y = randomSeries(random, 100);
    double wider = dtwDistance(x, y).value();
    for (const std::size_t band : {100U, 50U, 30U, 20U, 1U}) {
        const double narrower = dtwDistance(x, y, band).value();
        QVERIFY(narrower >= wider - 1e-15);
        wider = narrower;
    }
}

void DtwTest::bandIsWidenedUntilAPathExists() {
    QCOMPARE(evaluation::effectiveBand(10, 4, 2), std::size_t{6});
    QCOMPARE(evaluation::effectiveBand(4, 10, 8), std::size_t{8});
    QCOMPARE(evaluation::effectiveBand(4, 10, 0), std::size_t{0});
    const Values x{0, 0, 0, 0, 0, 0, 0, 0};
    const Values y{1};
    QCOMPARE(dtwDistance(x, y, 1).value(), 1.0);
}

void DtwTest::ignoresAShiftThatRmseWouldPunish() {
    Values x(50, 0.0);
    Values y(50, 0.0);
    std::fill(x.begin() + 10, x.begin() + 20, 1.0);
    std::fill(y.begin() + 13, y.begin() + 23, 1.0);
    QCOMPARE(dtwDistance(x, y).value(), 0.0);
    QVERIFY(dtwDistance(x, y, 1).value() > 0.01);
}

void DtwTest::stopEndsALongComparison() {
    std::stop_source source;
    source.request_stop();
    const Values x(400, 0.5);
    QVERIFY(!dtwDistance(x, x, 0, source.get_token()).has_value());
}

QTEST_GUILESS_MAIN(DtwTest)
#include "tst_dtw.moc"
