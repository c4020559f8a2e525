// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/colourmap.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

// Sixth-degree polynomials in t, lowest coefficient first, fitted to the published table by Matt Zucker (public
// domain).
using Polynomial = std::array<double, 7>;
constexpr Polynomial kRed{0.277727, 0.105093, -0.330862, -4.634230, 6.228270, 4.776385, -5.435456};
constexpr Polynomial kGreen{0.005407, 1.404614, 0.214848, -5.799101, 14.179933, -13.745145, 4.645853};
constexpr Polynomial kBlue{0.334100, 1.384590, 0.095095, -19.332441, 56.690553, -65.353033, 26.312435};

int level(double share) {
    return std::clamp(static_cast<int>(std::lround(share * 255.0)), 0, 255);
}

int channel(const Polynomial& polynomial, double t) {
    double value = 0.0;
    for (auto coefficient = polynomial.rbegin(); coefficient != polynomial.rend(); ++coefficient) {
        value = value * t + *coefficient;
    }
    return level(value);
}

// Lightness L* of the CIE to an sRGB level (IEC 61966-2-1).
int greyLevel(double lightness) {
    const double luminance = lightness > 8.0 ? std::pow((lightness + 16.0) / 116.0, 3.0) : lightness / 903.3;
    return level(luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * std::pow(luminance, 1.0 / 2.4) - 0.055);
}

}  // namespace

const ColourMap& viridis() {
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
            const int grey = greyLevel(static_cast<double>(i) / 255.0 * 100.0);
            colours[i] = qRgb(grey, grey, grey);
        }
        return colours;
    }();
    return map;
}

const ColourMap& diverging() {
    static const ColourMap map = [] {
        constexpr std::array<std::array<double, 3>, 7> kStops{{{5, 66, 117},
                                                               {67, 132, 189},
                                                               {167, 205, 227},
                                                               {247, 247, 247},
                                                               {253, 196, 125},
                                                               {217, 122, 27},
                                                               {127, 59, 8}}};
        ColourMap colours{};
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const double place = static_cast<double>(i) / 255.0 * (kStops.size() - 1);
            const auto left = std::min(static_cast<std::size_t>(place), kStops.size() - 2);
            const double share = place - static_cast<double>(left);
            const auto mixed = [&](std::size_t channel) {
                return static_cast<int>(
                    std::lround((1.0 - share) * kStops[left][channel] + share * kStops[left + 1][channel]));
            };
            colours[i] = qRgb(mixed(0), mixed(1), mixed(2));
        }
        return colours;
    }();
    return map;
}

QImage colourRamp(const ColourMap& map) {
    QImage ramp(1, static_cast<int>(map.size()), QImage::Format_RGB32);
    for (std::size_t i = 0; i < map.size(); ++i) {
        ramp.setPixel(0, static_cast<int>(i), map[map.size() - 1 - i]);
    }
    return ramp;
}

int colourIndex(float value, float low, float high) {
    const float share = (value - low) / std::max(high - low, 1e-30F);
    return std::clamp(static_cast<int>(std::lround(share * 255.0F)), 0, 255);
}

}  // namespace mimesys::widgets
