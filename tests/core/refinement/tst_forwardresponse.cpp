// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/model/machine.h"
#include "model/networks.h"
#include "refinement/forward/forwardresponse.h"

#include <torch/torch.h>

#undef slots
#include <QtTest>

using namespace mimesys;
using refinement::Matrix;

// A forward model with random weights is as good as any to see that its expectation is passed on.
class ForwardResponseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void expectsWhatTheForwardModelDoesInUnitsOfTheMetrics();
    void rootScaleIsUndone();
    void gradientIsTheDerivative();

private:
    void use(model::Description description);
    model::ModelPtr m_model;
    refinement::ResponsePtr m_response;
};

namespace {

constexpr Eigen::Index kWindows = 5;
constexpr auto kWidth = static_cast<Eigen::Index>(toy::kCpus * toy::kStressors);

Matrix someCompositions() {
    Random random(3);
    Matrix compositions(kWindows, kWidth);
    for (Eigen::Index i = 0; i < compositions.size(); ++i) {
        compositions(i) = static_cast<float>(random.uniform() / 3.0);
    }
    return compositions;
}

}  // namespace

void ForwardResponseTest::use(model::Description description) {
    torch::manual_seed(1);
    auto networks = model::makeNetworks(description);
    m_model = std::make_shared<const model::Model>(std::move(description), std::move(networks));
    m_response = refinement::forwardResponse(m_model);
}

void ForwardResponseTest::init() {
    use(toy::description(toy::smallNetwork()));
}

void ForwardResponseTest::expectsWhatTheForwardModelDoesInUnitsOfTheMetrics() {
    QCOMPARE(m_response->destination().cpus, toy::kCpus);
    QCOMPARE(m_response->stressors(), toy::stressors());
    QVERIFY(m_response->simulated());
    const Matrix compositions = someCompositions();
    const auto local = m_response->around({}, compositions).value();
    const Matrix expected = local->expect(compositions).value();
    const torch::NoGradGuard guard;
    const auto window = [&](Eigen::Index t) {
        const Eigen::RowVectorXf row = compositions.row(t);
        return torch::tensor(std::vector<float>(row.begin(), row.end()))
            .view({1, static_cast<std::int64_t>(toy::kCpus), static_cast<std::int64_t>(toy::kStressors)});
    };
    const model::Outcome outcome = m_model->networks().forward->forward(window(2), window(1));
    for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
        const float scaled = outcome.cores[0][static_cast<std::int64_t>(cpu)].item<float>();
        QVERIFY(std::abs(expected(2, static_cast<Eigen::Index>(cpu)) - 50.0F * (scaled + 1.0F)) < 1e-3F);
    }
    const float memory = outcome.metrics[0][0].item<float>();  // 0 to 12
    QVERIFY(std::abs(expected(2, static_cast<Eigen::Index>(toy::kCpus)) - 6.0F * (memory + 1.0F)) < 1e-3F);
    // The machine is idle before the first window.
    const model::Outcome first = m_model->networks().forward->forward(window(0), torch::zeros_like(window(0)));
    QVERIFY(std::abs(expected(0, static_cast<Eigen::Index>(toy::kCpus)) -
                     6.0F * (first.metrics[0][0].item<float>() + 1.0F)) < 1e-3F);
}

void ForwardResponseTest::rootScaleIsUndone() {
    const Matrix compositions = someCompositions();
    const auto disk = static_cast<Eigen::Index>(toy::kCpus + 1);  // 0 to 200
    const Matrix linear = m_response->around({}, compositions).value()->expect(compositions).value();
    model::Description description = toy::description(toy::smallNetwork());
    description.ranges.back().scale = model::Scale::Root;
    use(description);
    const Matrix root = m_response->around({}, compositions).value()->expect(compositions).value();
    for (Eigen::Index window = 0; window < kWindows; ++window) {
        const float share = linear(window, disk) / 200.0F;
        QVERIFY(std::abs(root(window, disk) - 200.0F * share * std::abs(share)) < 1e-2F);
        QCOMPARE(root(window, 0), linear(window, 0));
    }
}

void ForwardResponseTest::gradientIsTheDerivative() {
    model::Description description = toy::description(toy::smallNetwork());
    description.ranges.back().scale = model::Scale::Root;
    use(description);
    const Matrix here = someCompositions();
    const auto local = m_response->around({}, here).value();
    Matrix slopes = Matrix::Constant(kWindows, static_cast<Eigen::Index>(toy::kCpus + 2), 0.5F);
    slopes(1, 2) = -2.0F;
    slopes(3, 4) = 3.0F;
    const auto loss = [&](const Matrix& compositions) {
        return (local->expect(compositions).value().array() * slopes.array()).cast<double>().sum();
    };
    const Matrix gradient = local->gradient(here, [&](const Matrix&) { return slopes; }).value();
    QCOMPARE(gradient.rows(), kWindows);
    for (Eigen::Index i = 0; i < here.size(); i += 7) {
        constexpr float kStep = 0.02F;
        Matrix more = here;
        Matrix less = here;
        more(i) += kStep;
        less(i) -= kStep;
        const double measured = (loss(more) - loss(less)) / (2.0 * static_cast<double>(kStep));
        QVERIFY2(std::abs(measured - static_cast<double>(gradient(i))) < 0.05 * std::abs(measured) + 0.2,
                 qPrintable(QString("%1: %2 is not %3").arg(i).arg(static_cast<double>(gradient(i))).arg(measured)));
    }
}

QTEST_APPLESS_MAIN(ForwardResponseTest)
#include "tst_forwardresponse.moc"
