// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alignpointmodel.h"

#include "timeline/timeaxis.h"

#include <QLocale>
#include <cmath>

namespace mimesys::widgets {
namespace {

QString number(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'g', digits) : QStringLiteral("–");
}

QString textOf(const model::AlignPoint& point, int row) {
    switch (row) {
        case AlignPointModel::Iteration:
            return QString::number(point.iteration);
        case AlignPointModel::Windows:
            return QLocale().toString(static_cast<qlonglong>(point.windows));
        case AlignPointModel::Time:
            return timeLabel(std::llround(point.seconds) * 1'000'000'000, 1'000'000'000, TimeLabels::Relative, 0);
        case AlignPointModel::Reward:
            return number(point.reward, 4);
        case AlignPointModel::HeldOutReward:
            return number(point.heldOutReward, 4);
        case AlignPointModel::Divergence:
            return number(point.divergence, 3);
        case AlignPointModel::ForwardError:
            return number(point.forwardError, 3);
        default:
            return {};
    }
}

}  // namespace

const model::AlignPoint* bestPoint(std::span<const model::AlignPoint> points) {
    const model::AlignPoint* best = nullptr;
    for (const model::AlignPoint& point : points) {
        if (std::isfinite(point.heldOutReward) && (best == nullptr || point.heldOutReward > best->heldOutReward)) {
            best = &point;
        }
    }
    return best;
}

AlignPointModel::AlignPointModel(QObject* parent) : QAbstractTableModel(parent) {}

void AlignPointModel::setPoints(std::span<const model::AlignPoint> points) {
    const model::AlignPoint* best = bestPoint(points);
    m_last = points.empty() ? std::nullopt : std::optional(points.back());
    m_best = best == nullptr ? std::nullopt : std::optional(*best);
    // The shape stays, and with it what is selected.
    Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, ColumnCount - 1));
}

int AlignPointModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : RowCount;
}

int AlignPointModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlignPointModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    const auto& point = index.column() == Last ? m_last : m_best;
    if (role != Qt::DisplayRole) {
        return {};
    }
    return point ? textOf(*point, index.row()) : QStringLiteral("–");
}

QVariant AlignPointModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (role == Qt::ToolTipRole && section == Best) {
            return tr("The point with the largest held-out reward, whose weights the model keeps");
        }
        return role == Qt::DisplayRole ? QVariant(section == Last ? tr("Last") : tr("Best")) : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case Iteration:
            return tr("Iteration");
        case Windows:
            return tr("Windows executed");
        case Time:
            return tr("Time taken");
        case Reward:
            return tr("Reward");
        case HeldOutReward:
            return tr("Held-out reward");
        case Divergence:
            return tr("Divergence");
        case ForwardError:
            return tr("Forward error");
        default:
            return {};
    }
}

}  // namespace mimesys::widgets
