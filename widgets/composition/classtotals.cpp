// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/classtotals.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {

ClassTotals::ClassTotals(const std::vector<std::string>& stressors, std::span<const std::vector<float>> means) {
    const std::size_t windows = means.empty() ? 0 : means.front().size();
    for (std::vector<double>& sums : m_sums) {
        sums.assign(windows + 1, 0.0);
    }
    for (std::size_t row = 0; row < means.size(); ++row) {
        const ResourceClass resource = row < stressors.size() ? resourceClassOf(stressors[row]) : ResourceClass::Idle;
        std::vector<double>& sums = m_sums[indexOf(resource)];
        for (std::size_t window = 0; window < windows; ++window) {
            sums[window + 1] += static_cast<double>(means[row][window]);
        }
    }
    for (std::size_t window = 0; window < windows; ++window) {
        const double busy = 1.0 - m_sums[indexOf(ResourceClass::Idle)][window + 1];
        m_highestBusy = std::max(m_highestBusy, static_cast<float>(std::clamp(busy, 0.0, 1.0)));
    }
    for (std::vector<double>& sums : m_sums) {
        for (std::size_t window = 0; window < windows; ++window) {
            sums[window + 1] += sums[window];
        }
    }
}

double ClassTotals::upTo(std::size_t resource, double window) const {
    const std::vector<double>& sums = m_sums[resource];
    const auto whole = std::min(static_cast<std::size_t>(window), sums.size() - 1);
    const double rest = window - static_cast<double>(whole);
    return whole + 1 < sums.size() ? sums[whole] + rest * (sums[whole + 1] - sums[whole]) : sums[whole];
}

ClassShares ClassTotals::mean(double beginWindow, double endWindow) const {
    ClassShares shares{};
    for (std::size_t resource = 0; resource < shares.size(); ++resource) {
        const double sum = upTo(resource, endWindow) - upTo(resource, beginWindow);
        shares[resource] = static_cast<float>(sum / (endWindow - beginWindow));
    }
    return shares;
}

bool ClassTotals::isUsed(ResourceClass resource) const {
    const std::vector<double>& sums = m_sums[indexOf(resource)];
    return !sums.empty() && sums.back() > 0.0;
}

}  // namespace mimesys::widgets
