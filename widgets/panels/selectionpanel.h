// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/newest.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace mimesys::widgets {

class Document;
class StatisticsModel;
class ViewState;

// Statistics of the selected stretch, or of the whole trace, and what lies at the measuring cursors.
class SelectionPanel : public QWidget {
    Q_OBJECT
public:
    SelectionPanel(ViewState* state, const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] bool isBusy() const { return m_work.isBusy() || m_stale; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void compute();
    void describe();
    void copy() const;

    ViewState* m_state;
    const Document* m_document;
    StatisticsModel* m_model;
    QTableView* m_table;
    QLabel* m_range;
    QLabel* m_hint;
    Newest m_work{this};
    bool m_stale = true;  // something changed while the panel could not be seen
};

}  // namespace mimesys::widgets
