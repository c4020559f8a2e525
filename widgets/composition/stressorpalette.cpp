// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/stressorpalette.h"

#include "theme/lab.h"

#include <algorithm>
#include <array>

namespace mimesys::widgets {
namespace {

// Lightness that the stressors of a class spread over: darker than the class where another of like hue, for those who
// see two hues only, is lighter, and lighter there. More would carry classes into each other.
constexpr double kLightnessSpan = 20.0;

bool spreadsUp(ResourceClass resource, bool dark) {
    return resource == ResourceClass::Cache || resource == ResourceClass::Kernel ||
           (resource == ResourceClass::Other && !dark);
}

// Their yellow is left out: on white it has no edge.
constexpr std::array kColours{0xffd55e00U, 0xffe69f00U, 0xff0072b2U, 0xff009e73U, 0xffcc79a7U, 0xff56b4e9U};

}  // namespace

QColor classColour(ResourceClass resource, bool dark) {
    switch (resource) {
        case ResourceClass::Other:
            return QColor(dark ? 0xffd8d8d8U : 0xff505050U);
        case ResourceClass::Idle:
            return QColor(dark ? 0xff32373eU : 0xffe6e8ebU);
        default:
            return QColor(kColours[indexOf(resource)]);
    }
}

Qt::BrushStyle classHatch(ResourceClass resource) {
    switch (resource) {
        case ResourceClass::Cache:
            return Qt::BDiagPattern;
        case ResourceClass::Memory:
            return Qt::HorPattern;
        case ResourceClass::Disk:
            return Qt::Dense6Pattern;
        case ResourceClass::Network:
            return Qt::DiagCrossPattern;
        case ResourceClass::Kernel:
            return Qt::FDiagPattern;
        case ResourceClass::Other:
            return Qt::CrossPattern;
        case ResourceClass::Compute:
        case ResourceClass::Idle:
            break;
    }
    return Qt::SolidPattern;
}

QColor hatchColour(const QColor& under) {
    QColor colour = textOn(under);
    colour.setAlphaF(0.28F);
    return colour;
}

QColor textOn(const QColor& under) {
    return toLab(under).lightness > 50.0 ? QColor(Qt::black) : QColor(Qt::white);
}

std::vector<StressorStyle> stressorStyles(const std::vector<std::string>& names, bool dark) {
    std::vector<StressorStyle> styles;
    std::array<int, kResourceClasses.size()> counts{};
    for (const std::string& name : names) {
        styles.push_back({resourceClassOf(name), {}});
        ++counts[indexOf(styles.back().resource)];
    }
    std::array<int, kResourceClasses.size()> seen{};
    for (StressorStyle& style : styles) {
        const int count = counts[indexOf(style.resource)];
        const int place = seen[indexOf(style.resource)]++;
        style.colour = classColour(style.resource, dark);
        if (count > 1 && style.resource != ResourceClass::Idle) {
            Lab lab = toLab(style.colour);
            const double share = static_cast<double>(place) / (count - 1);  // from dark to light
            lab.lightness += kLightnessSpan * (spreadsUp(style.resource, dark) ? share : share - 1.0);
            style.colour = fromLab(lab);
        }
    }
    return styles;
}

}  // namespace mimesys::widgets
