// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "trace/pyramid.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace mimesys;
using namespace mimesys::trace;

class PyramidTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithALinearScan_data();
    void agreesWithALinearScan();
    void findsASingleBurst();
    void emptyAndMissingRangesHaveNoValue();
    void rangesBeyondTheEndAreCut();
};

namespace {

const float kNan = std::numeric_limits<float>::quiet_NaN();

bool same(MinMax a, MinMax b) {
    const bool bothEmpty =
        std::isnan(a.minimum) && std::isnan(b.minimum) && std::isnan(a.maximum) && std::isnan(b.maximum);
    return bothEmpty || a == b;
}

MinMax scan(const std::vector<float>& values, std::size_t first, std::size_t last) {
    MinMax result{kNan, kNan};
    for (std::size_t i = first; i < last; ++i) {
        if (!std::isnan(values[i])) {
            result.minimum = std::isnan(result.minimum) ? values[i] : std::min(result.minimum, values[i]);
            result.maximum = std::isnan(result.maximum) ? values[i] : std::max(result.maximum, values[i]);
        }
    }
    return result;
}

}  // namespace

void PyramidTest::agreesWithALinearScan_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("missingOf10");
    for (const int count : {0, 1, 63, 64, 65, 4096, 4097, 65'536, 70'001, 300'000}) {
        for (const int missing : {0, 3, 10}) {
            QTest::addRow("%d values, %d of 10 missing", count, missing) << count << missing;
        }
    }
}

void PyramidTest::agreesWithALinearScan() {
    QFETCH(int, count);
    QFETCH(int, missingOf10);
    Random random(static_cast<std::uint64_t>(count) + 1);
    std::vector<float> values;
    for (int i = 0; i < count; ++i) {
        const bool missing = static_cast<int>(random.below(10)) < missingOf10;
        values.push_back(missing ? kNan : static_cast<float>(random.uniform() * 200.0 - 100.0));
    }
    const MinMaxPyramid pyramid(values);
    const auto size = static_cast<std::size_t>(count);
    for (int round = 0; round < 300; ++round) {
        std::size_t first = random.below(size + 1);
        std::size_t last = random.below(size + 1);
        if (round % 3 == 0) {  // on the borders of leaves
            first -= first % 64;
            last -= last % 64;
        }
        if (first > last) {
            std::swap(first, last);
        }
        QVERIFY(same(pyramid.range(first, last), scan(values, first, last)));
    }
    QVERIFY(same(pyramid.range(0, size), scan(values, 0, size)));
}

void PyramidTest::findsASingleBurst() {
    std::vector<float> values(1'000'000, 0.0F);
    values[777'777] = 5.0F;
    const MinMaxPyramid pyramid(values);
    QCOMPARE(pyramid.range(0, values.size()).maximum, 5.0F);
    QCOMPARE(pyramid.range(777'777, 777'778).maximum, 5.0F);
    QCOMPARE(pyramid.range(777'778, values.size()).maximum, 0.0F);
    QCOMPARE(pyramid.range(0, 777'777).maximum, 0.0F);
}

void PyramidTest::emptyAndMissingRangesHaveNoValue() {
    const std::vector<float> values(1000, kNan);
    const MinMaxPyramid pyramid(values);
    QVERIFY(std::isnan(pyramid.range(0, 1000).minimum));
    QVERIFY(std::isnan(pyramid.range(5, 5).maximum));
    QVERIFY(std::isnan(pyramid.range(9, 3).maximum));
}

void PyramidTest::rangesBeyondTheEndAreCut() {
    const std::vector<float> values{1.0F, 2.0F, 3.0F};
    const MinMaxPyramid pyramid(values);
    QCOMPARE(pyramid.range(1, 100), (MinMax{2.0F, 3.0F}));
    QVERIFY(std::isnan(pyramid.range(3, 100).minimum));
}

QTEST_GUILESS_MAIN(PyramidTest)
#include "tst_pyramid.moc"
