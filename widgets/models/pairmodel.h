// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <memory>
#include <string_view>

namespace mimesys::collection {
struct PairCoverage;
struct RoundNews;
}  // namespace mimesys::collection

namespace mimesys::widgets {

// Name of an axis of the metric space for people: "CPU, socket 0", "Cache misses".
[[nodiscard]] QString axisTitle(std::string_view name);

// The pairs of metrics of a data set and how much of each its samples cover, one pair per row.
class PairModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Across, Up, Cells, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;  // a number for the cells

    explicit PairModel(QObject* parent = nullptr);
    void setNews(std::shared_ptr<const collection::RoundNews> news);
    // Row of the pair of these axes, -1 when there is none.
    [[nodiscard]] int rowOf(const std::string& across, const std::string& up) const;
    // The pair to begin with: of two families, which differ in more than one thing, if there is one; -1 without pairs.
    [[nodiscard]] int defaultRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool hasPairsOf(const collection::RoundNews* news) const;

    std::shared_ptr<const collection::RoundNews> m_news;
};

}  // namespace mimesys::widgets
