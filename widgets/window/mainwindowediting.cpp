// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/cellpainter.h"
#include "heatmap/heatmapview.h"
#include "panels/banner.h"
#include "panels/planeditor.h"
#include "window/actions.h"
#include "window/editactions.h"
#include "window/editdialog.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QMenuBar>
#include <QUndoView>

// Editing targets and plans; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {
namespace {

curation::Span spanOf(const ViewState& state) {
    const auto selection = state.selection();
    return selection ? curation::Span{selection->beginNs, selection->endNs} : curation::Span();
}

}  // namespace

void MainWindow::connectEditing() {
    const QList<QAction*> menus = menuBar()->actions();
    m_editActions = new EditActions(this, m_history.stack(), menus.value(1));
    auto* steps = new QUndoView(m_history.stack(), this);
    steps->setObjectName(QStringLiteral("history"));
    steps->setAccessibleName(tr("Edits so far; choose one to go back to it"));
    steps->setEmptyLabel(tr("As it came"));
    QDockWidget* history = addDock(QStringLiteral("historyDock"), tr("History"), steps);
    m_planEditor = new PlanEditor(&m_state, &m_document, this);
    QDockWidget* editor = addDock(QStringLiteral("planEditorDock"), tr("Edit plan"), m_planEditor);
    tabifyDockWidget(m_diagnosticsDock, history);
    tabifyDockWidget(history, editor);
    m_scoreDock->raise();

    connect(&m_workflow, &Workflow::targetEdited, &m_history, &EditHistory::pushTarget);
    connect(&m_workflow, &Workflow::planEdited, &m_history, &EditHistory::pushPlan);
    connect(&m_history, &EditHistory::targetReplaced, &m_workflow, &Workflow::scoreSides);
    // Beside what the user works on, not over it.
    connect(m_history.stack(), &QUndoStack::indexChanged, this, [this, history, editor] {
        if (m_history.stack()->count() > 0 && history->isHidden()) {
            m_sideDocks.show(history);
            m_sideDocks.raise(editor);
        }
    });
    for (const auto signal : {&ViewState::selectionChanged, &ViewState::focusChanged}) {
        connect(&m_state, signal, this, &MainWindow::updateEditing);
    }
    const auto target = [this](QAction* action, auto makeEdit) {
        connect(action, &QAction::triggered, this, [this, makeEdit] {
            m_banner->hide();
            m_workflow.edit(curation::TraceEdit(makeEdit()));
        });
    };
    target(m_editActions->trim, [this] { return curation::Trim{spanOf(m_state)}; });
    target(m_editActions->cut, [this] { return curation::Cut{spanOf(m_state)}; });
    target(m_editActions->keepBefore, [this] {
        return curation::Split{m_state.focus().value_or(0), curation::Side::Before};
    });
    target(m_editActions->keepAfter, [this] {
        return curation::Split{m_state.focus().value_or(0), curation::Side::After};
    });
    const auto asks = [this](QAction* action, EditDialog::Kind kind) {
        connect(action, &QAction::triggered, this, [this, kind] {
            m_banner->hide();
            auto* dialog = new EditDialog(kind, m_state.selectedMetric(), spanOf(m_state), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &EditDialog::chosen, this,
                    [this](const curation::TraceEdit& edit) { m_workflow.edit(edit); });
            dialog->open();
        });
    };
    asks(m_editActions->repeat, EditDialog::Kind::Repeat);
    asks(m_editActions->scale, EditDialog::Kind::Scale);
    asks(m_editActions->shift, EditDialog::Kind::Shift);
    asks(m_editActions->smooth, EditDialog::Kind::Smooth);
    asks(m_editActions->mask, EditDialog::Kind::Mask);
    connectPlanEditor(editor);
}

void MainWindow::connectPlanEditor(QDockWidget* dock) {
    connect(m_editActions->editPlan, &QAction::triggered, this, [this, dock] {
        dock->show();
        dock->raise();
        m_planEditor->setFocus();
    });
    const auto regenerate = [this](TimeRange range) {
        m_banner->hide();
        m_workflow.regenerate(m_choice, range);
    };
    connect(m_editActions->regenerate, &QAction::triggered, this,
            [this, regenerate] { regenerate(m_state.selectionOrAll()); });
    connect(m_planEditor, &PlanEditor::regenerateRequested, this, regenerate);
    connect(m_planEditor, &PlanEditor::editRequested, this, [this](const curation::PlanEdit& edit) {
        m_banner->hide();
        m_workflow.edit(edit);
    });
    auto* painter = new CellPainter(findChild<HeatmapView*>(QStringLiteral("cpuMap")));
    connect(m_planEditor, &PlanEditor::paintingChanged, painter, &CellPainter::setActive);
    connect(painter, &CellPainter::painted, m_planEditor, &PlanEditor::paint);
    connect(painter, &CellPainter::left, m_planEditor, [this] { m_planEditor->setPainting(false); });
    // Without the form nobody would see what is painted, and with what.
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock] {
        if (dock->isHidden()) {
            m_planEditor->setPainting(false);
        }
    });
}

void MainWindow::updateEditing() {
    if (m_editActions != nullptr) {
        m_editActions->update(m_workflow, m_document, m_state);
        m_planEditor->setPossible(m_workflow.canEditPlan(), m_workflow.canRegenerate());
    }
}

}  // namespace mimesys::widgets
