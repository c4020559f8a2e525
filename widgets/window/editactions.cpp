// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/editactions.h"

#include "jobs/workflow.h"
#include "models/document.h"
#include "viewstate/viewstate.h"
#include "window/commands.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace mimesys::widgets {

EditActions::EditActions(QMainWindow* window, QUndoStack* stack, QAction* before)
    : QObject(window), menu(new QMenu(tr("&Edit"), window)) {
    menu->setObjectName(QStringLiteral("editMenu"));
    menu->setToolTipsVisible(true);
    window->menuBar()->insertMenu(before, menu);
    undo = stack->createUndoAction(menu, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    undo->setStatusTip(tr("Take the last edit back"));
    redo = stack->createRedoAction(menu, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setStatusTip(tr("Do again what was taken back"));
    menu->addActions({undo, redo});
    menu->addSeparator();
    trim = add("trimTarget", tr("&Trim to the selection"), tr("Keep only the selected part of the real trace"),
               QStringLiteral("Ctrl+Alt+T"));
    cut = add("cutTarget", tr("&Cut the selection off"),
              tr("Remove the selected part of the real trace; what follows moves up"), QStringLiteral("Ctrl+Alt+X"));
    keepBefore = add("keepBefore", tr("Split: keep what is &before"),
                     tr("Keep the real trace up to the time that was clicked last"));
    keepAfter = add("keepAfter", tr("Split: keep what is &after"),
                    tr("Keep the real trace from the time that was clicked last on"));
    repeat = add("repeatTarget", tr("R&epeat…"), tr("Repeat the selected part of the real trace, or all of it"),
                 QStringLiteral("Ctrl+Alt+R"));
    menu->addSeparator();
    scale = add("scaleTarget", tr("&Scale…"), tr("Multiply metrics of the real trace, in the selection or everywhere"),
                QStringLiteral("Ctrl+Alt+S"));
    shift =
        add("shiftTarget", tr("S&hift…"), tr("Move metrics of the real trace in time"), QStringLiteral("Ctrl+Alt+H"));
    smooth = add("smoothTarget", tr("S&mooth…"), tr("Take the mean of metrics over some seconds around every sample"),
                 QStringLiteral("Ctrl+Alt+M"));
    mask =
        add("maskTarget", tr("Mas&k…"), tr("Hide metrics of the real trace, so that a plan may do there as it likes"),
            QStringLiteral("Ctrl+Alt+K"));
    menu->addSeparator();
    regenerate = add("regenerate", tr("Make the selected part of the plan a&new"),
                     tr("Compose the selected windows anew by the chosen method; the others, and what is locked, stay"),
                     QStringLiteral("Ctrl+Alt+G"));
    editPlan = add("editPlan", tr("Edit the &plan"), tr("Lock, scale, replace and paint the stressors of the plan"),
                   QStringLiteral("Ctrl+Alt+P"));
    explain();
}

void EditActions::explain() {
    setWhyNot(undo, tr("nothing was edited yet."));
    setWhyNot(redo, tr("nothing was undone."));
    for (QAction* action : {trim, cut}) {
        setWhyNot(action, tr("open a trace and select a part of it first."));
    }
    for (QAction* action : {keepBefore, keepAfter}) {
        setWhyNot(action, tr("open a trace and click into a lane first."));
    }
    for (QAction* action : {repeat, scale, shift, smooth, mask}) {
        setWhyNot(action, tr("open a trace first, and wait for what works on it."));
    }
    setWhyNot(regenerate, tr("open a trace and a plan first, and wait for what runs."));
    setWhyNot(editPlan, tr("open a plan or generate one first."));
}

QAction* EditActions::add(const char* name, const QString& text, const QString& help, const QString& keys) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(keys));
    action->setStatusTip(help);
    action->setToolTip(help);
    return action;
}

void EditActions::update(const Workflow& workflow, const Document& document, const ViewState& state) {
    const bool target = workflow.canEditTarget();
    const bool selected = target && state.selection().has_value();
    trim->setEnabled(selected);
    cut->setEnabled(selected);
    const bool clicked = target && state.focus().has_value();
    keepBefore->setEnabled(clicked);
    keepAfter->setEnabled(clicked);
    for (QAction* action : {repeat, scale, shift, smooth, mask}) {
        action->setEnabled(target);
    }
    regenerate->setEnabled(workflow.canRegenerate());
    editPlan->setEnabled(bool(document.plan()));
}

}  // namespace mimesys::widgets
