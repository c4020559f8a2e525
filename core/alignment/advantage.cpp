// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/advantage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace mimesys::alignment {
namespace {

constexpr double kSmallestDeviation = 1e-6;

struct Attempts {
    double sum = 0.0;
    double count = 0.0;
};

// Less the mean of the same target's, or of all where a target has one attempt only; as they are when all have.
std::vector<double> compared(std::span<const double> rewards, std::span<const std::int64_t> targets) {
    std::map<std::int64_t, Attempts> attempts;
    Attempts all;
    for (std::size_t i = 0; i < rewards.size(); ++i) {
        for (Attempts* each : {&attempts[targets[i]], &all}) {
            each->sum += rewards[i];
            each->count += 1.0;
        }
    }
    std::vector<double> result(rewards.begin(), rewards.end());
    for (std::size_t i = 0; attempts.size() < rewards.size() && i < rewards.size(); ++i) {
        const Attempts& same = attempts[targets[i]];
        const Attempts& others = same.count > 1.0 ? same : all;
        result[i] -= others.sum / others.count;
    }
    return result;
}

}  // namespace

std::vector<double> Advantages::judge(std::span<const double> rewards, std::span<const std::int64_t> targets) {
    std::vector<double> merits = compared(rewards, targets);
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
