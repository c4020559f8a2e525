// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/quota.h"

#include <span>
#include <string>

namespace mimesys::execution {

CpuTimeNeeded::CpuTimeNeeded(const plan::ExecutionPlan& plan, const Environment& environment) {
    for (const std::string& name : plan.stressors()) {
        const stressor::Card* card = environment.findCard(name);
        m_cpuPerTime.push_back(card == nullptr ? 0.0 : card->cpuPerTime);
    }
}

double CpuTimeNeeded::cpus(const plan::ExecutionPlan& plan, std::size_t window) const {
    const std::span<const float> fractions = plan.composition(window);
    double needed = 0.0;
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        needed += m_cpuPerTime[i % m_cpuPerTime.size()] * static_cast<double>(fractions[i]);
    }
    return needed;
}

std::size_t CpuTimeNeeded::limit(plan::ExecutionPlan& plan, double quota) const {
    std::size_t limited = 0;
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        const double needed = cpus(plan, window);
        if (needed <= quota) {
            continue;
        }
        ++limited;
        const std::span<float> fractions = plan.composition(window);
        for (std::size_t i = 0; i < fractions.size(); ++i) {
            if (m_cpuPerTime[i % m_cpuPerTime.size()] > 0.0) {
                fractions[i] = static_cast<float>(static_cast<double>(fractions[i]) * quota / needed);
            }
        }
    }
    return limited;
}

}  // namespace mimesys::execution
