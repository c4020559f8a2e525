// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparison.h"
#include "timeline/geometry.h"
#include "viewstate/timerange.h"

#include <QLineF>
#include <QVector>

namespace mimesys::widgets {

// Where the two ends of a warping path's lines lie.
struct WarpingGeometry {
    struct Band {
        double top = 0.0;
        double height = 0.0;
    };
    TimeScale scale;
    ValueRange axis;
    Band real;
    Band emulated;
    double spacing = 6.0;  // lines closer to the one before are left out
};

// Lines from the middle of a real window, at the value there, to the middle of the emulated window it was laid against.
// Only what is in view, and no more than one per `spacing`.
[[nodiscard]] QVector<QLineF> warpingLines(const WarpingPath& path, const IndexedTrace& real,
                                           const IndexedTrace& emulated, const WarpingGeometry& geometry);

}  // namespace mimesys::widgets
