// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/classgeometry.h"

#include "composition/stressorpalette.h"
#include "composition/swatch.h"
#include "timeline/geometry.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

using Columns = std::vector<std::optional<ClassShares>>;

// Bottom and top of a class as shares of the plot's height.
struct Span {
    double low = 0.0;
    double high = 0.0;
};

Span spanOf(const ClassShares& shares, ResourceClass resource, double high) {
    Span span;
    for (std::size_t i = 0; i < indexOf(resource); ++i) {
        span.low += static_cast<double>(shares[i]);
    }
    span.high = span.low + static_cast<double>(shares[indexOf(resource)]);
    return {std::min(span.low / high, 1.0), std::min(span.high / high, 1.0)};
}

constexpr int kTile = 8;  // Qt's patterns repeat after eight pixels

// A class's colour with its hatch, to be read at (x mod 8, y mod 8).
QImage tileOf(ResourceClass resource, bool dark) {
    QImage tile(kTile, kTile, QImage::Format_RGB32);
    QPainter painter(&tile);
    fillHatched(painter, tile.rect(), classColour(resource, dark), resource);
    return tile;
}

}  // namespace

Columns classColumns(const Composition& composition, TimeRange range, int columns) {
    Columns result(static_cast<std::size_t>(std::max(columns, 0)));
    const auto windowNs = static_cast<double>(composition.windowRange(0).lengthNs());
    const auto last = static_cast<double>(composition.plan().windowCount());
    for (int x = 0; x < columns; ++x) {
        const double begin = std::max(static_cast<double>(columnEdge(range, columns, x)) / windowNs, 0.0);
        const double end = std::min(static_cast<double>(columnEdge(range, columns, x + 1)) / windowNs, last);
        if (begin < end) {
            result[static_cast<std::size_t>(x)] = composition.classTotals().mean(begin, end);
        }
    }
    return result;
}

double classAxis(const ClassTotals& totals) {
    return totals.highestBusy() > 0.0F ? std::min(roundedUp(static_cast<double>(totals.highestBusy())), 1.0) : 1.0;
}

ClassEdges classEdges(const ClassShares& shares, double high, int height) {
    ClassEdges edges{};
    double sum = 0.0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        sum += static_cast<double>(shares[i]);
        edges[i] = std::min(static_cast<int>(std::lround(sum / high * height)), height);
    }
    return edges;
}

QImage classImage(const Columns& columns, double high, int height, bool dark, const QColor& nothing) {
    QImage image(static_cast<int>(columns.size()), height, QImage::Format_RGB32);
    image.fill(nothing);
    if (image.isNull()) {
        return image;
    }
    std::array<QImage, kResourceClasses.size()> tiles;
    for (const ResourceClass resource : kResourceClasses) {
        tiles[indexOf(resource)] = tileOf(resource, dark);
    }
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto stride = static_cast<std::size_t>(image.bytesPerLine()) / sizeof(QRgb);
    for (std::size_t x = 0; x < columns.size(); ++x) {
        if (!columns[x]) {
            continue;
        }
        const ClassEdges edges = classEdges(*columns[x], high, height);
        int row = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            for (; row < edges[i]; ++row) {
                const int y = height - 1 - row;
                const auto* line = reinterpret_cast<const QRgb*>(tiles[i].constScanLine(y % kTile));
                pixels[static_cast<std::size_t>(y) * stride + x] = line[x % kTile];
            }
        }
    }
    return image;
}

std::optional<QPointF> labelPlace(const Columns& columns, ResourceClass resource, const QRectF& plot, double high,
                                  QSizeF text) {
    const double step = plot.width() / static_cast<double>(std::max<std::size_t>(columns.size(), 1));
    // A run ends where no line of text would fit into all its columns any more.
    double widest = 0.0;
    QPointF place;
    for (std::size_t x = 0; x < columns.size();) {
        Span common{0.0, 1.0};
        std::size_t end = x;
        while (end < columns.size() && columns[end]) {
            const Span span = spanOf(*columns[end], resource, high);
            const Span both{std::max(common.low, span.low), std::min(common.high, span.high)};
            if ((both.high - both.low) * plot.height() < text.height()) {
                break;
            }
            common = both;
            ++end;
        }
        if (const double wide = step * static_cast<double>(end - x); wide > widest) {
            widest = wide;
            place = {plot.left() + step * static_cast<double>(x) + wide / 2.0,
                     plot.bottom() - (common.low + common.high) / 2.0 * plot.height()};
        }
        x = std::max(end, x + 1);
    }
    return widest >= text.width() ? std::optional(place) : std::nullopt;
}

}  // namespace mimesys::widgets
