// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QColor>
#include <QImage>
#include <QObject>
#include <QRectF>
#include <memory>
#include <optional>

class QPainter;

namespace mimesys::widgets {

class HeatSource;

// What an image shows and how large.
struct HeatRequest {
    std::shared_ptr<const HeatSource> source;
    TimeRange range;
    int columns = 0;
    int rows = 0;
    float low = 0.0F;
    float high = 1.0F;
    bool diverging = false;    // low and high are as far from nothing
    bool lastRowGrey = false;  // the last row is background (idle, 0–1) and drawn in greys
    QColor nothing;
    bool operator==(const HeatRequest&) const = default;
};

// Makes the image of a heat map on a worker thread. The newest request wins; until it is done the last finished image
// stays, stretched to where it belongs.
class HeatImager : public QObject {
    Q_OBJECT
public:
    explicit HeatImager(QObject* parent = nullptr);
    ~HeatImager() override;

    void request(const HeatRequest& request);
    // Draws what there is of `source` into the plot that shows `visible`; nothing when there is no image of it yet.
    void draw(QPainter& painter, const QRectF& plot, TimeRange visible, const HeatSource* source) const;
    // Until there is an image of `source`, the last one stands in for it: both are of a recording that grows.
    void letLastStandInFor(const HeatSource* source) { m_standsInFor = source; }
    [[nodiscard]] bool isBusy() const { return m_running != nullptr; }
    [[nodiscard]] const QImage& image() const { return m_image; }

Q_SIGNALS:
    void ready();

private:
    struct Run;
    void start();
    void finish(const std::shared_ptr<Run>& run);

    HeatRequest m_done;
    QImage m_image;
    const HeatSource* m_standsInFor = nullptr;  // compared, never looked into
    std::optional<HeatRequest> m_next;
    std::shared_ptr<Run> m_running;
};

}  // namespace mimesys::widgets
