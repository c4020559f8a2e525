// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <array>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// Shares of each pixel column of a view of `range`: the mean over the column's time. Columns that no window touches
// are empty; of a column that the plan's end cuts, the part with a plan counts.
[[nodiscard]] std::vector<std::optional<ClassShares>> classColumns(const Composition& composition, TimeRange range,
                                                                   int columns);

// The share at the top of the plot: a round number above what the plan is busy with at most, so that a plan of light
// load can be read; what is above it is idle.
[[nodiscard]] double classAxis(const ClassTotals& totals);

// Where the classes of one column end, in pixels from the bottom of a plot that is `height` high and ends at the share
// `high`: class i fills [edges[i - 1], edges[i]), the first begins at 0.
using ClassEdges = std::array<int, kResourceClasses.size()>;
[[nodiscard]] ClassEdges classEdges(const ClassShares& shares, double high, int height);

// The stack as pixels: each class in its colour and hatch, `nothing` where a column is empty. As an image, because a
// hundred thousand windows make outlines of thousands of corners, which cost ten times as much to fill.
[[nodiscard]] QImage classImage(const std::vector<std::optional<ClassShares>>& columns, double high, int height,
                                bool dark, const QColor& nothing);

// Where in an area its name can be read: the middle of the widest run of columns in which a line of text fits into it;
// empty when none is as wide as the text.
[[nodiscard]] std::optional<QPointF> labelPlace(const std::vector<std::optional<ClassShares>>& columns,
                                                ResourceClass resource, const QRectF& plot, double high, QSizeF text);

}  // namespace mimesys::widgets
