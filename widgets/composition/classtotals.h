// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/resourceclass.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace mimesys::widgets {

using ClassShares = std::array<float, kResourceClasses.size()>;  // by indexOf(); sums to 1 where there is a plan

// What share of all CPU time each class of resource has. Kept as running sums, so that the mean of a hundred thousand
// windows costs what the mean of one does: areas show means (their sizes add up; those of extremes would not), the
// extremes are in the maps.
class ClassTotals {
public:
    ClassTotals() = default;
    // `means`: per stressor, then idle, one value per window.
    ClassTotals(const std::vector<std::string>& stressors, std::span<const std::vector<float>> means);

    // Mean over a stretch in windows, cut windows counting as much as they lie in it; begin < end, both within the
    // plan.
    [[nodiscard]] ClassShares mean(double beginWindow, double endWindow) const;
    // Of any window, of all classes but idle; 0 to 1.
    [[nodiscard]] float highestBusy() const { return m_highestBusy; }
    // Whether any window has any of it.
    [[nodiscard]] bool isUsed(ResourceClass resource) const;

private:
    [[nodiscard]] double upTo(std::size_t resource, double window) const;

    std::array<std::vector<double>, kResourceClasses.size()> m_sums;  // [t] = sum over the windows before t
    float m_highestBusy = 0.0F;
};

}  // namespace mimesys::widgets
