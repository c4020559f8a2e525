// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "training/losses.h"
#include "training/samples.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>
#include <set>

using namespace mimesys;
using namespace mimesys::training;

namespace {

std::vector<std::int64_t> firstOf(std::int64_t count) {
    std::vector<std::int64_t> indices;
    for (std::int64_t i = 0; i < count; ++i) {
        indices.push_back(i);
    }
    return indices;
}

}  // namespace

class SamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesAreScaledAndMasked();
    void samplesOfOneCompositionStayOnOneSide();
    void aDataSetThatGrewKeepsItsSplit();
    void interchangeKeepsWhatBelongsTogether();
    void interchangeMixesNoSockets();
    void hiddenValuesAreMaskedAndZero();
    void everythingIsHiddenNowAndThen();
    void timesCoverTheirRangeEvenly();
};

void SamplesTest::samplesAreScaledAndMasked() {
    dataset::Dataset data = toy::dataset(40);
    data.mean(3, 1) = std::numeric_limits<float>::quiet_NaN();
    const Samples samples(data, toy::description());
    const Batch batch = samples.at(std::vector<std::int64_t>{3, 7});
    QCOMPARE(batch.composition.sizes().vec(), (std::vector<std::int64_t>{2, 4, 3}));
    QCOMPARE(batch.composition[1][2][1].item<float>(), data.compositions(7, 2 * 3 + 1));
    QCOMPARE(batch.previous[1][3][0].item<float>(), data.previous(7, 9));
    QCOMPARE(batch.condition.cores[0][1][0].item<float>(), 0.0F);
    QCOMPARE(batch.condition.cores[0][1][1].item<float>(), 0.0F);
    QCOMPARE(batch.condition.cores[1][1][0].item<float>(), data.mean(7, 1) / 50.0F - 1.0F);
    QCOMPARE(batch.condition.metrics[1][1][0].item<float>(), data.mean(7, 5) / 100.0F - 1.0F);
    QCOMPARE(batch.condition.previousKnown.sum().item<float>(), 2.0F);
}

void SamplesTest::samplesOfOneCompositionStayOnOneSide() {
    dataset::Dataset data = toy::dataset(300);
    for (Eigen::Index sample = 150; sample < 300; ++sample) {
        data.compositions.row(sample) = data.compositions.row(sample - 150);
    }
    const Split split = splitByComposition(data, 0.2, 1);
    QCOMPARE(split.training.size() + split.validation.size(), std::size_t{300});
    QVERIFY(split.validation.size() > 30 && split.validation.size() < 90);
    const std::set<std::int64_t> held(split.validation.begin(), split.validation.end());
    for (std::int64_t sample = 0; sample < 150; ++sample) {
        QCOMPARE(held.contains(sample), held.contains(sample + 150));
    }
}

void SamplesTest::aDataSetThatGrewKeepsItsSplit() {
    const Split small = splitByComposition(toy::dataset(100), 0.2, 1);
    const Split large = splitByComposition(toy::dataset(200), 0.2, 1);
    QVERIFY(std::ranges::includes(large.validation, small.validation));
    QVERIFY(std::ranges::includes(large.training, small.training));
}

void SamplesTest::interchangeKeepsWhatBelongsTogether() {
    const dataset::Dataset data = toy::dataset(64);
    const model::Description description = toy::description();
    Batch batch = Samples(data, description).at(firstOf(64));
    const Batch before = batch;
    Random random(5);
    interchange(batch, description.sockets, random);
    QVERIFY(!torch::equal(batch.composition, before.composition));
    QVERIFY(torch::equal(batch.condition.metrics, before.condition.metrics));
    for (std::int64_t sample = 0; sample < 64; ++sample) {
        for (std::int64_t cpu = 0; cpu < 4; ++cpu) {
            // The toy's utilisation follows from the row alone, wherever it went.
            const torch::Tensor row = batch.composition[sample][cpu];
            const float expected = (row[0].item<float>() + row[1].item<float>()) * 2.0F - 1.0F;
            QVERIFY(std::abs(batch.condition.cores[sample][cpu][0].item<float>() - expected) < 1e-5F);
        }
    }
    QVERIFY(torch::equal(batch.previous, batch.condition.previous));
}

void SamplesTest::interchangeMixesNoSockets() {
    const model::Description description = toy::description();
    Batch batch = Samples(toy::dataset(64), description).at(firstOf(64));
    // Every row says which socket it was on.
    batch.composition = torch::arange(4).view({1, 4, 1}).expand({64, 4, 3}).to(torch::kFloat32).contiguous();
    Random random(5);
    interchange(batch, description.sockets, random);
    bool swapped = false;
    for (std::int64_t sample = 0; sample < 64; ++sample) {
        std::vector<int> sockets;
        for (std::int64_t cpu = 0; cpu < 4; ++cpu) {
            sockets.push_back(static_cast<int>(batch.composition[sample][cpu][0].item<float>()) / 2);
        }
        QCOMPARE(sockets[0], sockets[1]);
        QCOMPARE(sockets[2], sockets[3]);
        QVERIFY(sockets[0] != sockets[2]);
        swapped = swapped || sockets[0] == 1;
    }
    QVERIFY(swapped);
}

void SamplesTest::hiddenValuesAreMaskedAndZero() {
    Batch batch = Samples(toy::dataset(256), toy::description()).at(firstOf(256));
    Random random(9);
    hide(batch, random);
    for (const torch::Tensor& values : {batch.condition.cores, batch.condition.metrics}) {
        const torch::Tensor mask = values.select(2, 1);
        QVERIFY(torch::equal(values.select(2, 0) * (1.0 - mask), torch::zeros_like(mask)));
        const double share = mask.mean().item<double>();
        QVERIFY2(share > 0.6 && share < 0.9, qPrintable(QString::number(share)));
    }
    const torch::Tensor unknown = 1.0 - batch.condition.previousKnown.unsqueeze(2);
    QCOMPARE((batch.condition.previous * unknown).abs().sum().item<double>(), 0.0);
    // The forward model always learns from what was.
    QVERIFY(batch.previous.abs().sum().item<double>() > batch.condition.previous.abs().sum().item<double>());
    QCOMPARE(batch.cores.select(2, 1).mean().item<double>(), 1.0);
    QCOMPARE(batch.metrics.select(2, 1).mean().item<double>(), 1.0);
}

void SamplesTest::everythingIsHiddenNowAndThen() {
    Batch batch = Samples(toy::dataset(512), toy::description()).at(firstOf(512));
    Random random(9);
    hide(batch, random);
    const torch::Tensor seen = batch.condition.cores.select(2, 1).sum(1) + batch.condition.metrics.select(2, 1).sum(1);
    const double noTrace = seen.eq(0.0).to(torch::kFloat32).mean().item<double>();
    QVERIFY2(noTrace > 0.06 && noTrace < 0.2, qPrintable(QString::number(noTrace)));
    const torch::Tensor known = batch.condition.previousKnown.squeeze(1);
    // Independently: with and without the state, of those without a trace.
    QVERIFY((seen.eq(0.0) * known.eq(0.0)).sum().item<std::int64_t>() > 0);
    QVERIFY((seen.eq(0.0) * known.eq(1.0)).sum().item<std::int64_t>() > 0);
}

void SamplesTest::timesCoverTheirRangeEvenly() {
    const std::vector<std::int64_t> shape{100, 4, 3};
    const Corruption corruption = Corruption::draw(shape, 11);
    for (std::int64_t i = 0; i < 100; ++i) {
        const double time = corruption.time[i].item<double>();
        QVERIFY(time >= static_cast<double>(i) / 100.0 - 1e-6 && time <= static_cast<double>(i + 1) / 100.0 + 1e-6);
        QVERIFY(time > 0.0);
    }
    QVERIFY(torch::equal(Corruption::draw(shape, 11).noise, corruption.noise));
    QVERIFY(!torch::equal(Corruption::draw(shape, 12).noise, corruption.noise));
}

QTEST_APPLESS_MAIN(SamplesTest)
#include "tst_samples.moc"
