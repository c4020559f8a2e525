// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/policy.h"
#include "core/model/machine.h"
#include "generation/diffusion/sampler.h"
#include "model/networks.h"

#include <QtTest>

using namespace mimesys;
using namespace mimesys::alignment;

class PolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void theSameSeedSamplesTheSame();
    void theLastStepIsWithoutChance();
    void unchangedWeightsHaveRatioOne();
    void whatWasBetterThanUsualBecomesMoreLikely();
    void beyondTheClipNothingPulls();
    void divergenceGrowsWithTheDistanceOfTheWeights();
    void partsAreThoseOfTheWhole();

private:
    static constexpr int kSteps = 6;

    [[nodiscard]] Policy policy(model::Denoiser& denoiser) const {
        return {denoiser, m_description, m_schedule, kSteps};
    }
    [[nodiscard]] Trajectories sampled(std::uint64_t seed, std::int64_t count = 3) {
        model::Condition condition{torch::zeros({count, 4, 2}), torch::zeros({count, 2, 2}),
                                   torch::zeros({count, 4, 3}), torch::zeros({count, 1})};
        return sampleTrajectories(policy(*m_networks->denoiser), condition, seed, torch::kCPU);
    }
    // Sum of the log-probabilities of trajectories under the denoiser as it is.
    double logProbability(const Trajectories& trajectories) {
        double sum = 0.0;
        const torch::NoGradGuard guard;
        for (int step = 0; step + 1 < kSteps; ++step) {
            const auto transition = generation::ancestralTransition(
                *m_networks->denoiser, m_description.network.prediction, m_schedule, trajectories.condition,
                trajectories.states[static_cast<std::size_t>(step)], step, kSteps);
            const torch::Tensor apart = trajectories.states[static_cast<std::size_t>(step + 1)] - transition.mean;
            sum -= apart.square().sum().item<double>() / (2.0 * transition.deviation * transition.deviation);
        }
        return sum;
    }
    void step(double rate) {
        const torch::NoGradGuard guard;
        for (torch::Tensor& parameter : m_networks->denoiser->parameters()) {
            if (parameter.grad().defined()) {
                parameter.sub_(parameter.grad() * rate);
            }
        }
    }

    model::Description m_description = toy::description(toy::smallNetwork());
    model::CosineSchedule m_schedule{25};
    std::unique_ptr<model::Networks> m_networks;
    std::unique_ptr<model::Networks> m_reference;
};

void PolicyTest::initTestCase() {
    torch::manual_seed(3);
    torch::set_num_threads(1);
    m_networks = model::makeNetworks(m_description);
    m_reference = model::makeNetworks(m_description);
    const torch::NoGradGuard guard;
    auto to = m_reference->denoiser->parameters();
    auto from = m_networks->denoiser->parameters();
    for (std::size_t i = 0; i < to.size(); ++i) {
        // A fresh network's output layer is zero; something has to depend on the weights.
        from[i].add_(torch::randn_like(from[i]) * 0.05);
        to[i].copy_(from[i]);
    }
}

void PolicyTest::theSameSeedSamplesTheSame() {
    const Trajectories first = sampled(5);
    const Trajectories second = sampled(5);
    const Trajectories other = sampled(6);
    QVERIFY(torch::equal(first.states.back(), second.states.back()));
    QVERIFY(!torch::equal(first.states.back(), other.states.back()));
    QCOMPARE(first.states.size(), std::size_t{kSteps + 1});
    QVERIFY((first.logProbability.sizes() == torch::IntArrayRef{3, kSteps - 1}));
}

void PolicyTest::theLastStepIsWithoutChance() {
    const Trajectories trajectories = sampled(5);
    const torch::NoGradGuard guard;
    const auto transition =
        generation::ancestralTransition(*m_networks->denoiser, m_description.network.prediction, m_schedule,
                                        trajectories.condition, trajectories.states[kSteps - 1], kSteps - 1, kSteps);
    QCOMPARE(transition.deviation, 0.0);
    QVERIFY(torch::equal(transition.mean, trajectories.states.back()));
}

void PolicyTest::unchangedWeightsHaveRatioOne() {
    const Trajectories trajectories = sampled(5);
    m_networks->denoiser->zero_grad();
    const PolicyStep step = addPolicyGradient(policy(*m_networks->denoiser), *m_reference->denoiser, trajectories,
                                              torch::tensor({1.0F, -2.0F, 0.5F}), {0.2, 0.1}, 1.0);
    // Ratio 1: the loss is minus the mean advantage, nothing is cut and nothing diverges.
    QVERIFY2(std::abs(step.loss - 0.5 / 3.0) < 1e-4, qPrintable(QString::number(step.loss)));
    QCOMPARE(step.clipped, 0.0);
    QVERIFY(std::abs(step.divergence) < 1e-6);
}

void PolicyTest::whatWasBetterThanUsualBecomesMoreLikely() {
    const Trajectories trajectories = sampled(8, 1);
    for (const float advantage : {1.0F, -1.0F}) {
        m_networks->denoiser->zero_grad();
        const double before = logProbability(trajectories);
        addPolicyGradient(policy(*m_networks->denoiser), *m_reference->denoiser, trajectories,
                          torch::tensor({advantage}), {0.2, 0.0}, 1.0);
        step(1e-5);
        const double after = logProbability(trajectories);
        step(-1e-5);
        QVERIFY2(advantage > 0.0F ? after > before : after < before,
                 qPrintable(QString("%1 %2 %3").arg(advantage).arg(before).arg(after)));
    }
}

void PolicyTest::beyondTheClipNothingPulls() {
    Trajectories trajectories = sampled(8, 1);
    // As if the samplings had been much less likely when they were made: their ratio is far above the clip.
    trajectories.logProbability = trajectories.logProbability - 5.0;
    m_networks->denoiser->zero_grad();
    const PolicyStep step = addPolicyGradient(policy(*m_networks->denoiser), *m_reference->denoiser, trajectories,
                                              torch::tensor({1.0F}), {0.2, 0.0}, 1.0);
    QCOMPARE(step.clipped, 1.0);
    for (const torch::Tensor& parameter : m_networks->denoiser->parameters()) {
        QVERIFY(!parameter.grad().defined() || parameter.grad().abs().max().item<float>() == 0.0F);
    }
}

void PolicyTest::divergenceGrowsWithTheDistanceOfTheWeights() {
    const Trajectories trajectories = sampled(9);
    double last = 0.0;
    for (const double distance : {0.001, 0.01}) {
        torch::manual_seed(4);
        auto moved = model::makeNetworks(m_description);
        {
            const torch::NoGradGuard guard;
            auto to = moved->denoiser->parameters();
            const auto from = m_networks->denoiser->parameters();
            for (std::size_t i = 0; i < to.size(); ++i) {
                to[i].copy_(from[i] + torch::randn_like(from[i]) * distance);
            }
        }
        const PolicyStep step = addPolicyGradient(policy(*moved->denoiser), *m_networks->denoiser, trajectories,
                                                  torch::zeros({3}), {0.2, 1.0}, 1.0);
        QVERIFY2(step.divergence > 10.0 * last, qPrintable(QString("%1 %2").arg(step.divergence).arg(last)));
        // Without advantages the loss is the divergence alone.
        QVERIFY(std::abs(step.loss - step.divergence) < 1e-5 + 1e-4 * step.divergence);
        last = step.divergence;
    }
}

void PolicyTest::partsAreThoseOfTheWhole() {
    const Trajectories first = sampled(5, 2);
    const Trajectories second = sampled(6, 2);
    const Trajectories whole = Trajectories::concatenate({first, second});
    QCOMPARE(whole.size(), std::int64_t{4});
    const Trajectories part = whole.at(torch::tensor({3L, 0L}, torch::kInt64));
    QVERIFY(torch::equal(part.states[2][0], second.states[2][1]));
    QVERIFY(torch::equal(part.states[2][1], first.states[2][0]));
    QVERIFY(torch::equal(part.logProbability[1], first.logProbability[0]));
}

QTEST_APPLESS_MAIN(PolicyTest)
#include "tst_policy.moc"
