// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statisticsmodel.h"

#include "timeline/format.h"

#include <cmath>

namespace mimesys::widgets {
namespace {

QString valueText(double value, const Metric& metric) {
    return std::isfinite(value) ? formatValue(value, metric.unit) : QStringLiteral("–");
}

QString valueText(const std::optional<float>& value, const Metric& metric) {
    return value ? formatValue(static_cast<double>(*value), metric.unit) : QStringLiteral("–");
}

}  // namespace

StatisticsModel::StatisticsModel(QObject* parent) : QAbstractTableModel(parent) {}

void StatisticsModel::setRows(std::vector<Row> rows) {
    const bool same = std::ranges::equal(rows, m_rows, [](const Row& a, const Row& b) {
        return a.metric.id == b.metric.id && a.isEmulated == b.isEmulated;
    });
    if (same && !rows.empty()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == MetricIdRole) {
        return toQString(row.metric.id);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((index.column() <= SideColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const trace::Statistics& statistics = row.statistics;
    switch (index.column()) {
        case MetricColumn:
            return metricTitle(row.metric.id);
        case SideColumn:
            return row.isEmulated ? tr("emulated") : tr("real");
        case MeanColumn:
            return valueText(statistics.mean, row.metric);
        case MinimumColumn:
            return valueText(statistics.minimum, row.metric);
        case MaximumColumn:
            return valueText(statistics.maximum, row.metric);
        case DeviationColumn:
            return valueText(statistics.deviation, row.metric);
        case MedianColumn:
            return valueText(statistics.median, row.metric);
        case P95Column:
            return valueText(statistics.p95, row.metric);
        case P99Column:
            return valueText(statistics.p99, row.metric);
        case MissingColumn:
            return static_cast<qulonglong>(statistics.missing);
        case AtAColumn:
            return valueText(row.atA, row.metric);
        case AtBColumn:
            return valueText(row.atB, row.metric);
        case DeltaColumn:
            return row.atA && row.atB ? valueText(std::optional(*row.atB - *row.atA), row.metric) : QStringLiteral("–");
        default:
            return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
            case MeanColumn:
                return tr("Weighted by the time each sample covers");
            case DeviationColumn:
                return tr("Standard deviation, weighted by the time each sample covers");
            case P95Column:
            case P99Column:
                return tr("So many per cent of the samples are not above it");
            case MissingColumn:
                return tr("Samples without a value");
            case DeltaColumn:
                return tr("At the second measuring cursor less at the first");
            default:
                return {};
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case MetricColumn:
            return tr("Metric");
        case SideColumn:
            return tr("Side");
        case MeanColumn:
            return tr("Mean");
        case MinimumColumn:
            return tr("Min");
        case MaximumColumn:
            return tr("Max");
        case DeviationColumn:
            return tr("Std dev");
        case MedianColumn:
            return tr("Median");
        case P95Column:
            return tr("p95");
        case P99Column:
            return tr("p99");
        case MissingColumn:
            return tr("Missing");
        case AtAColumn:
            return tr("At A");
        case AtBColumn:
            return tr("At B");
        case DeltaColumn:
            return tr("B − A");
        default:
            return {};
    }
}

QString StatisticsModel::asText() const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        cells += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    lines += cells.join(QLatin1Char('\t'));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column) {
            cells += index(row, column).data().toString();
        }
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace mimesys::widgets
