// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QAction;
class QActionGroup;

namespace mimesys::widgets {

class Comparer;
class Document;
class ViewState;

// How real and emulated lie over each other: one button per way, and one for the warping path. Its actions also stand
// in the menu. What cannot be shown is said beside them.
class CompareBar : public QToolBar {
    Q_OBJECT
public:
    CompareBar(ViewState* state, const Document* document, const Comparer* comparer, QWidget* parent = nullptr);

    // In the order of the menu: overlay, difference, side by side, path.
    [[nodiscard]] const QList<QAction*>& actionsForMenu() const { return m_actions; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* add(const char* name, const QString& text, const QString& help, const QKeySequence& keys,
                 const char* icon);
    void refresh();
    void tintIcons();

    ViewState* m_state;
    const Document* m_document;
    const Comparer* m_comparer;
    QActionGroup* m_modes;
    QAction* m_path = nullptr;
    QAction* m_problem = nullptr;
    QList<QAction*> m_actions;
};

}  // namespace mimesys::widgets
