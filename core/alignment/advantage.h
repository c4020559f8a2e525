// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

namespace mimesys::alignment {

// How much better than usual a reward is: its distance from the mean of the last rewards in units of their deviation,
// cut to [−clip, clip]. A batch counts among the last rewards before it is judged.
class Advantages {
public:
    Advantages(std::size_t history, double clip) : m_history(history), m_clip(clip) {}

    // One per reward; empty for none.
    [[nodiscard]] std::vector<double> judge(std::span<const double> rewards);

    [[nodiscard]] std::vector<double> history() const { return {m_rewards.begin(), m_rewards.end()}; }
    void restore(std::span<const double> rewards) { m_rewards.assign(rewards.begin(), rewards.end()); }

private:
    std::size_t m_history;
    double m_clip;
    std::deque<double> m_rewards;
};

}  // namespace mimesys::alignment
