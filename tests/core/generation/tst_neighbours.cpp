// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/dataset/builddataset.h"
#include "generation/neighbours.h"

#include <QtTest>
#include <cmath>
#include <map>

using namespace mimesys;
using generation::Neighbours;

class NeighboursTest : public QObject {
    Q_OBJECT

private slots:
    void familiesWeighTheSame();
    void valuesBeyondTheRangeAreCut();
    void missingValuesDoNotCount();
    void nothingSharedIsInfinitelyFar();
    void agreesWithTheDefinitionOnRandomData();
};

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-6;
}

Eigen::RowVectorXf row(std::initializer_list<float> values) {
    return Eigen::Map<const Eigen::RowVectorXf>(values.begin(), static_cast<Eigen::Index>(values.size()));
}

// The distance as the header words it, one sample at a time.
double naiveDistance(const dataset::Dataset& data, const Eigen::RowVectorXf& window, Eigen::Index sample) {
    const trace::Matrix ranges = data.ranges();
    std::map<Family, std::vector<double>> squares;
    for (Eigen::Index n = 0; n < window.size(); ++n) {
        const float measured = data.mean(sample, n);
        if (std::isnan(window(n)) || std::isnan(measured)) {
            continue;
        }
        const auto scaled = [&](float value) {
            const double low = static_cast<double>(ranges(0, n));
            const double high = static_cast<double>(ranges(1, n));
            return std::clamp((static_cast<double>(value) - low) / (high - low), 0.0, 1.0);
        };
        const double difference = scaled(window(n)) - scaled(measured);
        squares[data.metrics[static_cast<std::size_t>(n)].family].push_back(difference * difference);
    }
    double sum = 0.0;
    for (const auto& [family, values] : squares) {
        sum += std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }
    return squares.empty() ? INFINITY : std::sqrt(sum / static_cast<double>(squares.size()));
}

}  // namespace

void NeighboursTest::familiesWeighTheSame() {
    const dataset::Dataset data = DatasetBuilder(2, {"spin"}, {"cpu.utilization[0]", "cpu.utilization[1]", "disk.read"})
                                      .add({0, 0}, {0, 0, 0})
                                      .add({1, 1}, {100, 100, 0})
                                      .add({0, 0}, {0, 0, 50})
                                      .dataset();
    const Eigen::ArrayXd distances = Neighbours(data, data.metrics).distances(row({0, 0, 0}));
    QVERIFY(near(distances(0), 0.0));
    QVERIFY(near(distances(1), std::sqrt(0.5)));
    QVERIFY(near(distances(2), std::sqrt(0.5)));
}

void NeighboursTest::valuesBeyondTheRangeAreCut() {
    const dataset::Dataset data = DatasetBuilder(1, {"spin"}, {"disk.read"}).add({0}, {10}).add({1}, {20}).dataset();
    const Neighbours neighbours(data, data.metrics);
    QVERIFY(near(neighbours.distances(row({900}))(1), 0.0));
    QVERIFY(near(neighbours.distances(row({900}))(0), 1.0));
    QVERIFY(near(neighbours.distances(row({-5}))(0), 0.0));
}

void NeighboursTest::missingValuesDoNotCount() {
    const float missing = trace::kMissing;
    const dataset::Dataset data = DatasetBuilder(1, {"spin"}, {"disk.read", "disk.write"})
                                      .add({0}, {0, 0})
                                      .add({0}, {10, missing})
                                      .add({1}, {10, 10})
                                      .dataset();
    const Neighbours neighbours(data, data.metrics);
    QVERIFY(near(neighbours.distances(row({10, 0}))(0), std::sqrt(0.5)));
    QVERIFY(near(neighbours.distances(row({10, 0}))(1), 0.0));
    QVERIFY(near(neighbours.distances(row({missing, 10}))(2), 0.0));
}

void NeighboursTest::nothingSharedIsInfinitelyFar() {
    const float missing = trace::kMissing;
    const dataset::Dataset data = DatasetBuilder(1, {"spin"}, {"disk.read", "disk.write"})
                                      .add({0}, {0, 0})
                                      .add({0}, {10, missing})
                                      .add({0}, {10, 5})
                                      .dataset();
    QVERIFY(std::isinf(Neighbours(data, data.metrics).distances(row({missing, 1}))(1)));
}

void NeighboursTest::agreesWithTheDefinitionOnRandomData() {
    Random random(5);
    const auto value = [&] {
        return random.below(5) == 0 ? trace::kMissing : static_cast<float>(random.uniform());
    };
    DatasetBuilder builder(2, {"spin"}, {"cpu.utilization[0]", "cpu.utilization[1]", "disk.read", "llc.misses"});
    for (int i = 0; i < 60; ++i) {
        builder.add({0, 0}, {value(), value(), value(), value()});
    }
    const Neighbours neighbours(builder.dataset(), builder.dataset().metrics);
    for (int i = 0; i < 40; ++i) {
        const Eigen::RowVectorXf window = row({value(), value(), value(), value()});
        const Eigen::ArrayXd distances = neighbours.distances(window);
        for (Eigen::Index sample = 0; sample < distances.size(); ++sample) {
            const double expected = naiveDistance(builder.dataset(), window, sample);
            QVERIFY(std::isinf(expected) ? std::isinf(distances(sample)) : near(distances(sample), expected));
        }
    }
}

QTEST_GUILESS_MAIN(NeighboursTest)
#include "tst_neighbours.moc"
