// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/lab.h"

#include <algorithm>
#include <array>
#include <cmath>

// What people without one kind of cones see of a colour: matrices for severity 1 in linear light, from Machado,
// Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions
// on Visualization and Computer Graphics 15(6), 2009, table 1.
namespace mimesys::widgets::vision {

using Matrix = std::array<std::array<double, 3>, 3>;
struct Vision {
    const char* name;
    Matrix matrix;
};
inline constexpr std::array<Vision, 4> kVisions{{
    {"normal", {{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

inline Lab seen(const QColor& colour, const Matrix& matrix) {
    const std::array light{linearLight(static_cast<double>(colour.redF())),
                           linearLight(static_cast<double>(colour.greenF())),
                           linearLight(static_cast<double>(colour.blueF()))};
    std::array<double, 3> result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = std::clamp(matrix[i][0] * light[0] + matrix[i][1] * light[1] + matrix[i][2] * light[2], 0.0, 1.0);
    }
    return labFromLight(result[0], result[1], result[2]);
}

// CIE 1976: about 2 is just noticed side by side.
inline double distance(const Lab& x, const Lab& y) {
    return std::hypot(x.lightness - y.lightness, x.a - y.a, x.b - y.b);
}

}  // namespace mimesys::widgets::vision
