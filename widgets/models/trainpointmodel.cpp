// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trainpointmodel.h"

#include "timeline/timeaxis.h"

#include <QLocale>
#include <cmath>

namespace mimesys::widgets {
namespace {

QString number(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'g', digits) : QStringLiteral("–");
}

QString textOf(const model::TrainPoint& point, int row) {
    switch (row) {
        case TrainPointModel::Step:
            return QLocale().toString(static_cast<qlonglong>(point.step));
        case TrainPointModel::Epoch:
            return QString::number(point.epoch, 'f', 1);
        case TrainPointModel::Time:
            return timeLabel(std::llround(point.seconds) * 1'000'000'000, 1'000'000'000, TimeLabels::Relative, 0);
        case TrainPointModel::TrainLoss:
            return number(point.trainLoss, 4);
        case TrainPointModel::HeldOutLoss:
            return number(point.validationLoss, 4);
        case TrainPointModel::LearningRate:
            return number(point.learningRate, 3);
        case TrainPointModel::GradientNorm:
            return number(point.gradientNorm, 3);
        default:
            return {};
    }
}

}  // namespace

const model::TrainPoint* bestPoint(std::span<const model::TrainPoint> points) {
    const model::TrainPoint* best = nullptr;
    for (const model::TrainPoint& point : points) {
        if (std::isfinite(point.validationLoss) && (best == nullptr || point.validationLoss < best->validationLoss)) {
            best = &point;
        }
    }
    return best;
}

TrainPointModel::TrainPointModel(QObject* parent) : QAbstractTableModel(parent) {}

void TrainPointModel::setPoints(std::span<const model::TrainPoint> points) {
    const model::TrainPoint* best = bestPoint(points);
    m_last = points.empty() ? std::nullopt : std::optional(points.back());
    m_best = best == nullptr ? std::nullopt : std::optional(*best);
    // The shape stays, and with it what is selected.
    Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, ColumnCount - 1));
}

int TrainPointModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : RowCount;
}

int TrainPointModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrainPointModel::data(const QModelIndex& index, int role) const {
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

QVariant TrainPointModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) {
        if (role == Qt::ToolTipRole && section == Best) {
            return tr("The point with the smallest held-out loss, whose weights the model keeps");
        }
        return role == Qt::DisplayRole ? QVariant(section == Last ? tr("Last") : tr("Best")) : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case Step:
            return tr("Step");
        case Epoch:
            return tr("Epoch");
        case Time:
            return tr("Time trained");
        case TrainLoss:
            return tr("Training loss");
        case HeldOutLoss:
            return tr("Held-out loss");
        case LearningRate:
            return tr("Learning rate");
        case GradientNorm:
            return tr("Gradient norm");
        default:
            return {};
    }
}

}  // namespace mimesys::widgets
