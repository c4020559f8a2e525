// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace mimesys::widgets {

// A few digits of a number; a dash for what is none.
[[nodiscard]] QString numberText(double value, int digits);

// The last and the best point of something that goes on, one quantity per row.
class LastBestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Last, Best, ColumnCount };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    // Names of the rows, and what makes a point the best.
    LastBestModel(QStringList quantities, QString bestHint, QObject* parent);
    // One text per row; none where there is no such point.
    void setTexts(QStringList last, QStringList best);

private:
    QStringList m_quantities;
    QString m_bestHint;
    QStringList m_last;
    QStringList m_best;
};

}  // namespace mimesys::widgets
