// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"
#include "models/document.h"

#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// Every plan and emulation of the open trace with its distances. A tick draws a version's emulation beside the current
// one; at most kMostCompared have one.
class VersionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, MeanColumn, FirstFamilyColumn };
    enum Role { IdRole = Qt::UserRole, SortRole };

    explicit VersionModel(QObject* parent = nullptr);
    void setVersions(const std::vector<Version>& versions, int current, const std::vector<int>& compared);
    [[nodiscard]] int rowOf(int id) const;  // -1 when there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void renamed(int id, const QString& name);
    void comparedChosen(const std::vector<int>& versions);

private:
    [[nodiscard]] std::optional<double> distance(const Version& version, int column) const;
    [[nodiscard]] QString nameText(const Version& version) const;
    [[nodiscard]] QString tip(const Version& version) const;

    std::vector<Version> m_versions;
    std::vector<Family> m_families;
    std::vector<int> m_compared;
    int m_current = 0;
};

}  // namespace mimesys::widgets
