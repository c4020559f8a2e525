// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/diagnosticspanel.h"

#include "models/diagnosticsmodel.h"
#include "models/document.h"
#include "timeline/indexedtrace.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {

DiagnosticsPanel::DiagnosticsPanel(const Document* document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new DiagnosticsModel(this)),
      m_table(new QTableView(this)),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("diagnosticsPanel"));
    m_table->setObjectName(QStringLiteral("diagnosticsTable"));
    m_table->setAccessibleName(tr("What the readers noticed in the open files"));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);  // Tab leaves the table
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
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (const QVariant time = row.data(DiagnosticsModel::TimeRole); time.isValid()) {
            Q_EMIT timeChosen(time.toLongLong());
        }
    });
    layout->addWidget(m_hint);
    m_hint->setObjectName(QStringLiteral("diagnosticsHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(16);
    connect(document, &Document::realChanged, this, &DiagnosticsPanel::takeDiagnostics);
    connect(document, &Document::emulatedChanged, this, &DiagnosticsPanel::takeDiagnostics);
    updateHint();
}

int DiagnosticsPanel::count() const {
    return m_model->rowCount();
}

void DiagnosticsPanel::showMessage(const QString& message) {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, DiagnosticsModel::MessageColumn);
        if (index.data().toString() == message) {
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
            return;
        }
    }
}

void DiagnosticsPanel::takeDiagnostics() {
    std::vector<DiagnosticsModel::Source> sources;
    bool hasWarnings = false;
    for (const LoadedTrace* side : {&m_document->real(), &m_document->emulated()}) {
        if (*side && side->diagnostics) {
            sources.push_back({side->name, side->diagnostics, side->trace->trace().startNs});
            hasWarnings |= std::ranges::any_of(*side->diagnostics, [](const trace::Diagnostic& diagnostic) {
                return diagnostic.severity == trace::Diagnostic::Severity::Warning;
            });
        }
    }
    if (sources == m_model->sources()) {
        return;  // a recording that grows brings none: who reads the others is not to be disturbed
    }
    m_model->setSources(std::move(sources));
    for (int column = 0; column < DiagnosticsModel::MessageColumn; ++column) {
        m_table->resizeColumnToContents(column);
    }
    updateHint();
    Q_EMIT countChanged(count(), hasWarnings);
}

void DiagnosticsPanel::updateHint() {
    m_table->setVisible(count() > 0);
    m_hint->setVisible(count() == 0);
    m_hint->setText(m_document->real() || m_document->emulated()
                        ? tr("Nothing odd was noticed in the open files.")
                        : tr("Open a trace: gaps, resets and other odd places of its file are listed here."));
}

}  // namespace mimesys::widgets
