// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/warpinglines.h"

#include "base/clock.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::widgets {
namespace {

double yOf(float value, ValueRange axis, WarpingGeometry::Band band) {
    const double span = std::max(axis.high - axis.low, 1e-300);
    const double share = std::clamp((static_cast<double>(value) - axis.low) / span, 0.0, 1.0);
    return band.top + (1.0 - share) * band.height;
}

}  // namespace

QVector<QLineF> warpingLines(const WarpingPath& path, const IndexedTrace& real, const IndexedTrace& emulated,
                             const WarpingGeometry& geometry) {
    QVector<QLineF> lines;
    const int realColumn = real.columnOf(path.metricId);
    const int emulatedColumn = emulated.columnOf(path.metricId);
    if (!path.alignment || realColumn < 0 || emulatedColumn < 0) {
        return lines;
    }
    const double windowSeconds = path.alignment->windowSeconds;
    const auto middle = [&](std::int64_t fromNs, std::size_t window) {
        return fromNs + nsFromSeconds((static_cast<double>(window) + 0.5) * windowSeconds);
    };
    double lastReal = -std::numeric_limits<double>::infinity();
    double lastEmulated = lastReal;
    for (const evaluation::AlignedWindows& step : path.alignment->path) {
        const std::int64_t realTime = middle(path.realFromNs, step.real);
        const std::int64_t emulatedTime = middle(path.emulatedFromNs, step.emulated);
        const double x1 = geometry.scale.xOf(realTime);
        const double x2 = geometry.scale.xOf(emulatedTime);
        const double right = geometry.scale.left + geometry.scale.width;
        if (std::max(x1, x2) < geometry.scale.left || std::min(x1, x2) > right ||
            std::max(x1 - lastReal, x2 - lastEmulated) < geometry.spacing) {
            continue;
        }
        const auto from = valueAt(real.trace(), static_cast<std::size_t>(realColumn), realTime);
        const auto to = valueAt(emulated.trace(), static_cast<std::size_t>(emulatedColumn), emulatedTime);
        if (from && to) {
            lines.append(
                QLineF(x1, yOf(*from, geometry.axis, geometry.real), x2, yOf(*to, geometry.axis, geometry.emulated)));
            lastReal = x1;
            lastEmulated = x2;
        }
    }
    return lines;
}

}  // namespace mimesys::widgets
