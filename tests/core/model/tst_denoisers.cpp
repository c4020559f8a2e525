// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "model/denoiser.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>

using namespace mimesys;
using namespace mimesys::model;

namespace {

constexpr std::int64_t kBatch = 5;

Condition randomCondition(std::int64_t batch) {
    const auto cpus = static_cast<std::int64_t>(toy::kCpus);
    const auto stressors = static_cast<std::int64_t>(toy::kStressors);
    return {torch::rand({batch, cpus, 2}), torch::rand({batch, 2, 2}), torch::rand({batch, cpus, stressors}),
            torch::ones({batch, 1})};
}

// A fresh network puts out zeros (adaLN-zero); tests need one that has learnt something.
std::shared_ptr<Denoiser> scrambled(const Description& description) {
    torch::manual_seed(7);
    auto denoiser = makeDenoiser(description);
    const torch::NoGradGuard guard;
    for (torch::Tensor& parameter : denoiser->parameters()) {
        parameter.copy_(torch::randn_like(parameter) * 0.2);
    }
    denoiser->eval();
    return denoiser;
}

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

}  // namespace

class DenoisersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesOfABatchDoNotSeeEachOther_data() { architectures(); }
    void samplesOfABatchDoNotSeeEachOther();
    void everyPartOfTheConditionMatters_data() { architectures(); }
    void everyPartOfTheConditionMatters();
    void cpusOfASocketAreInterchangeable();
    void socketsAreInterchangeable();
    void cpusOfDifferentSocketsAreNot();
    void anyNumberOfStressorsFitsTheUNet_data();
    void anyNumberOfStressorsFitsTheUNet();
    void usualNetworksHaveTheirUsualSizes();
    void guidanceComparesWithTheSameState();

private:
    static void architectures() {
        QTest::addColumn<int>("architecture");
        QTest::newRow("set transformer") << static_cast<int>(Architecture::SetTransformer);
        QTest::newRow("U-Net") << static_cast<int>(Architecture::UNet);
    }
};

void DenoisersTest::samplesOfABatchDoNotSeeEachOther() {
    QFETCH(int, architecture);
    const Description description = toy::description(defaultNetwork(static_cast<Architecture>(architecture)));
    const auto denoiser = scrambled(description);
    const torch::NoGradGuard guard;
    const Condition condition = randomCondition(kBatch);
    const torch::Tensor noisy = torch::randn({kBatch, 4, 3});
    const torch::Tensor time = torch::rand({kBatch});
    const torch::Tensor together = denoiser->forward(noisy, time, condition);
    QVERIFY(together.abs().max().item<double>() > 0.01);
    for (std::int64_t i = 0; i < kBatch; ++i) {
        const torch::Tensor alone =
            denoiser->forward(noisy.narrow(0, i, 1), time.narrow(0, i, 1), condition.narrow(i, 1));
        QVERIFY(largestDifference(alone, together.narrow(0, i, 1)) < 1e-4);
    }
}

void DenoisersTest::everyPartOfTheConditionMatters() {
    QFETCH(int, architecture);
    const auto denoiser = scrambled(toy::description(defaultNetwork(static_cast<Architecture>(architecture))));
    const torch::NoGradGuard guard;
    const Condition condition = randomCondition(1);
    const torch::Tensor noisy = torch::randn({1, 4, 3});
    const torch::Tensor time = torch::full({1}, 0.5);
    const torch::Tensor before = denoiser->forward(noisy, time, condition);
    for (torch::Tensor Condition::*part :
         {&Condition::cores, &Condition::metrics, &Condition::previous, &Condition::previousKnown}) {
        Condition changed = condition;
        changed.*part = condition.*part + 1.0;
        QVERIFY(largestDifference(denoiser->forward(noisy, time, changed), before) > 1e-4);
    }
    QVERIFY(largestDifference(denoiser->forward(noisy, time + 0.3, condition), before) > 1e-4);
}

namespace {

// Output for a renamed machine minus the renamed output.
double deviationUnder(const std::vector<std::int64_t>& renaming) {
    const auto denoiser = scrambled(toy::description());
    const torch::NoGradGuard guard;
    const torch::Tensor index = torch::tensor(renaming);
    const Condition condition = randomCondition(1);
    const torch::Tensor noisy = torch::randn({1, 4, 3});
    const torch::Tensor time = torch::full({1}, 0.4);
    const Condition renamed{condition.cores.index_select(1, index), condition.metrics,
                            condition.previous.index_select(1, index), condition.previousKnown};
    return largestDifference(denoiser->forward(noisy.index_select(1, index), time, renamed),
                             denoiser->forward(noisy, time, condition).index_select(1, index));
}

}  // namespace

void DenoisersTest::cpusOfASocketAreInterchangeable() {
    QVERIFY(deviationUnder({1, 0, 3, 2}) < 1e-4);
}

void DenoisersTest::socketsAreInterchangeable() {
    QVERIFY(deviationUnder({2, 3, 0, 1}) < 1e-4);
}

void DenoisersTest::cpusOfDifferentSocketsAreNot() {
    QVERIFY(deviationUnder({0, 2, 1, 3}) > 1e-3);
}

void DenoisersTest::anyNumberOfStressorsFitsTheUNet_data() {
    QTest::addColumn<int>("stressors");
    for (const int stressors : {1, 8, 9, 41}) {
        QTest::addRow("%d", stressors) << stressors;
    }
}

void DenoisersTest::anyNumberOfStressorsFitsTheUNet() {
    QFETCH(int, stressors);
    Description description = toy::description(defaultNetwork(Architecture::UNet));
    description.stressors.assign(static_cast<std::size_t>(stressors), "x");
    const auto denoiser = makeDenoiser(description);
    const Condition condition{torch::rand({2, 4, 2}), torch::rand({2, 2, 2}), torch::rand({2, 4, stressors}),
                              torch::ones({2, 1})};
    const torch::Tensor output = denoiser->forward(torch::randn({2, 4, stressors}), torch::rand({2}), condition);
    QCOMPARE(output.sizes().vec(), (std::vector<std::int64_t>{2, 4, stressors}));
}

void DenoisersTest::usualNetworksHaveTheirUsualSizes() {
    // 20 CPUs, 20 stressors, 28 metrics.
    Description description = toy::description();
    description.metrics.clear();
    for (int cpu = 0; cpu < 20; ++cpu) {
        description.metrics.push_back(metricFor(cpuUtilizationId(cpu)));
    }
    for (const char* id : {"memory.read_bandwidth", "memory.write_bandwidth", "llc.references", "llc.misses",
                           "llc.occupancy", "disk.read", "disk.write", "cpu.ipc"}) {
        description.metrics.push_back(metricFor(id));
    }
    description.stressors.assign(20, "x");
    description.sockets.assign(20, 0);
    const auto count = [&](Architecture architecture) {
        description.network = defaultNetwork(architecture);
        std::int64_t parameters = 0;
        for (const torch::Tensor& parameter : makeDenoiser(description)->parameters()) {
            parameters += parameter.numel();
        }
        return parameters;
    };
    QCOMPARE(count(Architecture::SetTransformer), 1'313'060);
    QCOMPARE(count(Architecture::UNet), 5'501'140);
}

void DenoisersTest::guidanceComparesWithTheSameState() {
    const Condition condition = randomCondition(2);
    const Condition without = condition.withoutTrace();
    QCOMPARE(without.cores.abs().sum().item<double>(), 0.0);
    QCOMPARE(without.metrics.abs().sum().item<double>(), 0.0);
    QVERIFY(torch::equal(without.previous, condition.previous));
    QVERIFY(torch::equal(without.previousKnown, condition.previousKnown));
}

QTEST_APPLESS_MAIN(DenoisersTest)
#include "tst_denoisers.moc"
