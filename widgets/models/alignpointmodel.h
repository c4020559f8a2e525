// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"
#include "models/lastbestmodel.h"

#include <span>

namespace mimesys::widgets {

// The point with the largest held-out reward, which is the one an alignment keeps; nullptr where none is a number.
[[nodiscard]] const model::AlignPoint* bestPoint(std::span<const model::AlignPoint> points);

// The last and the best point of an alignment in numbers, one quantity per row.
class AlignPointModel : public LastBestModel {
    Q_OBJECT
public:
    enum Row { Iteration, Windows, Time, Reward, HeldOutReward, Divergence, ForwardError, RowCount };

    explicit AlignPointModel(QObject* parent = nullptr);
    void setPoints(std::span<const model::AlignPoint> points);
};

}  // namespace mimesys::widgets
