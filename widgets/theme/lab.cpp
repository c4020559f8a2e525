// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/lab.h"

#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

// White of D65, and the CIE's constants of the linear part near black.
constexpr double kWhiteX = 0.95047;
constexpr double kWhiteZ = 1.08883;
constexpr double kEpsilon = 216.0 / 24389.0;
constexpr double kKappa = 24389.0 / 27.0;

double compressed(double t) {
    return t > kEpsilon ? std::cbrt(t) : (kKappa * t + 16.0) / 116.0;
}

double expanded(double f) {
    const double cube = f * f * f;
    return cube > kEpsilon ? cube : (116.0 * f - 16.0) / kKappa;
}

}  // namespace

double linearLight(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double srgbChannel(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1.0 / 2.4) - 0.055;
}

Lab labFromLight(double red, double green, double blue) {
    const double x = compressed((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / kWhiteX);
    const double y = compressed(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    const double z = compressed((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / kWhiteZ);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

Lab toLab(const QColor& colour) {
    const auto light = [](float channel) {
        return linearLight(static_cast<double>(channel));
    };
    return labFromLight(light(colour.redF()), light(colour.greenF()), light(colour.blueF()));
}

QColor fromLab(const Lab& lab) {
    const double fy = (lab.lightness + 16.0) / 116.0;
    const double x = kWhiteX * expanded(fy + lab.a / 500.0);
    const double y = expanded(fy);
    const double z = kWhiteZ * expanded(fy - lab.b / 200.0);
    const auto level = [](double light) {
        return static_cast<int>(std::lround(255.0 * srgbChannel(std::clamp(light, 0.0, 1.0))));
    };
    return {level(3.2404542 * x - 1.5371385 * y - 0.4985314 * z), level(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            level(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)};
}

}  // namespace mimesys::widgets
