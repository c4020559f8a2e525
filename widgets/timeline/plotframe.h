// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QFontMetrics>
#include <algorithm>

namespace mimesys::widgets {

// The margins that every view with a time axis keeps, so that all axes line up: names and scales on the left, values
// and distances on the right. They depend on the font and on nothing else.
struct PlotFrame {
    int left = 0;
    int right = 0;

    explicit PlotFrame(const QFontMetrics& font)
        : left(font.averageCharWidth() * 32), right(font.averageCharWidth() * 18) {}

    [[nodiscard]] TimeScale scale(TimeRange visible, int viewWidth) const {
        return {visible, static_cast<double>(left), static_cast<double>(std::max(viewWidth - left - right, 1))};
    }
};

}  // namespace mimesys::widgets
