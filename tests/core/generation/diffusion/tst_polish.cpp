// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "generation/diffusion/polish.h"
#include "generation/diffusion/ranking.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>

using namespace mimesys;
using namespace mimesys::generation;

// A forward model with random weights is as good as any to see that its expectation is followed.
class PolishTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void comesNearerToWhatIsWanted();
    void keepsTheChoiceOfStressors();
    void rowsStayValid();
    void fixedWindowsStay();
    void thePredecessorCounts();
    void aSteadyWindowIsItsOwnPredecessor();

private:
    [[nodiscard]] torch::Tensor run(State state = State::Followed, int steps = 40) {
        return polished(*m_forward, m_description, m_compositions, m_before, m_wanted, m_weights, m_fixed, steps,
                        state);
    }
    // Sum over the windows.
    [[nodiscard]] double distanceOf(const torch::Tensor& compositions) {
        const torch::Tensor previous =
            torch::cat(std::vector<torch::Tensor>{m_before.unsqueeze(0), compositions.narrow(0, 0, 5)}, 0);
        return expectedDistance(*m_forward, m_description, compositions, previous, m_wanted, m_weights)
            .sum()
            .item<double>();
    }

    const torch::NoGradGuard m_guard;
    model::Description m_description = toy::description();
    std::unique_ptr<model::ForwardModel> m_forward;
    torch::Tensor m_compositions;
    torch::Tensor m_before;
    torch::Tensor m_fixed;
    model::Condition m_wanted;
    const torch::Tensor m_weights = torch::ones({2});
};

void PolishTest::init() {
    torch::manual_seed(3);
    m_forward = std::make_unique<model::ForwardModel>(m_description);
    for (torch::Tensor& parameter : m_forward->parameters()) {
        parameter.copy_(torch::randn_like(parameter) * 0.15);
    }
    m_compositions = torch::rand({6, 4, 3}) * 0.33 * torch::rand({6, 4, 3}).gt(0.4).to(torch::kFloat32);
    m_before = torch::rand({4, 3}) * 0.3;
    m_fixed = torch::zeros({6}, torch::kBool);
    const model::Outcome outcome = m_forward->forward(torch::rand({6, 4, 3}) * 0.33, torch::rand({6, 4, 3}) * 0.33);
    m_wanted = {torch::stack({outcome.cores, torch::ones_like(outcome.cores)}, 2),
                torch::stack({outcome.metrics, torch::ones_like(outcome.metrics)}, 2), torch::Tensor(),
                torch::Tensor()};
}

void PolishTest::comesNearerToWhatIsWanted() {
    QVERIFY2(distanceOf(run()) < 0.8 * distanceOf(m_compositions),
             qPrintable(QString("%1 %2").arg(distanceOf(run())).arg(distanceOf(m_compositions))));
}

void PolishTest::keepsTheChoiceOfStressors() {
    QVERIFY(torch::equal(run() * m_compositions.eq(0.0), torch::zeros_like(m_compositions)));
}

void PolishTest::rowsStayValid() {
    m_compositions = torch::softmax(torch::randn({6, 4, 3}), 2);  // every row is full
    m_wanted.cores.select(2, 0).fill_(5.0);
    const torch::Tensor result = run(State::Followed, 100);
    QVERIFY(result.min().item<double>() >= 0.0);
    QVERIFY(result.sum(2).max().item<double>() <= 1.0 + 1e-5);
}

void PolishTest::fixedWindowsStay() {
    m_fixed[2] = true;
    const torch::Tensor result = run();
    QVERIFY(torch::equal(result[2], m_compositions[2]));
    QVERIFY(!torch::equal(result[3], m_compositions[3]));
}

void PolishTest::thePredecessorCounts() {
    const torch::Tensor result = run();
    m_before = m_before + 0.3;
    QVERIFY(!torch::equal(run(), result));
    // Of the last window only its own outcome is known, of the others that of the next window, too.
    m_before = m_before - 0.3;
    m_wanted.metrics[5].select(1, 0).add_(1.0);
    QVERIFY(!torch::equal(run()[4], result[4]));
}

void PolishTest::aSteadyWindowIsItsOwnPredecessor() {
    const torch::Tensor result = run(State::Steady);
    m_before = m_before + 0.3;
    m_wanted.metrics[5].select(1, 0).add_(1.0);
    const torch::Tensor other = run(State::Steady);
    QVERIFY((other.narrow(0, 0, 5) - result.narrow(0, 0, 5)).abs().max().item<double>() < 1e-5);
    QVERIFY(!torch::equal(other[5], result[5]));
}

QTEST_APPLESS_MAIN(PolishTest)
#include "tst_polish.moc"
