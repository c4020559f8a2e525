// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/versionmodel.h"

#include "evaluation/score.h"
#include "heatmap/composition.h"
#include "overlay/linestyle.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"

#include <QFont>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {

VersionModel::VersionModel(QObject* parent) : QAbstractTableModel(parent) {}

void VersionModel::setVersions(const std::vector<Version>& versions, int current, const std::vector<int>& compared) {
    beginResetModel();
    m_versions = versions;
    m_current = current;
    m_compared = compared;
    m_families.clear();
    for (const Family family : kFamilies) {
        if (std::ranges::any_of(m_versions, [&](const Version& version) {
                return version.score && version.score->families.contains(family);
            })) {
            m_families.push_back(family);
        }
    }
    endResetModel();
}

int VersionModel::rowOf(int id) const {
    const auto found = std::ranges::find(m_versions, id, &Version::id);
    return found == m_versions.end() ? -1 : static_cast<int>(found - m_versions.begin());
}

int VersionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int VersionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstFamilyColumn + static_cast<int>(m_families.size());
}

std::optional<double> VersionModel::distance(const Version& version, int column) const {
    if (!version.score || column == NameColumn) {
        return std::nullopt;
    }
    if (column == MeanColumn) {
        return version.score->mean;
    }
    const auto found = version.score->families.find(m_families[static_cast<std::size_t>(column - FirstFamilyColumn)]);
    return found == version.score->families.end() ? std::nullopt : std::optional(found->second);
}

QString VersionModel::nameText(const Version& version) const {
    const bool simulated = version.plan.simulated || (version.emulated && version.emulated.trace->isSimulated());
    const QString name = version.displayName();
    return simulated ? tr("%1 (simulated)").arg(name) : name;
}

QString VersionModel::tip(const Version& version) const {
    QStringList lines;
    if (version.plan) {
        lines += tr("Plan: %1").arg(version.plan.name);
        lines += version.plan.notes;
    }
    lines += version.emulated ? tr("Emulation: %1").arg(version.emulated.name)
                              : tr("It was not run yet, so there is nothing to compare.");
    return lines.join(QLatin1Char('\n'));
}

QVariant VersionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Version& version = m_versions[static_cast<std::size_t>(index.row())];
    const bool isName = index.column() == NameColumn;
    switch (role) {
        case IdRole:
            return version.id;
        case Qt::EditRole:
            return isName ? QVariant(version.displayName()) : QVariant();
        case Qt::DisplayRole:
        case SortRole: {
            if (isName) {
                return nameText(version);
            }
            const auto value = distance(version, index.column());
            if (role == SortRole) {
                return value ? QVariant(*value) : QVariant(HUGE_VAL);
            }
            return value ? QString::number(*value, 'f', 3) : QStringLiteral("–");
        }
        case Qt::ToolTipRole:
            return tip(version);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
        case Qt::CheckStateRole:
            if (isName && version.emulated && version.id != m_current) {
                const bool compared = std::ranges::find(m_compared, version.id) != m_compared.end();
                return static_cast<int>(compared ? Qt::Checked : Qt::Unchecked);
            }
            return {};
        case Qt::FontRole: {
            QFont font;
            font.setBold(version.id == m_current);
            return font;
        }
        default:
            return {};
    }
}

QVariant VersionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    if (section == NameColumn) {
        return tr("Version");
    }
    return section == MeanColumn ? tr("MEAN")
                                 : familyTitle(m_families[static_cast<std::size_t>(section - FirstFamilyColumn)]);
}

Qt::ItemFlags VersionModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn) {
        flags |= Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
    }
    return flags;
}

bool VersionModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != NameColumn) {
        return false;
    }
    const int id = m_versions[static_cast<std::size_t>(index.row())].id;
    if (role == Qt::EditRole) {
        Q_EMIT renamed(id, value.toString().trimmed());
        return true;
    }
    if (role != Qt::CheckStateRole) {
        return false;
    }
    std::vector<int> compared = m_compared;
    // Of versions that are gone, too.
    std::erase_if(compared, [&](int other) {
        return other == id ||
               std::ranges::none_of(m_versions, [other](const Version& version) { return version.id == other; });
    });
    if (value.toInt() == Qt::Checked) {
        // The one that was ticked first gives way.
        if (compared.size() >= static_cast<std::size_t>(kMostCompared)) {
            compared.erase(compared.begin());
        }
        compared.push_back(id);
    }
    Q_EMIT comparedChosen(compared);
    return true;
}

}  // namespace mimesys::widgets
