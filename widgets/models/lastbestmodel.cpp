// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lastbestmodel.h"

#include <cmath>
#include <utility>

namespace mimesys::widgets {

QString numberText(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'g', digits) : QStringLiteral("–");
}

LastBestModel::LastBestModel(QStringList quantities, QString bestHint, QObject* parent)
    : QAbstractTableModel(parent), m_quantities(std::move(quantities)), m_bestHint(std::move(bestHint)) {}

void LastBestModel::setTexts(QStringList last, QStringList best) {
    m_last = std::move(last);
    m_best = std::move(best);
    // The shape stays, and with it what is selected.
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_quantities.size()) - 1, ColumnCount - 1));
}

int LastBestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_quantities.size());
}

int LastBestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LastBestModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return (index.column() == Last ? m_last : m_best).value(index.row(), QStringLiteral("–"));
}

QVariant LastBestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (role == Qt::ToolTipRole && section == Best) {
            return m_bestHint;
        }
        return role == Qt::DisplayRole ? QVariant(section == Last ? tr("Last") : tr("Best")) : QVariant();
    }
    return role == Qt::DisplayRole ? QVariant(m_quantities.value(section)) : QVariant();
}

}  // namespace mimesys::widgets
