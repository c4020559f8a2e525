// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"

#include <cmath>
#include <numbers>

namespace mimesys::simulation {

// Standard normal (Box and Muller 1958).
inline double normal(Random& random) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

// Exponential with mean 1.
inline double exponential(Random& random) {
    return -std::log(1.0 - random.uniform());
}

inline double between(Random& random, double low, double high) {
    return low + (high - low) * random.uniform();
}

// As likely in [1, 2] as in [10, 20]: for quantities that are known by their order of magnitude.
inline double betweenOrders(Random& random, double low, double high) {
    return low * std::pow(high / low, random.uniform());
}

}  // namespace mimesys::simulation
