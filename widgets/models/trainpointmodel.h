// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QAbstractTableModel>
#include <optional>
#include <span>

namespace mimesys::widgets {

// The point with the smallest held-out loss, which is the one a training keeps; nullptr where no loss is a number.
[[nodiscard]] const model::TrainPoint* bestPoint(std::span<const model::TrainPoint> points);

// The last and the best point of a training in numbers, one quantity per row.
class TrainPointModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Row { Step, Epoch, Time, TrainLoss, HeldOutLoss, LearningRate, GradientNorm, RowCount };
    enum Column { Last, Best, ColumnCount };

    explicit TrainPointModel(QObject* parent = nullptr);
    void setPoints(std::span<const model::TrainPoint> points);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<model::TrainPoint> m_last;
    std::optional<model::TrainPoint> m_best;
};

}  // namespace mimesys::widgets
