// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace mimesys::generation {

struct Dose {
    double fraction = 0.0;
    double response = 0.0;
};

// How a metric grows with the fraction of one stressor: measured points, averaged per fraction and made monotone by
// pooling adjacent violators (isotonic regression, Ayer et al. 1955), straight lines between them.
class DoseResponse {
public:
    // At least one dose; any order, repetitions welcome.
    explicit DoseResponse(std::vector<Dose> doses);

    // The smallest fraction that gives this response; the ends of the curve for what lies beyond them.
    [[nodiscard]] double fractionFor(double response) const;
    [[nodiscard]] double largestResponse() const { return m_curve.back().response; }
    // False when no fraction makes a difference.
    [[nodiscard]] bool responds() const { return m_curve.back().response > m_curve.front().response; }

private:
    std::vector<Dose> m_curve;  // strictly increasing fractions, responses that never fall
};

}  // namespace mimesys::generation
