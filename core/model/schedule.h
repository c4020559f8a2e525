// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mimesys::model {

// The cosine schedule (Nichol and Dhariwal 2021) of N steps over a continuous time in [0, 1]: how much of the
// composition, √ᾱ, and of noise, √(1−ᾱ), is in the mixture. As there, no step of the N removes more than 99.9 %.
class CosineSchedule {
public:
    explicit CosineSchedule(int steps);

    // ᾱ at time t: 1 at 0, about 4e-6 at 1 for 25 steps. At t = (i + 1) / N it is the discrete schedule's ᾱ_i.
    [[nodiscard]] double alphaBar(double time) const;
    [[nodiscard]] int steps() const { return m_steps; }

private:
    int m_steps;
    double m_lowest;
};

}  // namespace mimesys::model
