// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace mimesys::alignment {

// How much better than usual a reward is. Some targets are harder than others, and that is no merit of what was done
// for them: a reward is first compared with the mean over the attempts at the same target, where there are several (the
// statistics per prompt of Black et al. 2024). What is left is judged by its distance from the mean of the last ones in
// units of their deviation, cut to [−clip, clip]. A batch counts among the last before it is judged.
class Advantages {
public:
    Advantages(std::size_t history, double clip) : m_history(history), m_clip(clip) {}

    // One per reward; empty for none. `targets` says what each reward was earned at.
    [[nodiscard]] std::vector<double> judge(std::span<const double> rewards, std::span<const std::int64_t> targets);

    [[nodiscard]] std::vector<double> history() const { return {m_merits.begin(), m_merits.end()}; }
    void restore(std::span<const double> merits) { m_merits.assign(merits.begin(), merits.end()); }

private:
    std::size_t m_history;
    double m_clip;
    std::deque<double> m_merits;
};

}  // namespace mimesys::alignment
