// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/columncanvas.h"

#include <QImage>
#include <QLineF>
#include <QPaintEngine>
#include <QPainter>
#include <QVector>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mimesys::widgets {
namespace {

// Rows above and below the lane, for lines on the ends of its axis.
constexpr int kMargin = 8;

// Written row by row and blended at once: QPainter draws as many lines pixel by pixel (bench/timeline compares).
class Pixels : public ColumnCanvas {
public:
    Pixels(QPainter& painter, int columns, double height)
        : m_painter(painter),
          m_image(std::max(columns, 1), std::max(static_cast<int>(std::lround(height)), 0) + 2 * kMargin,
                  QImage::Format_ARGB32_Premultiplied),
          m_begins(static_cast<std::size_t>(m_image.width())),
          m_ends(m_begins.size()) {
        m_image.fill(0U);
    }
    ~Pixels() override { m_painter.drawImage(QPointF(0.0, -kMargin), m_image); }

    void fillBelow(std::span<const ColumnBar> bars, double top, double height, const QColor& colour) override {
        const int bottom = rowOf(top + height);
        write(bars, colour,
              [&](const ColumnBar& bar) { return std::pair(rowOf(top + static_cast<double>(bar.top)), bottom); });
    }

    void drawBars(std::span<const ColumnBar> bars, double top, double half, const QColor& colour) override {
        write(bars, colour, [&](const ColumnBar& bar) {
            const int begin = rowOf(top + static_cast<double>(bar.top) - half);
            // A line is seen even where both its ends round to the same row.
            return std::pair(begin, std::max(rowOf(top + static_cast<double>(bar.bottom) + half), begin + 1));
        });
    }

private:
    [[nodiscard]] int rowOf(double y) const {
        return std::clamp(static_cast<int>(std::floor(y + 0.5)) + kMargin, 0, m_image.height() - 1);
    }

    template <typename RowsOf>
    void write(std::span<const ColumnBar> bars, const QColor& colour, RowsOf rowsOf) {
        int first = m_image.height();
        int last = 0;
        std::int64_t written = 0;
        for (std::size_t x = 0; x < m_begins.size(); ++x) {
            const bool present = x < bars.size() && bars[x].present;
            const auto [begin, end] = present ? rowsOf(bars[x]) : std::pair(0, 0);
            m_begins[x] = begin;
            m_ends[x] = end;
            if (begin < end) {
                first = std::min(first, begin);
                last = std::max(last, end);
                written += end - begin;
            }
        }
        const QRgb pixel = qPremultiply(colour.rgba());
        if (written < static_cast<std::int64_t>(last - first) * m_image.width() / 4) {
            writeColumns(pixel);
            return;
        }
        for (int y = first; y < last; ++y) {
            auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
            for (std::size_t x = 0; x < m_begins.size(); ++x) {
                line[x] = y >= m_begins[x] && y < m_ends[x] ? pixel : line[x];
            }
        }
    }

    // Few pixels of every row.
    void writeColumns(QRgb pixel) {
        auto* pixels = reinterpret_cast<QRgb*>(m_image.bits());
        const std::ptrdiff_t perRow = m_image.bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb));
        for (std::size_t x = 0; x < m_begins.size(); ++x) {
            QRgb* at = pixels + m_begins[x] * perRow + static_cast<std::ptrdiff_t>(x);
            for (int y = m_begins[x]; y < m_ends[x]; ++y, at += perRow) {
                *at = pixel;
            }
        }
    }

    QPainter& m_painter;
    QImage m_image;
    std::vector<int> m_begins;  // rows of each column that are written, [begin, end)
    std::vector<int> m_ends;
};

class Lines : public ColumnCanvas {
public:
    explicit Lines(QPainter& painter) : m_painter(painter) {}

    void fillBelow(std::span<const ColumnBar> bars, double top, double height, const QColor& colour) override {
        draw(bars, colour,
             [&](const ColumnBar& bar) { return std::pair(top + static_cast<double>(bar.top), top + height); });
    }

    void drawBars(std::span<const ColumnBar> bars, double top, double half, const QColor& colour) override {
        draw(bars, colour, [&](const ColumnBar& bar) {
            return std::pair(top + static_cast<double>(bar.top) - half, top + static_cast<double>(bar.bottom) + half);
        });
    }

private:
    template <typename EndsOf>
    void draw(std::span<const ColumnBar> bars, const QColor& colour, EndsOf endsOf) {
        QVector<QLineF> lines;
        lines.reserve(static_cast<qsizetype>(bars.size()));
        for (std::size_t x = 0; x < bars.size(); ++x) {
            if (bars[x].present) {
                const double centre = static_cast<double>(x) + 0.5;
                const auto [begin, end] = endsOf(bars[x]);
                lines.append(QLineF(centre, begin, centre, end));
            }
        }
        m_painter.setPen(QPen(colour, 1.0, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLines(lines);
    }

    QPainter& m_painter;
};

}  // namespace

std::unique_ptr<ColumnCanvas> ColumnCanvas::on(QPainter& painter, int columns, double height) {
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        return std::make_unique<Pixels>(painter, columns, height);
    }
    return std::make_unique<Lines>(painter);
}

}  // namespace mimesys::widgets
