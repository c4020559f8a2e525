// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"
#include "trace/statistics.h"

#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// What each metric of each side does within a stretch of time, and what it is at the two measuring cursors.
class StatisticsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        MetricColumn,
        SideColumn,
        MeanColumn,
        MinimumColumn,
        MaximumColumn,
        DeviationColumn,
        MedianColumn,
        P95Column,
        P99Column,
        MissingColumn,
        AtAColumn,
        AtBColumn,
        DeltaColumn,
        ColumnCount
    };
    enum Role { MetricIdRole = Qt::UserRole };
    struct Row {
        Metric metric;
        bool isEmulated = false;
        trace::Statistics statistics;
        std::optional<float> atA;  // empty where there is no cursor or no value
        std::optional<float> atB;
    };

    explicit StatisticsModel(QObject* parent = nullptr);
    void setRows(std::vector<Row> rows);
    // The header and the visible columns with tabulators between, for a spreadsheet.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> m_rows;
};

}  // namespace mimesys::widgets
