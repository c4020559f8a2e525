// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"
#include "models/lastbestmodel.h"

#include <span>

namespace mimesys::widgets {

// The point with the smallest held-out loss, which is the one a training keeps; nullptr where no loss is a number.
[[nodiscard]] const model::TrainPoint* bestPoint(std::span<const model::TrainPoint> points);

// The last and the best point of a training in numbers, one quantity per row.
class TrainPointModel : public LastBestModel {
    Q_OBJECT
public:
    enum Row { Step, Epoch, Time, TrainLoss, HeldOutLoss, LearningRate, GradientNorm, RowCount };

    explicit TrainPointModel(QObject* parent = nullptr);
    void setPoints(std::span<const model::TrainPoint> points);
};

}  // namespace mimesys::widgets
