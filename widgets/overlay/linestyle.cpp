// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/linestyle.h"

#include <algorithm>
#include <array>

namespace mimesys::widgets {

// Bluish green, reddish purple and yellow of Okabe and Ito's set, as the two sides are blue and orange of it; darkened
// on light ground.
LineStyle otherStyle(int index, bool dark) {
    static const std::array<std::pair<QRgb, QRgb>, kMostCompared> kColours{
        std::pair{0xff00785aU, 0xff35c79aU}, std::pair{0xffa8447eU, 0xffe39ac4U}, std::pair{0xff8a7a00U, 0xfff0e442U}};
    static constexpr std::array<std::pair<double, double>, kMostCompared> kDashes{
        std::pair{3.0, 3.0}, std::pair{12.0, 4.0}, std::pair{5.0, 8.0}};
    const auto style = static_cast<std::size_t>(std::clamp(index, 0, kMostCompared - 1));
    return {QColor(dark ? kColours[style].second : kColours[style].first), kDashes[style].first, kDashes[style].second};
}

}  // namespace mimesys::widgets
