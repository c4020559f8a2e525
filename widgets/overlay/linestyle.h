// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mimesys::widgets {

// The emulated line is dashed so that it differs without colour: lengths in pixels.
inline constexpr int kDashPixels = 7;
inline constexpr int kDashGapPixels = 4;
inline constexpr double kLineWidth = 1.6;

}  // namespace mimesys::widgets
