// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alignpointmodel.h"

#include "timeline/timeaxis.h"

#include <QLocale>
#include <cmath>

namespace mimesys::widgets {
namespace {

// In the order of AlignPointModel::Row.
QStringList textsOf(const model::AlignPoint* point) {
    if (point == nullptr) {
        return {};
    }
    return {QString::number(point->iteration),
            QLocale().toString(static_cast<qlonglong>(point->windows)),
            timeLabel(std::llround(point->seconds) * 1'000'000'000, 1'000'000'000, TimeLabels::Relative, 0),
            numberText(point->reward, 4),
            numberText(point->heldOutReward, 4),
            numberText(point->divergence, 3),
            numberText(point->forwardError, 3)};
}

}  // namespace

const model::AlignPoint* bestPoint(std::span<const model::AlignPoint> points) {
    const model::AlignPoint* best = nullptr;
    for (const model::AlignPoint& point : points) {
        if (std::isfinite(point.heldOutReward) && (best == nullptr || point.heldOutReward > best->heldOutReward)) {
            best = &point;
        }
    }
    return best;
}

AlignPointModel::AlignPointModel(QObject* parent)
    : LastBestModel({tr("Iteration"), tr("Windows executed"), tr("Time taken"), tr("Reward"), tr("Held-out reward"),
                     tr("Divergence"), tr("Forward error")},
                    tr("The point with the largest held-out reward, whose weights the model keeps"), parent) {}

void AlignPointModel::setPoints(std::span<const model::AlignPoint> points) {
    setTexts(textsOf(points.empty() ? nullptr : &points.back()), textsOf(bestPoint(points)));
}

}  // namespace mimesys::widgets
