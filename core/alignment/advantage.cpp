// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/advantage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace mimesys::alignment {
namespace {

constexpr double kSmallestDeviation = 1e-6;

struct Attempts {
    double sum = 0.0;
    double count = 0.0;
};

// Less the mean of the same target's; a single attempt stays what it is, compared with the mean over all targets.
std::vector<double> compared(std::span<const double> rewards, std::span<const std::int64_t> targets) {
    std::map<std::int64_t, Attempts> attempts;
    Attempts all;
    for (std::size_t i = 0; i < rewards.size(); ++i) {
        for (Attempts* each : {&attempts[targets[i]], &all}) {
            each->sum += rewards[i];
            each->count += 1.0;
        }
    }
    std::vector<double> result;
    for (std::size_t i = 0; i < rewards.size(); ++i) {
        const Attempts& own = attempts[targets[i]].count > 1.0 ? attempts[targets[i]] : all;
        result.push_back(rewards[i] - own.sum / own.count);
    }
    return result;
}

}  // namespace

std::vector<double> Advantages::judge(std::span<const double> rewards, std::span<const std::int64_t> targets) {
    const bool several = std::set(targets.begin(), targets.end()).size() < targets.size();
    std::vector<double> merits = several ? compared(rewards, targets) : std::vector(rewards.begin(), rewards.end());
    m_merits.insert(m_merits.end(), merits.begin(), merits.end());
    while (m_merits.size() > m_history) {
        m_merits.pop_front();
    }
    const auto count = static_cast<double>(m_merits.size());
    const double mean = std::accumulate(m_merits.begin(), m_merits.end(), 0.0) / std::max(1.0, count);
    double squares = 0.0;
    for (const double merit : m_merits) {
        squares += (merit - mean) * (merit - mean);
    }
    const double deviation = std::sqrt(squares / std::max(1.0, count)) + kSmallestDeviation;
    for (double& merit : merits) {
        merit = std::clamp((merit - mean) / deviation, -m_clip, m_clip);
    }
    return merits;
}

}  // namespace mimesys::alignment
