// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/control.h"

#include "refinement/correction.h"

#include <algorithm>

namespace mimesys::refinement {
namespace {

using Eigen::Index;

constexpr float kGrowth = 1.25F;  // of the damping after a round that was better
// How far compositions may be apart, as root mean square over a window's fractions, for what one measured to count half
// for the other.
constexpr float kNear = 0.02F;

// How far a round is from the target in one metric.
double distanceOf(const Round& round, const Metric& metric) {
    if (cpuOfUtilizationId(metric.id)) {
        const auto cpu = round.families.find(Family::Cpu);
        return cpu == round.families.end() ? 0.0 : cpu->second;
    }
    const auto found =
        std::ranges::find(round.score.metrics, metric.id, [](const auto& entry) { return entry.metric.id; });
    return found == round.score.metrics.end() ? 0.0 : found->dtw;
}

}  // namespace

Control::Control(const Response& response, const Mapping& mapping, double damping)
    : m_response(response),
      m_mapping(mapping),
      m_damping(Eigen::VectorXf::Constant(static_cast<Index>(response.destination().metrics.size()),
                                          static_cast<float>(damping))) {}

void Control::adapt(const Round& round, const Round& best) {
    const std::vector<Metric>& metrics = m_response.destination().metrics;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        float& damping = m_damping(static_cast<Index>(n));
        const bool nearer = distanceOf(round, metrics[n]) < distanceOf(best, metrics[n]);
        damping = nearer ? std::min(1.0F, damping * kGrowth) : damping / 2.0F;
    }
}

Matrix Control::offsets(const Matrix& here, const std::vector<Matrix>& expected) const {
    Matrix sum = Matrix::Zero(expected.front().rows(), expected.front().cols());
    Matrix count = sum;
    for (std::size_t round = 0; round < m_executed.size(); ++round) {
        const Matrix difference = m_executed[round].measured - expected[round];
        const Eigen::VectorXf distance =
            (m_executed[round].compositions - here).rowwise().squaredNorm() / static_cast<float>(here.cols());
        const Eigen::ArrayXf weight = 1.0F / (1.0F + distance.array() / (kNear * kNear));
        const auto present = difference.array().isFinite();
        sum.array() += present.select(difference.array().colwise() * weight, 0.0F);
        count.array() += present.cast<float>().colwise() * weight;
    }
    return sum.cwiseQuotient(count);
}

Cancellable<PlanPtr> Control::correct(std::size_t number, const Round& best, const std::stop_token& stop) const {
    const Matrix& here = m_executed[number].compositions;
    const auto local = m_response.around(m_executed, here);
    if (!local) {
        return tl::unexpected(local.error());
    }
    std::vector<Matrix> expected;
    for (const Executed& executed : m_executed) {
        auto outcome = (*local)->expect(executed.compositions);
        if (!outcome) {
            return tl::unexpected(outcome.error());
        }
        expected.push_back(std::move(*outcome));
    }
    const Matrix& outcome = expected[number];
    const Correction correction{
        .compositions = here,
        .goal = outcome + (m_mapping.target() - outcome - offsets(here, expected)) * m_damping.asDiagonal(),
        .weights = m_mapping.weightsFrom(best.score),
        .price = m_mapping.priceFrom(best.score),
        .limits = m_mapping.limitsOf(*best.plan),
        .movable = m_mapping.movable(),
    };
    auto compositions = corrected(**local, correction, stop);
    if (!compositions) {
        return tl::unexpected(compositions.error());
    }
    if (!*compositions) {
        return std::optional<PlanPtr>();
    }
    auto memory = m_mapping.memoryFor(*best.plan, *best.recorded);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    plan::ExecutionPlan plan = m_mapping.planOf(*best.plan, **compositions);
    plan.memoryUsed = std::move(*memory);
    return std::optional<PlanPtr>(std::make_shared<const plan::ExecutionPlan>(std::move(plan)));
}

}  // namespace mimesys::refinement
