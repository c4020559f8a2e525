// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mimesys::model {
namespace {

constexpr double kOffset = 0.008;  // keeps the first steps from being too small
constexpr double kLargestBeta = 0.999;

double cosineSquared(double time) {
    const double cosine = std::cos((time + kOffset) / (1.0 + kOffset) * std::numbers::pi / 2.0);
    return cosine * cosine;
}

}  // namespace

CosineSchedule::CosineSchedule(int steps)
    : m_steps(steps), m_lowest(cosineSquared(1.0 - 1.0 / steps) / cosineSquared(0.0) * (1.0 - kLargestBeta)) {}

double CosineSchedule::alphaBar(double time) const {
    return std::max(cosineSquared(time) / cosineSquared(0.0), m_lowest);
}

}  // namespace mimesys::model
