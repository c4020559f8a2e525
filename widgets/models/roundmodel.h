// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"

#include <QAbstractTableModel>

namespace mimesys::widgets {

// The rounds of a refinement with their distances: the mean, then every family.
class RoundModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { RoundColumn, MeanColumn, FirstFamilyColumn };

    explicit RoundModel(QObject* parent = nullptr);
    // `open` is the round whose plan is open.
    void setRefinement(const LoadedRefinement& refinement, std::optional<std::size_t> open);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<LoadedRound> m_rounds;
    std::vector<Family> m_families;
    std::size_t m_best = 0;
    std::optional<std::size_t> m_open;
};

}  // namespace mimesys::widgets
