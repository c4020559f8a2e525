// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "generation/diffusion/conditions.h"

#include <torch/torch.h>

#include <QtTest>

using namespace mimesys;
using namespace mimesys::generation;

// What a target says to the network, and how much each of its metrics counts.
class ConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricsCountInUnitsOfTheTarget();
    void missingValuesAreMasked();
};

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

// Memory bandwidth and disk reads of three windows; their ranges are 0–12 and 0–200.
trace::WindowedTrace target(const std::vector<float>& memory, const std::vector<float>& disk) {
    trace::WindowedTrace target;
    target.metrics = {metricFor("memory.read_bandwidth"), metricFor("disk.read")};
    target.values.resize(3, 2);
    for (Eigen::Index window = 0; window < 3; ++window) {
        target.values(window, 0) = memory[static_cast<std::size_t>(window)];
        target.values(window, 1) = disk[static_cast<std::size_t>(window)];
    }
    return target;
}

}  // namespace

void ConditionsTest::metricsCountInUnitsOfTheTarget() {
    const auto weights = [](const trace::WindowedTrace& target) {
        const torch::Tensor found = weightsOf(target, toy::description());
        return std::pair(found[0].item<float>(), found[1].item<float>());
    };
    QCOMPARE(weights(target({1, 3, 2}, {0, 200.0F / 2.25F, 0})), std::pair(2.0F, 1.5F));
    // Beyond the range, and never anything.
    QCOMPARE(weights(target({1, 40, 2}, {0, 0, 0})), std::pair(1.0F, static_cast<float>(kMostWeight)));
    QCOMPARE(weights(target({kNothing, 3, kNothing}, {1, 0, 0})), std::pair(2.0F, static_cast<float>(kMostWeight)));
}

void ConditionsTest::missingValuesAreMasked() {
    const model::Condition condition = conditionsOf(target({6, kNothing, 12}, {0, 0, 100}), toy::description());
    QCOMPARE(condition.metrics.sizes().vec(), (std::vector<std::int64_t>{3, 2, 2}));
    QVERIFY(
        torch::equal(condition.metrics.select(1, 0), torch::tensor(std::vector<float>{0, 1, 0, 0, 1, 1}).view({3, 2})));
    // No CPU's utilisation is known.
    QCOMPARE(condition.cores.sizes().vec(), (std::vector<std::int64_t>{3, 4, 2}));
    QCOMPARE(condition.cores.abs().sum().item<float>(), 0.0F);
}

QTEST_APPLESS_MAIN(ConditionsTest)
#include "tst_conditions.moc"
