// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatmapview.h"
#include "theme/icons.h"
#include "timeline/timelineview.h"
#include "windowsample.h"

#include <QApplication>
#include <QDirIterator>

using namespace mimesys;
using namespace mimesys::widgets;

// A display with two device pixels per unit: what is painted uses them.
class HiDpiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void timelinesUseEveryPixel();
    void heatmapsUseEveryPixel();
    void iconsUseEveryPixel();
    void fontsAreSizedInPoints();
};

namespace {

constexpr qreal kRatio = 2.0;

// Whether something is finer than a unit: a picture that was merely enlarged has squares of two by two equal pixels.
bool hasFineDetail(const QImage& image) {
    for (int y = 0; y + 1 < image.height(); y += 2) {
        for (int x = 0; x + 1 < image.width(); x += 2) {
            const QRgb first = image.pixel(x, y);
            if (image.pixel(x + 1, y) != first || image.pixel(x, y + 1) != first) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

void HiDpiTest::init() {
    samples::failOnQtWarnings();
    QCOMPARE(qApp->devicePixelRatio(), kRatio);
}

void HiDpiTest::timelinesUseEveryPixel() {
    ViewState state;
    Document document;
    TimelineView view(&state, &document);
    view.resize(600, 400);
    samples::fillComparison(&document);
    state.setExtent(document.extent());
    view.show();
    view.grab();
    QTRY_VERIFY(view.isComplete());
    const QPixmap picture = view.grab();
    QCOMPARE(picture.devicePixelRatio(), kRatio);
    QCOMPARE(picture.width(), 1200);
    // Lines of a lane, beside texts, which are sharp in any case.
    for (const PlacedLane& lane : view.lanes()) {
        if (lane.lane.kind == LaneKind::Metric) {
            const QRect plot = view.plotRect(lane).translated(view.viewport()->pos()).adjusted(2, 2, -2, -2);
            const QRect pixels(plot.topLeft() * kRatio, plot.size() * kRatio);
            QVERIFY2(hasFineDetail(picture.toImage().copy(pixels)), lane.lane.metric.id.c_str());
            return;
        }
    }
    QFAIL("there is no lane");
}

void HiDpiTest::heatmapsUseEveryPixel() {
    ViewState state;
    constexpr int kWindows = 5000;
    state.setExtent({0, kWindows * kNanosecondsPerSecond});
    state.fit();
    HeatmapView view(&state, QStringLiteral("map"));
    const auto composition =
        std::make_shared<const Composition>(samples::randomPlan(kWindows, 4, {"memcpy-l1", "hash-insert"}));
    HeatmapView::Content content;
    content.source = stressorCpuHeat(composition, 0);
    content.rows = {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    view.setContent(content);
    view.resize(600, 200);
    view.show();
    view.grab();
    QTRY_VERIFY(view.isComplete());
    const QImage picture = view.grab().toImage();
    QCOMPARE(picture.devicePixelRatio(), kRatio);
    QVERIFY(hasFineDetail(picture.copy(picture.width() / 2, picture.height() / 2 - 20, 200, 40)));
}

void HiDpiTest::iconsUseEveryPixel() {
    const QPixmap pixmap = tintedIcon(QStringLiteral("open"), QApplication::palette()).pixmap(QSize(16, 16), kRatio);
    QCOMPARE(pixmap.width(), 32);
    QVERIFY(hasFineDetail(pixmap.toImage()));
}

// A font in pixels stays small where everything else grows.
void HiDpiTest::fontsAreSizedInPoints() {
    static const QRegularExpression pixels(QStringLiteral("setPixelSize|font[^;\"]*[0-9]px"));
    QDirIterator files(QStringLiteral(MIMESYS_SOURCE "/widgets"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!QString::fromUtf8(file.readAll()).contains(pixels), qPrintable(file.fileName()));
        ++count;
    }
    QVERIFY(count > 100);
}

// The scale has to be known before there is an application.
int main(int argc, char** argv) {
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    HiDpiTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hidpi.moc"
