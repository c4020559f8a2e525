// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QAbstractTableModel>
#include <optional>
#include <span>

namespace mimesys::widgets {

// The point with the largest held-out reward, which is the one an alignment keeps; nullptr where none is a number.
[[nodiscard]] const model::AlignPoint* bestPoint(std::span<const model::AlignPoint> points);

// The last and the best point of an alignment in numbers, one quantity per row.
class AlignPointModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Row { Iteration, Windows, Time, Reward, HeldOutReward, Divergence, ForwardError, RowCount };
    enum Column { Last, Best, ColumnCount };

    explicit AlignPointModel(QObject* parent = nullptr);
    void setPoints(std::span<const model::AlignPoint> points);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<model::AlignPoint> m_last;
    std::optional<model::AlignPoint> m_best;
};

}  // namespace mimesys::widgets
