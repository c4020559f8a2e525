// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trainpointmodel.h"

#include "timeline/timeaxis.h"

#include <QLocale>
#include <cmath>

namespace mimesys::widgets {
namespace {

// In the order of TrainPointModel::Row.
QStringList textsOf(const model::TrainPoint* point) {
    if (point == nullptr) {
        return {};
    }
    return {QLocale().toString(static_cast<qlonglong>(point->step)),
            QString::number(point->epoch, 'f', 1),
            timeLabel(std::llround(point->seconds) * 1'000'000'000, 1'000'000'000, TimeLabels::Relative, 0),
            numberText(point->trainLoss, 4),
            numberText(point->validationLoss, 4),
            numberText(point->learningRate, 3),
            numberText(point->gradientNorm, 3)};
}

}  // namespace

const model::TrainPoint* bestPoint(std::span<const model::TrainPoint> points) {
    const model::TrainPoint* best = nullptr;
    for (const model::TrainPoint& point : points) {
        if (std::isfinite(point.validationLoss) && (best == nullptr || point.validationLoss < best->validationLoss)) {
            best = &point;
        }
    }
    return best;
}

TrainPointModel::TrainPointModel(QObject* parent)
    : LastBestModel({tr("Step"), tr("Epoch"), tr("Time trained"), tr("Training loss"), tr("Held-out loss"),
                     tr("Learning rate"), tr("Gradient norm")},
                    tr("The point with the smallest held-out loss, whose weights the model keeps"), parent) {}

void TrainPointModel::setPoints(std::span<const model::TrainPoint> points) {
    setTexts(textsOf(points.empty() ? nullptr : &points.back()), textsOf(bestPoint(points)));
}

}  // namespace mimesys::widgets
