// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/advantage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mimesys::alignment {
namespace {

constexpr double kSmallestDeviation = 1e-6;

}  // namespace

std::vector<double> Advantages::judge(std::span<const double> rewards) {
    m_rewards.insert(m_rewards.end(), rewards.begin(), rewards.end());
    while (m_rewards.size() > m_history) {
        m_rewards.pop_front();
    }
    const auto count = static_cast<double>(m_rewards.size());
    const double mean = std::accumulate(m_rewards.begin(), m_rewards.end(), 0.0) / std::max(1.0, count);
    double squares = 0.0;
    for (const double reward : m_rewards) {
        squares += (reward - mean) * (reward - mean);
    }
    const double deviation = std::sqrt(squares / std::max(1.0, count)) + kSmallestDeviation;
    std::vector<double> advantages;
    for (const double reward : rewards) {
        advantages.push_back(std::clamp((reward - mean) / deviation, -m_clip, m_clip));
    }
    return advantages;
}

}  // namespace mimesys::alignment
