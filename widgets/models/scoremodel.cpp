// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoremodel.h"

#include "timeline/format.h"

#include <QFont>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr quintptr kTopLevel = 0;

bool isNumeric(int column) {
    return column != ScoreModel::NameColumn;
}

QString distanceText(double value) {
    return std::isfinite(value) ? QString::number(value, 'f', 3) : QStringLiteral("–");
}

}  // namespace

ScoreModel::ScoreModel(QObject* parent) : QAbstractItemModel(parent) {}

void ScoreModel::setScore(std::shared_ptr<const evaluation::Score> score) {
    beginResetModel();
    m_score = std::move(score);
    m_rows.clear();
    if (m_score) {
        m_rows.emplace_back();
        for (const Family family : kFamilies) {
            TopRow row{Group::Family, family, {}, {}};
            for (const evaluation::MetricScore& metric : m_score->metrics) {
                if (metric.metric.family == family) {
                    row.metrics.push_back(&metric);
                }
            }
            if (!row.metrics.empty()) {
                m_rows.push_back(std::move(row));
            }
        }
        TopRow rest{Group::Unscored, Family::Other, {}, {}};
        for (const std::string& id : m_score->onlyReal) {
            rest.unscored.push_back({id, true});
        }
        for (const std::string& id : m_score->onlyEmulated) {
            rest.unscored.push_back({id, false});
        }
        if (rest.childCount() > 0) {
            m_rows.push_back(std::move(rest));
        }
    }
    endResetModel();
}

QModelIndex ScoreModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : kTopLevel);
}

QModelIndex ScoreModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kTopLevel);
}

int ScoreModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_rows.size());
    }
    const bool isTop = parent.internalId() == kTopLevel && parent.column() == 0;
    return isTop ? m_rows[static_cast<std::size_t>(parent.row())].childCount() : 0;
}

int ScoreModel::columnCount(const QModelIndex& /*parent*/) const {
    return ColumnCount;
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (index.internalId() == kTopLevel) {
        return topData(m_rows[static_cast<std::size_t>(index.row())], index.column(), role);
    }
    const TopRow& row = m_rows[index.internalId() - 1];
    const auto child = static_cast<std::size_t>(index.row());
    return child < row.metrics.size() ? metricData(*row.metrics[child], index.column(), role)
                                      : unscoredData(row.unscored[child - row.metrics.size()], index.column(), role);
}

QVariant ScoreModel::topData(const TopRow& row, int column, int role) const {
    if (role == GroupRole) {
        return static_cast<int>(row.group);
    }
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole && role != SortRole) {
        return {};
    }
    if (column == NameColumn) {
        switch (row.group) {
            case Group::Mean:
                return tr("MEAN");
            case Group::Unscored:
                return tr("Not scored");
            case Group::Family:
                return familyTitle(row.family);
        }
    }
    if (column != DtwColumn || row.group == Group::Unscored) {
        return {};
    }
    const auto family = m_score->families.find(row.family);
    if (row.group == Group::Family && family == m_score->families.end()) {
        return {};
    }
    const double distance = row.group == Group::Mean ? m_score->mean : family->second;
    return role == SortRole ? QVariant(distance) : QVariant(distanceText(distance));
}

QVariant ScoreModel::metricData(const evaluation::MetricScore& metric, int column, int role) const {
    const auto numberOrText = [&](double number, const QString& text) {
        return role == SortRole ? QVariant(number) : QVariant(text);
    };
    if (role == MetricIdRole) {
        return toQString(metric.metric.id);
    }
    if (role == Qt::ToolTipRole) {
        return metric.band == 0 ? tr("%1, warped without a band").arg(toQString(metric.metric.id))
                                : tr("%1, warped within a band of %n window(s)", nullptr, static_cast<int>(metric.band))
                                      .arg(toQString(metric.metric.id));
    }
    if (role != Qt::DisplayRole && role != SortRole) {
        return {};
    }
    switch (column) {
        case NameColumn:
            return metricTitle(metric.metric.id);
        case DtwColumn:
            return numberOrText(metric.dtw, distanceText(metric.dtw));
        case RmseColumn:
            return numberOrText(metric.rmse, distanceText(metric.rmse));
        case RangeColumn:
            return numberOrText(metric.range.high, tr("%1–%2").arg(formatValue(metric.range.low, ""),
                                                                   formatValue(metric.range.high, metric.metric.unit)));
        case MissingColumn:
            return QVariant::fromValue(static_cast<qulonglong>(metric.missing));
        default:
            return {};
    }
}

QVariant ScoreModel::unscoredData(const Unscored& metric, int column, int role) const {
    if (role == MetricIdRole) {
        return toQString(metric.id);
    }
    if (role == Qt::ToolTipRole) {
        return metric.onlyReal ? tr("Only the real trace has this metric.")
                               : tr("Only the emulated trace has this metric.");
    }
    if (role != Qt::DisplayRole && role != SortRole) {
        return {};
    }
    if (column == NameColumn) {
        return metricTitle(metric.id);
    }
    return column == DtwColumn && role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
}

QVariant ScoreModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case DtwColumn:
                return tr("Average difference per step after time warping, in units of the range; 0 = identical");
            case RmseColumn:
                return tr("Root mean square difference without warping, in units of the range");
            case RangeColumn:
                return tr("What the values were scaled by");
            case MissingColumn:
                return tr("Windows left out because either side has no value");
            default:
                return {};
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case NameColumn:
            return tr("Metric");
        case DtwColumn:
            return tr("DTW");
        case RmseColumn:
            return tr("RMSE");
        case RangeColumn:
            return tr("Range");
        case MissingColumn:
            return tr("Missing");
        default:
            return {};
    }
}

ScoreOrder::ScoreOrder(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(ScoreModel::SortRole);
}

bool ScoreOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (!left.parent().isValid()) {
        const int leftGroup = left.siblingAtColumn(0).data(ScoreModel::GroupRole).toInt();
        const int rightGroup = right.siblingAtColumn(0).data(ScoreModel::GroupRole).toInt();
        if (leftGroup != rightGroup) {
            return sortOrder() == Qt::AscendingOrder ? leftGroup < rightGroup : leftGroup > rightGroup;
        }
        if (!left.data(ScoreModel::SortRole).isValid()) {
            return left.row() < right.row();
        }
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace mimesys::widgets
