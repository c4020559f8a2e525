// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace mimesys::widgets {

// The emulated line is dashed so that it differs without colour: lengths in pixels.
inline constexpr int kDashPixels = 7;
inline constexpr int kDashGapPixels = 4;
inline constexpr double kLineWidth = 1.6;

// Emulations that are compared with the current one: at most so many, each with a dash and a colour of its own.
inline constexpr int kMostCompared = 3;
struct LineStyle {
    QColor colour;
    double dash = 0.0;
    double gap = 0.0;
};
[[nodiscard]] LineStyle otherStyle(int index, bool dark);

}  // namespace mimesys::widgets
