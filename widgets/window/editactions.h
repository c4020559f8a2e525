// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace mimesys::widgets {

class Document;
class ViewState;
class Workflow;

// The commands of the Edit menu; what they do is connected elsewhere.
class EditActions : public QObject {
    Q_OBJECT
public:
    // The menu stands before the one named.
    EditActions(QMainWindow* window, QUndoStack* stack, QAction* before);

    QMenu* menu;
    QAction* undo;
    QAction* redo;
    QAction* trim;
    QAction* cut;
    QAction* keepBefore;
    QAction* keepAfter;
    QAction* repeat;
    QAction* scale;
    QAction* shift;
    QAction* smooth;
    QAction* mask;
    QAction* regenerate;
    QAction* editPlan;

    // What can be done now.
    void update(const Workflow& workflow, const Document& document, const ViewState& state);

private:
    void explain();
    QAction* add(const char* name, const QString& text, const QString& help, const QString& keys = {});
};

}  // namespace mimesys::widgets
