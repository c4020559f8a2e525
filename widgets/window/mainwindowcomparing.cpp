// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/comparebar.h"
#include "panels/diagnosticspanel.h"
#include "panels/selectionpanel.h"
#include "panels/versionspanel.h"
#include "timeline/geometry.h"
#include "timeline/indexedtrace.h"
#include "timeline/lanemenu.h"
#include "timeline/timelineview.h"
#include "window/actions.h"
#include "window/commands.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

// Measuring and comparing; the rest of the window's wiring stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::buildComparing() {
    m_versions = new VersionsPanel(&m_state, &m_document, this);
    m_versionsDock = addDock(QStringLiteral("versionsDock"), tr("Versions"), m_versions);
    m_selectionDock =
        addDock(QStringLiteral("selectionDock"), tr("Selection"), new SelectionPanel(&m_state, &m_document, this));
}

void MainWindow::connectComparing() {
    const auto* bar = findChild<CompareBar*>();
    QMenu* menu = new QMenu(tr("Co&mpare"), this);
    menu->addActions(bar->actionsForMenu());
    for (QAction* action : bar->actionsForMenu()) {
        setWhyNot(action, tr("open a trace and its emulation first."));
    }
    m_actions->viewMenu->insertMenu(m_actions->stressors, menu);

    auto* lanes = new LaneMenu(&m_state, m_timeline, this);
    for (QAction* action : lanes->actions()) {
        setWhyNot(action, tr("open a trace that has such lanes, and choose one, first."));
    }
    m_actions->viewMenu->insertMenu(m_actions->stressors, lanes);

    m_state.setNeighbour([this](std::int64_t timeNs, Direction direction) -> std::optional<std::int64_t> {
        const LoadedTrace& side = m_document.real() ? m_document.real() : m_document.emulated();
        return side ? neighbourSample(side.trace->trace(), timeNs, direction == Direction::Forward) : std::nullopt;
    });
    connect(m_timeline, &TimelineView::markClicked, this, [this](const AxisMark& mark) {
        m_diagnosticsDock->show();
        m_diagnosticsDock->raise();
        m_diagnostics->showMessage(mark.text);
    });
    connect(m_diagnostics, &DiagnosticsPanel::timeChosen, this, [this](std::int64_t timeNs) {
        m_state.setFocus(timeNs);
        m_state.reveal(timeNs);
    });
    connect(m_versions, &VersionsPanel::baselinesRequested, &m_workflow, &Workflow::addBaselines);
    connect(m_versions, &VersionsPanel::runAllRequested, &m_workflow, &Workflow::runAllVersions);
    // What is worth a look once there is more than one.
    connect(&m_document, &Document::versionsChanged, this, [this] {
        if (m_document.versions().size() > 1 && !m_versionsDock->toggleViewAction()->isChecked()) {
            m_sideDocks.show(m_versionsDock);
        }
    });
}

}  // namespace mimesys::widgets
