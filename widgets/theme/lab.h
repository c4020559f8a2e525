// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace mimesys::widgets {

// A colour in CIE L*a*b* under D65, in which equal distances look about equally large (CIE 15:2004).
struct Lab {
    double lightness = 0.0;  // 0 black … 100 white
    double a = 0.0;
    double b = 0.0;
};

// Linear light of an sRGB channel, both 0…1, and back (IEC 61966-2-1).
[[nodiscard]] double linearLight(double channel);
[[nodiscard]] double srgbChannel(double light);

[[nodiscard]] Lab labFromLight(double red, double green, double blue);
[[nodiscard]] Lab toLab(const QColor& colour);
// The nearest colour a screen has, channel by channel.
[[nodiscard]] QColor fromLab(const Lab& lab);

}  // namespace mimesys::widgets
