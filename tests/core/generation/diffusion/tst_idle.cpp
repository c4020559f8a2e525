// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "generation/diffusion/conditions.h"
#include "generation/diffusion/idle.h"

#include <QtTest>

using namespace mimesys;
using namespace mimesys::generation;

namespace {

// Utilisation of the toy machine's CPUs in windows of one condition.
model::Condition conditionOf(const std::vector<std::array<float, toy::kCpus>>& utilizations) {
    trace::WindowedTrace target;
    target.windowSeconds = 1.0;
    target.metrics = toy::metrics();
    target.values = trace::Matrix::Constant(static_cast<Eigen::Index>(utilizations.size()),
                                            static_cast<Eigen::Index>(target.metrics.size()), 1.0F);
    for (std::size_t window = 0; window < utilizations.size(); ++window) {
        std::ranges::copy(utilizations[window], target.values.row(static_cast<Eigen::Index>(window)).data());
    }
    return conditionsOf(target, toy::description());
}

// What a CPU may have of hash-insert, stream-dram and disk-read-paced.
std::vector<float> rowOf(const torch::Tensor& allowed, std::int64_t window, std::int64_t cpu) {
    const torch::Tensor row = allowed[window][cpu].contiguous();
    return {row.data_ptr<float>(), row.data_ptr<float>() + row.numel()};
}

const std::vector<float> kAll{1.0F, 1.0F, 1.0F};
const std::vector<float> kOnlyDisk{0.0F, 0.0F, 1.0F};

}  // namespace

class IdleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idleCpusMayOnlyWait();
    void unknownCpusMayDoAnything();
    void noBoundAllowsAll();
    void modelsWithoutUtilizationAllowAll();
};

void IdleTest::idleCpusMayOnlyWait() {
    const torch::Tensor allowed =
        allowedOf(conditionOf({{0.0F, 2.9F, 3.1F, 100.0F}, {50.0F, 50.0F, 50.0F, 1.0F}}), toy::description(), 3.0);
    QCOMPARE(allowed.sizes().vec(), (std::vector<std::int64_t>{2, toy::kCpus, toy::kStressors}));
    QCOMPARE(rowOf(allowed, 0, 0), kOnlyDisk);
    QCOMPARE(rowOf(allowed, 0, 1), kOnlyDisk);
    QCOMPARE(rowOf(allowed, 0, 2), kAll);
    QCOMPARE(rowOf(allowed, 0, 3), kAll);
    QCOMPARE(rowOf(allowed, 1, 0), kAll);
    QCOMPARE(rowOf(allowed, 1, 3), kOnlyDisk);
}

void IdleTest::unknownCpusMayDoAnything() {
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const torch::Tensor allowed = allowedOf(conditionOf({{missing, 1.0F, 1.0F, 1.0F}}), toy::description(), 3.0);
    QCOMPARE(rowOf(allowed, 0, 0), kAll);
    QCOMPARE(rowOf(allowed, 0, 1), kOnlyDisk);
}

void IdleTest::noBoundAllowsAll() {
    QVERIFY(allowedOf(conditionOf({{0.0F, 0.0F, 1.0F, 50.0F}}), toy::description(), 0.0).eq(1.0).all().item<bool>());
}

void IdleTest::modelsWithoutUtilizationAllowAll() {
    model::Description description = toy::description();
    description.metrics.erase(description.metrics.begin(), description.metrics.begin() + toy::kCpus);
    description.ranges.erase(description.ranges.begin(), description.ranges.begin() + toy::kCpus);
    trace::WindowedTrace target;
    target.windowSeconds = 1.0;
    target.metrics = description.metrics;
    target.values = trace::Matrix::Zero(2, 2);
    QVERIFY(allowedOf(conditionsOf(target, description), description, 3.0).eq(1.0).all().item<bool>());
}

QTEST_APPLESS_MAIN(IdleTest)
#include "tst_idle.moc"
