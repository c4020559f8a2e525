// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace mimesys::stressor {

// Squared Euclidean distance of two vectors of floats, in every width this build knows. The number of dimensions is a
// multiple of kDimensionUnit.
inline constexpr std::size_t kDimensionUnit = 32;
using Distance = float (*)(const float* a, const float* b, std::size_t dimensions);

struct DistanceVariant {
    std::string_view name;
    Distance distance = nullptr;
    bool supported = false;  // by the CPU this runs on
};

// Widest first; the last, without special instructions, is always supported.
[[nodiscard]] std::span<const DistanceVariant> distanceVariants();

}  // namespace mimesys::stressor
