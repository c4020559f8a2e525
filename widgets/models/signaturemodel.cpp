// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signaturemodel.h"

#include "theme/icons.h"
#include "timeline/format.h"

#include <QCoreApplication>
#include <QFont>
#include <algorithm>
#include <array>

namespace mimesys::widgets {
namespace {

using collection::DoseCurve;
using collection::Signature;
using collection::Verdict;

constexpr quintptr kTopLevel = 0;

struct ClassTitle {
    std::string_view name;
    const char* title;
};
constexpr std::array kClassTitles{
    ClassTitle{"compute", QT_TRANSLATE_NOOP("StressorClass", "Compute")},
    ClassTitle{"cache", QT_TRANSLATE_NOOP("StressorClass", "Cache")},
    ClassTitle{"memory", QT_TRANSLATE_NOOP("StressorClass", "Memory")},
    ClassTitle{"disk", QT_TRANSLATE_NOOP("StressorClass", "Disk")},
    ClassTitle{"network", QT_TRANSLATE_NOOP("StressorClass", "Network")},
    ClassTitle{"kernel", QT_TRANSLATE_NOOP("StressorClass", "Kernel")},
    ClassTitle{"idle", QT_TRANSLATE_NOOP("StressorClass", "Idle")},
};

// The calibration's metrics, those that nothing changes last.
std::vector<Metric> columnsOf(const collection::Calibration& calibration) {
    std::vector<Metric> metrics = calibration.metrics();
    std::ranges::stable_partition(metrics, [&](const Metric& metric) {
        return std::ranges::any_of(calibration.signatures, [&](const Signature& signature) {
            const DoseCurve* curve = signature.find(metric.id);
            return curve != nullptr && responds(*curve);
        });
    });
    return metrics;
}

}  // namespace

QString verdictTitle(Verdict::Kind kind) {
    switch (kind) {
        case Verdict::Kind::Unavailable:
            return QCoreApplication::translate("Verdict", "not available");
        case Verdict::Kind::NoEffect:
            return QCoreApplication::translate("Verdict", "no effect");
        case Verdict::Kind::Monotone:
            return QCoreApplication::translate("Verdict", "monotone");
        case Verdict::Kind::NotMonotone:
            break;
    }
    return QCoreApplication::translate("Verdict", "not monotone");
}

QString responseText(const DoseCurve& curve) {
    const collection::Response& response = curve.response;
    if (!response.measured) {
        return QCoreApplication::translate("Response", "not measured");
    }
    if (!response.driven) {
        return response.monotone ? QCoreApplication::translate("Response", "no change beyond chance")
                                 : QCoreApplication::translate("Response", "no change at full dose, but in between");
    }
    const QString gain = (response.gain > 0.0 ? QStringLiteral("+") : QString()) +
                         formatValue(response.gain, curve.metric.unit).replace(QLatin1Char('-'), QChar(0x2212));
    QString text = QCoreApplication::translate("Response", "%1 at full dose").arg(gain);
    if (!response.monotone) {
        return QCoreApplication::translate("Response", "%1, not monotone").arg(text);
    }
    text = QCoreApplication::translate("Response", "%1, monotone").arg(text);
    return response.saturates ? QCoreApplication::translate("Response", "%1, 90 % of it from dose %2 % on")
                                    .arg(text)
                                    .arg(100.0 * response.ninetyPercentDose, 0, 'f', 0)
                              : text;
}

QString stressorClassTitle(const std::string& stressorClass) {
    const auto found = std::ranges::find(kClassTitles, stressorClass, &ClassTitle::name);
    return found == kClassTitles.end() ? toQString(stressorClass)
                                       : QCoreApplication::translate("StressorClass", found->title);
}

SignatureModel::SignatureModel(QObject* parent) : QAbstractItemModel(parent) {}

void SignatureModel::setCalibration(std::shared_ptr<const collection::Calibration> calibration) {
    beginResetModel();
    m_calibration = std::move(calibration);
    m_metrics.clear();
    m_groups.clear();
    if (m_calibration) {
        m_metrics = columnsOf(*m_calibration);
        for (const Signature& signature : m_calibration->signatures) {
            const QString title = stressorClassTitle(signature.stressorClass);
            auto group = std::ranges::find(m_groups, title, &Group::title);
            if (group == m_groups.end()) {
                group = m_groups.insert(m_groups.end(), Group{title, {}});
            }
            group->rows.push_back({&signature, verdictOf(signature)});
        }
    }
    endResetModel();
}

void SignatureModel::setPalette(const QPalette& palette) {
    for (const auto& [kind, name] :
         {std::pair{Verdict::Kind::Unavailable, "verdict-unavailable"},
          std::pair{Verdict::Kind::NoEffect, "verdict-none"}, std::pair{Verdict::Kind::Monotone, "verdict-monotone"},
          std::pair{Verdict::Kind::NotMonotone, "verdict-bent"}}) {
        m_icons[static_cast<std::size_t>(kind)] = tintedIcon(QLatin1String(name), palette);
    }
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent), {Qt::DecorationRole});
    }
}

QIcon SignatureModel::icon(Verdict::Kind kind) const {
    return m_icons[static_cast<std::size_t>(kind)];
}

QModelIndex SignatureModel::indexOf(const QString& stressor) const {
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const std::vector<Row>& rows = m_groups[group].rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (toQString(rows[row].signature->stressor) == stressor) {
                return createIndex(static_cast<int>(row), 0, static_cast<quintptr>(group + 1));
            }
        }
    }
    return {};
}

const Signature* SignatureModel::signature(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return nullptr;
    }
    return m_groups[index.internalId() - 1].rows[static_cast<std::size_t>(index.row())].signature;
}

QModelIndex SignatureModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : kTopLevel);
}

QModelIndex SignatureModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kTopLevel);
}

int SignatureModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool isGroup = parent.internalId() == kTopLevel && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size()) : 0;
}

int SignatureModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1 + static_cast<int>(m_metrics.size());
}

QVariant SignatureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == kTopLevel) {
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    }
    const Row& row = m_groups[index.internalId() - 1].rows[static_cast<std::size_t>(index.row())];
    if (role == StressorRole) {
        return toQString(row.signature->stressor);
    }
    if (role == UnavailableRole) {
        return toQString(row.signature->unavailable);
    }
    return index.column() == 0 ? nameData(row, role)
                               : cellData(row, m_metrics[static_cast<std::size_t>(index.column() - 1)], role);
}

QVariant SignatureModel::groupData(const Group& group, int column, int role) const {
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return role == Qt::DisplayRole && column == 0 ? QVariant(group.title) : QVariant();
}

QVariant SignatureModel::nameData(const Row& row, int role) const {
    const QString name = toQString(row.signature->stressor);
    switch (role) {
        case Qt::DisplayRole:
            return name;
        case Qt::DecorationRole:
            return icon(row.verdict.kind);
        case Qt::ToolTipRole:
            return tr("%1: %2").arg(verdictTitle(row.verdict.kind), toQString(row.verdict.sentence));
        case Qt::AccessibleTextRole:
            return tr("%1, %2").arg(name, verdictTitle(row.verdict.kind));
        default:
            return {};
    }
}

QVariant SignatureModel::cellData(const Row& row, const Metric& metric, int role) const {
    const DoseCurve* curve = row.signature->find(metric.id);
    switch (role) {
        case MetricRole:
            return toQString(metric.id);
        case HeatRole: {
            const auto gain = relativeGain(*m_calibration, *row.signature, metric.id);
            return gain ? QVariant(*gain) : QVariant();
        }
        case MarkRole:
            if (curve == nullptr || !responds(*curve)) {
                return QString();
            }
            return !curve->response.monotone    ? QStringLiteral("~")
                   : curve->response.gain < 0.0 ? QString(QChar(0x2212))
                                                : QString();
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            if (!row.signature->isMeasured()) {
                return toQString(row.signature->unavailable);
            }
            return tr("%1, %2: %3")
                .arg(toQString(row.signature->stressor), metricTitle(metric.id),
                     curve == nullptr ? tr("not measured") : responseText(*curve));
        default:
            return {};
    }
}

QVariant SignatureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section > static_cast<int>(m_metrics.size())) {
        return {};
    }
    if (section == 0) {
        return role == Qt::DisplayRole ? QVariant(tr("Stressor")) : QVariant();
    }
    const Metric& metric = m_metrics[static_cast<std::size_t>(section - 1)];
    if (role == MetricRole) {
        return toQString(metric.id);
    }
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(metricTitle(metric.id)) : QVariant();
}

}  // namespace mimesys::widgets
