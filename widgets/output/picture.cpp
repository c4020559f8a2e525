// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/picture.h"

#include "heatmap/heatimager.h"
#include "overlay/comparer.h"
#include "timeline/timelineview.h"

#include <QBuffer>
#include <QFileInfo>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTimer>
#include <QWidget>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr int kPollMs = 10;
constexpr double kPointsPerInch = 72.0;

// The timelines keep a picture of themselves for the screen; files get the lines it is made of.
class StraightTimelines {
public:
    StraightTimelines(QWidget& widget, double pixelRatio) : m_views(widget.findChildren<TimelineView*>()) {
        if (auto* self = qobject_cast<TimelineView*>(&widget)) {
            m_views += self;
        }
        set(pixelRatio);
    }
    ~StraightTimelines() { set(0.0); }
    StraightTimelines(const StraightTimelines&) = delete;
    StraightTimelines& operator=(const StraightTimelines&) = delete;

private:
    void set(double pixelRatio) {
        for (TimelineView* view : m_views) {
            view->setOutputRatio(pixelRatio);
        }
    }
    QList<TimelineView*> m_views;
};

void draw(QWidget& widget, QPaintDevice& device) {
    QPainter painter(&device);
    widget.render(&painter);
}

QImage imageOf(QWidget& widget, double scale) {
    const StraightTimelines straight(widget, scale);
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(widget.palette().color(QPalette::Window));
    draw(widget, image);
    return image;
}

QByteArray svgOf(QWidget& widget, const QString& title) {
    const StraightTimelines straight(widget, 1.0);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(widget.logicalDpiX());
    generator.setSize(widget.size());
    generator.setViewBox(QRect(QPoint(), widget.size()));
    generator.setTitle(title.toHtmlEscaped());  // Qt does not
    draw(widget, generator);
    // A family that only this machine's configuration knows must not become another machine's serif.
    const QByteArray family = "font-family=\"" + widget.font().family().toUtf8();
    return QByteArray(buffer.data()).replace(family + '"', family + ", sans-serif\"");
}

QByteArray pdfOf(QWidget& widget, const QString& title) {
    const StraightTimelines straight(widget, 1.0);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(widget.logicalDpiX());
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Mimesys Studio"));
    const QSizeF points = QSizeF(widget.size()) * (kPointsPerInch / widget.logicalDpiX());
    writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    draw(widget, writer);
    return buffer.data();
}

bool isComplete(const QWidget& widget) {
    const auto timelines = widget.findChildren<TimelineView*>();
    const bool compared =
        std::ranges::none_of(timelines, [](const TimelineView* view) { return view->comparer().isBusy(); });
    return compared && std::ranges::none_of(widget.findChildren<HeatImager*>(),
                                            [](const HeatImager* imager) { return imager->isBusy(); });
}

}  // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& name) {
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix == QLatin1String("png")   ? std::optional(PictureFormat::Png)
           : suffix == QLatin1String("svg") ? std::optional(PictureFormat::Svg)
           : suffix == QLatin1String("pdf") ? std::optional(PictureFormat::Pdf)
                                            : std::nullopt;
}

Picture pictureOf(QWidget& widget, PictureFormat format, double scale, const QString& title) {
    switch (format) {
        case PictureFormat::Svg:
            return {{}, svgOf(widget, title)};
        case PictureFormat::Pdf:
            return {{}, pdfOf(widget, title)};
        case PictureFormat::Png:
            break;
    }
    return {imageOf(widget, scale), {}};
}

Expected<QByteArray> encoded(const Picture& picture) {
    if (picture.image.isNull()) {
        return picture.document;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!picture.image.save(&buffer, "PNG")) {
        return failed("The picture cannot be encoded; choose a smaller scale.");
    }
    return buffer.data();
}

void whenComplete(QWidget& widget, const std::function<void()>& then) {
    QImage ignored = imageOf(widget, 1.0);  // painting is what asks for the maps
    auto* timer = new QTimer(&widget);
    QObject::connect(timer, &QTimer::timeout, &widget, [&widget, timer, then] {
        if (isComplete(widget)) {
            timer->stop();
            timer->deleteLater();
            then();
        }
    });
    timer->start(kPollMs);
}

}  // namespace mimesys::widgets
