// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatimager.h"

#include "heatmap/heatgrid.h"

#include <QFutureWatcher>
#include <QPainter>
#include <QtConcurrent>
#include <stop_token>

namespace mimesys::widgets {
namespace {

QImage makeImage(const HeatRequest& request, const std::stop_token& stop) {
    const HeatGrid grid = request.source->grid(request.range, request.columns, request.rows, stop);
    if (stop.stop_requested()) {
        return {};
    }
    QImage image =
        heatImage(grid, {request.low, request.high}, request.diverging ? diverging() : viridis(), request.nothing);
    if (request.lastRowGrey && grid.rows > 0) {
        const QImage greyImage = heatImage(grid, {0.0F, 1.0F}, greys(), request.nothing);
        const int row = grid.rows - 1;
        std::copy_n(greyImage.constScanLine(row), greyImage.bytesPerLine(), image.scanLine(row));
    }
    return image;
}

}  // namespace

struct HeatImager::Run {
    HeatRequest request;
    std::stop_source stop;
    QFutureWatcher<QImage> watcher;
};

HeatImager::HeatImager(QObject* parent) : QObject(parent) {}

HeatImager::~HeatImager() {
    if (m_running) {
        m_running->stop.request_stop();
        m_running->watcher.disconnect(this);
        m_running->watcher.waitForFinished();
    }
}

void HeatImager::request(const HeatRequest& request) {
    const HeatRequest& newest = m_next ? *m_next : m_running ? m_running->request : m_done;
    if (request == newest || request.columns <= 0 || request.rows <= 0 || !request.source) {
        return;
    }
    m_next = request;
    if (m_running) {
        m_running->stop.request_stop();
    } else {
        start();
    }
}

void HeatImager::start() {
    auto run = std::make_shared<Run>();
    run->request = *std::exchange(m_next, std::nullopt);
    m_running = run;
    connect(&run->watcher, &QFutureWatcher<QImage>::finished, this, [this, run] { finish(run); });
    run->watcher.setFuture(
        QtConcurrent::run([request = run->request, stop = run->stop.get_token()] { return makeImage(request, stop); }));
}

void HeatImager::finish(const std::shared_ptr<Run>& run) {
    const QImage image = run->watcher.result();
    // The watcher is emitting: it may only go once control is back in the event loop.
    run->watcher.disconnect(this);
    QMetaObject::invokeMethod(
        this, [run] {}, Qt::QueuedConnection);
    m_running.reset();
    if (!image.isNull()) {
        m_done = run->request;
        m_standsInFor = nullptr;
        m_image = image;
    }
    if (m_next) {
        start();
    }
    Q_EMIT ready();
}

void HeatImager::draw(QPainter& painter, const QRectF& plot, TimeRange visible, const HeatSource* source) const {
    if (m_image.isNull() || source == nullptr || (m_done.source.get() != source && m_standsInFor != source)) {
        return;
    }
    const TimeScale scale{visible, plot.left(), plot.width()};
    const double left = scale.xOf(m_done.range.beginNs);
    const double right = scale.xOf(m_done.range.endNs);
    painter.save();
    painter.setClipRect(plot, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(left, plot.top(), right - left, plot.height()), m_image);
    painter.restore();
}

}  // namespace mimesys::widgets
