// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/score.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>
#include <memory>
#include <vector>

namespace mimesys::widgets {

// A score as a tree: the mean first, a row per family with its metrics below, and what could not be scored last.
class ScoreModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, DtwColumn, RmseColumn, RangeColumn, MissingColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, MetricIdRole, GroupRole };
    enum class Group { Mean, Family, Unscored };

    explicit ScoreModel(QObject* parent = nullptr);
    void setScore(std::shared_ptr<const evaluation::Score> score);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Unscored {
        std::string id;
        bool onlyReal = false;
    };
    struct TopRow {
        Group group = Group::Mean;
        Family family = Family::Other;
        std::vector<const evaluation::MetricScore*> metrics;
        std::vector<Unscored> unscored;
        [[nodiscard]] int childCount() const { return static_cast<int>(metrics.size() + unscored.size()); }
    };
    [[nodiscard]] QVariant topData(const TopRow& row, int column, int role) const;
    [[nodiscard]] QVariant metricData(const evaluation::MetricScore& metric, int column, int role) const;
    [[nodiscard]] QVariant unscoredData(const Unscored& metric, int column, int role) const;

    std::shared_ptr<const evaluation::Score> m_score;
    std::vector<TopRow> m_rows;
};

// Sorts families and the metrics inside them; the mean stays at the top and what was not scored at the bottom.
class ScoreOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ScoreOrder(QObject* parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}  // namespace mimesys::widgets
