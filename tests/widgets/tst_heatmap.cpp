// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/composition.h"
#include "heatmap/heatgrid.h"
#include "heatmap/heatimager.h"
#include "samples.h"
#include "timeline/geometry.h"

#include <QPainter>

using namespace mimesys;
using namespace mimesys::widgets;

class HeatmapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { samples::failOnQtWarnings(); }
    void viridisGrowsSteadilyLighter();
    void coloursOfTheEnds();
    void meansAndIdleAddUp();
    void stressorMapEqualsALinearScan_data();
    void stressorMapEqualsALinearScan();
    void cpuMapEqualsALinearScan();
    void idleMapIsWhatIsLeft();
    void traceMapKeepsBurstsOfManyCores();
    void valueUnderThePointer();
    void newestImageWins();
    void imageOfAnotherSourceIsNotDrawn();
};

namespace {

constexpr qint64 kSecond = kNanosecondsPerSecond;  // the type of test data columns

double luminance(QRgb colour) {
    return 0.2126 * qRed(colour) + 0.7152 * qGreen(colour) + 0.0722 * qBlue(colour);
}

CompositionPtr composition(std::size_t windows, std::size_t cpus) {
    return std::make_shared<const Composition>(samples::randomPlan(windows, cpus, {"a", "b", "c"}));
}

bool close(float a, float b) {
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) < 1e-5F;
}

// Highest `value(window)` of the windows a pixel column touches.
template <typename Value>
float scanned(const plan::ExecutionPlan& plan, TimeRange range, int columns, int x, Value value) {
    float highest = trace::kMissing;
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        const auto begin = static_cast<std::int64_t>(window) * kSecond;
        if (begin < columnEdge(range, columns, x + 1) && begin + kSecond > columnEdge(range, columns, x)) {
            highest = std::isnan(highest) ? value(window) : std::max(highest, value(window));
        }
    }
    return highest;
}

}  // namespace

void HeatmapTest::viridisGrowsSteadilyLighter() {
    for (std::size_t i = 1; i < 256; ++i) {
        QVERIFY(luminance(viridis()[i]) > luminance(viridis()[i - 1]) - 0.5);
        QVERIFY(luminance(greys()[i]) >= luminance(greys()[i - 1]));
    }
    // Published ends of the map, to within a few levels.
    QVERIFY(std::abs(qRed(viridis()[0]) - 68) <= 4 && std::abs(qBlue(viridis()[0]) - 84) <= 4);
    QVERIFY(std::abs(qRed(viridis()[255]) - 253) <= 4 && std::abs(qGreen(viridis()[255]) - 231) <= 4);
}

void HeatmapTest::coloursOfTheEnds() {
    QCOMPARE(colourIndex(0.0F, 0.0F, 2.0F), 0);
    QCOMPARE(colourIndex(2.0F, 0.0F, 2.0F), 255);
    QCOMPARE(colourIndex(-1.0F, 0.0F, 2.0F), 0);
    QCOMPARE(colourIndex(99.0F, 0.0F, 2.0F), 255);
    HeatGrid grid(2, 1);
    grid.raise(0, 0, 1.0F);
    const QImage image = heatImage(grid, {0.0F, 1.0F}, viridis(), Qt::red);
    QCOMPARE(image.pixel(0, 0), viridis()[255]);
    QCOMPARE(image.pixelColor(1, 0), QColor(Qt::red));
}

void HeatmapTest::meansAndIdleAddUp() {
    const CompositionPtr made = composition(50, 4);
    QCOMPARE(made->rowCount(), 4);
    for (std::size_t window = 0; window < 50; ++window) {
        float sum = 0.0F;
        for (int row = 0; row < made->rowCount(); ++row) {
            sum += made->mean(row, window);
        }
        QVERIFY(close(sum, 1.0F));
    }
    QCOMPARE(made->extent(), (TimeRange{0, 50 * kSecond}));
}

void HeatmapTest::stressorMapEqualsALinearScan_data() {
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("columns");
    QTest::newRow("all") << qint64{0} << 700 * kSecond << 100;
    QTest::newRow("part") << 33 * kSecond + 5 << 91 * kSecond << 77;
    QTest::newRow("a few windows") << 33 * kSecond << 36 * kSecond << 200;
    QTest::newRow("beyond both ends") << -50 * kSecond << 900 * kSecond << 120;
}

void HeatmapTest::stressorMapEqualsALinearScan() {
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(int, columns);
    const CompositionPtr made = composition(700, 2);
    const TimeRange range{begin, end};
    const HeatGrid grid = stressorHeat(made)->grid(range, columns, made->rowCount(), {});
    for (int row = 0; row < made->rowCount(); ++row) {
        for (int x = 0; x < columns; ++x) {
            const float expected =
                scanned(made->plan(), range, columns, x, [&](std::size_t window) { return made->mean(row, window); });
            QVERIFY(close(grid.at(row, x), expected));
        }
    }
}

void HeatmapTest::cpuMapEqualsALinearScan() {
    const CompositionPtr made = composition(60, 16);
    const TimeRange range{0, 60 * kSecond};
    // 16 CPUs in 5 rows of pixels: each row shows the highest of its CPUs.
    const HeatGrid grid = stressorCpuHeat(made, 1)->grid(range, 40, 5, {});
    for (int row = 0; row < 5; ++row) {
        for (int x = 0; x < 40; ++x) {
            const float expected = scanned(made->plan(), range, 40, x, [&](std::size_t window) {
                float highest = 0.0F;
                for (int cpu = 0; cpu < 16; ++cpu) {
                    if (gridRow(cpu, 16, 5) == row) {
                        highest = std::max(highest, made->plan().at(window, static_cast<std::size_t>(cpu), 1));
                    }
                }
                return highest;
            });
            QCOMPARE(grid.at(row, x), expected);
        }
    }
}

void HeatmapTest::idleMapIsWhatIsLeft() {
    const CompositionPtr made = composition(3, 2);
    const auto source = stressorCpuHeat(made, made->idleRow());
    const auto row = made->plan().row(2, 1);
    QVERIFY(close(source->valueAt(1, 2 * kSecond + 1), 1.0F - row[0] - row[1] - row[2]));
}

void HeatmapTest::traceMapKeepsBurstsOfManyCores() {
    trace::Trace made;
    made.startNs = samples::kStartNs;
    for (int cpu = 0; cpu < 128; ++cpu) {
        made.columns.push_back({metricFor(cpuUtilizationId(cpu)), Provenance::Procfs, {}});
    }
    for (int i = 0; i < 3000; ++i) {
        made.timesNs.push_back(made.startNs + (i + 1) * kSecond);
        for (int cpu = 0; cpu < 128; ++cpu) {
            made.columns[static_cast<std::size_t>(cpu)].values.push_back(cpu == 77 && i == 1234 ? 100.0F : 1.0F);
        }
    }
    const auto trace = samples::indexed(samples::checked(std::move(made)));
    const HeatGrid grid = cpuHeat(trace)->grid(trace->extent(), 200, 60, {});
    QCOMPARE(std::ranges::count_if(grid.cells, [](float value) { return value == 100.0F; }), 1);
    QCOMPARE(grid.at(gridRow(77, 128, 60), 1234 * 200 / 3000), 100.0F);
}

void HeatmapTest::valueUnderThePointer() {
    const CompositionPtr made = composition(10, 2);
    QCOMPARE(stressorHeat(made)->valueAt(1, 4 * kSecond), made->mean(1, 4));
    QCOMPARE(stressorCpuHeat(made, 2)->valueAt(1, 9 * kSecond + 5), made->plan().at(9, 1, 2));
    QVERIFY(std::isnan(stressorHeat(made)->valueAt(1, 10 * kSecond)));
    QVERIFY(std::isnan(stressorHeat(made)->valueAt(1, -1)));
}

void HeatmapTest::newestImageWins() {
    const CompositionPtr made = composition(500, 4);
    HeatRequest request;
    request.source = stressorHeat(made);
    request.rows = 4;
    request.nothing = Qt::white;
    HeatImager imager;
    for (int i = 1; i <= 20; ++i) {
        request.columns = 10 * i;
        request.range = {0, i * kSecond};
        imager.request(request);
    }
    QTRY_VERIFY(!imager.isBusy());
    QCOMPARE(imager.image().size(), QSize(200, 4));
    QCOMPARE(imager.image(),
             heatImage(request.source->grid(request.range, 200, 4, {}), {0.0F, 1.0F}, viridis(), Qt::white));
}

void HeatmapTest::imageOfAnotherSourceIsNotDrawn() {
    const CompositionPtr made = composition(5, 2);
    HeatRequest request;
    request.source = stressorHeat(made);
    request.range = made->extent();
    request.columns = 20;
    request.rows = 4;
    request.nothing = Qt::white;
    HeatImager imager;
    imager.request(request);
    QTRY_VERIFY(!imager.isBusy());
    const auto painted = [&](const HeatSource* source) {
        QImage canvas(20, 4, QImage::Format_RGB32);
        canvas.fill(Qt::green);
        QPainter painter(&canvas);
        imager.draw(painter, canvas.rect(), request.range, source);
        painter.end();
        return canvas;
    };
    QCOMPARE(painted(request.source.get()), imager.image());
    QImage untouched(20, 4, QImage::Format_RGB32);
    untouched.fill(Qt::green);
    QCOMPARE(painted(stressorHeat(made).get()), untouched);
}

QTEST_MAIN(HeatmapTest)
#include "tst_heatmap.moc"
