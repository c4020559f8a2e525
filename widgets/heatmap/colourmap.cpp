// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/colourmap.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

// Fifth-degree polynomials in t, lowest coefficient first, fitted to the published table (as in d3-scale-chromatic).
using Polynomial = std::array<double, 6>;
constexpr Polynomial kRed{-4.54, -35.34, 2381.73, -6402.70, 7024.72, -2710.57};
constexpr Polynomial kGreen{32.49, 170.73, 52.82, -131.46, 176.58, -67.37};
constexpr Polynomial kBlue{81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67};

int channel(const Polynomial& polynomial, double t) {
    double value = 0.0;
    for (auto coefficient = polynomial.rbegin(); coefficient != polynomial.rend(); ++coefficient) {
        value = value * t + *coefficient;
    }
    return std::clamp(static_cast<int>(std::lround(value)), 0, 255);
}

// Lightness L* of the CIE to an sRGB level (IEC 61966-2-1).
int greyLevel(double lightness) {
    const double luminance = lightness > 8.0 ? std::pow((lightness + 16.0) / 116.0, 3.0) : lightness / 903.3;
    const double level = luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * std::pow(luminance, 1.0 / 2.4) - 0.055;
    return std::clamp(static_cast<int>(std::lround(level * 255.0)), 0, 255);
}

}  // namespace

const ColourMap& cividis() {
    static const ColourMap map = [] {
        ColourMap colours{};
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const double t = static_cast<double>(i) / 255.0;
            colours[i] = qRgb(channel(kRed, t), channel(kGreen, t), channel(kBlue, t));
        }
        return colours;
    }();
    return map;
}

const ColourMap& greys() {
    static const ColourMap map = [] {
        ColourMap colours{};
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const int level = greyLevel(static_cast<double>(i) / 255.0 * 100.0);
            colours[i] = qRgb(level, level, level);
        }
        return colours;
    }();
    return map;
}

int colourIndex(float value, float low, float high) {
    const float share = (value - low) / std::max(high - low, 1e-30F);
    return std::clamp(static_cast<int>(std::lround(share * 255.0F)), 0, 255);
}

}  // namespace mimesys::widgets
