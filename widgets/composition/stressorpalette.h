// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition/resourceclass.h"

#include <QBrush>
#include <QColor>
#include <string>
#include <vector>

namespace mimesys::widgets {

// How stressors and their classes are told apart: hue by class, after Okabe and Ito's colour-blind safe set ("Color
// Universal Design", 2008), lightness by stressor within the class, and a hatch by class for those who see no hue.

[[nodiscard]] QColor classColour(ResourceClass resource, bool dark);
// Qt::SolidPattern = plain.
[[nodiscard]] Qt::BrushStyle classHatch(ResourceClass resource);
// To be laid over classColour() or a stressor's; black or white, thinly.
[[nodiscard]] QColor hatchColour(const QColor& under);
// Black or white, whichever is read better on a colour.
[[nodiscard]] QColor textOn(const QColor& under);

struct StressorStyle {
    ResourceClass resource = ResourceClass::Other;
    QColor colour;
    bool operator==(const StressorStyle&) const = default;
};
// One per name, in order. The same list gets the same colours, whatever a plan does with it.
[[nodiscard]] std::vector<StressorStyle> stressorStyles(const std::vector<std::string>& names, bool dark);

}  // namespace mimesys::widgets
