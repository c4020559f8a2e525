// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roundmodel.h"

#include "timeline/format.h"

#include <QFont>

namespace mimesys::widgets {

RoundModel::RoundModel(QObject* parent) : QAbstractTableModel(parent) {}

void RoundModel::setRefinement(const LoadedRefinement& refinement, std::optional<std::size_t> open) {
    beginResetModel();
    m_rounds = refinement.rounds;
    m_best = refinement.best;
    m_open = open;
    m_families.clear();
    for (const Family family : kFamilies) {
        if (!m_rounds.empty() && m_rounds.front().families.contains(family)) {
            m_families.push_back(family);
        }
    }
    endResetModel();
}

int RoundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rounds.size());
}

int RoundModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstFamilyColumn + static_cast<int>(m_families.size());
}

QVariant RoundModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const LoadedRound& round = m_rounds[row];
    switch (role) {
        case Qt::DisplayRole: {
            if (index.column() == RoundColumn) {
                const QString name = row == 0 ? tr("as it came") : QString::number(row);
                return row == m_best ? tr("%1, best").arg(name) : name;
            }
            if (index.column() == MeanColumn) {
                return QString::number(round.mean, 'f', 4);
            }
            const auto found =
                round.families.find(m_families[static_cast<std::size_t>(index.column() - FirstFamilyColumn)]);
            return found == round.families.end() ? QStringLiteral("–") : QString::number(found->second, 'f', 4);
        }
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(
                Qt::Alignment((index.column() == RoundColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
        case Qt::FontRole: {
            QFont font;
            font.setBold(row == m_best);
            return font;
        }
        case Qt::ToolTipRole:
            return m_open == row ? tr("The plan of this round is open.") : tr("Choose it to go back to its plan.");
        default:
            return {};
    }
}

QVariant RoundModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case RoundColumn:
            return tr("Round");
        case MeanColumn:
            return tr("Mean");
        default:
            return familyTitle(m_families[static_cast<std::size_t>(section - FirstFamilyColumn)]);
    }
}

}  // namespace mimesys::widgets
