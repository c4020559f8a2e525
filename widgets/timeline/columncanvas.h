// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/geometry.h"

#include <QColor>
#include <memory>
#include <span>

class QPainter;

namespace mimesys::widgets {

// Upright bars, one per pixel column of a lane, in device pixels from the painter's origin. Later ones cover earlier
// ones. What was drawn is there when the canvas is gone.
class ColumnCanvas {
public:
    // Pixels for a screen, lines for SVG and PDF.
    [[nodiscard]] static std::unique_ptr<ColumnCanvas> on(QPainter& painter, int columns, double height);

    ColumnCanvas() = default;
    ColumnCanvas(const ColumnCanvas&) = delete;
    ColumnCanvas& operator=(const ColumnCanvas&) = delete;
    virtual ~ColumnCanvas() = default;

    // The bars of one band, which count from `top`. Fills what lies between them and the band's lower end.
    virtual void fillBelow(std::span<const ColumnBar> bars, double top, double height, const QColor& colour) = 0;
    // Draws them, each longer by `half` a line's width at both ends.
    virtual void drawBars(std::span<const ColumnBar> bars, double top, double half, const QColor& colour) = 0;
};

}  // namespace mimesys::widgets
