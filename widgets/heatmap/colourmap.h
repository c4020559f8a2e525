// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRgb>
#include <array>

namespace mimesys::widgets {

// 256 colours from low to high.
using ColourMap = std::array<QRgb, 256>;

// Viridis: perceptually uniform, and in order for colour-deficient sight and in print (Stéfan van der Walt and
// Nathaniel Smith for matplotlib, 2015, CC0). Nothing in it looks grey, which is left to idleness.
[[nodiscard]] const ColourMap& viridis();
// Black to white in equal steps of lightness, for what is not to stand out.
[[nodiscard]] const ColourMap& greys();

// Blue through near white to orange, for differences: told apart with any colour vision, lightness as far from the
// middle on both sides (Cynthia Brewer's PuOr with its blue end, colorbrewer2.org).
[[nodiscard]] const ColourMap& diverging();

// One column of pixels from the highest colour down, to be stretched into a scale.
[[nodiscard]] QImage colourRamp(const ColourMap& map);

// Index for a value on the scale low..high; values outside take the ends.
[[nodiscard]] int colourIndex(float value, float low, float high);

}  // namespace mimesys::widgets
