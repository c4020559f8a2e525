// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a lane of a hundred million samples costs: finding the minimum and maximum of every pixel column, and painting
// the lane. The peers are a linear scan, a strided sample of 256 values per column (which loses bursts, counted here),
// the same bars as QPainter's lines, and its polyline through every sample of a trace of one million.
#include "base/clock.h"
#include "base/random.h"
#include "timeline/lanepainter.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

using namespace mimesys;
using namespace mimesys::widgets;

namespace {

constexpr std::size_t kManySamples = 100'000'000;
constexpr std::size_t kFewSamples = 1'000'000;
constexpr int kColumns = 1920;
constexpr int kLaneHeight = 60;
constexpr int kRepetitions = 15;
constexpr std::size_t kBursts = 200;
constexpr std::size_t kStride = 256;
constexpr float kBurst = 99.0F;

// One sample a millisecond: a random walk below 60 %, with single samples that stand out.
trace::TracePtr walk(std::size_t samples) {
    Random random(7);
    trace::Trace trace;
    trace.timesNs.resize(samples);
    trace::Column column{metricFor("cpu.utilization"), Provenance::Procfs, std::vector<float>(samples)};
    float level = 30.0F;
    for (std::size_t i = 0; i < samples; ++i) {
        trace.timesNs[i] = static_cast<std::int64_t>(i + 1) * 1'000'000;
        level = std::clamp(level + static_cast<float>(random.uniform()) - 0.5F, 0.0F, 60.0F);
        column.values[i] = level;
    }
    for (std::size_t burst = 0; burst < kBursts; ++burst) {
        column.values[(2 * burst + 1) * samples / (2 * kBursts) + burst % 97] = kBurst;
    }
    trace.columns.push_back(std::move(column));
    return trace::makeTrace(std::move(trace)).value();
}

double medianMs(const std::function<void()>& work, int repetitions = kRepetitions) {
    std::vector<double> times;
    for (int i = 0; i < repetitions; ++i) {
        const std::int64_t begin = monotonicNs();
        work();
        times.push_back(secondsFromNs(monotonicNs() - begin) * 1e3);
    }
    std::ranges::nth_element(times, times.begin() + repetitions / 2);
    return times[static_cast<std::size_t>(repetitions) / 2];
}

trace::MinMax scan(const std::vector<float>& values, SampleSpan span, std::size_t step) {
    trace::MinMax result{INFINITY, -INFINITY};
    for (std::size_t i = span.first; i < span.last; i += step) {
        result.minimum = std::min(result.minimum, values[i]);
        result.maximum = std::max(result.maximum, values[i]);
    }
    return result;
}

std::size_t burstColumns(const std::vector<trace::MinMax>& extremes) {
    return static_cast<std::size_t>(
        std::ranges::count_if(extremes, [](const trace::MinMax& column) { return column.maximum == kBurst; }));
}

// One lane into a raster image, as the timeline does for each of its lanes.
double paintMs(const IndexedTracePtr& real, const IndexedTracePtr& emulated, CompareMode mode) {
    Comparison sides;
    sides.real = evaluation::Real<IndexedTracePtr>(real);
    sides.emulated = evaluation::Emulated<IndexedTracePtr>(emulated);
    QImage image(kColumns, kLaneHeight, QImage::Format_ARGB32_Premultiplied);
    const Colours colours = coloursFor(paletteFor(Theme::Light));
    const TimeScale scale{real->extent(), 0.0, kColumns};
    const LanePainter painter(sides, mode, scale, 1.0, colours);
    return medianMs([&] {
        image.fill(colours.plot);
        QPainter target(&image);
        painter.paintLines(target, image.rect(), real->trace().columns[0].metric);
    });
}

// The same lane, its bars drawn by QPainter's lines.
double linesMs(const IndexedTrace& trace, const std::vector<SampleSpan>& bins) {
    QImage image(kColumns, kLaneHeight, QImage::Format_ARGB32_Premultiplied);
    const Colours colours = coloursFor(paletteFor(Theme::Light));
    return medianMs([&] {
        image.fill(colours.plot);
        QPainter target(&image);
        QVector<QLineF> fill;
        QVector<QLineF> lines;
        const auto bars = columnBars(columnExtremes(trace.pyramid(0), bins), {0.0, 100.0}, kLaneHeight);
        for (std::size_t x = 0; x < bars.size(); ++x) {
            const double centre = static_cast<double>(x) + 0.5;
            const auto top = static_cast<double>(bars[x].top);
            fill.append(QLineF(centre, top, centre, kLaneHeight));
            lines.append(QLineF(centre, top - 0.8, centre, static_cast<double>(bars[x].bottom) + 0.8));
        }
        target.setPen(QPen(colours.realFill, 1.0, Qt::SolidLine, Qt::FlatCap));
        target.drawLines(fill);
        target.setPen(QPen(colours.real, 1.0, Qt::SolidLine, Qt::FlatCap));
        target.drawLines(lines);
    });
}

double polylineMs(const trace::Trace& trace) {
    QImage image(kColumns, kLaneHeight, QImage::Format_ARGB32_Premultiplied);
    const std::vector<float>& values = trace.columns[0].values;
    return medianMs(
        [&] {
            image.fill(Qt::white);
            QPainter target(&image);
            QVector<QPointF> points;
            points.reserve(static_cast<qsizetype>(values.size()));
            for (std::size_t i = 0; i < values.size(); ++i) {
                points.append(QPointF(static_cast<double>(i) * kColumns / static_cast<double>(values.size()),
                                      kLaneHeight * (1.0 - static_cast<double>(values[i]) / 100.0)));
            }
            target.drawPolyline(points.constData(), static_cast<int>(points.size()));
        },
        5);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<char*> arguments(argv, argv + argc);
    std::string platform = "-platform";
    std::string offscreen = "offscreen";
    arguments.insert(arguments.end(), {platform.data(), offscreen.data()});
    int count = static_cast<int>(arguments.size());
    const QGuiApplication application(count, arguments.data());
    const bool json = argc > 1 && std::string_view(argv[1]) == "--json";

    const trace::TracePtr many = walk(kManySamples);
    IndexedTracePtr indexed;
    const double buildMs = medianMs([&] { indexed = std::make_shared<const IndexedTrace>(many); }, 3);
    std::vector<SampleSpan> bins;
    const double binMs = medianMs([&] { bins = binSamples(*many, indexed->extent(), kColumns); });
    std::vector<trace::MinMax> pyramid;
    const double pyramidMs = medianMs([&] { pyramid = columnExtremes(indexed->pyramid(0), bins); });
    const auto byScan = [&](std::size_t samplesPerColumn) {
        std::vector<trace::MinMax> extremes;
        for (const SampleSpan& span : bins) {
            const std::size_t step =
                samplesPerColumn == 0 ? 1 : std::max<std::size_t>((span.last - span.first) / samplesPerColumn, 1);
            extremes.push_back(scan(many->columns[0].values, span, step));
        }
        return extremes;
    };
    std::vector<trace::MinMax> scanned;
    const double scanMs = medianMs([&] { scanned = byScan(0); }, 3);
    std::vector<trace::MinMax> strided;
    const double stridedMs = medianMs([&] { strided = byScan(kStride); }, 5);
    const bool same = scanned == pyramid;
    const std::size_t bursts = burstColumns(scanned);
    const std::size_t lost = bursts - burstColumns(strided);
    const double laneMs = paintMs(indexed, nullptr, CompareMode::Overlay);
    const double overlayMs = paintMs(indexed, indexed, CompareMode::Overlay);
    const double sidesMs = paintMs(indexed, indexed, CompareMode::SideBySide);
    const double lineBarsMs = linesMs(*indexed, bins);
    const double rawMs = polylineMs(*walk(kFewSamples));

    if (json) {
        const nlohmann::json result{
            {"samples", kManySamples},
            {"columns", kColumns},
            {"mimesys",
             {{"build_milliseconds", buildMs},
              {"bins_milliseconds", binMs},
              {"extremes_milliseconds", pyramidMs},
              {"lane_milliseconds", laneMs},
              {"overlay_milliseconds", overlayMs},
              {"side_by_side_milliseconds", sidesMs},
              {"bursts_lost", 0}}},
            {"linear-scan", {{"extremes_milliseconds", scanMs}}},
            {"strided-256", {{"extremes_milliseconds", stridedMs}, {"bursts_lost", lost}}},
            {"qpainter-lines", {{"lane_milliseconds", lineBarsMs}}},
            {"polyline-1M", {{"lane_milliseconds", rawMs}}},
            {"same_as_scan", same},
            {"ratio", scanMs / (pyramidMs + binMs)},
        };
        fmt::print("{}\n", result.dump(2));
        return same ? 0 : 1;
    }
    fmt::print("{} samples in {} columns, medians of {} runs\n\n", kManySamples, kColumns, kRepetitions);
    fmt::print("pyramid, built once              {:9.2f} ms\n", buildMs);
    fmt::print("samples of each column           {:9.3f} ms  (shared by all lanes)\n", binMs);
    fmt::print("minimum and maximum, pyramid     {:9.3f} ms  {} of {} burst columns lost, same as the scan: {}\n",
               pyramidMs, 0, bursts, same ? "yes" : "NO");
    fmt::print("minimum and maximum, linear scan {:9.3f} ms  {:.0f} x\n", scanMs, scanMs / pyramidMs);
    fmt::print("minimum and maximum, 256 strided {:9.3f} ms  {} of {} burst columns lost\n\n", stridedMs, lost, bursts);
    fmt::print("lane painted                     {:9.3f} ms  {} x {} pixels, with finding the extremes\n", laneMs,
               kColumns, kLaneHeight);
    fmt::print("the same as QPainter's lines     {:9.3f} ms  {:.1f} x\n", lineBarsMs, lineBarsMs / laneMs);
    fmt::print("lane of two sides, overlay       {:9.3f} ms\n", overlayMs);
    fmt::print("lane of two sides, side by side  {:9.3f} ms\n", sidesMs);
    fmt::print("polyline of a hundredth of it    {:9.3f} ms\n", rawMs);
    return same ? 0 : 1;
}
