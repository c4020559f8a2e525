// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace mimesys::model {

// How far beyond its range, in units of half the range, a value still counts: outliers say "much", not how much.
inline constexpr double kMostScaled = 1.25;

// Low to −1 and high to 1, by the range's scale; empty for a missing value.
[[nodiscard]] inline std::optional<float> scaled(float value, const Range& range) {
    if (!std::isfinite(value)) {
        return std::nullopt;
    }
    double position = (static_cast<double>(value) - range.low) / (range.high - range.low);
    if (range.scale == Scale::Root) {
        position = std::copysign(std::sqrt(std::abs(position)), position);
    }
    return static_cast<float>(std::clamp(2.0 * position - 1.0, -kMostScaled, kMostScaled));
}

// The nearest row (least squares) of fractions that are not negative and sum to at most 1 (projection onto the simplex
// by sorting, Held, Wolfe and Crowder 1974; Duchi et al. 2008). Fractions too short to matter become 0.
void projectRow(std::span<float> row);

}  // namespace mimesys::model
