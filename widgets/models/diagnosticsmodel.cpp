// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosticsmodel.h"

#include "timeline/format.h"

namespace mimesys::widgets {

DiagnosticsModel::DiagnosticsModel(QObject* parent) : QAbstractTableModel(parent) {}

void DiagnosticsModel::setSources(std::vector<Source> sources) {
    beginResetModel();
    m_sources = std::move(sources);
    m_rows.clear();
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const std::size_t count = m_sources[source].diagnostics ? m_sources[source].diagnostics->size() : 0;
        for (std::size_t entry = 0; entry < count; ++entry) {
            m_rows.push_back({source, entry});
        }
    }
    endResetModel();
}

int DiagnosticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DiagnosticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiagnosticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Row row = m_rows[static_cast<std::size_t>(index.row())];
    const Source& source = m_sources[row.source];
    const trace::Diagnostic& diagnostic = (*source.diagnostics)[row.entry];
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole) {
        return QStringLiteral("%1\n%2").arg(toQString(diagnostic.message), toQString(diagnostic.code));
    }
    if (role == TimeRole && diagnostic.timeNs) {
        return static_cast<qlonglong>(*diagnostic.timeNs - source.startNs);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
        case SeverityColumn:
            return diagnostic.severity == trace::Diagnostic::Severity::Warning ? tr("Warning") : tr("Note");
        case FileColumn:
            return source.file;
        case LineColumn:
            return diagnostic.line > 0 ? QVariant(static_cast<qlonglong>(diagnostic.line)) : QVariant();
        case MessageColumn:
            return toQString(diagnostic.message);
        default:
            return {};
    }
}

QVariant DiagnosticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case SeverityColumn:
            return tr("Kind");
        case FileColumn:
            return tr("File");
        case LineColumn:
            return tr("Line");
        case MessageColumn:
            return tr("What the reader noticed");
        default:
            return {};
    }
}

}  // namespace mimesys::widgets
