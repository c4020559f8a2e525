// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pairmodel.h"

#include "collection/collector.h"
#include "timeline/format.h"

#include <QCoreApplication>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::string_view kSocketAxis = "cpu.utilization of socket ";

}  // namespace

QString axisTitle(std::string_view name) {
    if (name.starts_with(kSocketAxis)) {
        return QCoreApplication::translate("Metric", "CPU, socket %1").arg(toQString(name.substr(kSocketAxis.size())));
    }
    return metricTitle(name);
}

PairModel::PairModel(QObject* parent) : QAbstractTableModel(parent) {}

bool PairModel::hasPairsOf(const collection::RoundNews* news) const {
    if (m_news == nullptr || news == nullptr) {
        return m_news.get() == news;
    }
    return std::ranges::equal(m_news->coverage.pairs, news->coverage.pairs,
                              [](const auto& a, const auto& b) { return a.xName == b.xName && a.yName == b.yName; });
}

void PairModel::setNews(std::shared_ptr<const collection::RoundNews> news) {
    if (hasPairsOf(news.get())) {
        m_news = std::move(news);
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_news = std::move(news);
    endResetModel();
}

int PairModel::rowOf(const std::string& across, const std::string& up) const {
    for (int row = 0; row < rowCount(); ++row) {
        const collection::PairCoverage& pair = m_news->coverage.pairs[static_cast<std::size_t>(row)];
        if (pair.xName == across && pair.yName == up) {
            return row;
        }
    }
    return -1;
}

int PairModel::defaultRow() const {
    for (int row = 0; row < rowCount(); ++row) {
        const collection::AxisPair& axes = m_news->coverage.pairs[static_cast<std::size_t>(row)].axes;
        if (m_news->axes[axes.x].family != m_news->axes[axes.y].family) {
            return row;
        }
    }
    return rowCount() > 0 ? 0 : -1;
}

int PairModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_news ? 0 : static_cast<int>(m_news->coverage.pairs.size());
}

int PairModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const collection::PairCoverage& pair = m_news->coverage.pairs[static_cast<std::size_t>(index.row())];
    const bool cells = index.column() == Cells;
    switch (role) {
        case Qt::DisplayRole:
            return cells ? tr("%1 % of %2").arg(100.0 * pair.share(), 0, 'f', 0).arg(pair.reachable())
                         : axisTitle(index.column() == Across ? pair.xName : pair.yName);
        case kSortRole:
            return cells ? QVariant(pair.share()) : data(index, Qt::DisplayRole);
        case Qt::ToolTipRole:
            return tr("%1 across, %2 up: samples lie in %3 of the %4 cells they can be in")
                .arg(axisTitle(pair.xName), axisTitle(pair.yName))
                .arg(pair.occupied())
                .arg(pair.reachable());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (cells ? Qt::AlignRight : Qt::AlignLeft)));
        default:
            return {};
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Cells ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role == Qt::ToolTipRole && section == Cells) {
        return tr("Share of the cells that hold samples, of those that lie between samples or hold some");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == Across ? tr("Across") : section == Up ? tr("Up") : tr("Covered");
}

}  // namespace mimesys::widgets
