// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testrun/report.h"

#include <QAbstractTableModel>
#include <QString>
#include <memory>
#include <vector>

namespace mimesys::widgets {

[[nodiscard]] QString conditionTitle(testrun::Condition condition);  // "beside the workload"
// "12.3 to 14.5"; a dash where there is none.
[[nodiscard]] QString intervalText(const std::optional<testrun::Interval>& interval, int decimals = -1);

// The conditions of a test run: their means, and how much slower than alone the command was.
class ConditionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Runs, Mean, Median, MeanInterval, Slowdown, SlowdownInterval, kColumns };

    explicit ConditionModel(QObject* parent = nullptr);
    void setReport(std::shared_ptr<const testrun::Report> report);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(testrun::Condition condition, int column) const;

    std::shared_ptr<const testrun::Report> m_report;
    std::vector<testrun::Condition> m_rows;
};

}  // namespace mimesys::widgets
