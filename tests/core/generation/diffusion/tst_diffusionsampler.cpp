// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/sampler.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::generation;

namespace {

// The exact denoiser of data that is normal with this mean and deviation: the conditional expectation in closed form.
class GaussianDenoiser final : public model::Denoiser {
public:
    GaussianDenoiser(model::Prediction prediction, double mean, double deviation)
        : m_prediction(prediction), m_mean(mean), m_deviation(deviation) {}

    torch::Tensor forward(const torch::Tensor& noisy, const torch::Tensor& time,
                          const model::Condition& condition) override {
        ++evaluations;
        batches.push_back(noisy.size(0));
        const double alphaBar = model::CosineSchedule(25).alphaBar(time[0].item<double>());
        const double signal = std::sqrt(alphaBar);
        const double noise = std::sqrt(1.0 - alphaBar);
        // A trace shifts the mean by its first metric.
        const torch::Tensor mean = m_mean + condition.metrics.select(2, 0).select(1, 0).view({-1, 1, 1});
        const double variance = m_deviation * m_deviation;
        const double gain = variance * signal / (variance * alphaBar + 1.0 - alphaBar);
        const torch::Tensor clean = mean + (noisy - mean * signal) * gain;
        const torch::Tensor estimate = (noisy - clean * signal) / noise;
        return m_prediction == model::Prediction::Noise ? estimate : estimate * signal - clean * noise;
    }

    int evaluations = 0;
    std::vector<std::int64_t> batches;

private:
    model::Prediction m_prediction;
    double m_mean;
    double m_deviation;
};

constexpr std::int64_t kBatch = 400;

model::Condition conditionWith(float metric) {
    return {torch::zeros({kBatch, 4, 2}), torch::full({kBatch, 1, 2}, metric), torch::zeros({kBatch, 4, 3}),
            torch::zeros({kBatch, 1})};
}

torch::Tensor noiseAt(int step) {
    torch::manual_seed(100 + step);
    return torch::randn({kBatch, 4, 3});
}

}  // namespace

class SamplerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesHaveTheDistributionOfTheData_data();
    void samplesHaveTheDistributionOfTheData();
    void theSolverIsOfSecondOrder();
    void guidanceEvaluatesBothHalvesInOneBatch();
    void deterministicSamplersNeedNoFreshNoise();
};

void SamplerTest::samplesHaveTheDistributionOfTheData_data() {
    QTest::addColumn<int>("sampler");
    QTest::addColumn<int>("prediction");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("deviation");
    for (const Sampler sampler : kSamplers) {
        for (const model::Prediction prediction : {model::Prediction::Noise, model::Prediction::Velocity}) {
            QTest::addRow("%s %s point", samplerName(sampler).data(), model::predictionName(prediction).data())
                << static_cast<int>(sampler) << static_cast<int>(prediction) << 25 << 1e-4;
            QTest::addRow("%s %s cloud", samplerName(sampler).data(), model::predictionName(prediction).data())
                << static_cast<int>(sampler) << static_cast<int>(prediction) << 100 << 0.15;
        }
    }
}

void SamplerTest::samplesHaveTheDistributionOfTheData() {
    QFETCH(int, sampler);
    QFETCH(int, prediction);
    QFETCH(int, steps);
    QFETCH(double, deviation);
    const auto kind = static_cast<model::Prediction>(prediction);
    GaussianDenoiser denoiser(kind, -0.3, deviation);
    const torch::Tensor samples = sample(denoiser, kind, model::CosineSchedule(25), conditionWith(0.1F),
                                         {static_cast<Sampler>(sampler), steps, 1.0}, noiseAt);
    QCOMPARE(denoiser.evaluations, steps);
    QVERIFY(std::abs(samples.mean().item<double>() - (-0.2)) < 0.02);
    const double spread = samples.std().item<double>();
    QVERIFY2(std::abs(spread - deviation) < 0.12 * deviation + 1e-3, qPrintable(QString::number(spread)));
}

void SamplerTest::theSolverIsOfSecondOrder() {
    const auto errorOf = [](Sampler sampler, int steps) {
        const auto run = [](Sampler which, int count) {
            GaussianDenoiser denoiser(model::Prediction::Velocity, 0.2, 0.15);
            return sample(denoiser, model::Prediction::Velocity, model::CosineSchedule(25), conditionWith(0.0F),
                          {which, count, 1.0}, noiseAt);
        };
        return (run(sampler, steps) - run(Sampler::Ddim, 2000)).abs().mean().item<double>();
    };
    QVERIFY(errorOf(Sampler::DpmSolver, 32) < 0.6 * errorOf(Sampler::Ddim, 32));
    // Half the step length: a quarter of the error, not half of it.
    QVERIFY(errorOf(Sampler::DpmSolver, 64) < 0.3 * errorOf(Sampler::DpmSolver, 32));
    QVERIFY(errorOf(Sampler::Ddim, 64) > 0.4 * errorOf(Sampler::Ddim, 32));
}

void SamplerTest::guidanceEvaluatesBothHalvesInOneBatch() {
    GaussianDenoiser denoiser(model::Prediction::Velocity, 0.0, 1e-4);
    const torch::Tensor samples = sample(denoiser, model::Prediction::Velocity, model::CosineSchedule(25),
                                         conditionWith(0.2F), {Sampler::Ddim, 10, 2.0}, noiseAt);
    QCOMPARE(denoiser.evaluations, 10);
    QVERIFY(std::ranges::all_of(denoiser.batches, [](std::int64_t size) { return size == 2 * kBatch; }));
    // Twice as far from the unconditional 0 as the conditional 0.2.
    QVERIFY(std::abs(samples.mean().item<double>() - 0.4) < 0.01);
}

void SamplerTest::deterministicSamplersNeedNoFreshNoise() {
    for (const Sampler sampler : kSamplers) {
        GaussianDenoiser denoiser(model::Prediction::Velocity, 0.0, 0.2);
        int drawn = 0;
        (void)sample(denoiser, model::Prediction::Velocity, model::CosineSchedule(25), conditionWith(0.0F),
                     {sampler, 6, 1.0}, [&](int step) {
                         ++drawn;
                         return noiseAt(step);
                     });
        QCOMPARE(drawn, sampler == Sampler::Ddpm ? 6 : 1);
    }
}

QTEST_APPLESS_MAIN(SamplerTest)
#include "tst_diffusionsampler.moc"
