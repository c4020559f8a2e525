// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/versionspanel.h"

#include "models/document.h"
#include "models/versionmodel.h"
#include "panels/listtable.h"
#include "viewstate/viewstate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {

VersionsPanel::VersionsPanel(ViewState* state, Document* document, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_document(document),
      m_model(new VersionModel(this)),
      m_order(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this)),
      m_hint(new QLabel(this)),
      m_baselines(new QPushButton(tr("Add &baselines"), this)),
      m_runAll(new QPushButton(tr("Run &all"), this)),
      m_open(new QAction(tr("&Open"), this)),
      m_rename(new QAction(tr("Re&name"), this)),
      m_remove(new QAction(tr("Re&move"), this)) {
    setObjectName(QStringLiteral("versionsPanel"));
    build();
    connect(document, &Document::versionsChanged, this, &VersionsPanel::takeVersions);
    connect(state, &ViewState::comparedChanged, this, &VersionsPanel::takeVersions);
    connect(m_model, &VersionModel::renamed, document, &Document::renameVersion);
    connect(m_model, &VersionModel::comparedChosen, state, &ViewState::setCompared);
    connect(m_baselines, &QPushButton::clicked, this, &VersionsPanel::baselinesRequested);
    connect(m_runAll, &QPushButton::clicked, this, &VersionsPanel::runAllRequested);
    connect(m_table, &QTableView::activated, m_open, &QAction::trigger);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() != VersionModel::NameColumn) {
            m_open->trigger();
        }
    });
    connect(m_open, &QAction::triggered, this, [this] { m_document->openVersion(chosen()); });
    connect(m_rename, &QAction::triggered, this,
            [this] { m_table->edit(m_table->currentIndex().siblingAtColumn(VersionModel::NameColumn)); });
    connect(m_remove, &QAction::triggered, this, [this] { m_document->removeVersion(chosen()); });
    takeVersions();
}

void VersionsPanel::build() {
    m_order->setSourceModel(m_model);
    m_order->setSortRole(VersionModel::SortRole);
    m_hint->setText(
        tr("Every plan that is made or opened for this trace, and every run of it, becomes a version here, to be put "
           "back, compared and drawn beside the others."));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setEnabled(false);
    m_hint->setMargin(16);
    m_table->setObjectName(QStringLiteral("versionsTable"));
    m_table->setAccessibleName(tr("Versions of the plan with their distances to the real trace"));
    m_table->setModel(m_order);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);  // in the order they came until a column is chosen
    setUpListTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_open->setObjectName(QStringLiteral("openVersion"));
    m_open->setStatusTip(tr("Show this version"));
    m_rename->setObjectName(QStringLiteral("renameVersion"));
    m_rename->setStatusTip(tr("Give this version another name"));
    m_remove->setObjectName(QStringLiteral("removeVersion"));
    m_remove->setStatusTip(tr("Forget this version; files stay"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addActions({m_open, m_rename, m_remove});
    m_baselines->setObjectName(QStringLiteral("addBaselines"));
    m_baselines->setToolTip(tr("Make a plan by every method that works from the data set, to compare with"));
    m_runAll->setObjectName(QStringLiteral("runAllVersions"));
    m_runAll->setToolTip(tr("Run every version here that was not run yet, one after the other"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_baselines);
    buttons->addWidget(m_runAll);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_table, 1);
}

int VersionsPanel::chosen() const {
    return m_table->currentIndex().isValid() ? m_table->currentIndex().data(VersionModel::IdRole).toInt() : 0;
}

void VersionsPanel::setPossible(bool generate, bool run) {
    m_baselines->setEnabled(generate);
    m_canRun = run;
    const bool unrun = std::ranges::any_of(m_document->versions(),
                                           [](const Version& version) { return version.plan && !version.emulated; });
    m_runAll->setEnabled(run && unrun);
}

void VersionsPanel::takeVersions() {
    const auto& versions = m_document->versions();
    const int row = chosen() != 0 && m_model->rowOf(chosen()) >= 0 ? chosen() : m_document->currentVersion();
    m_model->setVersions(versions, m_document->currentVersion(), m_state->compared());
    m_hint->setVisible(versions.empty());
    m_table->setVisible(!versions.empty());
    if (const int source = m_model->rowOf(row); source >= 0) {
        m_table->setCurrentIndex(m_order->mapFromSource(m_model->index(source, 0)));
    }
    m_table->resizeColumnsToContents();
    setPossible(m_baselines->isEnabled(), m_canRun);
}

}  // namespace mimesys::widgets
