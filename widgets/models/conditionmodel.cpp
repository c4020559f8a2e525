// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conditionmodel.h"

#include "timeline/format.h"

#include <QCoreApplication>

namespace mimesys::widgets {
namespace {

constexpr int kDigits = 4;  // of a measured number

const QString& dash() {
    static const QString kDash = QStringLiteral("–");
    return kDash;
}

QString numberText(double value, int decimals) {
    return decimals < 0 ? QString::number(value, 'g', kDigits) : QString::number(value, 'f', decimals);
}

QString measured(std::size_t count, double value) {
    return count == 0 ? dash() : numberText(value, -1);
}

}  // namespace

QString conditionTitle(testrun::Condition condition) {
    switch (condition) {
        case testrun::Condition::Alone:
            return QCoreApplication::translate("TestRun", "alone");
        case testrun::Condition::BesideWorkload:
            return QCoreApplication::translate("TestRun", "beside the workload");
        case testrun::Condition::BesideRealMix:
            break;
    }
    return QCoreApplication::translate("TestRun", "beside the real mix");
}

QString intervalText(const std::optional<testrun::Interval>& interval, int decimals) {
    return interval ? QCoreApplication::translate("TestRun", "%1 to %2")
                          .arg(numberText(interval->low, decimals), numberText(interval->high, decimals))
                    : dash();
}

ConditionModel::ConditionModel(QObject* parent) : QAbstractTableModel(parent) {}

void ConditionModel::setReport(std::shared_ptr<const testrun::Report> report) {
    beginResetModel();
    m_report = std::move(report);
    m_rows.clear();
    for (const testrun::Condition condition : testrun::kConditions) {
        if (m_report && m_report->has(condition)) {
            m_rows.push_back(condition);
        }
    }
    endResetModel();
}

int ConditionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConditionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString ConditionModel::text(testrun::Condition condition, int column) const {
    const testrun::Summary summary = m_report->summaryOf(condition);
    const auto slowdown = condition == testrun::Condition::Alone ? std::nullopt : m_report->slowdown(condition);
    switch (column) {
        case Name:
            return conditionTitle(condition);
        case Runs:
            return QString::number(summary.count);
        case Mean:
            return measured(summary.count, summary.mean);
        case Median:
            return measured(summary.count, summary.median);
        case MeanInterval:
            return intervalText(summary.interval);
        case Slowdown:
            return slowdown ? tr("%1 %").arg(slowdown->value, 0, 'f', 1) : dash();
        default:
            return slowdown ? intervalText(slowdown->interval, 1) : dash();
    }
}

QVariant ConditionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(m_rows[static_cast<std::size_t>(index.row())], index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    return {};
}

QVariant ConditionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString unit = m_report ? toQString(m_report->measure.unit) : QString();
    const auto withUnit = [&](const QString& name) {
        return unit.isEmpty() ? name : tr("%1, %2").arg(name, unit);
    };
    switch (section) {
        case Name:
            return tr("Condition");
        case Runs:
            return tr("Runs");
        case Mean:
            return withUnit(tr("Mean"));
        case Median:
            return tr("Median");
        case Slowdown:
            return tr("Slowdown");
        default:
            return tr("95 %");
    }
}

}  // namespace mimesys::widgets
