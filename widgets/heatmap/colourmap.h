// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <array>

namespace mimesys::widgets {

// 256 colours from low to high.
using ColourMap = std::array<QRgb, 256>;

// Cividis: perceptually uniform and alike for normal and colour-deficient sight (Nuñez, Anderton and Renslow,
// "Optimizing colormaps with consideration for color vision deficiency", PLoS ONE 13(7), 2018).
[[nodiscard]] const ColourMap& cividis();
// Black to white in equal steps of lightness, for what is not to stand out.
[[nodiscard]] const ColourMap& greys();

// Index for a value on the scale low..high; values outside take the ends.
[[nodiscard]] int colourIndex(float value, float low, float high);

}  // namespace mimesys::widgets
