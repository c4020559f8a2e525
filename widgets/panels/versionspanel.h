// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QLabel;

namespace mimesys::widgets {

class Document;
class VersionModel;
class ViewState;

// Emulations of the open trace against each other: a row per version with its distances, to sort, open, rename, remove
// and draw beside the current one; and buttons that make plans by every method and run what was not run yet.
class VersionsPanel : public QWidget {
    Q_OBJECT
public:
    VersionsPanel(ViewState* state, Document* document, QWidget* parent = nullptr);
    // Whether baselines can be made, and whether something can be run.
    void setPossible(bool generate, bool run);

Q_SIGNALS:
    void baselinesRequested();
    void runAllRequested();

private:
    void takeVersions();
    void build();
    [[nodiscard]] int chosen() const;  // the id of the row that is current; 0 = none

    ViewState* m_state;
    Document* m_document;
    VersionModel* m_model;
    QSortFilterProxyModel* m_order;
    QTableView* m_table;
    QLabel* m_hint;
    QPushButton* m_baselines;
    QPushButton* m_runAll;
    QAction* m_open;
    QAction* m_rename;
    QAction* m_remove;
    bool m_canRun = false;
};

}  // namespace mimesys::widgets
