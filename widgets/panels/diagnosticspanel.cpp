// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/diagnosticspanel.h"

#include "models/diagnosticsmodel.h"
#include "models/document.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {

DiagnosticsPanel::DiagnosticsPanel(const Document* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new DiagnosticsModel(this)), m_table(new QTableView(this)) {
    setObjectName(QStringLiteral("diagnosticsPanel"));
    m_table->setObjectName(QStringLiteral("diagnosticsTable"));
    m_table->setAccessibleName(tr("What the readers noticed in the open files"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setTextElideMode(Qt::ElideRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(document, &Document::realChanged, this, &DiagnosticsPanel::takeDiagnostics);
    connect(document, &Document::emulatedChanged, this, &DiagnosticsPanel::takeDiagnostics);
}

int DiagnosticsPanel::count() const {
    return m_model->rowCount();
}

void DiagnosticsPanel::takeDiagnostics() {
    std::vector<DiagnosticsModel::Source> sources;
    bool hasWarnings = false;
    for (const LoadedTrace* side : {&m_document->real(), &m_document->emulated()}) {
        if (*side && side->diagnostics) {
            sources.push_back({side->name, side->diagnostics});
            hasWarnings |= std::ranges::any_of(*side->diagnostics, [](const trace::Diagnostic& diagnostic) {
                return diagnostic.severity == trace::Diagnostic::Severity::Warning;
            });
        }
    }
    m_model->setSources(std::move(sources));
    for (int column = 0; column < DiagnosticsModel::MessageColumn; ++column) {
        m_table->resizeColumnToContents(column);
    }
    Q_EMIT countChanged(count(), hasWarnings);
}

}  // namespace mimesys::widgets
