// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "generation/diffusion/ranking.h"
#include "model/forwardmodel.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>

using namespace mimesys;
using namespace mimesys::model;

class ForwardModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void machineMetricsDoNotDependOnTheNamesOfCpus();
    void coresFollowTheirRows();
    void distanceIsTheMeanOverFamilies();
    void distanceIsInUnitsOfTheRange();
    void missingValuesDoNotCount();
};

namespace {

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

// What the condition would have to be for the forward model's expectation to be met.
Condition metBy(const Outcome& outcome) {
    return {torch::stack({outcome.cores, torch::ones_like(outcome.cores)}, 2),
            torch::stack({outcome.metrics, torch::ones_like(outcome.metrics)}, 2), torch::Tensor(), torch::Tensor()};
}

}  // namespace

void ForwardModelTest::machineMetricsDoNotDependOnTheNamesOfCpus() {
    ForwardModel forward(toy::description());
    const torch::NoGradGuard guard;
    const torch::Tensor composition = torch::rand({2, 4, 3});
    const torch::Tensor previous = torch::rand({2, 4, 3});
    const torch::Tensor renaming = torch::tensor(std::vector<std::int64_t>{3, 2, 0, 1});
    const Outcome before = forward.forward(composition, previous);
    const Outcome after = forward.forward(composition.index_select(1, renaming), previous.index_select(1, renaming));
    QVERIFY(largestDifference(before.metrics, after.metrics) < 1e-5);
    QVERIFY(largestDifference(before.cores.index_select(1, renaming), after.cores) < 1e-5);
}

void ForwardModelTest::coresFollowTheirRows() {
    ForwardModel forward(toy::description());
    const torch::NoGradGuard guard;
    torch::Tensor composition = torch::zeros({1, 4, 3});
    composition[0][2][0] = 1.0;
    const Outcome outcome = forward.forward(composition, torch::zeros({1, 4, 3}));
    QCOMPARE(outcome.cores.sizes().vec(), (std::vector<std::int64_t>{1, 4}));
    QCOMPARE(outcome.metrics.sizes().vec(), (std::vector<std::int64_t>{1, 2}));
    QCOMPARE(outcome.cores[0][0].item<float>(), outcome.cores[0][1].item<float>());
    QVERIFY(outcome.cores[0][2].item<float>() != outcome.cores[0][3].item<float>());
}

void ForwardModelTest::distanceIsTheMeanOverFamilies() {
    const Description description = toy::description();
    ForwardModel forward(description);
    const torch::NoGradGuard guard;
    const torch::Tensor composition = torch::rand({1, 4, 3});
    const torch::Tensor previous = torch::rand({1, 4, 3});
    Condition wanted = metBy(forward.forward(composition, previous));
    torch::Tensor weights = torch::ones({2});
    const auto distance = [&] {
        return generation::expectedDistance(forward, description, composition, previous, wanted, weights)
            .item<double>();
    };
    QVERIFY(distance() < 1e-6);
    // One core of four off by 0.4, of a span of 2: 0.2 / 4 in one family of three.
    wanted.cores[0][1][0] += 0.4;
    QVERIFY(std::abs(distance() - 0.2 / 4 / 3) < 1e-6);
    wanted.metrics[0][1][0] += 0.6;
    QVERIFY(std::abs(distance() - (0.2 / 4 + 0.3) / 3) < 1e-6);
    // What counts three times as much.
    weights[1] = 3.0F;
    QVERIFY(std::abs(distance() - (0.2 / 4 + 0.9) / 3) < 1e-6);
}

void ForwardModelTest::distanceIsInUnitsOfTheRange() {
    Description description = toy::description();
    description.ranges[4].scale = Scale::Root;
    ForwardModel forward(description);
    const torch::NoGradGuard guard;
    const torch::Tensor composition = torch::rand({1, 4, 3});
    Condition wanted = metBy(forward.forward(composition, composition));
    const double expected = wanted.metrics[0][0][0].item<double>();
    wanted.metrics[0][0][0] += 0.4;
    // A share s of the range is scaled to 2·√s − 1, so the scaled value v stands for ((v + 1) / 2)².
    const auto share = [](double value) {
        return (value + 1.0) / 2.0 * std::abs((value + 1.0) / 2.0);
    };
    const double distance =
        generation::expectedDistance(forward, description, composition, composition, wanted, torch::ones({2}))
            .item<double>();
    QVERIFY(std::abs(distance - std::abs(share(expected + 0.4) - share(expected)) / 3) < 1e-6);
}

void ForwardModelTest::missingValuesDoNotCount() {
    const Description description = toy::description();
    ForwardModel forward(description);
    const torch::NoGradGuard guard;
    const torch::Tensor composition = torch::rand({1, 4, 3});
    Condition wanted = metBy(forward.forward(composition, composition));
    const torch::Tensor weights = torch::ones({2});
    wanted.cores[0][3][0] += 0.4;
    wanted.metrics[0][0] = torch::tensor(std::vector<float>{9.0F, 0.0F});
    // Three families less the one that is missing.
    QVERIFY(std::abs(generation::expectedDistance(forward, description, composition, composition, wanted, weights)
                         .item<double>() -
                     0.2 / 4 / 2) < 1e-6);
}

QTEST_APPLESS_MAIN(ForwardModelTest)
#include "tst_forwardmodel.moc"
